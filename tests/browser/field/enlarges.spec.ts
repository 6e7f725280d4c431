// A reader who enlarges the page, as far as browsers go, on the sharpest screens: the text is there, drawn by the canvas.

import type { Page } from '@playwright/test';
import { expect, openHub, settle, test } from '../support/hub';
import { Picture } from '../support/picture';

/** How much of the boxes of the visible words is ink: the mirror's own text is transparent, so the canvas must have drawn it. */
async function inkOfTitle(page: Page, ratio: number): Promise<number> {
  const box = await page.evaluate(() => {
    const root = document.querySelector('hub-glass')?.shadowRoot as ShadowRoot;
    const title = root.querySelector('h1') as HTMLElement;
    const range = document.createRange();
    range.selectNodeContents(title);
    const [line] = range.getClientRects();
    const view = visualViewport as VisualViewport;
    const left = Math.max((line as DOMRect).left - view.offsetLeft, 0);
    const top = Math.max((line as DOMRect).top - view.offsetTop, 0);
    const right = Math.min((line as DOMRect).right - view.offsetLeft, view.width);
    const bottom = Math.min((line as DOMRect).bottom - view.offsetTop, view.height);
    return {
      x: left * view.scale,
      y: top * view.scale,
      width: (right - left) * view.scale,
      height: (bottom - top) * view.scale,
    };
  });
  expect(box.width, 'the title is in view').toBeGreaterThan(20);
  const picture = new Picture(await page.screenshot());
  const area = { x: box.x * ratio, y: box.y * ratio, width: box.width * ratio, height: box.height * ratio };
  return picture.ink(area) / (area.width * area.height);
}

for (const [ratio, pinch] of [
  [3, 2.5],
  [3, 4],
  [4, 5],
] as const) {
  test.describe(`${ratio} device pixels per pixel, pinched to ${pinch}`, () => {
    test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: ratio, isMobile: true, hasTouch: true });

    test('the title of a page is drawn', async ({ page, context }) => {
      await openHub(page, 'data-spaces/');
      await settle(page);
      const before = await inkOfTitle(page, ratio);
      expect(before).toBeGreaterThan(0.03);
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: pinch });
      await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBeCloseTo(pinch, 2);
      await page.evaluate(() => {
        const title = document.querySelector('hub-glass')?.shadowRoot?.querySelector('h1') as HTMLElement;
        scrollTo(0, title.getBoundingClientRect().top + scrollY - 80);
      });
      await settle(page);
      await expect.poll(() => inkOfTitle(page, ratio)).toBeGreaterThan(before / 2);
    });
  });
}

test.describe('an ordinary screen, enlarged by the browser to 500 %', () => {
  test.use({ viewport: { width: 320, height: 400 }, deviceScaleFactor: 10 });

  test('the title of a page is drawn', async ({ page }) => {
    await openHub(page, 'data-spaces/');
    await page.evaluate(() => {
      const title = document.querySelector('hub-glass')?.shadowRoot?.querySelector('h1') as HTMLElement;
      scrollTo(0, title.getBoundingClientRect().top + scrollY - 100);
    });
    await settle(page);
    await expect.poll(() => inkOfTitle(page, 10)).toBeGreaterThan(0.03);
  });
});
