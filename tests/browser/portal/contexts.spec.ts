// Many hubs in one page: browsers have about 16 WebGL contexts for a page, and take the oldest away when there are more.

import type { Page } from '@playwright/test';
import { expect, type HubElement, test } from '../support/hub';
import { Picture } from '../support/picture';
import { followEvents, openPortal, toldBy } from '../support/portal';

const allowed = 16;

/** Notes every WebGL context that is made; liveContexts() says how many are alive, and how many were at most. */
async function watchContexts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made = new Set<WeakRef<WebGL2RenderingContext>>();
    const watch = { most: 0, made: 0, live: () => 0 };
    Object.assign(window, { watch });
    watch.live = () => {
      const live = [...made].filter((one) => one.deref()?.isContextLost() === false).length;
      watch.most = Math.max(watch.most, live);
      return live;
    };
    const original = HTMLCanvasElement.prototype.getContext as (...values: unknown[]) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      const context = original.call(this, kind, ...rest);
      if (kind === 'webgl2' && context) {
        made.add(new WeakRef(context as WebGL2RenderingContext));
        watch.made += 1;
        watch.live();
        this.addEventListener('webglcontextrestored', watch.live);
      }
      return context;
    } as typeof HTMLCanvasElement.prototype.getContext;
  });
}

async function liveContexts(page: Page): Promise<{ live: number; most: number; made: number }> {
  return page.evaluate(() => {
    const { watch } = window as unknown as { watch: { live(): number; most: number; made: number } };
    return { live: watch.live(), most: watch.most, made: watch.made };
  });
}

async function contextsOf(page: Page, id: string): Promise<number> {
  return page.locator(id).evaluate((hub) => (hub as HubElement).stats().contexts);
}

test('twenty hubs on one page share the contexts that there are, wherever the reader is', async ({ page }) => {
  await watchContexts(page);
  const views = ['view="cards"', 'height="500"', 'view="cluster" route="data-spaces/"', ''];
  const hubs = Array.from(
    { length: 20 },
    (_, i) => `<hub-glass id="h${i}" loading="eager" ${views[i % 4]}></hub-glass>`,
  );
  await openPortal(page, hubs.join('<p>Between two hubs.</p>'));
  for (let i = 0; i < 20; i += 1) {
    await expect(page.locator(`#h${i}`)).toHaveAttribute('state', 'ready', { timeout: 60_000 });
  }
  await expect.poll(() => contextsOf(page, '#h0')).toBe(1);
  expect(await contextsOf(page, '#h19')).toBe(0);
  const visit = async (i: number): Promise<void> => {
    const hub = page.locator(`#h${i}`);
    await hub.evaluate((element) => {
      element.scrollIntoView({ block: 'start', behavior: 'instant' });
    });
    const frames = () => hub.evaluate((element) => (element as HubElement).stats().frames);
    await expect.poll(() => contextsOf(page, `#h${i}`)).toBeGreaterThan(0);
    await expect.poll(frames).toBeGreaterThan(0);
    await expect(hub).toHaveAttribute('state', 'ready');
    expect((await liveContexts(page)).live).toBeLessThanOrEqual(allowed);
  };
  for (const i of [1, 3, 6, 9, 12, 15, 19, 10, 0]) {
    await visit(i);
  }
  expect((await liveContexts(page)).most).toBeLessThanOrEqual(allowed);
  // Back at the first: its canvas shows it again.
  const shown = async (): Promise<number> => {
    await page.locator('#h0').evaluate((hub) => {
      for (const mirror of hub.shadowRoot?.querySelectorAll<HTMLElement>('[part="mirror"]') ?? []) {
        mirror.style.visibility = 'hidden';
      }
    });
    const picture = new Picture(await page.screenshot());
    return picture.ink(picture.whole);
  };
  await expect.poll(shown).toBeGreaterThan(5000);
});

test('when more hubs are seen at once than there are contexts for, the rest are plain, and nothing is lost', async ({
  page,
}) => {
  await watchContexts(page);
  const hubs = Array.from({ length: 20 }, (_, i) => `<hub-glass id="h${i}" loading="eager" height="30"></hub-glass>`);
  await openPortal(page, hubs.join(''));
  for (let i = 0; i < 20; i += 1) {
    await expect(page.locator(`#h${i}`)).toHaveAttribute('state', /ready|reader/, { timeout: 60_000 });
  }
  const states = () => page.locator('hub-glass').evaluateAll((all) => all.map((hub) => hub.getAttribute('state')));
  await expect.poll(async () => (await states()).filter((state) => state === 'ready').length).toBe(6);
  expect((await liveContexts(page)).most).toBeLessThanOrEqual(allowed);
  await expect(page.locator('#h19').getByRole('heading', { level: 1 }).first()).toBeAttached();
  // One that goes makes place for another.
  await page
    .locator('hub-glass[state="ready"]')
    .first()
    .evaluate((hub) => {
      hub.remove();
    });
  await expect.poll(async () => (await states()).filter((state) => state === 'ready').length).toBe(6);
});

test('a hub far off screen draws nothing and holds no context, and has all of it back in time', async ({ page }) => {
  await watchContexts(page);
  await openPortal(
    page,
    '<hub-glass loading="eager" height="600"></hub-glass><canvas width="10" height="6000"></canvas>',
  );
  const hub = page.locator('hub-glass');
  await expect(hub).toHaveAttribute('state', 'ready');
  const stats = () => hub.evaluate((element) => (element as HubElement).stats());
  expect((await stats()).contexts).toBe(2);
  for (let round = 0; round < 3; round += 1) {
    await page.evaluate(() => {
      scrollTo({ top: 5000, behavior: 'instant' });
    });
    await expect.poll(async () => (await stats()).contexts).toBe(0);
    expect((await liveContexts(page)).live).toBe(0);
    const { frames } = await stats();
    await hub.evaluate((element) => {
      element.setAttribute('theme', element.getAttribute('theme') === 'dark' ? 'light' : 'dark');
    });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect((await stats()).frames).toBe(frames);
    await page.evaluate(() => {
      scrollTo({ top: 0, behavior: 'instant' });
    });
    await expect.poll(async () => (await stats()).frames).toBeGreaterThan(frames);
    await expect(hub).toHaveAttribute('state', 'ready');
  }
  const { live, made } = await liveContexts(page);
  expect([live, made]).toEqual([2, 2]);
});

test.describe('a browser that gives no context', () => {
  test.use({ expectedProblems: /hub-glass: webgl-missing/ });

  test.beforeEach(async ({ page }) => {
    await followEvents(page);
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext as (...values: unknown[]) => unknown;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : original.call(this, kind, ...rest);
      } as typeof HTMLCanvasElement.prototype.getContext;
    });
  });

  for (const [where, before] of [
    ['in view', ''],
    ['further down', '<canvas width="10" height="5000"></canvas>'],
  ] as const) {
    test(`is told, and the hub is an ordinary page, for a hub ${where}`, async ({ page }) => {
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await openPortal(page, `${before}<hub-glass loading="eager"><p>Read it elsewhere.</p></hub-glass>`);
      const hub = page.locator('hub-glass');
      await expect(hub).toHaveAttribute('state', before ? 'ready' : 'reader');
      await hub.evaluate((element) => {
        element.scrollIntoView();
      });
      await expect(hub).toHaveAttribute('state', 'reader');
      await expect(hub.getByRole('heading', { level: 1 }).first()).toBeVisible();
      const errors = (await toldBy(page)).filter(({ name }) => name === 'error');
      expect(errors.map(({ detail }) => detail?.['code'])).toEqual(['webgl-missing']);
      expect(said.filter((line) => line.includes('webgl-missing'))).toHaveLength(1);
    });
  }
});
