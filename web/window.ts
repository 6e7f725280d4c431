import type { PageRectangle } from './canvas-area';

const stripHeight = 256; // px
const high = 1.25; // screens; no window is higher, only a frame can be

/** px of the window's height without a scrollbar; in quirks mode the root element is as high as the page. */
export function windowHeight(): number {
  return root().clientHeight || innerHeight;
}

/** px of the window's width without a scrollbar. */
export function windowWidth(): number {
  return root().clientWidth || innerWidth;
}

/**
 * Whether a line counts the text size of its block only where it has text of the block itself: in quirks mode, and in the limited one,
 * which only the document type tells.
 */
export function hasLineQuirk(): boolean {
  const { doctype, compatMode } = document;
  return (
    compatMode === 'BackCompat' ||
    /^-\/\/W3C\/\/DTD X?HTML (1\.0|4\.01) (Transitional|Frameset)/i.test(doctype?.publicId ?? '')
  );
}

/** The part of the window that a reader sees who has pinched; undefined for all of it. */
export function pinchedView(): PageRectangle | undefined {
  const view = visualViewport;
  return view && view.scale > 1.01
    ? { left: view.offsetLeft, top: view.offsetTop, width: view.width, height: view.height }
    : undefined;
}

/** Whether the page is in a frame that is higher than any window, so that only a part of it can be seen. */
export function isHighFrame(): boolean {
  return parent !== window && innerHeight > high * screen.height;
}

/**
 * Follows which part of `stage` is seen from outside a frame as high as its content: px from its top, to some hundred px. `told` gets
 * undefined while all of the frame is to be counted as seen.
 */
export function followSight(
  stage: HTMLElement,
  told: (sight: { top: number; bottom: number } | undefined) => void,
  signal: AbortSignal,
): void {
  if (parent === window) {
    return;
  }
  const strips = document.createElement('div');
  strips.className = 'strips';
  stage.append(strips);
  const seen = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && target.isConnected) {
        seen.add(target);
      } else {
        seen.delete(target);
      }
    }
    const all = [...strips.children];
    const places = all.flatMap((strip, index) => (seen.has(strip) ? [index] : []));
    if (places.length > 0) {
      told({ top: Math.min(...places) * stripHeight, bottom: (Math.max(...places) + 1) * stripHeight });
    } else if (all.length === 0) {
      told(undefined);
    } // else nothing of it can be seen, and what was stays drawn
  });
  const measure = (): void => {
    const wanted = isHighFrame() ? Math.ceil(stage.clientHeight / stripHeight) : 0;
    while (strips.childElementCount > wanted) {
      const strip = strips.lastElementChild as Element;
      observer.unobserve(strip);
      seen.delete(strip);
      strip.remove();
    }
    while (strips.childElementCount < wanted) {
      const strip = document.createElement('div');
      strips.append(strip);
      observer.observe(strip);
    }
    if (wanted === 0) {
      told(undefined);
    }
  };
  const sizes = new ResizeObserver(measure);
  sizes.observe(stage);
  addEventListener('resize', measure, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    sizes.disconnect();
  });
}

function root(): HTMLElement {
  return document.compatMode === 'BackCompat' ? document.body : document.documentElement;
}
