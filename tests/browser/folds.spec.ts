// A reader opens and closes what an author folded away.

import type { Page } from '@playwright/test';
import { oddSite } from './sites';
import { expect, fragments, openHub, settle, test } from './support/hub';
import { differences, drawnLines, shownLines } from './support/lines';

const hidden = 'The text that was folded away';

function summary(page: Page, name: string): ReturnType<Page['locator']> {
  return page.getByRole('main').locator('summary').filter({ hasText: name });
}

// The page inside the element holds the same words, but is shown no more.
function textOf(page: Page, text: string): ReturnType<Page['getByText']> {
  return page.getByRole('main').getByText(text);
}

async function drawnText(page: Page): Promise<string> {
  return (await fragments(page)).map(({ text }) => text).join('\n');
}

test.beforeEach(async ({ page }) => {
  test.skip(!oddSite.isBuilt, 'tests/browser/project was not built');
  await openHub(page, 'folding/', oddSite);
});

test('it is closed or open as the author said', async ({ page }) => {
  await expect(textOf(page, hidden)).toBeHidden();
  await expect(textOf(page, 'The text that is open from the start.')).toBeVisible();
  const drawn = await drawnText(page);
  expect(drawn).not.toContain('folded away, with a');
  expect(drawn).toContain('open from the start');
  expect(drawn).not.toContain('The innermost text');
});

test('a click opens it, what comes after moves down, and a click closes it', async ({ page }) => {
  const before = await drawnLines(page);
  await summary(page, 'What is folded away').click();
  await expect(textOf(page, hidden)).toBeVisible();
  const open = await drawnLines(page);
  expect(open.length).toBeGreaterThan(before.length);
  expect(differences(await shownLines(page), open, 1)).toEqual([]);
  await summary(page, 'What is folded away').click();
  await expect(textOf(page, hidden)).toBeHidden();
  expect(differences(before, await drawnLines(page), 0.01)).toEqual([]);
});

test('the keyboard opens it, and the focus stays on it', async ({ page }) => {
  await summary(page, 'What is folded away').focus();
  await page.keyboard.press('Enter');
  await expect(textOf(page, hidden)).toBeVisible();
  await expect(summary(page, 'What is folded away')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(textOf(page, hidden)).toBeHidden();
});

test('what is folded inside opens on its own', async ({ page }) => {
  await summary(page, 'What is folded inside').click();
  await expect(textOf(page, 'The innermost text.')).toBeVisible();
  await expect(textOf(page, hidden)).toBeHidden();
  expect(differences(await shownLines(page), await drawnLines(page), 1)).toEqual([]);
});

test('it stays open when the window changes', async ({ page }) => {
  await summary(page, 'What is folded away').click();
  await page.setViewportSize({ width: 360, height: 700 });
  await settle(page);
  await expect(textOf(page, hidden)).toBeVisible();
  expect(await drawnText(page)).toContain('was folded');
});
