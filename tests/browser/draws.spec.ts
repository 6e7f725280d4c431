// What a reader sees comes from the canvas, all of it.

import type { Page } from '@playwright/test';
import type { Site } from './sites';
import {
  addressOf,
  builtSites,
  expect,
  type Fragment,
  fragments,
  longestRoute,
  nameMissingSites,
  openHub,
  routesOf,
  settle,
  showOnly,
  test,
} from './support/hub';
import { Picture } from './support/picture';

nameMissingSites();

const headerHeight = 64;

async function look(page: Page): Promise<Picture> {
  return new Picture(await page.screenshot({ caret: 'hide', animations: 'allow' }));
}

/** Fragments that lie wholly in view below the header and hold letters or digits. */
async function inView(page: Page): Promise<Fragment[]> {
  const { height, top } = await page.evaluate(() => ({ height: innerHeight, top: scrollY }));
  return (await fragments(page))
    .map((fragment) => ({ ...fragment, y: fragment.y - top }))
    .filter(({ y, height: tall, text }) => y > headerHeight && y + tall < height && /[\p{L}\p{N}]/u.test(text));
}

/** Routes that together use everything a page can hold: the home page, the longest one and one initiative. */
function telling(site: Site): string[] {
  const routes = routesOf(site);
  const deepest = routes.filter(
    (route) => route.split('/').length === Math.max(...routes.map((r) => r.split('/').length)),
  );
  return [...new Set(['', longestRoute(site), deepest[0] ?? ''])];
}

for (const { name, site } of builtSites) {
  for (const route of telling(site)) {
    for (const width of [320, 1280]) {
      test(`the canvas alone holds the text of the ${name} at /${route}, ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await openHub(page, route, site);
        await settle(page);
        await showOnly(page, 'canvases');
        for (const top of [0, 1500]) {
          await page.evaluate((y) => {
            scrollTo(0, y);
          }, top);
          await settle(page);
          const picture = await look(page);
          const visible = await inView(page);
          expect(visible.length).toBeGreaterThan(top === 0 ? 1 : -1);
          const blank = visible.filter((fragment) => {
            const letters = fragment.text.replace(/\s/g, '').length;
            return picture.ink(fragment) < 4 * letters;
          });
          expect(blank, 'text that left no ink').toEqual([]);
        }
      });
    }

    test(`the canvas shows the ${name} at /${route} as the static page did`, async ({ page, browser }) => {
      const plain = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
      await plain.goto(addressOf(site, route));
      const pictures = plain.locator('img');
      const here = (images: Element[]): boolean =>
        images.every(
          (image) => (image as HTMLImageElement).complete || image.getBoundingClientRect().top > innerHeight,
        );
      await expect.poll(() => pictures.evaluateAll(here)).toBe(true);
      const before = await look(plain);
      await plain.close();

      await openHub(page, route, site);
      await settle(page);
      const after = await look(page);
      const different = (await inView(page))
        // Fragments begin at whole pixels, words of a page anywhere: in a letter or two that is all the difference.
        .filter(({ width }) => width > 24)
        // Without scripts there is nothing to press.
        .filter(({ text }) => !['Plain page', 'Keyboard shortcuts'].includes(text))
        .filter((fragment) => after.difference(before, fragment) > 12);
      expect(different, 'text that looks different').toEqual([]);
      expect(after.difference(before), 'mean difference of all pixels, of 255').toBeLessThan(3);
    });
  }
}

test('margins stay blank', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 800 });
  await openHub(page);
  await settle(page);
  const picture = await look(page);
  const left = Math.min(...(await fragments(page)).map(({ x }) => x));
  expect(left).toBeGreaterThanOrEqual(16);
  const margin = { x: 0, y: headerHeight + 2, width: 12, height: 800 - headerHeight - 2 };
  expect(picture.colours(margin)).toBe(1);
  expect(picture.colours({ ...margin, x: 768 - 12 - 15 })).toBe(1);
});

test('without the canvases nothing is left to see', async ({ page }) => {
  await openHub(page);
  await settle(page);
  await showOnly(page, 'mirror');
  expect((await look(page)).colours(), 'the mirror is transparent').toBe(1);
  await showOnly(page, 'nothing');
  expect((await look(page)).colours()).toBe(1);
});

test('pictures are drawn, where the page keeps room for them', async ({ page }) => {
  await openHub(page);
  await settle(page);
  const image = page.getByRole('main').getByRole('img').first();
  await image.scrollIntoViewIfNeeded();
  await settle(page);
  const box = await image.boundingBox();
  expect(box).not.toBeNull();
  await showOnly(page, 'canvases');
  const picture = await look(page);
  expect(picture.ink(box!)).toBeGreaterThan(0.02 * box!.width * box!.height);
});
