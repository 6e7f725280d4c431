import { clock, every, realClock } from './clock';
import { type Hub, ownKeys } from './hub';
import { log } from './log';

const look = 10_000; // ms between two looks
const frameLimit = 15_000; // ms, real, without a frame
const lostLimit = 30_000; // ms for a GL context to come back
const failedLimit = 5_000; // ms in which a hub that failed may still change its mind
const mostRestarts = 6; // in an hour
const hour = 3_600_000;
const key = `${ownKeys}-restarts`;

/** What the watchdog looks at, besides frames. */
export interface Vitals {
  /** Whether nobody is there. */
  idle: () => boolean;
  /** Whether the page can be had again: a worker has it, or its server answers. */
  reachable: () => Promise<boolean>;
  memoryMegabytes: number;
}

/** Megabytes that scripts hold, as far as the browser tells. */
export function heapMegabytes(): number | undefined {
  const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
  return memory ? memory.usedJSHeapSize / 2 ** 20 : undefined;
}

/** Dates (ms) of the latest restarts, within an hour. */
export function restarts(): number[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    const dates = Array.isArray(kept) ? kept.filter((date): date is number => typeof date === 'number') : [];
    const now = clock.date();
    return dates.filter((date) => now - date < hour && date <= now);
  } catch {
    return [];
  }
}

/** Whether a restart is due now: the second waits a minute after the first, each further one twice as long; six in an hour at most. */
export function mayRestart(earlier: readonly number[], now: number): boolean {
  const last = earlier.at(-1);
  if (earlier.length >= mostRestarts) {
    return false;
  }
  return last === undefined || now - last >= 60_000 * 2 ** (earlier.length - 1);
}

/** Restarts the page when it no longer does its work. */
export class Watchdog {
  /** Drawn since the page was loaded, by the browser's count. */
  frames = 0;
  private lastFrame = realClock.now();
  private lostSince: number | undefined;
  private failedSince: number | undefined;
  private said = '';

  constructor(
    private readonly hub: Hub,
    private readonly vitals: Vitals,
  ) {
    const heartbeat = (): void => {
      requestAnimationFrame(() => {
        this.frames += 1;
        this.lastFrame = realClock.now();
      });
    };
    document.addEventListener('visibilitychange', () => {
      this.lastFrame = realClock.now(); // browsers draw nothing that nobody sees
    });
    every(2000, heartbeat, realClock);
    heartbeat();
    every(look, () => {
      const trouble = this.trouble();
      if (trouble) {
        void this.restart(trouble);
      }
    });
  }

  /** A sentence about what is wrong, or undefined. */
  private trouble(): string | undefined {
    if (document.visibilityState === 'visible' && realClock.now() - this.lastFrame > frameLimit) {
      return 'frames have stopped';
    }
    const now = clock.now();
    const { state } = this.hub;
    this.lostSince = state === 'reader' && this.hub.lost ? (this.lostSince ?? now) : undefined;
    if (this.lostSince !== undefined && now - this.lostSince > lostLimit) {
      return 'the graphics context has not come back';
    }
    this.failedSince = state === 'error' ? (this.failedSince ?? now) : undefined;
    if (this.failedSince !== undefined && now - this.failedSince > failedLimit) {
      return 'the hub has stopped';
    }
    const heap = heapMegabytes() ?? 0;
    const budget = this.vitals.memoryMegabytes;
    if (heap > budget * (this.vitals.idle() ? 1 : 2)) {
      return `${Math.round(heap)} MB are in use, ${budget} are allowed`;
    }
    return undefined;
  }

  private async restart(trouble: string): Promise<void> {
    const earlier = restarts();
    const now = clock.date();
    const due = mayRestart(earlier, now);
    if (!due || !(await this.vitals.reachable())) {
      const why = due ? 'its server does not answer' : 'it was restarted often enough for now';
      if (this.said !== trouble) {
        this.said = trouble;
        log(`watchdog: ${trouble}; the page is not restarted: ${why}`);
      }
      return;
    }
    log(`watchdog: ${trouble}; the page is restarted`);
    try {
      localStorage.setItem(key, JSON.stringify([...earlier, now]));
    } catch {
      log('watchdog: there is no storage to count restarts in, so there are none');
      return; // else it might go on for ever
    }
    location.reload();
  }
}
