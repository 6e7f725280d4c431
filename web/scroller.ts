import type { PageRectangle } from './canvas-area';
import { isHighFrame, pinchedView, windowHeight } from './window';

/**
 * What scrolls a hub: the document, or a box of its own around it. A host may show the hub enlarged or reduced (`zoom`, `transform`):
 * places within the hub are px of its own layout, places in the window are px of that.
 */
export class Scroller {
  /** px of the window that a px of the hub's layout is shown as. */
  scale = 1;
  /** Of a frame as high as its content, what is seen from outside: px from the hub's top. */
  sight: { top: number; bottom: number } | undefined;

  constructor(readonly box?: HTMLElement) {}

  /** px that are scrolled. */
  get top(): number {
    return this.box ? this.box.scrollTop : scrollY;
  }

  /** px of the hub that can be seen at once. */
  get height(): number {
    return this.box ? this.box.clientHeight : windowHeight() / this.scale;
  }

  /** The most of `height` that a reader sees, as long as nothing tells more. */
  private get seen(): number {
    return isHighFrame() ? Math.min(this.height, screen.height / this.scale) : this.height;
  }

  /** y in the window of the upper edge of what can be seen, px. */
  get edge(): number {
    return this.box ? this.box.getBoundingClientRect().top + this.inWindow(this.box.clientTop) : 0;
  }

  /** px of the window for px of the hub. */
  inWindow(px: number): number {
    return px * this.scale;
  }

  /** px to scroll for px of the hub. */
  inScroll(px: number): number {
    return this.box ? px : px * this.scale;
  }

  to(top: number): void {
    (this.box ?? window).scrollTo({ top, behavior: 'instant' });
  }

  /** Scrolls by px of the window. */
  by(top: number): void {
    (this.box ?? window).scrollBy({ top: this.box ? top / this.scale : top, behavior: 'instant' });
  }

  /** y of an element from the top of all that scrolls, px to scroll. */
  topOf(element: Element): number {
    const below = element.getBoundingClientRect().top - this.edge;
    return (this.box ? below / this.scale : below) + this.top;
  }

  /** The part of `place` that can be seen, px of the hub. `width`: of the place. */
  visible(place: Element, width: number): PageRectangle {
    const box = place.getBoundingClientRect();
    const { scale, sight, edge } = this;
    const pinch = pinchedView();
    if (!pinch) {
      const top = Math.max(0, (edge - box.top) / scale, sight?.top ?? 0);
      return { left: 0, top, width, height: sight ? Math.max(1, sight.bottom - top) : this.seen };
    }
    const top = Math.max(0, (Math.max(edge, pinch.top) - box.top) / scale);
    const left = Math.min(Math.max(0, (pinch.left - box.left) / scale), width);
    return {
      left,
      top,
      width: Math.min(width - left, pinch.width / scale),
      height: Math.min(this.height, pinch.height / scale),
    };
  }

  /** The part that can be seen of what stays in view above `place`: px of the hub, from where that is. */
  visibleFrame(place: Element, width: number): PageRectangle {
    const box = place.getBoundingClientRect();
    const { scale, sight } = this;
    const top = Math.max(this.edge, box.top);
    const pinch = pinchedView();
    if (pinch) {
      const { left } = box;
      return {
        left: (pinch.left - left) / scale,
        top: (pinch.top - top) / scale,
        width: pinch.width / scale,
        height: pinch.height / scale,
      };
    }
    const above = sight ? sight.top - (top - box.top) / scale : 0;
    return { left: 0, top: above, width, height: sight ? sight.bottom - sight.top : this.seen };
  }
}
