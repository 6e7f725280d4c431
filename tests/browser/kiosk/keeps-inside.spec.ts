// Nothing that a visitor does leads out of the hub.

import { faults } from '../support/axe';
import { expect, test } from '../support/hub';
import { holdClock, openKiosk } from '../support/kiosk';

test.beforeEach(async ({ page }) => {
  await holdClock(page);
  await page.setViewportSize({ width: 1080, height: 1400 });
});

test('a link to another site shows its address and a code instead', async ({ page }) => {
  await openKiosk(page);
  const here = page.url();
  await page.getByRole('main').getByRole('link', { name: 'View Details' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();
  const link = page.getByRole('main').locator('a[href^="https://"]').first();
  const address = (await link.getAttribute('href')) ?? '';
  await link.click();

  const panel = page.getByRole('dialog', { name: 'This leads out of the hub' });
  await expect(panel).toBeVisible();
  await expect(panel).toContainText(new URL(address).host);
  await expect(panel.getByRole('img', { name: 'QR code of the address' })).toBeVisible();
  const close = panel.getByRole('button', { name: 'Close' });
  await expect(close).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(close, 'the focus stays in the panel').toBeFocused();
  const box = await close.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48);
  expect(await faults(page, 'no')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();

  await link.click({ button: 'middle' });
  await expect(panel).toBeVisible();
  await close.click();
  await link.click({ modifiers: ['Control'] });
  await expect(panel).toBeVisible();
  expect(page.url()).toBe(here);
  expect(page.context().pages()).toHaveLength(1);
});

test('the code holds the address', async ({ page }) => {
  await openKiosk(page);
  await page.evaluate(() => window.open('https://example.org/some/page?with=words'));
  const code = page.getByRole('img', { name: 'QR code of the address' });
  await expect(code).toBeVisible();
  // The three corners that every code has, around a square of the size that this text needs.
  const drawn = await code.evaluate((svg) => ({
    side: Number(svg.getAttribute('viewBox')?.split(' ')[2]),
    squares: new Set(
      svg
        .querySelector('path')
        ?.getAttribute('d')
        ?.match(/M\d+ \d+/g) ?? [],
    ),
  }));
  expect(drawn.side).toBe(29 + 2 * 4);
  const { squares } = await code.evaluate((svg) => ({
    squares:
      svg
        .querySelector('path')
        ?.getAttribute('d')
        ?.match(/M\d+ \d+/g) ?? [],
  }));
  for (const corner of ['M4 4', 'M32 4', 'M4 32', 'M10 10']) expect(squares).toContain(corner);
  expect(squares).not.toContain('M5 5');
});

test('scripts, keys and gestures do not lead out either', async ({ page }) => {
  await openKiosk(page);
  const here = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.org/elsewhere';
  });
  await expect(page.getByRole('dialog')).toContainText('example.org/elsewhere');
  await page.keyboard.press('Escape');
  for (const key of ['F5', 'Control+r', 'Control+p', 'Control+f', 'Control+u', 'Alt+ArrowLeft', 'F3']) {
    await page.keyboard.press(key);
  }
  const stopped = await page.evaluate(() =>
    ['contextmenu', 'dragstart', 'selectstart'].map((name) => {
      const event = new MouseEvent(name, { bubbles: true, cancelable: true });
      document.querySelector('hub-glass')?.dispatchEvent(event);
      return event.defaultPrevented;
    }),
  );
  expect(stopped).toEqual([true, true, true]);
  expect(page.url()).toBe(here);
  await expect(page.locator('html')).toHaveAttribute('data-kiosk', 'ready');
});

test('pages of the hub open here, however they are clicked', async ({ page }) => {
  await openKiosk(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: 'View Details' })
    .first()
    .click({ modifiers: ['Control'] });
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);
});

test('type and targets are a kiosk’s', async ({ page }) => {
  await openKiosk(page);
  const main = page.getByRole('main');
  const paragraph = await main
    .locator('p')
    .first()
    .evaluate((element) => getComputedStyle(element).fontSize);
  expect(parseFloat(paragraph)).toBeGreaterThanOrEqual(22);
  await page.getByRole('button', { name: 'Menu', exact: true }).last().click();
  const sheet = page.getByRole('dialog', { name: 'Where to?' });
  await expect(sheet).toBeVisible();
  const half = (page.viewportSize()?.height ?? 0) * 0.4;
  const boxes = await Promise.all((await sheet.getByRole('button').all()).map((button) => button.boundingBox()));
  expect(boxes.length).toBeGreaterThan(8);
  for (const box of boxes) {
    expect(box?.height).toBeGreaterThanOrEqual(48);
    expect(box?.y, 'in the lower part of the screen').toBeGreaterThan(half);
  }
  expect(await faults(page, 'no')).toEqual([]);
  await sheet.getByRole('button', { name: 'CitiVERSE' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'CitiVERSE' })).toBeVisible();
});
