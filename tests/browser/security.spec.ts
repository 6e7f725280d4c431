// A strict host: nothing inline, no eval, no trusted-types policy but the kiosk’s, and a frame without an origin.

import { contentSite, type Site } from './sites';
import { addressOf, builtSites, expect, hubOf, nameMissingSites, openHub, routesOf, settle, test } from './support/hub';

nameMissingSites();

const wanted = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types hubglass-kiosk',
];

test('the test server sends the strict policy', async ({ request }) => {
  const policy = (await request.get(contentSite.address)).headers()['content-security-policy'] ?? '';
  expect(policy.split('; ')).toEqual(expect.arrayContaining(wanted));
});

for (const { name, site } of builtSites) {
  test(`no page of the ${name} offends against it`, async ({ page }) => {
    test.setTimeout(400_000);
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(
          `violates ${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
        );
      });
    });
    for (const route of routesOf(site)) await openHub(page, route, site);
    await settle(page);
  });
}

test('everything comes from the site itself', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(contentSite.address)) foreign.push(request.url());
  });
  for (const route of ['', 'data-spaces/', 'data-spaces/simpl/']) {
    await openHub(page, route);
    await settle(page);
  }
  expect(foreign).toEqual([]);
});

test.describe('in a frame without an origin', () => {
  async function open(page: Parameters<typeof openHub>[0], site: Site): Promise<void> {
    await page.route('**/portal', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Portal</title><iframe sandbox="allow-scripts" width="1000" height="700" src="${addressOf(site, '')}"></iframe>`,
      }),
    );
    await page.goto(`${site.address}portal`);
  }

  test('the hub works, without storage', async ({ page }) => {
    await open(page, contentSite);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('hub-glass')).toHaveAttribute('state', 'ready');
    await frame.getByRole('button', { name: /^Theme/ }).click();
    await expect(frame.getByRole('button', { name: 'Theme: light' })).toBeVisible();
    await frame.getByRole('main').getByRole('link', { name: 'View Details' }).first().click();
    await expect(frame.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();
  });
});

test.describe('a wrong address', () => {
  test.use({ expectedProblems: /status of 404/ }); // the browser's own word about it

  test('what an address says is never taken for markup', async ({ page }) => {
    await openHub(page, '#"><img src=x onerror=alert(1)>');
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
    await hubOf(page).evaluate((hub) => {
      (hub as unknown as { navigate(route: string): void }).navigate('<img src=x onerror=alert(1)>/');
    });
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
  });
});
