// A reader without JavaScript, a search engine and a printer read every page as it lies on the host.

import { addressOf, builtSites, expect, nameMissingSites, routesOf, test } from './support/hub';

nameMissingSites();

// Without a script nothing fetches what the pages load early for it.
test.use({ javaScriptEnabled: false, expectedProblems: /was preloaded using link preload but not used/ });

/** Pages of the odd project that have a title and nothing else. */
const emptyOnPurpose = new Set(['empty/']);

for (const { name, site } of builtSites) {
  test(`every page of the ${name} holds its whole content`, async ({ page }) => {
    for (const route of routesOf(site)) {
      await page.goto(addressOf(site, route), { waitUntil: 'domcontentloaded' });
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const words = (await page.getByRole('main').innerText()).split(/\s+/).length;
      expect(words, `words on /${route}`).toBeGreaterThan(emptyOnPurpose.has(route) ? 0 : 20);
    }
  });

  test(`every link inside the ${name} leads to a page that is there`, async ({ page, request }) => {
    test.slow();
    const known = new Set<string>();
    for (const route of routesOf(site)) {
      await page.goto(addressOf(site, route), { waitUntil: 'domcontentloaded' });
      const links = await page
        .locator('a[href]')
        .evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
      for (const link of links) {
        const [address = '', fragment = ''] = link.split('#');
        if (!address.startsWith(site.address) || known.has(link)) continue;
        known.add(link);
        const response = await request.get(address);
        expect.soft(response.status(), `${address}, linked from /${route}`).toBe(200);
        if (fragment && fragment !== 'hg-main') {
          const id = decodeURIComponent(fragment);
          const there = (await response.text()).includes(` id="${id}"`);
          expect.soft(there, `#${id} of ${address}, linked from /${route}`).toBe(true);
        }
      }
    }
    expect(known.size).toBeGreaterThan(10);
  });
}

test('the page has a title, a description, a language and a width that fits phones', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const { site } of builtSites) {
    await page.goto(site.address);
    expect(await page.title()).not.toBe('');
    await expect(page.locator('html')).toHaveAttribute('lang', /^[a-z]{2}/);
    await expect(page.locator('meta[name="viewport"]')).toHaveAttribute('content', /width=device-width/);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});

test('on a phone the navigation can be reached', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto(builtSites[0]!.site.address);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Glossary' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
});

test('the first stop of the Tab key skips to the content', async ({ page }) => {
  await page.goto(builtSites[0]!.site.address);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
