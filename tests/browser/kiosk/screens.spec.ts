// On every screen a kiosk reads alike: a larger one has larger sizes, not smaller words on more ground.

import type { Locator } from '@playwright/test';
import { expect, hubOf, test } from '../support/hub';
import { holdClock, openKiosk, pass } from '../support/kiosk';

const screens = [
  [1920, 1080],
  [1080, 1920],
  [3840, 2160],
  [2160, 3840],
] as const;

/** What holds for everything on a screen, next to one of 1080 px. */
const factorOf = (width: number, height: number): number => Math.floor((4 * Math.min(width, height)) / 1080) / 4;

const sizeOf = (text: Locator): Promise<number> =>
  text.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));

/** Boxes of the visible among these, by what they say. */
async function boxesOf(...places: Locator[]): Promise<Map<string, DOMRect>> {
  const boxes = new Map<string, DOMRect>();
  for (const place of places) {
    for (const one of await place.all()) {
      const box = await one.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
      if (box.width > 0)
        boxes.set(`${await one.evaluate((element) => element.className || element.tagName)} ${boxes.size}`, box);
    }
  }
  return boxes;
}

for (const [width, height] of screens) {
  test.describe(`${width} by ${height} px`, () => {
    test.use({ viewport: { width, height } });
    const factor = factorOf(width, height);

    test('text and targets are as large as the screen wants them, and all of the menu is in view', async ({ page }) => {
      await holdClock(page);
      await openKiosk(page);
      const paragraph = page.getByRole('main').locator('p').first();
      expect(await sizeOf(paragraph)).toBeCloseTo(22 * factor, 1);
      expect(await sizeOf(paragraph)).toBeGreaterThanOrEqual(Math.max(22, Math.min(width, height) / 88));
      const fragments = await hubOf(page).evaluate((hub) =>
        (hub as unknown as { fragments(): { height: number; text: string }[] }).fragments(),
      );
      const words = (await paragraph.textContent()) ?? '';
      const drawn = fragments.find(({ text }) => text.length > 20 && words.includes(text.trim()));
      expect(drawn?.height, 'what the canvas shows').toBeCloseTo(34 * factor, 0);
      for (const button of await page
        .getByRole('navigation', { name: 'Navigation' })
        .last()
        .getByRole('button')
        .all()) {
        const box = await button.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48 * factor);
      }

      await page.getByRole('button', { name: 'Menu', exact: true }).last().click();
      const menu = page.getByRole('dialog', { name: 'Where to?' });
      await expect(menu).toBeVisible();
      const outer = await menu.evaluate((element) => ({
        scrolls: element.scrollHeight > element.clientHeight + 1,
        bar: (element as HTMLElement).offsetWidth - element.clientWidth,
        border: 2 * parseFloat(getComputedStyle(element).borderLeftWidth),
      }));
      expect(outer.scrolls, 'nothing is below the fold').toBe(false);
      expect(outer.bar, 'no scrollbar of a desktop').toBeLessThanOrEqual(outer.border + 1);
      for (const name of ['Data Spaces', 'CitiVERSE', 'English', 'Deutsch', 'Light or dark', 'Close']) {
        const box = await menu.getByRole('button', { name }).boundingBox();
        expect(box?.height, name).toBeGreaterThanOrEqual(48 * factor);
        expect(box?.y, name).toBeGreaterThan(height * 0.4);
        expect((box?.y ?? 0) + (box?.height ?? 0), name).toBeLessThanOrEqual(height);
        expect((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(width);
      }
      await menu.getByRole('button', { name: 'Light or dark' }).click();
      await expect(hubOf(page)).toHaveAttribute('data-theme', 'dark');
    });

    test('nothing of the tour lies over anything else', async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await holdClock(page);
      await page.route('**/kiosk/tour.json', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ json: { ...((await response.json()) as object), address: 'https://hub.example/' } });
      });
      await openKiosk(page);
      await pass(page, 61);
      const tour = page.getByRole('region', { name: 'A tour of the hub' });
      const code = tour.getByRole('img', { name: 'QR code of the address' });
      await expect(code).toBeVisible();
      await expect(tour.getByText('Smart Communities Hub', { exact: true })).toBeVisible();
      const first = await code.innerHTML();
      for (let stop = 0; stop < 12; stop++) {
        const words = tour.locator('section').last().locator('.kiosk-words > *');
        const boxes = [
          ...(await boxesOf(words, tour.locator('.kiosk-front'), tour.getByRole('button'), tour.getByRole('figure'))),
        ];
        for (const [name, box] of boxes) {
          expect(box.x >= 0 && box.y >= 0 && box.right <= width && box.bottom <= height, `${name} is on screen`).toBe(
            true,
          );
          for (const [other, second] of boxes) {
            const apart =
              box.right <= second.left + 1 ||
              second.right <= box.left + 1 ||
              box.bottom <= second.top + 1 ||
              second.bottom <= box.top + 1;
            expect(name === other || apart, `${name} and ${other} at stop ${stop}`).toBe(true);
          }
        }
        await pass(page, 12);
      }
      await expect.poll(() => code.innerHTML(), 'each page has its own').not.toBe(first);
    });
  });
}

test('another screen is followed at once', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openKiosk(page);
  const heading = page.getByRole('main').getByRole('heading', { level: 1 });
  const before = await heading.boundingBox();
  await page.setViewportSize({ width: 3840, height: 2160 });
  await expect.poll(async () => (await heading.boundingBox())?.height).toBeCloseTo(2 * (before?.height ?? 0), 0);
  const fragments = await hubOf(page).evaluate((hub) =>
    (hub as unknown as { fragments(): { x: number; y: number; text: string }[] }).fragments(),
  );
  const after = await heading.boundingBox();
  const text = (await heading.textContent()) ?? '';
  const drawn = fragments.find((fragment) => fragment.text.length > 3 && text.startsWith(fragment.text.trim()));
  expect(Math.abs((drawn?.x ?? NaN) - (after?.x ?? NaN))).toBeLessThan(2);
  expect(Math.abs((drawn?.y ?? NaN) - (after?.y ?? NaN))).toBeLessThan(2);
});
