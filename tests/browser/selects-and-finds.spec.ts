// A reader marks text, copies it, finds a phrase.

import type { Page } from '@playwright/test';
import { expect, openHub, settle, test } from './support/hub';
import { Picture } from './support/picture';

const words =
  'Many teams across Europe build things that help a town or region make better choices. Some share data. Some test AI. ' +
  'Some build local digital twins: live digital models of a place. This hub shows who does what, and what you can use today.';

function paragraph(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('main').getByRole('paragraph').filter({ hasText: 'Many teams across Europe' });
}

async function selected(page: Page): Promise<string> {
  return page.evaluate(() => String(getSelection()).trim());
}

test.beforeEach(async ({ page }) => {
  await openHub(page);
  await settle(page);
  await paragraph(page).scrollIntoViewIfNeeded();
});

test('three clicks take the whole paragraph, on one line', async ({ page }) => {
  await paragraph(page).click({ clickCount: 3, position: { x: 30, y: 12 } });
  expect(await selected(page)).toBe(words);
});

test('marking with the mouse takes the text with its spaces', async ({ page }) => {
  const box = (await paragraph(page).boundingBox())!;
  await page.mouse.move(box.x + 1, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await page.mouse.move(box.x + box.width - 1, box.y + box.height - 8, { steps: 5 });
  await page.mouse.up();
  const text = await selected(page);
  expect(text.length).toBeGreaterThan(150);
  expect(words.startsWith(text), text).toBe(true);
  expect(text).not.toContain('\n');
});

test('a double click takes a word', async ({ page }) => {
  await paragraph(page).dblclick({ position: { x: 10, y: 12 } });
  expect(await selected(page)).toBe('Many');
});

test('what is marked is seen, where the canvas drew it', async ({ page }) => {
  // Within the first line all is highlighted, so that what stands out from the highlight is letters.
  const { left, top, width, height } = await paragraph(page).evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getClientRects()[0]!.toJSON() as DOMRect;
  });
  const line = { x: left + 2, y: top + 3, width: width - 12, height: height - 6 };
  const before = new Picture(await page.screenshot());
  for (const select of [
    () => paragraph(page).click({ clickCount: 3, position: { x: 30, y: 12 } }),
    () => page.keyboard.press('ControlOrMeta+a'),
  ]) {
    await select();
    await settle(page);
    const after = new Picture(await page.screenshot());
    expect(after.background(line)).not.toBe(before.background(line));
    expect(after.ink(line), 'letters stand out from the highlight').toBeGreaterThan(0.7 * before.ink(line));
    expect(after.ink(line), 'letters stand out from the highlight').toBeLessThan(1.5 * before.ink(line));
  }
});

test('copying gives the clipboard the text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await paragraph(page).click({ clickCount: 3, position: { x: 30, y: 12 } });
  await page.keyboard.press('ControlOrMeta+c');
  expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe(words);
});

for (const width of [320, 768, 1280]) {
  test(`find goes over line ends, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await settle(page);
    // Whatever the width, some of these phrases go over a line end.
    for (const phrase of ['help a town or region', 'live digital models of a place', 'and what you can use today']) {
      const found = await page.evaluate((text) => {
        getSelection()?.removeAllRanges();
        return (window as unknown as { find(text: string): boolean }).find(text);
      }, phrase);
      expect(found, phrase).toBe(true);
      expect(await selected(page)).toBe(phrase);
    }
  });
}

test('marking everything takes the page once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.split('Many teams across Europe').length - 1).toBe(1);
});
