import type { Scroller } from './scroller';

/** What is being read, to be found again when the same page is shown in another language. */
export interface ReadingPlace {
  id: string;
  ordinal: number;
  count: number;
  /** px from the top of the view to the heading above what is being read. */
  offset: number;
}

const below = 64; // px below the header in which a heading counts as reached

/**
 * The heading above what is being read, below `header` px of a view whose top is at `top` px in the window; undefined at the top of
 * the page.
 */
export function readingPlace(content: HTMLElement, top: number, header: number): ReadingPlace | undefined {
  const headings = headingsOf(content);
  const next = headings.findIndex((heading) => heading.getBoundingClientRect().top > top + header + below);
  const ordinal = (next < 0 ? headings.length : next) - 1;
  const heading = headings[ordinal];
  if (!heading || content.getBoundingClientRect().top >= top) {
    return undefined;
  }
  return { id: heading.id, ordinal, count: headings.length, offset: heading.getBoundingClientRect().top };
}

/** Scrolls to the place: the heading with the same id, else, when there are as many, the one that stands in its place. */
export function restoreReadingPlace(content: HTMLElement, place: ReadingPlace, scroller: Scroller): void {
  const headings = headingsOf(content);
  const same = headings.find((heading) => heading.id !== '' && heading.id === place.id);
  const heading = same ?? (headings.length === place.count ? headings[place.ordinal] : undefined);
  if (heading) {
    scroller.by(heading.getBoundingClientRect().top - place.offset);
  }
}

function headingsOf(content: HTMLElement): HTMLElement[] {
  return [...content.querySelectorAll<HTMLElement>('h1, h2, h3, h4')];
}

/** The first box of the mirror below `edge` and how far it is from the top of the view: a place in the same page, laid out anew. */
export interface BoxPlace {
  /** Among the mirror's boxes. */
  index: number;
  /** px */
  offset: number;
}

/** The place being read below `edge` (px from the top of the view); undefined when the page ends above it. */
export function boxPlace(content: HTMLElement, edge: number): BoxPlace | undefined {
  const boxes = [...content.querySelectorAll('.hg-box')];
  const index = boxes.findIndex((box) => box.childElementCount === 0 && box.getBoundingClientRect().bottom > edge);
  const box = boxes[index];
  return box ? { index, offset: box.getBoundingClientRect().top } : undefined;
}

/** Scrolls to a place of boxPlace, when the page still has it. */
export function restoreBoxPlace(content: HTMLElement, place: BoxPlace, scroller: Scroller): void {
  const box = content.querySelectorAll('.hg-box')[place.index];
  if (box) {
    scroller.by(box.getBoundingClientRect().top - place.offset);
  }
}
