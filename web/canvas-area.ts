import type { PageRectangle } from './surface';

/** Where the content lies that a canvas may show: px from the element's top left corner. */
export interface CanvasPlace {
  left: number;
  right: number;
  /** Of the whole page. */
  height: number;
}

const maximumPixels = 16_000_000; // per canvas; phones kill pages that ask for more
const overhang = 48; // px: shadows and focus rings at the content's edges

/** Whether what the canvas shows still holds all that is seen, with a margin to draw anew in time. */
export function covers(shown: PageRectangle, visible: PageRectangle, place: CanvasPlace): boolean {
  const margin = Math.min(visible.height / 8, 100);
  const bottom = Math.min(visible.top + visible.height + margin, place.height);
  return (
    shown.top <= Math.max(0, visible.top - margin) + 1 &&
    shown.top + shown.height >= bottom - 1 &&
    shown.left <= Math.max(visible.left, place.left) &&
    shown.left + shown.width >= Math.min(visible.left + visible.width, place.right)
  );
}

/**
 * What the canvas should hold: as many views as are asked for, most of what is more than one lying where the scrolling goes (the
 * sign of `motion`), within the pixel cap at `scale`; no wider than the content.
 */
export function canvasArea(
  visible: PageRectangle,
  place: CanvasPlace,
  views: number,
  motion: number,
  scale: number,
): PageRectangle {
  const left = Math.max(visible.left, Math.max(0, place.left - overhang));
  const right = Math.min(visible.left + visible.width, place.right + overhang);
  const width = Math.max(1, right - left);
  const room = maximumPixels / (width * scale * scale);
  const height = Math.max(1, Math.min(views * visible.height, room, place.height));
  const behind = motion > 0 ? 0.25 : motion < 0 ? 0.75 : 0.5;
  const top = Math.max(0, Math.min(visible.top - behind * (height - visible.height), place.height - height));
  return { left, top, width, height };
}
