// Find in page as readers do it: real keys into the browser's own find bar, and a look at the glass.

import { oddSite } from '../browser/sites';
import type { Picture } from '../browser/support/picture';
import { focusWindow, photograph, pressKeys, typeText } from './support/display';
import type { Browser } from './support/engine';
import { expect, openHub, scrollTop, settle, test, until } from './support/test';

const route = 'data-spaces/';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The boxes of a phrase in the content's text, one per line it stands on. */
async function boxesOf(hub: Browser, phrase: string): Promise<Box[]> {
  return hub.evaluate((wanted) => {
    const content = document.querySelector('hub-glass')?.shadowRoot?.querySelector('.hg-region-content');
    if (!content) return [];
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    const places: { node: Node; at: number }[] = [];
    let text = '';
    while (walker.nextNode()) {
      const data = (walker.currentNode as Text).data;
      for (let at = 0; at < data.length; at += 1) places.push({ node: walker.currentNode, at });
      text += data;
    }
    const from = text.indexOf(wanted);
    if (from < 0) return [];
    const rows: Box[] = [];
    const range = document.createRange();
    for (const { node, at } of places.slice(from, from + wanted.length)) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      for (const { x, y, width, height } of range.getClientRects()) {
        const row = rows.find((known) => Math.abs(known.y - y) < 6);
        if (width === 0) continue;
        if (row) row.width = Math.max(row.x + row.width, x + width) - row.x;
        else rows.push({ x, y, width, height });
      }
    }
    return rows;
  }, phrase);
}

/** Where on the display the viewport begins, whatever bars a browser has above it: there a row of the page's pixels is. */
async function origin(hub: Browser, display: Picture): Promise<{ x: number; y: number }> {
  const page = await hub.screenshot();
  const row = 40; // through the title in the header, which never scrolls
  const columns = Array.from({ length: 200 }, (_, i) => 24 + 2 * i);
  for (let y = 0; y < 300; y += 1) {
    for (let x = 0; x < 30; x += 1) {
      if (columns.every((column) => display.at(x + column, y + row) === page.at(column, row))) return { x, y };
    }
  }
  throw new Error('the page cannot be found on the display');
}

function luminance(colour: number): number {
  const channel = (shift: number): number => {
    const value = ((colour >> shift) & 0xff) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

/** How many pixels of a box stand out from its background by this contrast at least. */
function legibleInk(display: Picture, box: Box, contrast: number): number {
  const ground = luminance(display.background(box));
  let count = 0;
  for (let y = Math.ceil(box.y); y < box.y + box.height; y += 1) {
    for (let x = Math.ceil(box.x); x < box.x + box.width; x += 1) {
      const ink = luminance(display.at(x, y));
      if ((Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05) >= contrast) count += 1;
    }
  }
  return count;
}

/** Opens the find bar, looks for a phrase, and gives it a moment to scroll there. */
async function find(hub: Browser, phrase: string): Promise<void> {
  focusWindow(hub.windowClass);
  await pause(200);
  pressKeys('ctrl+f');
  await pause(400);
  pressKeys('ctrl+a');
  typeText(phrase);
  await pause(400);
  pressKeys('Return');
  await pause(700);
  await settle(hub);
  await pause(300);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Three words of a paragraph that stand on one line, or on two. */
async function phraseOver(hub: Browser, lines: 1 | 2): Promise<string> {
  const words = (
    'A digital twin is only as good as the data that feeds it. ' +
    'Traffic, energy, weather and planning data often sit with different owners.'
  ).split(' ');
  for (let i = 0; i + 3 <= words.length; i += 1) {
    const phrase = words.slice(i, i + 3).join(' ');
    if ((await boxesOf(hub, phrase)).length === lines) return phrase;
  }
  throw new Error(`no three words stand on ${lines} lines`);
}

async function backgrounds(hub: Browser): Promise<number[]> {
  const names = await hub.evaluate(() => {
    const mirror = document.querySelector('hub-glass')?.shadowRoot?.querySelector('[part="mirror"]');
    const styles = mirror ? getComputedStyle(mirror) : undefined;
    return ['--hg-surface', '--hg-raised', '--hg-sunken'].map((name) => styles?.getPropertyValue(name).trim() ?? '');
  }, undefined);
  return names.map((name) => Number.parseInt(name.slice(1), 16));
}

async function expectFound(hub: Browser, phrase: string): Promise<void> {
  const display = photograph();
  const { x, y } = await origin(hub, display);
  const height = await hub.evaluate(() => innerHeight, undefined);
  const boxes = (await boxesOf(hub, phrase)).map((box) => ({ ...box, x: box.x + x, y: box.y + y }));
  expect(boxes.length, `${phrase} is on the page`).toBeGreaterThan(0);
  const plain = await backgrounds(hub);
  const letters = phrase.replace(/\s/g, '').length;
  let ink = 0;
  for (const box of boxes) {
    expect(box.y, `${phrase} is in view, below the header`).toBeGreaterThan(y + 60);
    expect(box.y + box.height, `${phrase} is in view`).toBeLessThan(y + height);
    const ground = display.background(box);
    expect(plain, `${phrase} is highlighted, not plain (${ground.toString(16)})`).not.toContain(ground);
    // Firefox has colours of its own for what it found, white on light green, on every page.
    ink += legibleInk(display, box, hub.engine === 'firefox' ? 1.7 : 3);
  }
  expect(ink, `the letters of ${phrase} stand out from the highlight`).toBeGreaterThan(4 * letters);
}

for (const theme of ['light', 'dark']) {
  test(`find in page goes to each kind of phrase and shows it, ${theme}`, async ({ hub }) => {
    await hub.resize(1280, 800);
    await openHub(hub, route);
    await hub.evaluate((name) => {
      document.querySelector('hub-glass')?.setAttribute('theme', name);
    }, theme);
    await settle(hub);
    const phrases = [
      await phraseOver(hub, 1),
      await phraseOver(hub, 2),
      'A data space is a group', // the second and third words are a link
      'It puts its weight on three things', // a screen or two further down
    ];
    for (const phrase of phrases) {
      await hub.evaluate(() => {
        scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
      }, undefined);
      await settle(hub);
      const far = await scrollTop(hub);
      await find(hub, phrase);
      expect(await scrollTop(hub), `the page scrolled to ${phrase}`).toBeLessThan(far);
      await expectFound(hub, phrase);
      pressKeys('Escape');
      await pause(200);
    }
  });
}

test('find in page opens what is folded away', async ({ hub }) => {
  await hub.resize(1280, 800);
  await openHub(hub, 'folding/', oddSite);
  const phrase = 'text that was folded away';
  const opened = (): Promise<boolean> =>
    hub.evaluate(
      () =>
        [...(document.querySelector('hub-glass')?.shadowRoot?.querySelectorAll('details') ?? [])].some(
          (details) => details.open && details.textContent.includes('text that was folded away'),
        ),
      undefined,
    );
  expect(await opened()).toBe(false);
  await find(hub, phrase);
  await until(opened, (is) => is, 'the part is open');
  pressKeys('Escape');
});
