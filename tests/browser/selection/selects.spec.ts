// A reader marks text, by mouse and keyboard.

import type { Page } from '@playwright/test';
import { contentSite, corpusSite } from '../sites';
import { expect, fragments, hubOf, openHub, settle, test } from '../support/hub';
import { Picture } from '../support/picture';
import { boxesOf, clearSelection, dragOver, edgeOf, selectedText } from '../support/selecting';

const words =
  'Many teams across Europe build things that help a town or region make better choices. Some share data. Some test AI. ' +
  'Some build local digital twins: live digital models of a place. This hub shows who does what, and what you can use today.';

function paragraph(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('main').getByRole('paragraph').filter({ hasText: 'Many teams across Europe' });
}

test.beforeEach(async ({ page }) => {
  await openHub(page);
  await settle(page);
  await paragraph(page).scrollIntoViewIfNeeded();
});

test('three clicks take the whole paragraph, on one line', async ({ page }) => {
  await paragraph(page).click({ clickCount: 3, position: { x: 30, y: 12 } });
  expect(await selectedText(page)).toBe(words);
});

test('marking with the mouse takes the text with its spaces', async ({ page }) => {
  const box = (await paragraph(page).boundingBox())!;
  await page.mouse.move(box.x + 1, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await page.mouse.move(box.x + box.width - 1, box.y + box.height - 8, { steps: 5 });
  await page.mouse.up();
  const text = await selectedText(page);
  expect(text.length).toBeGreaterThan(150);
  expect(words.startsWith(text), text).toBe(true);
  expect(text).not.toContain('\n');
});

test('a double click takes a word', async ({ page }) => {
  await paragraph(page).dblclick({ position: { x: 10, y: 12 } });
  expect(await selectedText(page)).toBe('Many');
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

test('a shift-click and the shifted arrows move the end', async ({ page }) => {
  const start = await edgeOf(page, 'teams across', 'left');
  await page.mouse.click(start.x, start.y);
  const end = await edgeOf(page, 'better choices', 'right', 'main', false);
  await page.keyboard.down('Shift');
  await page.mouse.click(end.x, end.y);
  await page.keyboard.up('Shift');
  const first = 'teams across Europe build things that help a town or region make better choices';
  expect(await selectedText(page)).toBe(first);
  await page.keyboard.press('Shift+ArrowRight');
  expect(await selectedText(page)).toBe(`${first}.`);
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  expect(await selectedText(page)).toContain('choices. Some');
  // A line down is a line down as it is drawn, also over the end of the paragraph.
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const text = await selectedText(page);
  expect(text).toContain('what you can use today. The map starts');
  expect(text).not.toContain('six clusters');
});

test('marking goes over blocks, cards and columns', async ({ page }) => {
  await dragOver(page, 'six clusters', 'Test sites, tools');
  expect(await selectedText(page)).toMatch(/^six clusters: Data Spaces .* AI for Smart Cities – Test sites, tools$/);
  await clearSelection(page);
  await dragOver(page, '3 initiatives', '6 initiatives', '.hg-card-grid');
  expect(await selectedText(page)).toMatch(/^3 initiatives View Details AI for Smart Cities .* 6 initiatives$/);
  await clearSelection(page);
  // From a word of the page into the column behind it, and from the column before it into the page.
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
  });
  const inPage = await edgeOf(page, 'Ecosystem & Resources', 'left', 'h1', false);
  const behind = await edgeOf(page, 'On this page', 'right', '.hg-region-contents', false);
  await page.mouse.move(inPage.x, inPage.y);
  await page.mouse.down();
  await page.mouse.move(behind.x, behind.y, { steps: 5 });
  await page.mouse.up();
  expect(await selectedText(page)).toMatch(
    /^Ecosystem & Resources .* Made with Hubglass Plain page Keyboard shortcuts On this page$/,
  );
});

// The classic fault of text layers: the pointer passes a place without text, and a whole block or page is selected.
for (const { site, name } of [
  { site: contentSite, name: 'bundled hub' },
  { site: corpusSite, name: 'MkDocs project' },
]) {
  test(`marking grows by what the pointer passes, ${name}`, async ({ page }) => {
    test.skip(!site.isBuilt, 'not built');
    test.slow();
    await page.setViewportSize({ width: 1280, height: 1000 });
    await openHub(page, '', site);
    const first = await page
      .getByRole('main')
      .getByRole('paragraph')
      .filter({ hasText: /.{120}/ })
      .first()
      .textContent();
    const phrase = first!.replace(/\s+/g, ' ').trim().slice(0, 24);
    // In the text, at both edges of its lines, in both gutters, in both columns' empty parts, at both ends of the window.
    for (const x of [700, 982, 300, 1015, 1200, 3]) {
      await clearSelection(page);
      const start = await edgeOf(page, phrase, 'left');
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      let before = 0;
      for (let y = start.y + (x < 1100 && x > 280 ? 0 : 300); y < 960; y += 8) {
        await page.mouse.move(x, y);
        const length = (await selectedText(page)).length;
        if (y > start.y + 310 || (x < 1100 && x > 280 && y > start.y + 20)) {
          expect(length, `selected at ${x}, ${y}`).toBeGreaterThanOrEqual(before);
          // A line, or one card that stands before the one the pointer is in.
          expect(length - before, `more selected at ${x}, ${y}`).toBeLessThan(240);
        }
        before = length;
      }
      await page.mouse.up();
      expect((await selectedText(page)).startsWith(phrase)).toBe(true);
    }
  });
}

test('marking upwards is not drawn away by the header', async ({ page }) => {
  const start = await edgeOf(page, 'what you can use today', 'right');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, 60, { steps: 8 });
  await page.mouse.move(start.x, 32);
  const text = await selectedText(page);
  await page.mouse.up();
  expect(text.endsWith('what you can use today')).toBe(true);
  expect(text).not.toContain('Smart Communities Hub');
});

test('marking that begins in the header stays possible', async ({ page }) => {
  const name = await edgeOf(page, 'On this page', 'left', '.hg-region-contents', false);
  await page.mouse.move(name.x, name.y);
  await page.mouse.down();
  await page.mouse.move(name.x + 60, name.y, { steps: 4 });
  await page.mouse.up();
  expect('On this page'.startsWith(await selectedText(page))).toBe(true);
  expect((await selectedText(page)).length).toBeGreaterThan(3);
});

for (const width of [320, 1280]) {
  test(`the highlight lies on the drawn lines, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await settle(page);
    const boxes = await boxesOf(page, words);
    const left = await hubOf(page).evaluate((hub) => hub.getBoundingClientRect().left);
    const top = await hubOf(page).evaluate((hub) => hub.getBoundingClientRect().top);
    const [first, last] = [boxes[0]!.top - top, boxes.at(-1)!.bottom - top];
    const lines = (await fragments(page)).filter(({ baseline }) => first < baseline && baseline < last);
    expect(lines.length).toBeGreaterThan(3);
    for (const { text, x, baseline, width: length } of lines) {
      const row = boxes.filter((box) => box.top - top < baseline && baseline < box.bottom - top);
      expect(row.length, `a highlight on “${text}”`).toBeGreaterThan(0);
      expect(Math.min(...row.map((box) => box.left)) - left, text).toBeLessThan(x + 0.75);
      // Blanks that end a line are part of the highlight, not of the drawn text.
      expect(Math.max(...row.map((box) => box.right)) - left, text).toBeGreaterThan(x + length - 1.5);
    }
  });
}
