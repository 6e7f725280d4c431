// Lines of text as they stand on a page, and the same lines as the engine laid them out.

import type { Page } from '@playwright/test';
import type { Fragment, Region } from './hub';
import { fragments, hubOf } from './hub';

/** Text standing in one row without a gap. px from the element's top left corner (content) or from the region's. */
export interface Line {
  text: string;
  x: number;
  /** Middle of the first piece's box: the same for a text box and for the line box around it. */
  middle: number;
  width: number;
  /** What the line belongs to, for messages. */
  block: string;
}

interface Piece {
  text: string;
  x: number;
  middle: number;
  width: number;
  block: string;
}

const joint = 0.75; // px between two pieces that still are one line
const row = 8; // px by which middles differ within a row (superscripts, monospaced words)

/** The lines of a region: of the mirror once it is there, else of the static page. */
export async function shownLines(page: Page, region: Region = 'content'): Promise<Line[]> {
  return join(await hubOf(page).evaluate(collectPieces, region));
}

/** The lines that the engine laid out and draws. */
export async function drawnLines(page: Page, region: Region = 'content'): Promise<Line[]> {
  return join(
    (await fragments(page, region)).map((fragment: Fragment) => ({
      text: fragment.text,
      x: fragment.x,
      middle: fragment.y + fragment.height / 2,
      width: fragment.width,
      block: '',
    })),
  );
}

// Runs in the page.
function collectPieces(hub: Element, region: string): Piece[] {
  const selector = `.hg-region-${region}`;
  const mirror = hub.shadowRoot?.querySelector<HTMLElement>(`[part="mirror"] ${selector}`);
  const container = mirror?.checkVisibility() ? mirror : hub.querySelector<HTMLElement>(selector);
  if (!container) return [];
  const origin = (region === 'content' ? hub : container).getBoundingClientRect();
  const scrolled = region === 'content' ? 0 : container.scrollTop;
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const blockOf = (node: Node): string => {
    const block = node.parentElement?.closest('h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, pre, summary, a');
    const words = (block?.textContent ?? '').replace(/\s+/g, ' ').trim();
    return `<${block?.tagName.toLowerCase() ?? '?'}> ${words.slice(0, 60)}`;
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
    const middle = first.top + first.height / 2 - origin.top + scrolled;
    const text = node.data.slice(begin, end);
    if (last && lastNode === node && Math.abs(last.middle - middle) < 2) {
      last.text += text;
      last.width = right - origin.left - last.x;
    } else {
      last = { text, x: left - origin.left, middle, width: right - left, block: blockOf(node) };
      lastNode = node;
      pieces.push(last);
    }
    return true;
  };
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    if (!parent || parent.closest('.hg-pin') || !parent.checkVisibility({ visibilityProperty: true })) continue;
    last = undefined;
    if (add(node, 0, node.data.length)) continue;
    // The text goes over several lines: word by word, and a word that is itself broken letter by letter.
    for (const match of node.data.matchAll(/\s+|\S+/g)) {
      if (add(node, match.index, match.index + match[0].length)) continue;
      let at = match.index;
      for (const letter of match[0]) {
        add(node, at, at + letter.length);
        at += letter.length;
      }
    }
  }
  return pieces;
}

// From left to right every piece either continues a line that ends where it begins, or begins one. O(n log n).
function join(pieces: readonly Piece[]): Line[] {
  const lines: (Line & { right: number })[] = [];
  const rows = new Map<number, (Line & { right: number })[]>();
  for (const piece of [...pieces].sort((a, b) => a.x - b.x)) {
    if (piece.width <= 0) continue;
    const key = Math.floor(piece.middle / row);
    const near = [key - 1, key, key + 1].flatMap((at) => rows.get(at) ?? []);
    const before = near.find(
      (line) => Math.abs(line.right - piece.x) < joint && Math.abs(line.middle - piece.middle) < row,
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
    .map(({ text, x, middle, width, block }) => ({ text: text.replace(/\s+/g, ' ').trim(), x, middle, width, block }))
    .filter((line) => line.text !== '')
    .sort((a, b) => a.middle - b.middle || a.x - b.x);
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
  const far = (a: Line, b: Line): number => Math.abs(a.middle - b.middle) + Math.abs(a.x - b.x);
  const place = (line: Line): string => `at (${line.x.toFixed(1)}, ${line.middle.toFixed(1)})`;
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
      ['y', line.middle - found.middle],
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
