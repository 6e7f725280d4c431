// The frame's text lies where it is drawn, and the page does not jump when the canvas takes over. Pages' own text: opens.spec.ts.

import { addressOf, builtSites, expect, nameMissingSites, openHub, type Region, test } from '../support/hub';
import { differences, drawnLines, type Line, shownLines } from '../support/lines';

nameMissingSites();

const frameWidths = [360, 768, 1280, 1920]; // narrower, the header's title is cut to the lines there is room for
const tolerance = 1; // CSS px

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
