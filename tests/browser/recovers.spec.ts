// A driver restarts, a graphics process dies: the page stays readable and comes back.

import type { Page } from '@playwright/test';
import { expect, hubOf, openHub, settle, showOnly, test, waitForState } from './support/hub';
import { Picture } from './support/picture';

// Keeps the extensions: once the context is lost, the browser hands out no new one.
async function loseContexts(page: Page, parts = ['canvas', 'frame']): Promise<void> {
  await hubOf(page).evaluate((hub, names) => {
    const kept: WEBGL_lose_context[] = [];
    for (const name of names) {
      const canvas = hub.shadowRoot?.querySelector<HTMLCanvasElement>(`canvas[part="${name}"]`);
      const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      if (!extension) throw new Error(`no context on ${name}`);
      extension.loseContext();
      kept.push(extension);
    }
    Object.assign(window, { kept });
  }, parts);
}

async function restoreContexts(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const extension of (window as unknown as { kept: WEBGL_lose_context[] }).kept) extension.restoreContext();
  });
}

async function ink(page: Page): Promise<number> {
  const picture = new Picture(await page.screenshot());
  return picture.ink(picture.whole);
}

for (const parts of [['canvas', 'frame'], ['canvas'], ['frame']]) {
  test(`when the graphics context of ${parts.join(' and ')} is lost, the page is plain until it is back`, async ({
    page,
  }) => {
    await openHub(page);
    await settle(page);
    const before = await ink(page);
    await loseContexts(page, parts);
    await waitForState(page, 'reader');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await showOnly(page, 'mirror');
    expect(await ink(page), 'the text of the plain page is seen').toBeGreaterThan(5000);
    await showOnly(page, 'everything');

    await restoreContexts(page);
    await waitForState(page, 'ready');
    await settle(page);
    await showOnly(page, 'canvases');
    const after = await ink(page);
    expect(Math.abs(after - before) / before, 'the canvas shows what it showed').toBeLessThan(0.02);
  });
}

test('when the context is lost for good, the plain page goes on working', async ({ page }) => {
  await openHub(page);
  await loseContexts(page);
  await waitForState(page, 'reader');
  await page.getByRole('main').getByRole('link', { name: 'View Details' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();
  expect(await ink(page)).toBeGreaterThan(5000);
  await page.setViewportSize({ width: 320, height: 700 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('a context lost while another page is opened comes back with that page', async ({ page }) => {
  await openHub(page);
  await loseContexts(page);
  await page.getByRole('main').getByRole('link', { name: 'View Details' }).first().click();
  await restoreContexts(page);
  await waitForState(page, 'ready');
  await settle(page);
  await showOnly(page, 'canvases');
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toHaveCount(0);
  expect(await ink(page)).toBeGreaterThan(5000);
});

test('the page is plain when something else edits it, such as a translator', async ({ page }) => {
  await openHub(page);
  await page.getByRole('heading', { level: 1 }).evaluate((heading) => {
    heading.textContent = 'Ökosystem und Ressourcen';
  });
  await waitForState(page, 'reader');
  await showOnly(page, 'mirror');
  expect(await ink(page)).toBeGreaterThan(5000);
  await expect(page.getByRole('heading', { level: 1, name: 'Ökosystem und Ressourcen' })).toBeVisible();
});
