import type { Mirror, Region } from './mirror';
import type { Scroller } from './scroller';

/** What the reader points at, is focused on, and scrolls in the columns. */
export interface Pointing {
  /** px from the region's top left corner; -1, -1 in `content` when the pointer is nowhere. */
  point(region: Region, x: number, y: number): void;
  /** `action` is 0 when nothing has a visible focus. */
  focus(region: Region, action: number): void;
  scroll(region: Region, top: number): void;
}

/** Follows pointer, focus and the columns' scrolling in the mirror, which lies over what is drawn. */
export function followPointer(mirror: Mirror, scroller: Scroller, pointing: Pointing, signal: AbortSignal): void {
  const { root, parts } = mirror;
  root.addEventListener(
    'pointermove',
    (event) => {
      const region = event.pointerType === 'mouse' ? mirror.regionOf(event.target as Element) : undefined;
      if (!region) {
        pointing.point('content', -1, -1);
        return;
      }
      const box = parts[region].getBoundingClientRect();
      const { scale } = scroller;
      pointing.point(
        region,
        (event.clientX - box.left) / scale,
        (event.clientY - box.top) / scale + parts[region].scrollTop,
      );
    },
    { signal },
  );
  root.addEventListener(
    'pointerleave',
    () => {
      pointing.point('content', -1, -1);
    },
    { signal },
  );
  root.addEventListener(
    'focusin',
    (event) => {
      const element = event.target as Element;
      const region = mirror.regionOf(element);
      const visible = region !== undefined && element.matches(':focus-visible');
      pointing.focus(region ?? 'content', visible ? mirror.actionOf(element) : 0);
    },
    { signal },
  );
  root.addEventListener(
    'focusout',
    () => {
      pointing.focus('content', 0);
    },
    { signal },
  );
  for (const region of ['navigation', 'contents'] as const) {
    parts[region].addEventListener(
      'scroll',
      () => {
        pointing.scroll(region, parts[region].scrollTop);
      },
      { signal, passive: true },
    );
  }
}

/** Scrolls a column, and nothing else, when an entry of it cannot be seen: then so far that its neighbours can, too. */
export function keepInView(column: HTMLElement, entry: Element): void {
  const room = 48; // px
  const seen = column.getBoundingClientRect();
  const box = entry.getBoundingClientRect();
  const scale = seen.height / column.offsetHeight || 1; // of the host's transforms
  if (box.top < seen.top) {
    column.scrollTop += (box.top - seen.top) / scale - room;
  } else if (box.bottom > seen.bottom) {
    column.scrollTop += (box.bottom - seen.bottom) / scale + room;
  }
}

/** Marks the entry of "On this page" that is being read (its ordinal from 1, 0 for none). */
export function markEntry(column: HTMLElement, entry: number): void {
  column.querySelectorAll('a').forEach((link, index) => {
    if (index === entry - 1) {
      link.setAttribute('aria-current', 'true');
      keepInView(column, link);
    } else {
      link.removeAttribute('aria-current');
    }
  });
}
