// While the canvas is made ready a reader is already reading: nothing they did is lost, and nothing jumps.

import type { Page } from '@playwright/test';
import {
  addressOf,
  builtSites,
  expect,
  hubOf,
  longestRoute,
  nameMissingSites,
  openHub,
  settle,
  test,
  waitForState,
} from '../support/hub';
import { contentSite, languagesSite, oddSite } from '../sites';

nameMissingSites();

/** Opens the static page and keeps the canvas back until the function returned is called. */
async function holdBack(page: Page, address: string): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.hubpack', async (route) => {
    await held;
    await route.continue();
  });
  // The whole page, as a heading that counts as the last one is another while the rest is still arriving.
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return async () => {
    release();
    await waitForState(page, 'ready');
  };
}

for (const { name, site } of builtSites) {
  for (const [width, height] of [
    [360, 740],
    [1280, 800],
  ] as const) {
    test(`layout does not shift, ${name}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.addInitScript(() => {
        const shifts: string[] = [];
        (window as unknown as { shifts: string[] }).shifts = shifts;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[];
          })[]) {
            const nodes = entry.sources.map(
              ({ node, previousRect, currentRect }) => `${node?.nodeName} ${previousRect.y} to ${currentRect.y}`,
            );
            shifts.push(`${entry.value}: ${nodes.join(', ')}`);
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      for (const route of new Set(['', longestRoute(site)])) {
        await openHub(page, route, site);
        await settle(page);
        expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts), `/${route}`).toEqual([]);
      }
    });
  }
}

test('the focus stays on the same link', async ({ page }) => {
  const finish = await holdBack(page, addressOf(contentSite, ''));
  await page.getByRole('main').getByRole('link', { name: 'View Details' }).nth(2).focus();
  await finish();
  await expect(page.getByRole('main').getByRole('link', { name: 'View Details' }).nth(2)).toBeFocused();
});

test('the place stays', async ({ page }) => {
  const finish = await holdBack(page, addressOf(contentSite, 'data-spaces/'));
  const heading = page.getByRole('main').getByRole('heading', { level: 2 }).last();
  await heading.evaluate((element) => {
    scrollBy(0, element.getBoundingClientRect().top - 150);
  });
  const before = (await heading.boundingBox())!.y;
  await finish();
  expect(Math.abs((await heading.boundingBox())!.y - before)).toBeLessThanOrEqual(1);
});

test('what was unfolded stays open', async ({ page }) => {
  test.skip(!oddSite.isBuilt, 'the odd project is not built');
  const finish = await holdBack(page, addressOf(oddSite, 'folding/'));
  const folds = page.getByRole('main').locator('details');
  const wasOpen = await folds.first().evaluate((details) => (details as HTMLDetailsElement).open);
  await folds.first().locator('summary').click();
  await finish();
  await expect(folds.first()).toHaveJSProperty('open', !wasOpen);
});

test('on a phone, a navigation that was opened early stays open', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const finish = await holdBack(page, addressOf(contentSite, ''));
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link').first()).toBeFocused();
  await finish();
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link').first()).toBeFocused();
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link').first()).toBeVisible();
});

/** The text of the page in the element, and what its head says. */
async function lightStory(page: Page): Promise<string[]> {
  return hubOf(page).evaluate((hub) => {
    const words = (selector: string): string => (hub.querySelector(selector)?.textContent ?? '').replace(/\s+/g, '');
    return [
      words('.hg-region-content'),
      words('.hg-region-navigation'),
      words('.hg-region-contents'),
      document.title,
      document.documentElement.lang,
      document.querySelector('meta[name="description"]')?.getAttribute('content') ?? '',
    ];
  });
}

for (const [name, address, follow] of [
  [
    'another page',
    addressOf(contentSite, ''),
    (page: Page) => page.getByRole('main').getByRole('link', { name: 'View Details' }).nth(1),
  ],
  [
    'another language',
    addressOf(languagesSite, ''),
    (page: Page) => page.getByRole('link', { name: 'Deutsch' }).first(),
  ],
] as const) {
  test(`after going to ${name} the light DOM tells the same story as a page loaded anew`, async ({ page, browser }) => {
    await page.goto(address);
    await waitForState(page, 'ready');
    const before = await lightStory(page);
    await follow(page).click();
    await expect.poll(async () => (await lightStory(page))[0]).not.toBe(before[0]);
    const fresh = await browser.newPage({ javaScriptEnabled: true, viewport: { width: 1280, height: 800 } });
    await fresh.goto(page.url());
    await waitForState(fresh, 'ready');
    expect(await lightStory(page)).toEqual(await lightStory(fresh));
    await fresh.close();
  });
}
