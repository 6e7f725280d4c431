// What goes wrong around an embedded hub: what lies in the tag stays, the page learns what and why, nothing else of it changes.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSite } from '../sites';
import { expect, hubOf, test, waitForState } from '../support/hub';
import { followEvents, openPortal, strictPolicy, toldBy } from '../support/portal';

test.use({ expectedProblems: /hub-glass: |Failed to load resource|CORS policy|Content Security Policy|WebAssembly/ });

const inside = '<p>Read the hub on its own site.</p>';

async function expectStays(page: Parameters<typeof openPortal>[0], code: string): Promise<void> {
  await waitForState(page, 'error');
  await expect(page.getByText('Read the hub on its own site.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'A city’s portal' })).toBeVisible();
  const errors = (await toldBy(page)).filter(({ name }) => name === 'error');
  expect(errors.map(({ detail }) => detail?.['code'])).toEqual([code]);
  expect(errors[0]?.detail?.['message']).toMatch(/\.$|\)$/);
}

test.beforeEach(async ({ page }) => {
  await followEvents(page);
});

test('a hub that cannot be reached', async ({ page }) => {
  await openPortal(page, `<hub-glass loading="eager" src="${contentSite.address}nowhere/">${inside}</hub-glass>`);
  await expectStays(page, 'hub-missing');
});

test('a hub that other origins may not read', async ({ page }) => {
  const server = createServer((_, response) => response.end('{}')); // says nothing about other origins
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await openPortal(
    page,
    `<hub-glass loading="eager" src="${hub}">${inside}</hub-glass>`,
    strictPolicy.replace('connect-src', `connect-src ${hub}`),
  );
  await expectStays(page, 'hub-missing');
  server.close();
});

test('a policy that forbids WebAssembly', async ({ page }) => {
  await openPortal(
    page,
    `<hub-glass loading="eager">${inside}</hub-glass>`,
    strictPolicy.replace(" 'wasm-unsafe-eval'", ''),
  );
  await expectStays(page, 'engine-broken');
});

test('a script whose other half is missing', async ({ page }) => {
  await page.route('**/hub-glass-hub.*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await openPortal(page, `<hub-glass loading="eager">${inside}</hub-glass>`);
  await expectStays(page, 'script-missing');
});

test('values that mean nothing are named, and the usual ones hold', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await openPortal(
    page,
    '<hub-glass loading="soon" theme="blue" mode="window" view="all" height="tall" routing="none" target="_top" lang="xx"></hub-glass>',
  );
  await waitForState(page, 'ready');
  const names = ['loading="soon"', 'theme="blue"', 'mode="window"', 'view="all"', 'height="tall"', 'routing="none"'];
  for (const name of [...names, 'target="_top"', 'lang="xx"']) {
    expect(
      said.filter((line) => line.includes(`${name} means nothing`)),
      name,
    ).toHaveLength(1);
  }
});

test('a target that means nothing is named, and links open inside the hub', async ({ page, context }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const portal = await openPortal(page, '<hub-glass loading="eager" target="_top" view="cards"></hub-glass>');
  await waitForState(page, 'ready');
  await page.getByRole('link', { name: 'View Details' }).first().click();
  await expect(hubOf(page).getByRole('heading', { level: 1, name: 'Data Spaces' })).toBeVisible();
  expect(said.filter((line) => line.includes('target="_top" means nothing'))).toHaveLength(1);
  expect(page.url()).toBe(portal);
  expect(context.pages()).toHaveLength(1);
});

test('a loading that means nothing waits for a reader, as without it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openPortal(page, `<canvas width="10" height="5000"></canvas><hub-glass loading="soon">${inside}</hub-glass>`);
  await page.evaluate(() => customElements.whenDefined('hub-glass'));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(asked.filter((url) => url.endsWith('.wasm'))).toEqual([]);
  await page.getByText('Read the hub on its own site.').scrollIntoViewIfNeeded();
  await waitForState(page, 'ready');
});

test('values that mean nothing, set while the hub is shown, throw nothing and bring back the usual ones', async ({
  page,
}) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const portal = await openPortal(
    page,
    '<hub-glass loading="eager" theme="dark" view="cards" routing="hash" height="400"></hub-glass>',
  );
  await waitForState(page, 'ready');
  await expect(hubOf(page)).toHaveAttribute('data-theme', 'dark');
  await hubOf(page).evaluate((hub) => {
    Object.assign(hub, { theme: 'blue', view: 'all', target: 7, loading: null, mode: undefined });
  });
  await expect(hubOf(page)).not.toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible(); // only the whole hub has it
  await hubOf(page).evaluate((hub) => {
    Object.assign(hub, { routing: 'none', height: 'tall' });
  });
  await expect.poll(async () => (await hubOf(page).boundingBox())?.height).toBeGreaterThan(800);
  await waitForState(page, 'ready');
  await page.getByRole('link', { name: 'View Details' }).first().click();
  await expect(hubOf(page).getByRole('heading', { level: 1, name: 'Data Spaces' })).toBeVisible();
  expect(page.url()).toBe(portal);
  for (const name of ['theme="blue"', 'view="all"', 'target="7"', 'routing="none"', 'height="tall"']) {
    expect(
      said.filter((line) => line.includes(`${name} means nothing`)),
      name,
    ).toHaveLength(1);
  }
});

test.describe('a wrong route', () => {
  test.use({ expectedProblems: /status of 404/ }); // the browser's own word about it

  test('says so inside the hub', async ({ page }) => {
    await openPortal(page, '<hub-glass loading="eager" route="no/such/page/"></hub-glass>');
    await waitForState(page, 'ready');
    await expect(hubOf(page).getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  });
});

test('a browser that keeps nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await openPortal(page, '<hub-glass loading="eager"></hub-glass>');
  await waitForState(page, 'ready');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await expect(page.getByRole('button', { name: 'Theme: light' })).toBeVisible();
});
