// A reader opens any page of a hub, by its address: all its words are there, and the text a reader selects, hears and finds is where
// the text drawn is.

import { addressOf, builtSites, expect, hubOf, nameMissingSites, openHub, routesOf, test } from './support/hub';
import { differences, drawnLines, shownLines } from './support/lines';

nameMissingSites();

const widths = [288, 320, 360, 768, 1024, 1280, 1600, 1920];
const tolerance = 1; // CSS px

/** Runs in the page: its words, whatever blanks stand between blocks (the mirror has none there). */
function wordsOf(element: Element): string {
  const inlines = 'a, abbr, b, code, del, em, i, kbd, mark, s, small, span, strong, sub, sup, wbr';
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Element) {
      const block = !node.matches(inlines);
      if (block) texts.push(' ');
      node.childNodes.forEach(visit);
      if (block) texts.push(' ');
    } else {
      texts.push(node.textContent ?? '');
    }
  };
  visit(element);
  return texts.join('').replace(/\s+/g, ' ').trim();
}

for (const { name, site } of builtSites) {
  test.describe(`a reader opens the ${name}`, () => {
    test.describe.configure({ timeout: 180_000 });
    for (const route of routesOf(site)) {
      test(`at /${route}`, async ({ page, browser }) => {
        const plain = await browser.newPage({ javaScriptEnabled: false });
        await plain.goto(addressOf(site, route));
        const title = await plain.title();
        const text = await plain.getByRole('main').evaluate(wordsOf);
        await openHub(page, route, site);

        expect(title).not.toBe('');
        await expect(page).toHaveTitle(title);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expect(page.getByRole('main')).toHaveCount(1);
        await expect(page.getByRole('banner')).toHaveCount(1);
        expect(await page.getByRole('main').evaluate(wordsOf), 'the words of the page').toBe(text);
        const marks = await page.evaluate(() => performance.getEntriesByType('mark').map((mark) => mark.name));
        expect(marks).toEqual(['hubglass:engine', 'hubglass:pack', 'hubglass:first-frame']);
        expect(await hubOf(page).evaluate((hub) => hub.shadowRoot?.querySelector('slot'))).toBeNull();

        for (const width of widths) {
          await Promise.all([page, plain].map(async (one) => one.setViewportSize({ width, height: 800 })));
          // The mirror is rebuilt by the resize observer, in the frame after the resize.
          await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
          const drawn = await drawnLines(page);
          expect(drawn.length).toBeGreaterThan(1);
          const [mirrored = [], written = []] = await Promise.all([page, plain].map(async (one) => shownLines(one)));
          expect.soft(differences(mirrored, drawn, tolerance), `${width} px: mirror and canvas`).toEqual([]);
          expect.soft(differences(written, drawn, tolerance), `${width} px: static page and canvas`).toEqual([]);
        }
        await plain.close();
      });
    }
  });
}

test('a reader is told when the hub is ready and where it is', async ({ page }) => {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const name of ['hubglass:ready', 'hubglass:navigate', 'hubglass:error']) {
      addEventListener(name, (event) => {
        heard.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`);
      });
    }
  });
  await openHub(page);
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard).toEqual(['hubglass:ready null']);
});
