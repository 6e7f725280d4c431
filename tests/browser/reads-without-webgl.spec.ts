// A reader whose browser has no WebGL 2 gets the page that lies in the element.

import { passFrames } from './support/frames';
import { expect, hubOf, openHub, test } from './support/hub';
import { Picture } from './support/picture';

// Such a reader does not use what the page loaded early.
test.use({ expectedProblems: /was preloaded using link preload but not used/ });

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext as (...values: unknown[]) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : original.call(this, kind, ...rest);
    } as typeof HTMLCanvasElement.prototype.getContext;
  });
});

test('the whole page is there to read', async ({ page }) => {
  await openHub(page, '', undefined, 'reader');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'View Details' })).toHaveCount(6);
  const picture = new Picture(await page.screenshot());
  expect(picture.ink(picture.whole)).toBeGreaterThan(5000);
});

test('links lead on, page by page', async ({ page }) => {
  await openHub(page, '', undefined, 'reader');
  await page.getByRole('main').getByRole('link', { name: 'View Details' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();
  await expect(hubOf(page)).toHaveAttribute('state', 'reader');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: /Ecosystem/ })).toBeVisible();
});

test('nothing heavy is fetched for it', async ({ page }) => {
  const started: string[] = [];
  page.on('request', (request) => started.push(request.url()));
  await openHub(page, '', undefined, 'reader');
  await passFrames(page, 30);
  // The page itself may have asked for engine and pack early; the element must not ask again.
  expect(started.filter((url) => url.endsWith('.hubpack')).length).toBeLessThanOrEqual(1);
  expect(started.filter((url) => url.endsWith('.wasm')).length).toBeLessThanOrEqual(1);
});

test('the theme can be switched', async ({ page }) => {
  await openHub(page, '', undefined, 'reader');
  const surface = (): Promise<string> =>
    page.evaluate(() => {
      const shown = document.querySelector('.hg-page') as HTMLElement;
      return `${getComputedStyle(document.body).backgroundColor} ${getComputedStyle(shown).backgroundColor}`;
    });
  const light = await surface();
  const control = page.getByRole('button', { name: /^Theme/ });
  await control.click();
  await control.click();
  expect(await surface()).not.toBe(light);
});

test('on a phone the navigation is in reach', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await openHub(page, '', undefined, 'reader');
  await page.getByRole('button', { name: 'Open navigation' }).click();
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Glossary' });
  await expect(link).toBeInViewport();
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
});
