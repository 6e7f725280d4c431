// A reader with only a keyboard.

import type { Page } from '@playwright/test';
import { expect, openHub, settle, test, waitForState } from '../support/hub';

async function focusedBox(page: Page): Promise<{ name: string; top: number; bottom: number; covered: boolean } | null> {
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (!focused || focused === document.body) return null;
    const box = focused.getClientRects()[0] ?? focused.getBoundingClientRect(); // its first line
    const x = box.left + Math.min(box.width / 2, 20);
    const y = box.top + Math.min(box.height / 2, 8);
    const root = focused.getRootNode() as Document | ShadowRoot;
    const hit = root.elementFromPoint(x, y);
    const name = (focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim().slice(0, 60);
    return {
      name,
      top: box.top,
      bottom: box.bottom,
      covered: !hit || !(focused.contains(hit) || hit.contains(focused)),
    };
  });
}

for (const [width, height] of [
  [1280, 800],
  [320, 480],
] as const) {
  for (const key of ['Tab', 'Shift+Tab']) {
    test(`${key}: what has the focus is never hidden, ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await openHub(page, 'data-spaces/');
      const hidden: string[] = [];
      let seen = 0;
      for (let press = 0; press < 90; press += 1) {
        await page.keyboard.press(key);
        const box = await focusedBox(page);
        if (!box) break;
        seen += 1;
        if (box.covered || box.bottom <= 0 || box.top >= height) hidden.push(`${box.name} at ${box.top}`);
      }
      expect(seen).toBeGreaterThan(15);
      expect(hidden).toEqual([]);
    });
  }
}

test('? lists the shortcuts, Escape closes the list and the focus returns', async ({ page }) => {
  await openHub(page);
  const link = page.getByRole('main').getByRole('link', { name: 'View Details' }).first();
  await link.focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('term')).toHaveText(['?', 'n', 'p', 't', 'r']);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(link).toBeFocused();
});

test('n and p turn the pages, t changes the theme', async ({ page }) => {
  await openHub(page);
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { level: 1, name: /Ecosystem/ })).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'Theme: light' })).toBeVisible();
});

test('the shortcuts can be switched off, and on again where they are listed', async ({ page }) => {
  await openHub(page);
  const button = page.getByRole('button', { name: 'Keyboard shortcuts' });
  const choice = page.getByRole('checkbox', { name: 'Use these shortcuts' });
  await button.click();
  await choice.uncheck();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await settle(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: /Ecosystem/ })).toBeVisible();
  await page.reload();
  await waitForState(page, 'ready');
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { level: 1, name: /Ecosystem/ })).toBeVisible();
  await button.click();
  await choice.check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();
});

test('letters typed with a modifier are left to the browser', async ({ page }) => {
  await openHub(page);
  await page.keyboard.press('Alt+n');
  await page.keyboard.press('ControlOrMeta+Shift+r');
  await waitForState(page, 'ready');
  await expect(page.getByRole('heading', { level: 1, name: /Ecosystem/ })).toBeVisible();
});
