// Pointing at words, selecting them, and what the clipboard gets.

import type { Page } from '@playwright/test';
import { expect, hubOf } from './hub';

/** px of the view. */
export interface Point {
  x: number;
  y: number;
}

/** The box of a phrase as it is shown, in the mirror or, before it is there, on the static page; scrolls it into view. */
export async function boxesOf(page: Page, phrase: string, within = 'main', scroll = true): Promise<DOMRect[]> {
  const boxes = await hubOf(page).evaluate(
    (hub, { phrase: wanted, within: selector, scroll: mayScroll }) => {
      const mirror = hub.shadowRoot?.querySelector<HTMLElement>('[part="mirror"]');
      const root = (mirror?.checkVisibility() ? mirror : hub).querySelector(selector);
      if (!root) return [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let text = '';
      const letters: [Text, number][] = [];
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        for (let at = 0; at < node.length; at += 1) {
          const blank = /\s/.test(node.data[at]!);
          if (blank && text.endsWith(' ')) continue;
          text += blank ? ' ' : node.data[at];
          letters.push([node, at]);
        }
      }
      const begin = text.indexOf(wanted);
      if (begin < 0) return [];
      const range = document.createRange();
      range.setStart(...letters[begin]!);
      const [node, at] = letters[begin + wanted.length - 1]!;
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (mayScroll) scrollBy({ top: box.top - 120, behavior: 'instant' });
      return [...range.getClientRects()].filter(({ width }) => width > 0).map((one) => one.toJSON() as DOMRect);
    },
    { phrase, within, scroll },
  );
  expect(boxes.length, `“${phrase}” is shown`).toBeGreaterThan(0);
  return boxes;
}

/** The left or right edge of a phrase. */
export async function edgeOf(
  page: Page,
  phrase: string,
  side: 'left' | 'right',
  within = 'main',
  scroll = true,
): Promise<Point> {
  const boxes = await boxesOf(page, phrase, within, scroll);
  const box = (side === 'left' ? boxes[0] : boxes.at(-1))!;
  return { x: side === 'left' ? box.x + 0.5 : box.x + box.width - 0.5, y: box.y + box.height / 2 };
}

/** Drags from before one phrase to behind another; both must fit into one view. */
export async function dragOver(page: Page, from: string, to = from, within = 'main'): Promise<void> {
  const start = await edgeOf(page, from, 'left', within);
  const end = await edgeOf(page, to, 'right', within, false);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

/** The selected text with its blanks collapsed. */
export async function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => String(getSelection()).replace(/\s+/g, ' ').trim());
}

export async function clearSelection(page: Page): Promise<void> {
  await page.evaluate(() => getSelection()?.removeAllRanges());
}

export interface Clipboard {
  text: string;
  html: string;
}

/** Presses the keys that copy. The page must have been granted its clipboard. */
export async function copied(page: Page): Promise<Clipboard> {
  // The module that answers is loaded with the first doing of a reader; asked for once more, it comes when it has been run.
  const module = await page.waitForFunction(
    () => performance.getEntriesByType('resource').find(({ name }) => name.includes('hub-glass-reading'))?.name,
  );
  await module.evaluate((address) => import(address ?? '') as Promise<unknown>);
  await page.keyboard.press('ControlOrMeta+c');
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> =>
      item?.types.includes(type) ? (await item.getType(type)).text() : '';
    return { text: await read('text/plain'), html: await read('text/html') };
  });
}
