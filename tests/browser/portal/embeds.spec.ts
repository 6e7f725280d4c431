// A hub as a part of a partner's page: from another origin, under the partner's policy, in the size the partner gives it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentSite } from '../sites';
import { expect, hubOf, test, waitForState } from '../support/hub';
import { followEvents, openPortal, toldBy } from '../support/portal';

const src = contentSite.address;

test('what a host loads first is small', () => {
  expect(readFileSync(join(contentSite.folder, 'hub-glass.js.br')).length).toBeLessThanOrEqual(6000);
});

test('three parts of a hub share one engine, from another origin and under a strict policy', async ({ page }) => {
  const engines: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.wasm')) engines.push(request.url());
  });
  const portal = await openPortal(
    page,
    `<hub-glass id="cards" loading="eager" view="cards"></hub-glass>
     <hub-glass id="cluster" loading="eager" view="cluster" route="data-spaces/"></hub-glass>
     <hub-glass id="initiative" loading="eager" view="initiative" route="data-spaces/simpl/"></hub-glass>`,
  );
  for (const id of ['cards', 'cluster', 'initiative']) {
    await expect(page.locator(`#${id}`)).toHaveAttribute('state', 'ready', { timeout: 20_000 });
  }
  expect(engines).toHaveLength(1);
  await expect(page.locator('#cards').getByRole('link', { name: 'View Details' })).toHaveCount(6);
  await expect(page.locator('#cards').getByRole('heading', { level: 1 })).toHaveCount(0);
  await expect(page.locator('#cluster').getByRole('link', { name: /More about Simpl/ })).toBeVisible();
  await expect(page.locator('#initiative').getByRole('heading', { level: 1 })).toContainText('Simpl');
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page
    .locator('#cluster')
    .getByRole('link', { name: /More about Simpl/ })
    .click();
  await expect(page.locator('#cluster').getByRole('heading', { level: 1 })).toContainText('Simpl');
  await expect(page.locator('#cluster').getByRole('navigation', { name: 'Breadcrumb' })).toBeVisible();
  expect(page.url()).toBe(portal);
});

test('nothing but the small script comes until a reader is near', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openPortal(
    page,
    '<canvas width="10" height="5000"></canvas><hub-glass><p>Read the hub on its own site.</p></hub-glass>',
  );
  await page.evaluate(() => customElements.whenDefined('hub-glass'));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await expect(page.getByText('Read the hub on its own site.')).toBeVisible();
  expect(asked.filter((path) => path !== '/page')).toEqual(['/hub-glass.js']);
  await page.getByText('Read the hub on its own site.').scrollIntoViewIfNeeded();
  await waitForState(page, 'ready');
});

test('a hub of a given height scrolls by itself, and nothing runs over', async ({ page }) => {
  await openPortal(page, '<hub-glass loading="eager" height="400"></hub-glass>');
  await waitForState(page, 'ready');
  expect((await hubOf(page).boundingBox())?.height).toBe(400);
  const box = page.getByRole('region', { name: 'Smart Communities Hub' }).first();
  await box.focus();
  await page.keyboard.press('PageDown');
  await expect.poll(() => box.evaluate((element) => element.scrollTop)).toBeGreaterThan(200);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const widest = await hubOf(page).evaluate((hub) => {
    const { bottom, right } = hub.getBoundingClientRect();
    const { scrollHeight, scrollWidth } = document.documentElement;
    return [scrollHeight <= Math.max(innerHeight, bottom + 200), scrollWidth <= Math.max(innerWidth, right)];
  });
  expect(widest).toEqual([true, true]);
  await hubOf(page).evaluate((hub) => {
    hub.setAttribute('height', '20em');
  });
  await expect.poll(async () => (await hubOf(page).boundingBox())?.height).toBe(320);
});

test('in a place of its height nothing moves when a hub comes', async ({ page }) => {
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.place { min-height: 480px }');
    document.adoptedStyleSheets = [sheet];
    const moved: string[] = [];
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as (PerformanceEntry & { sources: { node: Node | null }[] })[]) {
        moved.push(...shift.sources.map(({ node }) => node?.nodeName ?? 'something that is gone'));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await openPortal(
    page,
    `<p>What comes before it.</p>
     <div class="place"><hub-glass height="480"><p>Read the hub on its own site.</p></hub-glass></div>
     <p>What comes after it.</p>`,
  );
  await waitForState(page, 'ready');
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)).toEqual([]);
});

test('attributes are followed while the hub is shown', async ({ page }) => {
  await openPortal(page, '<hub-glass loading="eager" route="data-spaces/" lang="de"></hub-glass>');
  await waitForState(page, 'ready');
  const title = page.getByRole('heading', { level: 1 }).nth(1);
  await expect(title).toHaveText('Datenräume');
  const set = (name: string, value: string) =>
    hubOf(page).evaluate((hub, [key = '', to]) => Object.assign(hub, { [key]: to }), [name, value]);
  await set('lang', 'en');
  await expect(title).toHaveText('Data Spaces');
  await set('route', 'glossary/');
  await expect(title).toHaveText('Glossary');
  await set('theme', 'dark');
  await expect(hubOf(page)).toHaveAttribute('data-theme', 'dark');
  await set('route', 'data-spaces/');
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible();
  await set('view', 'cluster');
  await expect(page.getByRole('button')).toHaveCount(0);
  await set('view', 'page');
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible();
});

test('a hub in a page touches neither address nor history, and goes back by itself', async ({ page }) => {
  const portal = await openPortal(page, '<hub-glass loading="eager"></hub-glass>');
  await waitForState(page, 'ready');
  const length = await page.evaluate(() => history.length);
  await page.getByRole('link', { name: 'View Details' }).first().click();
  const title = page.getByRole('heading', { level: 1 }).nth(1);
  await expect(title).toHaveText('Data Spaces');
  expect(page.url()).toBe(portal);
  expect(await page.evaluate(() => history.length)).toBe(length);
  const back = () => hubOf(page).evaluate((hub) => (hub as unknown as { back(): boolean }).back());
  expect(await back()).toBe(true);
  await expect(title).not.toHaveText('Data Spaces');
  expect(await back()).toBe(false);
});

test('every way to follow a link that leads out is told before, and can be refused', async ({ page, context }) => {
  await followEvents(page);
  const portal = await openPortal(
    page,
    '<hub-glass loading="eager" route="data-spaces/simpl/" view="initiative"></hub-glass>',
  );
  await waitForState(page, 'ready');
  const link = page.locator('hub-glass a[href^="https://"]').first();
  const href = await link.getAttribute('href');
  await link.click();
  await link.click({ modifiers: ['Control'] });
  await link.click({ button: 'middle' });
  await link.focus();
  await page.keyboard.press('Enter');
  const links = (await toldBy(page)).filter(({ name }) => name === 'link');
  expect(links).toEqual(Array.from({ length: 4 }, () => ({ name: 'link', detail: { href, kind: 'external' } })));
  expect(page.url()).toBe(portal);
  expect(context.pages()).toHaveLength(1);
});

test('the hub may lie elsewhere than its script', async ({ page }) => {
  await openPortal(page, `<hub-glass loading="eager" src="${src}index.html" view="cards"></hub-glass>`);
  await waitForState(page, 'ready');
});

test('adding and removing a hub a hundred times leaves nothing behind', async ({ page }) => {
  await page.addInitScript(() => {
    const contexts = new Set<WeakRef<WebGL2RenderingContext>>();
    Object.assign(window, { live: () => [...contexts].filter((one) => one.deref()?.isContextLost() === false).length });
    const original = HTMLCanvasElement.prototype.getContext as (...values: unknown[]) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      const context = original.call(this, kind, ...rest);
      if (kind === 'webgl2' && context) contexts.add(new WeakRef(context as WebGL2RenderingContext));
      return context;
    } as typeof HTMLCanvasElement.prototype.getContext;
  });
  await openPortal(page, '<div id="place"></div>');
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const round = (times: number) =>
    page.evaluate(async (count) => {
      const place = document.querySelector('#place');
      for (let i = 0; i < count; i += 1) {
        const hub = document.createElement('hub-glass');
        hub.setAttribute('loading', 'eager');
        hub.setAttribute('view', 'cards');
        const ready = new Promise((resolve) => {
          hub.addEventListener('hubglass:ready', resolve, { once: true });
        });
        place?.append(hub);
        await ready;
        hub.remove();
      }
    }, times);
  const measure = async () => {
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { heap: value('JSHeapUsedSize'), listeners: value('JSEventListeners'), nodes: value('Nodes') };
  };
  test.setTimeout(120_000);
  await round(10);
  const before = await measure();
  await round(100);
  const after = await measure();
  expect(await page.evaluate(() => (window as unknown as { live(): number }).live())).toBe(0);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 10);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.1 + 50);
  expect(after.heap).toBeLessThanOrEqual(before.heap * 1.1 + 500_000);
});
