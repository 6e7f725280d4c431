// Lines of text as they stand on a page, and the same lines as the engine laid them out.

import type { Fragment, HubElement, Region } from './hub';

/** A page, however it is driven. */
export interface Asked {
  evaluate<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}

/** Text standing in one row without a gap. px from the element's top left corner (content) or from the region's. */
export interface Line {
  text: string;
  x: number;
  /** y of the first piece's baseline. */
  baseline: number;
  width: number;
  /** What the line belongs to, for messages. */
  block: string;
}

interface Piece {
  text: string;
  x: number;
  baseline: number;
  width: number;
  block: string;
}

const joint = 1.5; // px between two pieces that still are one line
const row = 8; // px by which baselines differ within a row (superscripts)

/** The lines of a region: of the mirror once it is there, else of the static page. */
export async function shownLines(page: Asked, region: Region = 'content'): Promise<Line[]> {
  return join(await page.evaluate(collectPieces, region));
}

/** The lines that the engine laid out and draws. */
export async function drawnLines(page: Asked, region: Region = 'content'): Promise<Line[]> {
  return join(
    (await page.evaluate(fragmentsOf, region)).map((fragment) => ({
      text: fragment.text,
      x: fragment.x,
      baseline: fragment.baseline,
      width: fragment.width,
      block: '',
    })),
  );
}

// Both run in the page.
function fragmentsOf(region: Region): Fragment[] {
  return document.querySelector<HubElement>('hub-glass')?.fragments(region) ?? [];
}

function collectPieces(region: Region): Piece[] {
  const hub = document.querySelector('hub-glass');
  if (!hub) return [];
  const selector = `.hg-region-${region}`;
  const mirror = hub.shadowRoot?.querySelector<HTMLElement>(`[part="mirror"] ${selector}`);
  const container = mirror?.checkVisibility() ? mirror : hub.querySelector<HTMLElement>(selector);
  if (!container) return [];
  const origin = (region === 'content' ? hub : container).getBoundingClientRect();
  const scrolled = region === 'content' ? 0 : container.scrollTop;
  const pieces: Piece[] = [];
  // The arrow behind a link to another site is no text of the page, but drawn as text.
  const addMark = (node: Node): void => {
    const link = node.parentElement?.closest('.hg-external');
    if (!link || !last || !link.textContent.endsWith(node.textContent ?? '') || nextText(node, link)) return;
    last.text += '\u2060↗\uFE0E';
    last.width = ([...link.getClientRects()].at(-1)?.right ?? 0) - origin.left - last.x;
  };
  const nextText = (node: Node, within: Node): boolean => {
    const after = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    after.currentNode = node;
    return after.nextNode() !== null;
  };
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const blockOf = (node: Node): string => {
    const block = node.parentElement?.closest('h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, pre, summary, a');
    const words = (block?.textContent ?? '').replace(/\s+/g, ' ').trim();
    return `<${block?.tagName.toLowerCase() ?? '?'}> ${words.slice(0, 60)}`;
  };
  const measuring = document.createElement('canvas').getContext('2d');
  const ascents = new Map<string, number>();
  const ascentOf = (node: Node): number => {
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(node.parentElement as Element);
    const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    let ascent = ascents.get(font);
    if (ascent === undefined && measuring) {
      measuring.font = font;
      measuring.textRendering = 'geometricPrecision';
      ascent = Math.round(measuring.measureText('x').fontBoundingBoxAscent);
      ascents.set(font, ascent);
    }
    return ascent ?? 0;
  };
  let last: Piece | undefined;
  let lastNode: Node | undefined;
  const add = (node: Text, begin: number, end: number): boolean => {
    range.setStart(node, begin);
    range.setEnd(node, end);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    const first = boxes[0];
    if (!first) return true;
    const rows = boxes.filter((box) => Math.abs(box.top - first.top) > 2);
    if (rows.length > 0) return false;
    const left = Math.min(...boxes.map((box) => box.left));
    const right = Math.max(...boxes.map((box) => box.right));
    const baseline = first.top + ascentOf(node) - origin.top + scrolled;
    const text = node.data.slice(begin, end);
    // Blanks that end a line hang over it; only those that end the text may stand before what follows.
    const hangs = text.trim() === '' && end < node.data.length;
    if (last && lastNode === node && Math.abs(last.baseline - baseline) < 2) {
      last.text += text;
      if (!hangs) last.width = right - origin.left - last.x;
    } else {
      last = { text, x: left - origin.left, baseline, width: right - left, block: blockOf(node) };
      lastNode = node;
      pieces.push(last);
    }
    return true;
  };
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    if (!parent || parent.closest('.hg-pin')) continue;
    // Buttons that need the script keep their place before it has come.
    const waits = parent.closest('hub-glass:not(:defined) [data-action]') !== null;
    if (!waits && !parent.checkVisibility({ visibilityProperty: true })) continue;
    last = undefined;
    if (add(node, 0, node.data.length)) {
      addMark(node);
      continue;
    }
    // The text goes over several lines: word by word, and a word that is itself broken letter by letter.
    for (const match of node.data.matchAll(/\s+|\S+/g)) {
      if (add(node, match.index, match.index + match[0].length)) continue;
      let at = match.index;
      for (const letter of match[0]) {
        add(node, at, at + letter.length);
        at += letter.length;
      }
    }
    addMark(node);
  }
  return pieces;
}

// From left to right every piece either continues a line that ends where it begins, or begins one. O(n log n).
function join(pieces: readonly Piece[]): Line[] {
  const lines: (Line & { right: number })[] = [];
  const rows = new Map<number, (Line & { right: number })[]>();
  for (const piece of [...pieces].sort((a, b) => a.x - b.x)) {
    if (piece.width <= 0) continue;
    const key = Math.floor(piece.baseline / row);
    const near = [key - 1, key, key + 1].flatMap((at) => rows.get(at) ?? []);
    const before = near.find(
      (line) => Math.abs(line.right - piece.x) < joint && Math.abs(line.baseline - piece.baseline) < row,
    );
    if (before) {
      before.text += piece.text;
      before.right = piece.x + piece.width;
      before.width = before.right - before.x;
    } else {
      const line = { ...piece, right: piece.x + piece.width };
      lines.push(line);
      rows.set(key, [...(rows.get(key) ?? []), line]);
    }
  }
  return lines
    .map(({ text, x, baseline, width, block }) => ({
      text: text.replace(/\s+/g, ' ').trim(),
      x,
      baseline,
      width,
      block,
    }))
    .filter((line) => line.text !== '')
    .sort((a, b) => a.baseline - b.baseline || a.x - b.x);
}

// Bullets and numbers are drawn as text but are markers, no text, on a page.
const marker = /^([•◦▪‣–]|\d+[.)])$/;

/**
 * What differs between the lines on a page and the lines drawn, a sentence each; at most ten. Lines pair up by their text, the
 * nearest first.
 */
export function differences(shown: readonly Line[], drawn: readonly Line[], tolerance: number): string[] {
  const sentences: string[] = [];
  const waiting = new Map<string, Line[]>();
  for (const line of shown) waiting.set(line.text, [...(waiting.get(line.text) ?? []), line]);
  const far = (a: Line, b: Line): number => Math.abs(a.baseline - b.baseline) + Math.abs(a.x - b.x);
  const place = (line: Line): string => `at (${line.x.toFixed(1)}, ${line.baseline.toFixed(1)})`;
  for (const line of drawn) {
    const candidates = waiting.get(line.text) ?? [];
    const found = candidates.reduce<Line | undefined>(
      (best, candidate) => (!best || far(candidate, line) < far(best, line) ? candidate : best),
      undefined,
    );
    if (!found) {
      if (!marker.test(line.text)) sentences.push(`drawn only: “${line.text}” ${place(line)}`);
      continue;
    }
    candidates.splice(candidates.indexOf(found), 1);
    const moved = [
      ['x', line.x - found.x],
      ['y', line.baseline - found.baseline],
      ['width', line.width - found.width],
    ].filter(([, difference]) => Math.abs(difference as number) > tolerance);
    if (moved.length > 0) {
      const how = moved.map(([name, by]) => `${name} ${(by as number) > 0 ? '+' : ''}${(by as number).toFixed(2)}`);
      sentences.push(`drawn elsewhere (${how.join(', ')}): “${line.text}” in ${found.block} ${place(found)}`);
    }
  }
  for (const left of [...waiting.values()].flat()) {
    sentences.push(`on the page only: “${left.text}” in ${left.block} ${place(left)}`);
  }
  const most = 10;
  return sentences.length > most ? [...sentences.slice(0, most), `… and ${sentences.length - most} more`] : sentences;
}
