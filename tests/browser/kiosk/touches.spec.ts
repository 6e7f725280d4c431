// Whatever somebody does ends the countdown and the tour, and nothing else comes of it.

import type { CDPSession, Locator, Page } from '@playwright/test';
import { expect, test } from '../support/hub';
import { holdClock, openKiosk, pass } from '../support/kiosk';

test.use({ hasTouch: true, viewport: { width: 1080, height: 1400 } });

interface Finger {
  x: number;
  y: number;
}
type Phase = 'touchStart' | 'touchMove' | 'touchEnd';

const touch = async (session: CDPSession, type: Phase, ...fingers: Finger[]): Promise<void> => {
  await session.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: fingers.map((finger, id) => ({ ...finger, id })),
  });
};

/** A swipe of `count` fingers that begins at `from`. */
async function swipe(session: CDPSession, from: Finger, count = 1): Promise<void> {
  const at = (step: number): Finger[] =>
    Array.from({ length: count }, (_, i) => ({ x: from.x + 60 * i, y: from.y - 40 * step }));
  await touch(session, 'touchStart', ...at(0));
  for (let step = 1; step < 10; step++) await touch(session, 'touchMove', ...at(step));
  await touch(session, 'touchEnd');
}

/** Where a card of the page lies: a click there would follow its link. */
const card: Finger = { x: 300, y: 700 };

const gestures: Record<string, (page: Page, session: CDPSession) => Promise<void>> = {
  'a tap': (page) => page.touchscreen.tap(card.x, card.y),
  'a click': (page) => page.mouse.click(card.x, card.y),
  'a swipe': (_, session) => swipe(session, card),
  'two fingers': (_, session) => swipe(session, card, 2),
  'two fingers that spread': async (_, session) => {
    const at = (step: number): Finger[] => [
      { x: card.x, y: card.y - 20 * step },
      { x: card.x, y: card.y + 40 + 20 * step },
    ];
    await touch(session, 'touchStart', ...at(0));
    for (let step = 1; step < 10; step++) await touch(session, 'touchMove', ...at(step));
    await touch(session, 'touchEnd');
  },
  'a long press': async (page, session) => {
    await touch(session, 'touchStart', card);
    await page.waitForFunction(
      (since) => performance.now() - since > 800, // the browser's own wait for one is shorter
      await page.evaluate(() => performance.now()),
    );
    await touch(session, 'touchEnd');
  },
  'a wheel': async (page) => {
    await page.mouse.move(card.x, card.y);
    await page.mouse.wheel(0, 300);
  },
  'a wheel with Ctrl': async (page) => {
    await page.mouse.move(card.x, card.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 300);
    await page.keyboard.up('Control');
  },
  'the right button': (page) => page.mouse.click(card.x, card.y, { button: 'right' }),
  'a drag': async (page) => {
    await page.mouse.move(card.x, card.y);
    await page.mouse.down();
    await page.mouse.move(card.x, card.y - 300, { steps: 5 });
    await page.mouse.up();
  },
  'a key': (page) => page.keyboard.press('PageDown'),
  'a key that is held': async (page) => {
    for (let i = 0; i < 3; i++) await page.keyboard.down('PageDown');
    await page.keyboard.up('PageDown');
  },
};

/** What a gesture would have changed. */
const shown = (page: Page) =>
  page.evaluate(() => ({
    scroll: scrollY,
    zoom: visualViewport?.scale,
    heading: document.querySelector('hub-glass')?.shadowRoot?.querySelector('h1')?.textContent,
    dialogs: document.querySelectorAll('dialog[open]').length,
    selected: String(getSelection()),
  }));

/** Makes each gesture while `layer` is shown, which `seconds` without one bring. */
async function tryAll(page: Page, seconds: number, layer: Locator): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const [name, make] of Object.entries(gestures)) {
    await test.step(name, async () => {
      const before = await shown(page);
      await pass(page, seconds);
      await expect(layer, `before ${name}`).toBeVisible();
      await make(page, session);
      await expect(layer, `after ${name}`).toBeHidden();
      await expect(page.locator('.kiosk-spent'), `${name} is over`).toHaveCount(0);
      expect(await shown(page), name).toEqual(before);
    });
  }
  // And what comes afterwards reaches the page again.
  const { scroll } = await shown(page);
  await swipe(session, { x: 60, y: 1200 });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scroll);
}

test('whatever is done ends the countdown, and does nothing else', async ({ page }) => {
  await holdClock(page);
  await openKiosk(page);
  await page.evaluate(() => {
    scrollTo(0, 300);
  });
  await tryAll(page, 46, page.getByRole('alert'));
});

test('whatever is done ends the tour, and does nothing else', async ({ page }) => {
  await holdClock(page);
  await openKiosk(page);
  await tryAll(page, 61, page.getByRole('region', { name: 'A tour of the hub' }));
});

test('the countdown ends while a finger is still down, and a swipe that begins on a button of the tour ends it', async ({
  page,
}) => {
  await holdClock(page);
  await openKiosk(page);
  const session = await page.context().newCDPSession(page);
  await pass(page, 50);
  await touch(session, 'touchStart', card);
  await expect(page.getByRole('alert')).toBeHidden();
  await pass(page, 20);
  await expect(page.getByRole('region', { name: 'A tour of the hub' }), 'it was counted no further').toBeHidden();
  await touch(session, 'touchMove', { x: card.x, y: card.y - 300 });
  await touch(session, 'touchEnd');
  expect(await page.evaluate(() => scrollY)).toBe(0);

  await pass(page, 61);
  const tour = page.getByRole('region', { name: 'A tour of the hub' });
  const box = await tour.getByRole('button', { name: 'Show me this' }).boundingBox();
  await swipe(session, { x: (box?.x ?? 0) + 30, y: (box?.y ?? 0) + 30 });
  await expect(tour).toBeHidden();
  expect((await shown(page)).scroll).toBe(0);
});

test('above a dialog of the hub the countdown ends by touch, too, and the dialog stays', async ({ page }) => {
  await holdClock(page);
  await openKiosk(page);
  await page.getByRole('button', { name: 'Menu', exact: true }).last().click();
  const menu = page.getByRole('dialog', { name: 'Where to?' });
  await expect(menu).toBeVisible();
  await pass(page, 46);
  const box = await menu.getByRole('button').first().boundingBox();
  await page.touchscreen.tap((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(menu).toBeVisible();
});
