// No fault by any rule of WCAG A and AA or of best practice, on any page, in any state, light and dark.

import type { Page } from '@playwright/test';
import { faults } from '../support/axe';
import {
  addressOf,
  builtSites,
  expect,
  type HubElement,
  hubOf,
  nameMissingSites,
  openHub,
  routesOf,
  settle,
  test,
} from '../support/hub';

nameMissingSites();

// A page without the element does not use what it loaded early.
test.use({ expectedProblems: /was preloaded using link preload but not used/ });
test.setTimeout(240_000);

/** Goes from page to page inside one document, as a reader does; reading each anew would take ten times as long. */
async function show(page: Page, route: string): Promise<void> {
  await hubOf(page).evaluate((hub, wanted) => (hub as HubElement).navigate(wanted), route);
}

for (const { name, site } of builtSites) {
  const routes = routesOf(site);

  test(`axe finds no fault on a narrow page of the ${name}, nor in its drawer`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await openHub(page, '', site);
    for (const route of new Set(['', routes.at(-1) ?? ''])) {
      await show(page, route);
      await settle(page);
      expect.soft(await faults(page, 'no'), `/${route}`).toEqual([]);
      await page.locator('[data-action="menu"]').last().click();
      await settle(page);
      expect.soft(await faults(page, 'no'), `/${route}, drawer open`).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  // In parts, so that two workers share them.
  for (let first = 0; first < routes.length; first += 40) {
    const part = routes.slice(first, first + 40);
    test(`axe finds no fault on pages of the ${name} from ${first}`, async ({ page }) => {
      await openHub(page, '', site);
      for (const route of part) {
        await show(page, route);
        expect.soft(await faults(page, 'no'), `/${route}`).toEqual([]);
      }
    });

    test(`axe finds no fault on plain pages of the ${name} from ${first}, their colours included`, async ({ page }) => {
      // The page as it is without the element; contrast can only be judged where no canvas lies below.
      await page.route('**/hub-glass*.js', (intercepted) =>
        intercepted.fulfill({ contentType: 'text/javascript', body: '' }),
      );
      for (const route of part) {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(addressOf(site, route));
        expect.soft(await faults(page), `/${route}, light`).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect.soft(await faults(page, 'only'), `/${route}, dark`).toEqual([]);
      }
    });
  }
}

test('axe finds no fault in a page that embeds the hub', async ({ page }) => {
  const { site } = builtSites[0]!;
  await page.route(`${site.address}host.html`, (intercepted) =>
    intercepted.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A portal</title>
        <script type="module" src="hub-glass.js"></script></head><body><header><p>A portal</p></header>
        <main><h1>Our city’s portal</h1><hub-glass theme="light"></hub-glass></main><footer><p>The city</p></footer></body></html>`,
    }),
  );
  await page.goto(`${site.address}host.html`);
  await expect(hubOf(page)).toHaveAttribute('state', 'ready', { timeout: 15_000 });
  for (const route of routesOf(site).slice(0, 5)) {
    await show(page, route);
    expect.soft(await faults(page, 'no'), `/${route}`).toEqual([]);
  }
});
