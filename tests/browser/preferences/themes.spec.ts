// Light, dark, as the system says, high contrast, print.

import type { Page } from '@playwright/test';
import { expect, hubOf, openHub, settle, showOnly, test, waitForState } from '../support/hub';
import { Picture } from '../support/picture';

const white = 0xffffff;
const night = 0x0f1521;

async function surface(page: Page): Promise<number> {
  await settle(page);
  const picture = new Picture(await page.screenshot());
  return picture.background(picture.whole);
}

test('the theme switch goes from automatic to light to dark and round', async ({ page }) => {
  await openHub(page);
  const control = page.getByRole('button', { name: /^Theme/ });
  const seen: [string | null, number][] = [];
  for (let press = 0; press < 4; press += 1) {
    seen.push([await control.getAttribute('aria-label'), await surface(page)]);
    await control.click();
  }
  expect(seen).toEqual([
    ['Theme: automatic', white],
    ['Theme: light', white],
    ['Theme: dark', night],
    ['Theme: automatic', white],
  ]);
});

test('the choice is remembered, on every page and from the first paint on', async ({ page }) => {
  await openHub(page);
  const control = page.getByRole('button', { name: /^Theme/ });
  await control.click();
  await control.click();
  await openHub(page, 'glossary/');
  expect(await surface(page)).toBe(night);
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
});

test('automatic follows the system, also while the page is open', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openHub(page);
  expect(await surface(page)).toBe(night);
  await showOnly(page, 'canvases');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await surface(page)).toBe(white);
});

test('in the dark text is light, on the canvas', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openHub(page);
  await settle(page);
  const box = (await page.getByRole('heading', { level: 1 }).boundingBox())!;
  await showOnly(page, 'canvases');
  const picture = new Picture(await page.screenshot());
  expect(picture.background(box)).toBe(night);
  expect(picture.ink(box, night)).toBeGreaterThan(500);
});

test('where the system forces colours, the plain page is shown in them', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openHub(page, '', undefined, 'reader').catch(async () => {
    await waitForState(page, 'ready');
  });
  const canvases = hubOf(page).locator('canvas');
  for (const canvas of await canvases.all()) await expect(canvas).toBeHidden();
  const fill = await page
    .getByRole('heading', { level: 1 })
    .evaluate((heading) => getComputedStyle(heading).webkitTextFillColor);
  expect(fill).not.toBe('rgba(0, 0, 0, 0)');
  const picture = new Picture(await page.screenshot());
  expect(picture.ink(picture.whole)).toBeGreaterThan(5000);
});

test('colours that are forced later, and no more, are followed', async ({ page }) => {
  await openHub(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await waitForState(page, 'reader');
  await page.emulateMedia({ forcedColors: 'none' });
  await waitForState(page, 'ready');
});

test('print shows the text and no canvas', async ({ page }) => {
  await openHub(page, 'glossary/');
  await page.emulateMedia({ media: 'print' });
  for (const canvas of await hubOf(page).locator('canvas').all()) await expect(canvas).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
  const fill = await page
    .getByRole('heading', { level: 1 })
    .evaluate((heading) => getComputedStyle(heading).webkitTextFillColor);
  expect(fill).not.toBe('rgba(0, 0, 0, 0)');
  const picture = new Picture(await page.screenshot());
  expect(picture.ink(picture.whole)).toBeGreaterThan(5000);
});

test('paper is printed on in dark ink, whatever theme was chosen', async ({ page }) => {
  await openHub(page, 'glossary/');
  const control = page.getByRole('button', { name: /^Theme/ });
  await control.click();
  await control.click();
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const ink = await page.getByRole('heading', { level: 1 }).evaluate((heading) => getComputedStyle(heading).color);
  expect(ink).toBe('rgb(0, 0, 0)');
});

test('print has no navigation on it and fills the sheet', async ({ page }) => {
  await openHub(page, 'glossary/');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 }); // A4 at 96 px an inch
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  const main = (): Promise<DOMRect> =>
    page.getByRole('main').evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
  await expect.poll(async () => (await main()).width).toBeGreaterThan(500);
  expect((await main()).left).toBeLessThan(100);
});
