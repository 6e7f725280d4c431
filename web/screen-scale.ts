const length = 640; // px of the ruler's layout
const still = 100; // ms without a change after which an animation is over
const depth = 100_000; // px above and below the window in which an element counts as being in view

/**
 * How large a hub is shown: the host may enlarge or reduce it (`zoom`, `transform`, an animation), which changes no size that the hub
 * has in its own layout.
 */
export class ScreenScale {
  private readonly ruler = document.createElement('div');
  private known = 1;

  constructor(stage: HTMLElement) {
    this.ruler.className = 'ruler';
    stage.append(this.ruler);
  }

  /** px of the window that a px of the layout is shown as; while the hub is not displayed, the last one known. */
  get value(): number {
    const { width, height } = this.ruler.getBoundingClientRect();
    const scale = Math.round((Math.hypot(width, height) / length) * 1e4) / 1e4; // as long as it is, also where it is turned
    this.known = scale > 0 ? scale : this.known;
    return this.known;
  }

  /** Tells `changed` when the scale is another one, once it keeps still. No event says so, and nothing is asked again and again. */
  follow(place: HTMLElement, changed: () => void, signal: AbortSignal): void {
    let told = this.value;
    let seen = told;
    let timer = 0;
    let observer: IntersectionObserver | undefined;
    let watched = '';
    const settle = (): void => {
      timer = 0;
      const now = this.value;
      if (now !== seen) {
        seen = now;
        wait();
      } else if (now !== told) {
        told = now;
        watch();
        changed();
      }
    };
    const wait = (): void => {
      timer ||= window.setTimeout(settle, still);
    };
    // Of the window, only the middle half of the place's width counts: whatever the place becomes, another share of it is there.
    const watch = (): void => {
      const { left, right, width } = place.getBoundingClientRect();
      const edges = [Math.round(innerWidth - right + width / 4), Math.round(left + width / 4)];
      const margin = `${depth}px ${-(edges[0] ?? 0)}px ${depth}px ${-(edges[1] ?? 0)}px`;
      if (width === 0 || margin === watched) {
        return;
      }
      watched = margin;
      observer?.disconnect();
      const share = (innerWidth - (edges[0] ?? 0) - (edges[1] ?? 0)) / width;
      const threshold = [0, 0.2, 0.4, share - 0.002, share + 0.002, 0.6, 0.8, 1].sort((a, b) => a - b);
      observer = new IntersectionObserver(
        () => {
          watch();
          if (this.value !== told) {
            seen = this.value;
            wait();
          }
        },
        { root: document, rootMargin: margin, threshold },
      );
      observer.observe(place);
    };
    watch();
    // Shown again, or another width: the place itself tells.
    const sizes = new ResizeObserver(watch);
    sizes.observe(place);
    signal.addEventListener('abort', () => {
      observer?.disconnect();
      sizes.disconnect();
      clearTimeout(timer);
    });
  }
}
