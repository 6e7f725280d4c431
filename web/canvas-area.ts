/** A rectangle of the page, CSS px from the element's top left corner. */
export interface PageRectangle {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the content lies that a canvas may show: px from the element's top left corner. */
export interface CanvasPlace {
  left: number;
  right: number;
  /** Of the whole page. */
  height: number;
}

/** The largest canvas that can be had: device px. */
export interface Limits {
  width: number;
  height: number;
  /** Of its whole area. */
  pixels: number;
}

const wantedPixels = 16_000_000; // more than one view gets; phones kill pages that ask for more
const overhang = 48; // px: shadows and focus rings at the content's edges

/** Whether what the canvas shows still holds all that is seen, with a margin to draw anew in time. */
export function covers(shown: PageRectangle, visible: PageRectangle, place: CanvasPlace): boolean {
  const margin = marginOf(visible);
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
 * sign of `motion`), within the limits at `scale`; no wider than the content. Undefined when the limits hold less than is seen.
 */
export function canvasArea(
  visible: PageRectangle,
  place: CanvasPlace,
  views: number,
  motion: number,
  scale: number,
  limits: Limits,
): PageRectangle | undefined {
  const widest = Math.floor(limits.width) / scale;
  const seenLeft = Math.max(visible.left, place.left);
  const seenRight = Math.min(visible.left + visible.width, place.right);
  const around = Math.max(0, Math.min(overhang, (widest - (seenRight - seenLeft)) / 2));
  const left = Math.max(visible.left, Math.max(0, seenLeft - around));
  const right = Math.min(visible.left + visible.width, seenRight + around);
  const width = Math.max(1, right - left);
  const room = (pixels: number): number => pixels / (width * scale * scale);
  const highest = Math.min(limits.height / scale, room(limits.pixels), place.height);
  const seen = Math.min(visible.height, place.height - visible.top);
  const wanted = Math.max(visible.height + 2 * marginOf(visible), Math.min(views * visible.height, room(wantedPixels)));
  const height = Math.max(1, Math.min(views > 1 ? wanted : visible.height, highest));
  if (width * scale > limits.width + 1 || height * scale < Math.floor(seen * scale) - 1) {
    return undefined;
  }
  const behind = motion > 0 ? 0.25 : motion < 0 ? 0.75 : 0.5;
  const top = Math.max(0, Math.min(visible.top - behind * (height - visible.height), place.height - height));
  return { left, top, width, height };
}

/**
 * What the canvas of header and columns should hold: the whole view (`width` by `height`) where all of that is `seen`, else what is, and
 * some more around it where the limits allow that. Undefined when they hold less than is seen.
 */
export function frameArea(
  seen: PageRectangle,
  width: number,
  height: number,
  scale: number,
  limits: Limits,
): PageRectangle | undefined {
  const fits = ({ width, height }: PageRectangle): boolean =>
    width * scale <= limits.width + 1 &&
    height * scale <= limits.height + 1 &&
    width * height * scale * scale <= limits.pixels + 1;
  const whole = { left: 0, top: 0, width, height };
  const all = seen.left <= 0 && seen.top <= 0 && seen.width >= width && seen.height >= height;
  if (all) {
    return fits(whole) ? whole : undefined;
  }
  for (const share of [0.5, 0.25, 0]) {
    const left = Math.max(0, seen.left - share * seen.width);
    const top = Math.max(0, seen.top - share * seen.height);
    const area = {
      left,
      top,
      width: Math.max(1, Math.min(width, seen.left + (1 + share) * seen.width) - left),
      height: Math.max(1, Math.min(height, seen.top + (1 + share) * seen.height) - top),
    };
    if (fits(area)) {
      return area;
    }
  }
  return undefined;
}

/** Whether the canvas of header and columns shows all that is seen of them. */
export function coversFrame(shown: PageRectangle, seen: PageRectangle, width: number, height: number): boolean {
  return (
    shown.left <= Math.max(0, seen.left) + 1 &&
    shown.top <= Math.max(0, seen.top) + 1 &&
    shown.left + shown.width >= Math.min(width, seen.left + seen.width) - 1 &&
    shown.top + shown.height >= Math.min(height, seen.top + seen.height) - 1
  );
}

/** px above and below what is seen */
function marginOf(visible: PageRectangle): number {
  return Math.min(visible.height / 8, 100);
}
