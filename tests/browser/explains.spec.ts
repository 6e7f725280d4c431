// Words that the hub explains: the pointer over one finds the explanation, and a quiet line shows that there is one.

import type { Locator, Page } from '@playwright/test';
import { oddSite } from './sites';
import {
  addressOf,
  expect,
  type HubElement,
  hubOf,
  nameMissingSites,
  openHub,
  settle,
  showOnly,
  test,
} from './support/hub';
import { Picture } from './support/picture';

nameMissingSites();

/** Elements of the mirror; the page's own first edition of them is still there, unseen. */
const mirrored = (page: Page, selector: string): Locator => page.locator('[part="mirror"]').locator(selector);

test('the pointer over a word of the glossary finds what it means', async ({ page }) => {
  await openHub(page, 'data-spaces/');
  const word = mirrored(page, 'abbr[title^="A group of partners who share data"]').first();
  await word.scrollIntoViewIfNeeded();
  await word.hover(); // waits until nothing else would receive the pointer
  const box = await word.boundingBox();
  expect(box).not.toBeNull();
  const hit = await hubOf(page).evaluate(
    (hub, at) => {
      const element = hub.shadowRoot?.elementFromPoint(at.x, at.y);
      return { tag: element?.localName, title: element?.getAttribute('title'), text: element?.textContent };
    },
    { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 },
  );
  expect(hit.tag).toBe('abbr');
  expect(hit.title).toBe('A group of partners who share data under common rules.');
  expect(hit.text).toMatch(/^data spaces?$/i);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });

  test('a touch shows what a word means, and another one ends it', async ({ page }) => {
    await openHub(page, 'data-spaces/');
    const word = mirrored(page, 'abbr[title^="A group of partners who share data"]').first();
    await word.scrollIntoViewIfNeeded();
    await word.tap();
    const tip = page.getByRole('tooltip');
    await expect(tip).toHaveText('A group of partners who share data under common rules.');
    const [below, above] = [await tip.boundingBox(), await word.boundingBox()];
    expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
    expect(below?.x).toBeGreaterThanOrEqual(0);
    await page.touchscreen.tap(5, 5);
    await expect(tip).toHaveCount(0);
    await word.tap();
    await expect(tip).toBeVisible();
    await hubOf(page).evaluate((hub) => {
      void (hub as HubElement).navigate('about/');
    });
    await expect(tip).toHaveCount(0);
  });

  test('a touch on a card follows its link, whatever words it holds', async ({ page }) => {
    await openHub(page, 'data-spaces/');
    const word = mirrored(page, '.hg-card:has(a.hg-covers) abbr').first();
    await word.tap();
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    await expect(page).toHaveURL(/data-spaces\/.+/);
  });
});

test('a heading, a link and the list of contents keep their plain names', async ({ page }) => {
  await openHub(page, 'words/', oddSite);
  await expect(page.getByRole('heading', { name: 'The LDT in a heading', exact: true })).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'an LDT in a link', exact: true })).toHaveCount(1);
  await page.getByRole('link', { name: 'an LDT in a link' }).click();
  await expect(page).toHaveURL(/tables\/$/);
});

test('an entry of the glossary does not explain itself', async ({ page }) => {
  await openHub(page, 'glossary/');
  const entry = page.getByRole('heading', { name: 'NGSI-LD', exact: true });
  await expect(entry).toHaveCount(1);
  await expect(entry.locator('abbr')).toHaveCount(0);
  await expect(mirrored(page, 'abbr').first()).toBeVisible();
});

/** The row of a picture in which ink and ground take turns most often, and how often the ink comes. */
function dottedRow(picture: Picture): { row: number; dots: number } {
  const ground = picture.background(picture.whole);
  let found = { row: -1, dots: 0 };
  for (let row = 0; row < picture.height; row += 1) {
    let dots = 0;
    let before = false;
    for (let column = 0; column < picture.width; column += 1) {
      const ink = picture.ink({ x: column, y: row, width: 1, height: 1 }, ground) > 0;
      if (ink && !before) dots += 1;
      before = ink;
    }
    if (dots > found.dots) found = { row, dots };
  }
  return found;
}

/** A word and what is below it. */
async function pictureOf(page: Page, word: Locator): Promise<Picture> {
  const box = await word.boundingBox();
  if (box === null) throw new Error('the word is not on the page');
  const clip = { x: Math.round(box.x), y: Math.round(box.y), width: Math.round(box.width), height: 30 };
  return new Picture(await page.screenshot({ clip }));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the canvas draws the dots that the static page has below a word, ${colorScheme}`, async ({ page, browser }) => {
    await page.emulateMedia({ colorScheme });
    await openHub(page, 'words/', oddSite);
    await settle(page);
    await showOnly(page, 'canvases');
    const drawn = dottedRow(
      await pictureOf(page, mirrored(page, 'abbr').getByText('Donaudampfschiff', { exact: true })),
    );
    const plain = await browser.newPage({
      javaScriptEnabled: false,
      colorScheme,
      viewport: { width: 1280, height: 800 },
    });
    await plain.goto(addressOf(oddSite, 'words/'));
    const shown = dottedRow(
      await pictureOf(plain, plain.locator('abbr').getByText('Donaudampfschiff', { exact: true })),
    );
    await plain.close();
    // Sixteen letters alone make less than 40.
    expect(drawn.dots).toBeGreaterThan(50);
    expect(Math.abs(drawn.dots - shown.dots), `${drawn.dots} and ${shown.dots} dots`).toBeLessThan(10);
    expect(Math.abs(drawn.row - shown.row), `rows ${drawn.row} and ${shown.row}`).toBeLessThanOrEqual(1);
  });
}
