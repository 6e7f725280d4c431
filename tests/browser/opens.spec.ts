// A reader opens any page of a hub, by its address.

import { builtSites, expect, hubOf, nameMissingSites, openHub, routesOf, test } from './support/hub';

nameMissingSites();

for (const { name, site } of builtSites) {
  test.describe(`a reader opens the ${name}`, () => {
    for (const route of routesOf(site)) {
      test(`at /${route}`, async ({ page }) => {
        const response = await page.request.get(site.address + encodeURI(route));
        const html = await response.text();
        const title = await page.evaluate((text) => {
          const match = /<title>([^<]*)<\/title>/.exec(text);
          const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
          return (match?.[1] ?? '').replace(/&(#?\w+);/g, (whole, key: string) => names[key] ?? whole);
        }, html);

        await openHub(page, route, site);

        expect(title).not.toBe('');
        await expect(page).toHaveTitle(title);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expect(page.getByRole('main')).toHaveCount(1);
        await expect(page.getByRole('banner')).toHaveCount(1);
        const marks = await page.evaluate(() => performance.getEntriesByType('mark').map((mark) => mark.name));
        expect(marks).toEqual(['hubglass:engine', 'hubglass:pack', 'hubglass:first-frame']);
        expect(await hubOf(page).evaluate((hub) => hub.shadowRoot?.querySelector('slot'))).toBeNull();
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
