// The page of shell/portal: a city's own framework and policy, with three parts of a hub from another origin.

import type { Page } from '@playwright/test';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSite } from '../sites';
import { faults } from '../support/axe';
import { expect, test } from '../support/hub';

type Serve = (hub: string, port?: number) => Promise<Server>;

async function openPartner(page: Page): Promise<void> {
  const { servePortal } = (await import(new URL('../../../scripts/portal.mjs', import.meta.url).href)) as {
    servePortal: Serve;
  };
  const server = await servePortal(contentSite.address);
  page.once('close', () => server.close());
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

async function showAll(page: Page): Promise<void> {
  for (const id of ['cards', 'cluster', 'initiative']) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await expect(page.locator(`#${id}`)).toHaveAttribute('state', 'ready', { timeout: 20_000 });
  }
}

/** What the portal's own elements look like: every computed property of each. */
async function looks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('html, body, .bar, .bar *, .lead *, #news *, .foot *, .cookies *')].map((element) => {
      const style = getComputedStyle(element);
      return [...style]
        .filter((name) => !/size|height|width|origin|^inset|^(top|left|right|bottom)$/.test(name))
        .map((name) => `${element.tagName} ${name}: ${style.getPropertyValue(name)}`)
        .join('\n');
    }),
  );
}

test('three parts of the hub come to a partner’s page, with one engine, and leave the page as it is', async ({
  page,
}) => {
  const engines: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.wasm')) engines.push(request.url());
  });
  await page.addInitScript(() => {
    const compiled = { count: 0 };
    Object.assign(window, { compiled });
    for (const name of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming'] as const) {
      const usual = WebAssembly[name] as (...values: unknown[]) => unknown;
      Object.assign(WebAssembly, {
        [name]: (...values: unknown[]) => {
          if (!(values[0] instanceof WebAssembly.Module)) compiled.count += 1; // else it is compiled already
          return usual.apply(WebAssembly, values);
        },
      });
    }
  });
  await openPartner(page);
  const before = await looks(page);
  await showAll(page);
  expect(engines).toHaveLength(1);
  expect(await page.evaluate(() => (window as unknown as { compiled: { count: number } }).compiled.count)).toBe(1);
  await expect(page.locator('#cards').getByRole('link', { name: 'View Details' })).toHaveCount(6);
  await expect(page.locator('#cluster').getByRole('link', { name: /More about Simpl/ })).toBeVisible();
  await expect(page.locator('#initiative').getByRole('heading', { level: 1 })).toContainText('Simpl');
  expect(await looks(page)).toEqual(before);
});

test('nothing above or beside a part moves when it comes', async ({ page }) => {
  await openPartner(page);
  const places = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.bar *, .lead *, #news *')].map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left, top + scrollY, width, height];
      }),
    );
  const before = await places();
  await showAll(page);
  expect(await places()).toEqual(before);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
  }
});

test('a partner’s page with three parts has no faults by axe', async ({ page }) => {
  await openPartner(page);
  await page.getByRole('button', { name: 'Only what is needed' }).click();
  await showAll(page);
  expect(await faults(page, 'no')).toEqual([]);
});
