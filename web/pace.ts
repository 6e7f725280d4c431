const fast = 3; // px per ms: nothing can be read at this speed
const together = 100; // ms between two events of one movement

/** How fast the page is being scrolled. A single jump is not fast: a reader who jumps looks at where they are at once. */
export class Pace {
  private top = 0;
  private time = 0;
  private leaps = 0;

  /** The page was scrolled to `top` px at `time` ms. */
  moved(top: number, time: number): void {
    const passed = time - this.time;
    const leap = Math.abs(top - this.top) > fast * Math.max(8, passed);
    this.leaps = leap && passed < together ? this.leaps + 1 : leap ? 1 : 0;
    this.top = top;
    this.time = time;
  }

  /** Whether the page is flying past, so that drawing can wait: the mirror's text stands in for it (see Cover). */
  flies(now: number): boolean {
    return this.leaps > 1 && now - this.time < together;
  }
}
