const measuredFrames = 256;

/** When a frame is drawn: on demand, never by a clock of its own. */
export class FrameClock {
  /** ms of the latest frames. */
  readonly times: number[] = [];
  private requested = 0;
  private timer = 0;

  constructor(private readonly draw: () => void) {}

  /** With the browser's next frame. */
  request(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.requested ||= requestAnimationFrame(() => {
      this.requested = 0;
      this.draw();
    });
  }

  /** What a frame says about the one after it: in `ms`, or not at all (Infinity). */
  next(ms: number): void {
    if (ms <= 16) {
      this.request();
    } else if (ms < Infinity) {
      this.timer = window.setTimeout(() => {
        this.request();
      }, ms);
    }
  }

  took(ms: number): void {
    if (ms > 0) {
      this.times.push(ms);
      if (this.times.length > measuredFrames) {
        this.times.shift();
      }
    }
  }

  stop(): void {
    cancelAnimationFrame(this.requested);
    clearTimeout(this.timer);
    this.requested = this.timer = 0;
  }
}
