/** Where the kiosk has its time from. */
export interface Clock {
  /** ms since some moment; never goes back. */
  now(): number;
  /** ms since 1970, also across restarts. */
  date(): number;
  /** Runs `run` once, `ms` from now. Returns what calls it off. */
  after(ms: number, run: () => void): () => void;
}

declare global {
  /** A clock of one's own, set before the kiosk starts: a day passes in minutes while frames and network stay real. */
  var hubglassKioskClock: Clock | undefined;
}

/** The browser's time. Frames are watched by it also where another clock was put in. */
export const realClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** All of the kiosk's waiting goes by this one. */
export const clock: Clock = globalThis.hubglassKioskClock ?? realClock;

/** Runs `run` again and again, `ms` between two runs, for as long as the page lives. */
export function every(ms: number, run: () => void, by: Clock = clock): void {
  by.after(ms, () => {
    run();
    every(ms, run, by);
  });
}
