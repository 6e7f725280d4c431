// After one visit the kiosk needs no network, and no update can break it.

import type { Page } from '@playwright/test';
import { expect, test } from '../support/hub';
import { holdClock, kioskReady, KioskServer, pass } from '../support/kiosk';

let server: KioskServer;
test.beforeEach(async ({ page }) => {
  server = new KioskServer();
  await server.start();
  await holdClock(page);
});
test.afterEach(() => server.stop());
test.use({
  expectedProblems:
    /Failed to load resource|ERR_|integrity|Failed to update a ServiceWorker|bad-precaching|hubglass-kiosk\.json cannot be read/,
});

async function service(page: Page, fact: string): Promise<string> {
  for (let i = 0; i < 5; i++) await page.mouse.click(12, 110);
  const panel = page.getByRole('dialog', { name: 'Service' });
  const value = await panel.getByText(fact, { exact: true }).locator('xpath=following-sibling::dd[1]').innerText();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  return value;
}

/** Opens the kiosk once and waits until it has its copy. */
async function visit(page: Page): Promise<void> {
  await page.goto(server.address);
  await kioskReady(page);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 30_000 })
    .toBe(true);
}

async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
  });
}

const waiting = (page: Page): Promise<boolean> =>
  page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));

const installing = (page: Page): Promise<boolean> =>
  page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.installing));

test('with the network gone, all of it works, images too, across restarts', async ({ page, context }) => {
  await visit(page);
  await server.stop();
  await context.setOffline(true);
  await page.reload();
  await kioskReady(page);
  await page.getByRole('main').getByRole('link', { name: 'View Details' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();

  const again = await context.newPage();
  await page.close();
  await holdClock(again);
  await again.goto(server.address);
  await kioskReady(again);
  // Every image of the hub, as the pages name them.
  const missing = await again.evaluate(async () => {
    const source = await (await fetch('worker.js').catch(() => new Response(''))).text();
    const names = [...new Set([...document.querySelectorAll('img')].map((image) => image.src))];
    const lost: string[] = source ? ['the worker came from the network'] : [];
    for (const name of names) if (!(await fetch(name).catch(() => undefined))?.ok) lost.push(name);
    return names.length === 0 ? ['no image to look at'] : lost;
  });
  expect(missing).toEqual([]);
  await pass(again, 61);
  await expect(again.getByRole('region', { name: 'A tour of the hub' })).toBeVisible();
});

test('a new version waits until nobody is there', async ({ page }) => {
  await visit(page);
  server.publish('second');
  await lookForUpdate(page);
  await expect.poll(() => waiting(page), { timeout: 60_000 }).toBe(true);
  expect(await service(page, 'Content version'), 'a visitor is there').toBe('2026.11');
  await pass(page, 61);
  // It takes over and starts the page again, in the tour.
  // To the browser no worker is at rest that a debugger is attached to, and a new one waits for that, for minutes.
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  const stillWaits = async (): Promise<boolean> => {
    if (!(await waiting(page))) {
      return false; // what is loading now must not lose its worker
    }
    await session.send('ServiceWorker.stopAllWorkers');
    await pass(page, 5); // it is asked again
    return waiting(page);
  };
  await expect.poll(() => stillWaits().catch(() => true), { timeout: 60_000 }).toBe(false);
  await kioskReady(page);
  const tour = page.getByRole('region', { name: 'A tour of the hub' });
  await expect(tour).toBeVisible({ timeout: 30_000 });
  await tour.click();
  await expect.poll(() => service(page, 'Content version')).toBe('second');
  expect(await service(page, 'Build')).toBe('second');
});

for (const [what, spoil] of [
  ['was altered', () => server.publish('third', false)],
  [
    'breaks off half-way',
    () => {
      server.publish('third');
      server.broken.add('kiosk/tour.json');
    },
  ],
  [
    'has a worker that is no program',
    () => server.replaced.set('kiosk/worker.js', Buffer.from('self.hubglassKiosk={')),
  ],
] as const) {
  test(`a version that ${what} never replaces the good one`, async ({ page }) => {
    await visit(page);
    spoil();
    await pass(page, 61);
    await lookForUpdate(page);
    await expect.poll(() => installing(page), { timeout: 60_000 }).toBe(false);
    expect(await waiting(page)).toBe(false);
    await page.reload();
    await kioskReady(page);
    await page.getByRole('region', { name: 'A tour of the hub' }).click();
    expect(await service(page, 'Content version')).toBe('2026.11');
    // Mended, it is taken.
    server.broken.clear();
    server.publish('fourth');
    await lookForUpdate(page);
    await expect.poll(() => waiting(page), { timeout: 60_000 }).toBe(true);
  });
}
