// The text a reader selects, hears and finds is where the text drawn is; and the page does not jump when the canvas takes over.

import { addressOf, builtSites, expect, nameMissingSites, openHub, type Region, routesOf, test } from '../support/hub';
import { differences, drawnLines, type Line, shownLines } from '../support/lines';

nameMissingSites();

const widths = [288, 320, 360, 768, 1024, 1280, 1600, 1920];
const frameWidths = [360, 768, 1280, 1920]; // narrower, the header's title is cut to the lines there is room for
const tolerance = 1; // CSS px

test.describe.configure({ timeout: 180_000 });

for (const { name, site } of builtSites) {
  for (const route of routesOf(site)) {
    test(`drawn text lies under the mirror's and where the static page had it: ${name}, /${route}`, async ({
      page,
      browser,
    }) => {
      const plain = await browser.newPage({ javaScriptEnabled: false });
      await plain.goto(addressOf(site, route));
      await openHub(page, route, site);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await plain.setViewportSize({ width, height: 800 });
        // The mirror is rebuilt by the resize observer, in the frame after the resize.
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
        const drawn = await drawnLines(page);
        expect(drawn.length).toBeGreaterThan(1);
        expect
          .soft(differences(await shownLines(page), drawn, tolerance), `${width} px: mirror and canvas`)
          .toEqual([]);
        expect
          .soft(differences(await shownLines(plain), drawn, tolerance), `${width} px: static page and canvas`)
          .toEqual([]);
      }
      await plain.close();
    });
  }
}

for (const width of frameWidths) {
  test(`the frame's text lies under the mirror's at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openHub(page);
    if (width < 1220) await page.getByRole('button', { name: 'Open navigation' }).click();
    const regions: Region[] = width < 1220 ? ['header', 'navigation'] : ['header', 'navigation', 'contents'];
    for (const region of regions) {
      const drawn = await drawnLines(page, region);
      expect(drawn.length, region).toBeGreaterThan(0);
      expect.soft(differences(await shownLines(page, region), drawn, tolerance), region).toEqual([]);
    }
  });
}

test('headings stay where they were when the canvas takes over', async ({ page, browser }) => {
  const headings = (lines: Line[]): Line[] => lines.filter(({ block }) => /^<h[1-6]>/.test(block));
  const plain = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  for (const { site } of builtSites) {
    await plain.goto(addressOf(site, ''));
    await openHub(page, '', site);
    const before = headings(await shownLines(plain));
    const after = headings(await shownLines(page));
    expect(before.length).toBeGreaterThan(0);
    expect(differences(before, after, tolerance)).toEqual([]);
  }
  await plain.close();
});
