// The navigation on a phone.

import type { Page } from '@playwright/test';
import { expect, openHub, settle, test } from './support/hub';
import { Picture } from './support/picture';

test.use({ viewport: { width: 360, height: 700 }, hasTouch: true });

function menu(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('button', { name: 'Open navigation' });
}

function entry(page: Page, name: string): ReturnType<Page['getByRole']> {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
}

async function look(page: Page): Promise<Picture> {
  await settle(page);
  return new Picture(await page.screenshot());
}

test('it opens by the keyboard, takes the focus, closes with Escape and gives the focus back', async ({ page }) => {
  await openHub(page);
  await expect(menu(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(entry(page, 'Glossary')).toBeHidden();
  await menu(page).focus();
  await page.keyboard.press('Enter');
  await expect(menu(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(entry(page, 'Ecosystem')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(menu(page)).toBeFocused();
  await expect(entry(page, 'Glossary')).toBeHidden();
});

test('it is drawn, and gone when it is closed', async ({ page }) => {
  await openHub(page);
  const closed = await look(page);
  await menu(page).tap();
  const open = await look(page);
  const left = { x: 0, y: 64, width: 200, height: 600 };
  expect(open.difference(closed, left)).toBeGreaterThan(2);
  const box = await entry(page, 'Glossary').boundingBox();
  expect(open.ink(box!)).toBeGreaterThan(50);
  await page.keyboard.press('Escape');
  await menu(page).blur();
  expect((await look(page)).difference(closed)).toBeLessThan(0.5);
});

test('a tap on an entry opens its page and closes it', async ({ page }) => {
  await openHub(page);
  await menu(page).tap();
  await entry(page, 'Glossary').tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
  await expect(menu(page)).toHaveAttribute('aria-expanded', 'false');
  await menu(page).tap();
  await expect(entry(page, 'Glossary')).toHaveAttribute('aria-current', 'page');
});

test('a tap beside it closes it and follows nothing', async ({ page }) => {
  await openHub(page);
  await menu(page).tap();
  await page.touchscreen.tap(345, 400);
  await expect(menu(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('heading', { level: 1, name: /Ecosystem/ })).toHaveCount(1);
});

test('Tab leaves it at its end and closes it', async ({ page }) => {
  await openHub(page);
  await menu(page).tap();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link').last().focus();
  await page.keyboard.press('Tab');
  await expect(menu(page)).toHaveAttribute('aria-expanded', 'false');
});

test('on a wide window the same navigation stands beside the page', async ({ page }) => {
  await openHub(page);
  await menu(page).tap();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(entry(page, 'Glossary')).toBeVisible();
  await expect(menu(page)).toBeHidden();
});
