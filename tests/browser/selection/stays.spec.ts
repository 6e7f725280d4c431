// What a reader selected stays selected: when the canvas takes over, and when the lines move.

import type { Page } from '@playwright/test';
import { oddSite } from '../sites';
import { addressOf, expect, openHub, settle, test, waitForState } from '../support/hub';
import { passFrames } from '../support/frames';
import { boxesOf, dragOver, edgeOf, selectedText } from '../support/selecting';

/** Opens a page whose engine comes only when the returned function is called. */
async function openSlowly(page: Page, route = '', site?: typeof oddSite): Promise<() => void> {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/*.wasm', async (request) => {
    await arrived;
    await request.continue();
  });
  await page.goto(site ? addressOf(site, route) : `/${route}`);
  await expect(page.getByRole('main')).toBeVisible();
  return arrive;
}

test('what was selected on the static page stays selected on the canvas', async ({ page }) => {
  const arrive = await openSlowly(page);
  await dragOver(page, 'ross Europe', 'That project helps');
  const before = await selectedText(page);
  expect(before).toMatch(/^ross Europe .* That project helps$/);
  const scroll = await page.evaluate(() => scrollY);
  arrive();
  await waitForState(page, 'ready');
  expect(await selectedText(page)).toBe(before);
  expect(await page.evaluate(() => scrollY)).toBe(scroll);
  // It can be made longer from there.
  await page.keyboard.press('Shift+ArrowRight');
  expect(await selectedText(page)).toBe(before);
  await page.keyboard.press('Shift+ArrowRight');
  expect(await selectedText(page)).toBe(`${before} l`);
});

test('a selection made backwards keeps its direction', async ({ page }) => {
  const arrive = await openSlowly(page);
  const end = await edgeOf(page, 'better choices', 'right');
  const start = await edgeOf(page, 'teams across', 'left', 'main', false);
  await page.mouse.move(end.x, end.y);
  await page.mouse.down();
  await page.mouse.move(start.x, start.y, { steps: 5 });
  await page.mouse.up();
  arrive();
  await waitForState(page, 'ready');
  expect(await selectedText(page)).toMatch(/^teams across .* better choices$/);
  await page.keyboard.press('Shift+ArrowRight');
  expect(await selectedText(page)).toMatch(/^eams across .* better choices$/);
});

test('the canvas waits for a drag to end', async ({ page }) => {
  const arrive = await openSlowly(page);
  const start = await edgeOf(page, 'teams across', 'left');
  const end = await edgeOf(page, 'better choices', 'right', 'main', false);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, start.y, { steps: 3 });
  arrive();
  await passFrames(page, 90);
  await expect(page.locator('hub-glass')).toHaveAttribute('state', 'loading');
  await page.mouse.move(end.x, end.y, { steps: 3 });
  await page.mouse.up();
  await waitForState(page, 'ready');
  expect(await selectedText(page)).toMatch(/^teams across .* better choices$/);
});

for (const [from, to] of [
  [1280, 700],
  [390, 900],
] as const) {
  test(`a selection stays when the window changes from ${from} to ${to} px`, async ({ page }) => {
    await page.setViewportSize({ width: from, height: 800 });
    await openHub(page);
    await dragOver(page, 'teams across', 'what you can use');
    const before = await selectedText(page);
    expect(before).toMatch(/^teams across .* what you can use$/);
    await page.setViewportSize({ width: to, height: 800 });
    await settle(page);
    expect(await selectedText(page)).toBe(before);
    // And it is seen where the words are now.
    const boxes = await boxesOf(page, 'help a town or region');
    expect(boxes[0]!.width).toBeGreaterThan(20);
  });
}

test('a selection stays when a block is unfolded, and a carried one can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openHub(page, 'folding/', oddSite);
  await dragOver(page, 'fore the folded');
  const summary = page.getByRole('main').getByText('What is folded away');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByText('Its second paragraph.')).toBeVisible();
  expect(await selectedText(page)).toBe('fore the folded');
  await page.keyboard.press('ControlOrMeta+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('fore the folded');
});

test('another page has nothing selected', async ({ page }) => {
  await openHub(page);
  await dragOver(page, 'teams across', 'better choices');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Data Spaces' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Data Spaces/ })).toBeVisible();
  expect(await selectedText(page)).toBe('');
});
