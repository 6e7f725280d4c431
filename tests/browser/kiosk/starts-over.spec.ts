// When a visitor has left, the next one meets the hub as if nobody had been there.

import { faults } from '../support/axe';
import { expect, hubOf, test } from '../support/hub';
import { holdClock, kioskReady, openKiosk, pass } from '../support/kiosk';

test.beforeEach(async ({ page }) => {
  await holdClock(page);
  await page.setViewportSize({ width: 1080, height: 1400 });
});

test('a touch ends the countdown, and does nothing else', async ({ page }) => {
  await openKiosk(page);
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.textContent();
  await pass(page, 46);
  const countdown = page.getByRole('alert');
  await expect(countdown).toContainText('Are you still there?');
  await expect(countdown).toContainText('14');
  expect(await faults(page, 'no')).toEqual([]);
  await page.mouse.click(540, 500); // a card lies there
  await expect(countdown).toBeHidden();
  await expect(heading).toHaveText(before ?? '');
  await pass(page, 44);
  await expect(countdown).toBeHidden();
  await pass(page, 2);
  await expect(countdown).toBeVisible();
});

test('nothing of the last visitor is left', async ({ page }) => {
  await openKiosk(page);
  await page.getByRole('button', { name: 'Menu', exact: true }).last().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('button', { name: 'Menü', exact: true }).last().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hell oder dunkel' }).click();
  await expect(hubOf(page)).toHaveAttribute('data-theme', 'dark');
  await hubOf(page).evaluate((hub) => hub.shadowRoot?.querySelector<HTMLElement>('[data-action="plain"]')?.click());
  await expect(hubOf(page)).toHaveAttribute('state', 'reader');
  await page.mouse.wheel(0, 900);
  await page.evaluate(() => {
    window.open('https://example.org/');
  });
  await expect(page.getByRole('dialog')).toBeVisible();

  await pass(page, 61);
  const tour = page.getByRole('region', { name: 'A tour of the hub' });
  await expect(tour).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await tour.getByRole('button', { name: 'Touch the screen to begin' }).click();
  await expect(tour).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(hubOf(page)).toHaveAttribute('state', 'ready');
  await expect(hubOf(page)).not.toHaveAttribute('data-theme');
  const left = await page.evaluate(() => ({
    scroll: scrollY,
    kept: Object.keys(localStorage).filter((key) => !key.startsWith('hubglass-kiosk')),
    selected: String(getSelection()),
  }));
  expect(left).toEqual({ scroll: 0, kept: [], selected: '' });
});

test('the tour shows clusters and initiatives, and opens what is touched', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openKiosk(page);
  await pass(page, 61);
  const tour = page.getByRole('region', { name: 'A tour of the hub' });
  await expect(tour.getByRole('heading', { name: 'Data Spaces' })).toBeVisible();
  await expect(tour.getByRole('main')).toHaveCount(0);
  expect(await faults(page, 'no')).toEqual([]);
  await pass(page, 12.5);
  const heading = tour.locator('section:last-child').getByRole('heading');
  await expect(heading).not.toHaveText('Data Spaces');
  const name = (await heading.textContent()) ?? '';
  await tour.getByRole('button', { name: 'Show me this' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await pass(page, 61);
  await expect(tour).toBeVisible();
  await page.mouse.click(900, 300);
  await expect(tour).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name })).toHaveCount(0);
});

test('a restart while nobody is there goes on with the tour', async ({ page }) => {
  await openKiosk(page);
  await pass(page, 61);
  await expect(page.getByRole('region', { name: 'A tour of the hub' })).toBeVisible();
  await page.reload();
  await kioskReady(page);
  await expect(page.getByRole('region', { name: 'A tour of the hub' })).toBeVisible();
});

test('five taps into the corner open the service panel', async ({ page }) => {
  await openKiosk(page);
  for (let i = 0; i < 5; i++) await page.mouse.click(12, 110);
  const panel = page.getByRole('dialog', { name: 'Service' });
  await expect(panel).toBeVisible();
  for (const fact of ['Content version', 'Up for', 'Last update check', 'Memory of scripts', 'Frames drawn']) {
    await expect(panel.getByText(fact, { exact: true })).toBeVisible();
  }
  await expect(panel).toContainText('2026.11');
  expect(await faults(page, 'no')).toEqual([]);
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toBeHidden();
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });

  test('the service panel stays open until a touch beside it', async ({ page }) => {
    await openKiosk(page);
    for (let i = 0; i < 5; i++) await page.touchscreen.tap(12, 110);
    const panel = page.getByRole('dialog', { name: 'Service' });
    await expect(panel).toBeVisible();
    await page.touchscreen.tap(12, 110);
    await expect(panel).toBeHidden();
  });
});
