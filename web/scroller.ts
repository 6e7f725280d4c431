import type { PageRectangle } from './surface';

/** What scrolls a hub: the document, or a box of its own around it. */
export class Scroller {
  constructor(readonly box?: HTMLElement) {}

  /** px */
  get top(): number {
    return this.box ? this.box.scrollTop : scrollY;
  }

  /** px of what can be seen at once. */
  get height(): number {
    return this.box ? this.box.clientHeight : document.documentElement.clientHeight || innerHeight;
  }

  /** y in the window of the upper edge of what can be seen, px. */
  get edge(): number {
    return this.box ? this.box.getBoundingClientRect().top + this.box.clientTop : 0;
  }

  to(top: number): void {
    (this.box ?? window).scrollTo({ top, behavior: 'instant' });
  }

  by(top: number): void {
    (this.box ?? window).scrollBy({ top, behavior: 'instant' });
  }

  /** y of an element from the top of all that scrolls, px. */
  topOf(element: Element): number {
    return element.getBoundingClientRect().top - this.edge + this.top;
  }

  /** The part of `place` that can be seen; when pinched, of the pinched view. `width`: of the place, px. */
  visible(place: Element, width: number): PageRectangle {
    const box = place.getBoundingClientRect();
    const pinch = visualViewport && visualViewport.scale > 1.01 ? visualViewport : undefined;
    const edge = Math.max(this.edge, pinch ? pinch.offsetTop : -Infinity);
    return {
      left: pinch ? pinch.offsetLeft - box.left : 0,
      top: Math.max(0, edge - box.top),
      width: pinch ? pinch.width : width,
      height: pinch ? pinch.height : this.height,
    };
  }
}
