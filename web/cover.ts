import type { Scroller } from './scroller';
import type { PageRectangle } from './canvas-area';

interface Box {
  element: Element;
  /** px from the top of the stage */
  top: number;
  bottom: number;
  covered: boolean;
}

/**
 * Hides the mirror's text where the canvas shows it, and only there: a reader who scrolls faster than anything can be drawn then
 * sees the mirror's text, which stands in the same place, and never a gap.
 */
export class Cover {
  private boxes: Box[] | undefined;

  constructor(
    private readonly stage: HTMLElement,
    private readonly content: HTMLElement,
    private readonly scroller: Scroller,
  ) {}

  /** The mirror was built anew, or laid out anew. */
  rebuilt(): void {
    this.boxes = undefined;
  }

  /** Whether update() was called since. */
  get known(): boolean {
    return this.boxes !== undefined;
  }

  /** The canvas shows `rectangle`. O(boxes), and work for the browser only where something changes; reads layout once a rebuild. */
  update({ top, height }: PageRectangle): void {
    this.boxes ??= this.read();
    for (const box of this.boxes) {
      const covered = box.top >= top && box.bottom <= top + height;
      if (covered !== box.covered) {
        box.covered = covered;
        box.element.classList.toggle('hg-covered', covered);
      }
    }
  }

  private read(): Box[] {
    const origin = this.stage.getBoundingClientRect().top;
    const { scale } = this.scroller;
    const leaves = [...this.content.querySelectorAll('.hg-box:not(:has(.hg-box))')];
    return leaves.map((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return {
        element,
        top: (top - origin) / scale,
        bottom: (bottom - origin) / scale,
        covered: element.classList.contains('hg-covered'),
      };
    });
  }
}
