// However fast a reader scrolls, there is text before them.

import { expect, openHub, settle, test } from '../support/hub';
import { corpusSite, oddSite } from '../sites';
import { longestRoute } from '../support/hub';
import { Picture } from '../support/picture';

test('text stands where the canvas has not been drawn yet', async ({ page }) => {
  const site = corpusSite.isBuilt ? corpusSite : oddSite;
  await openHub(page, longestRoute(site), site);
  await settle(page);
  await page.evaluate(() => {
    // The compositor scrolls on while scripts are busy: here, they never come round to drawing.
    window.requestAnimationFrame = () => 0;
  });
  const inks: number[] = [];
  const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  for (const part of [0.35, 0.7, 1]) {
    await page.evaluate((top) => {
      scrollTo({ top, behavior: 'instant' });
    }, end * part);
    const picture = new Picture(await page.screenshot());
    inks.push(picture.ink({ x: 330, y: 80, width: 600, height: 700 }));
  }
  for (const ink of inks) expect(ink).toBeGreaterThan(800);
});

test('text is drawn once: what the canvas shows, the mirror hides', async ({ page }) => {
  await openHub(page, 'data-spaces/');
  await settle(page);
  for (const top of [0, 600, 1200]) {
    await page.evaluate((y) => {
      scrollTo({ top: y, behavior: 'instant' });
    }, top);
    await settle(page);
    const visible = await page.evaluate(() => {
      const mirror = document.querySelector('hub-glass')?.shadowRoot?.querySelector('.hg-region-content');
      const walker = document.createTreeWalker(mirror as Node, NodeFilter.SHOW_TEXT);
      const shown: string[] = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement as HTMLElement;
        const { top, bottom } = parent.getBoundingClientRect();
        const words = (walker.currentNode.textContent ?? '').trim();
        const fill = getComputedStyle(parent).getPropertyValue('-webkit-text-fill-color');
        if (words !== '' && bottom > 0 && top < innerHeight && !/, 0\)$/.test(fill)) shown.push(words);
      }
      return shown;
    });
    expect(visible).toEqual([]);
  }
});

test('following a scroll asks for no layout', async ({ page }) => {
  await openHub(page, 'data-spaces/');
  await settle(page);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const layouts = async (): Promise<number> =>
    (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'LayoutCount')!.value;
  const before = await layouts();
  for (let step = 0; step < 20; step += 1) {
    await page.mouse.wheel(0, 40);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  expect((await layouts()) - before).toBeLessThanOrEqual(2);
});
