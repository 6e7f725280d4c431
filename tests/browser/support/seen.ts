// What can be seen of a hub's text, held to what the mirror says: there, in the same place, and as sharp.

import { expect, type Page } from '@playwright/test';
import { type Box, Picture } from './picture';

/** A piece of text in one line: px of the picture that a screenshot is. */
interface Words extends Box {
  text: string;
}

/** How a page's screenshot is taken: px of it for a px of the window, and where the picture begins in the window. */
export interface View {
  scale: number;
  left: number;
  top: number;
}

/** Runs in the page: words of the mirror that lie wholly in view, px of the window. */
function wordsInView(view: { left: number; top: number; right: number; bottom: number }): Words[] {
  const words: Words[] = [];
  const mirror = document.querySelector('hub-glass')?.shadowRoot?.querySelector('[part="mirror"]');
  if (!mirror) return words;
  // The mirror shows no lines below its words.
  const underlined = (element: Element): boolean =>
    element.closest('abbr, [title]') !== null ||
    getComputedStyle(element).textDecorationLine !== 'none' ||
    (element.parentElement !== null && underlined(element.parentElement));
  const walker = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    // A picture's button or a word for screen readers alone is no text on the screen.
    if (
      !parent?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
      parent.closest('.hg-pin, .hg-sr')
    )
      continue;
    for (const match of node.data.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const [box, ...more] = range.getClientRects();
      if (!box || more.length > 0 || box.width < 4 || box.height < 4) continue;
      if (box.left < view.left || box.top < view.top || box.right > view.right || box.bottom > view.bottom) continue;
      // What lies above it hides it.
      const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
      if (underlined(parent)) continue;
      const root = parent.getRootNode() as ShadowRoot;
      const at = root.elementFromPoint(middle.x, middle.y);
      if (!at || !(at === parent || at.contains(parent) || parent.contains(at))) continue;
      words.push({ text: match[0], x: box.x, y: box.y, width: box.width, height: box.height });
    }
  }
  return words;
}

/** Runs in the page: shows what the canvases draw, or the mirror's own text. */
function show(what: 'canvases' | 'mirror' | 'all'): void {
  const root = document.querySelector('hub-glass')?.shadowRoot;
  if (!root) return;
  const sheets = (root as unknown as { before?: CSSStyleSheet[] }).before ?? [...root.adoptedStyleSheets];
  Object.assign(root, { before: sheets });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    what === 'all'
      ? ''
      : what === 'canvases'
        ? '.hg-glass, .hg-glass * { -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important }'
        : 'canvas { visibility: hidden } .hg-glass, .hg-glass * { -webkit-text-fill-color: currentColor !important }',
  );
  root.adoptedStyleSheets = [...sheets, sheet];
}

/** Takes the picture of what can be seen, without what changes by itself. */
async function look(page: Page): Promise<Picture> {
  return new Picture(await page.screenshot({ caret: 'hide', animations: 'allow' }));
}

/**
 * What differs between the text that can be seen and the mirror's, a sentence each. `view`: the part of the window that the
 * picture shows.
 */
export async function seenOtherwise(page: Page): Promise<{ words: number; wrong: string[] }> {
  const view = await page.evaluate(() => ({
    left: visualViewport?.offsetLeft ?? 0,
    top: visualViewport?.offsetTop ?? 0,
    right: (visualViewport?.offsetLeft ?? 0) + (visualViewport?.width ?? innerWidth),
    bottom: (visualViewport?.offsetTop ?? 0) + (visualViewport?.height ?? innerHeight),
  }));
  const words = await page.evaluate(wordsInView, view);
  await page.evaluate(show, 'mirror' as const);
  const mirror = await look(page);
  await page.evaluate(show, 'canvases' as const);
  const canvases = await look(page);
  await page.evaluate(show, 'all' as const);
  const scale = mirror.width / (view.right - view.left);
  const wrong = words.flatMap((word) => {
    const box = {
      x: (word.x - view.left) * scale - 1,
      y: (word.y - view.top) * scale - 1,
      width: word.width * scale + 2,
      height: word.height * scale + 2,
    };
    const wanted = mirror.inkBox(box);
    const found = canvases.inkBox(box);
    const name = `“${word.text}” at (${word.x.toFixed(0)}, ${word.y.toFixed(0)})`;
    if (!wanted) return [];
    if (!found) return [`missing: ${name}`];
    const off = Math.max(
      Math.abs(wanted.x - found.x),
      Math.abs(wanted.y - found.y),
      Math.abs(wanted.x + wanted.width - found.x - found.width),
      Math.abs(wanted.y + wanted.height - found.y - found.height),
    );
    // Fragments begin at whole pixels, or quarters of one; words of a page anywhere.
    if (off > Math.max(2, scale) + 0.5) return [`elsewhere, by ${off.toFixed(1)} px: ${name}`];
    const sharp = [mirror, canvases].map((picture) => picture.sharpness(wanted));
    return (sharp[1] ?? 0) < 0.6 * (sharp[0] ?? 0)
      ? [`blurred (${sharp.map((s) => s.toFixed(1)).join(', ')}): ${name}`]
      : [];
  });
  return { words: words.length, wrong };
}

/** Waits until all text that can be seen is the mirror's; at least so many words. */
export async function expectSeen(page: Page, words: number): Promise<void> {
  let count = 0;
  await expect
    .poll(
      async () => {
        const seen = await seenOtherwise(page);
        count = seen.words;
        return seen.wrong;
      },
      { timeout: 20_000 },
    )
    .toEqual([]);
  expect(count, 'words that can be seen').toBeGreaterThanOrEqual(words);
}
