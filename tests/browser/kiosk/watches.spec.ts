// A page that no longer does its work starts again by itself, but never in a circle; and the screen stays on.

import type { Page } from '@playwright/test';
import { expect, hubOf, test, waitForState } from '../support/hub';
import { holdClock, kioskReady, openKiosk, pass } from '../support/kiosk';

const kept = 'hubglass-kiosk-restarts';

/** Takes the graphics away for good. */
async function loseGraphics(page: Page): Promise<void> {
  await hubOf(page).evaluate((hub) => {
    for (const canvas of hub.shadowRoot?.querySelectorAll('canvas') ?? []) {
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    }
  });
  await waitForState(page, 'reader');
}

/** Minutes since each restart. */
async function restarts(page: Page): Promise<number[]> {
  return page.evaluate((key) => {
    const dates = JSON.parse(localStorage.getItem(key) ?? '[]') as number[];
    return dates.map((date) => Math.round((Date.now() - date) / 60_000));
  }, kept);
}

/** Lets the restarts have been so many minutes ago. */
async function pretend(page: Page, minutes: readonly number[]): Promise<void> {
  await page.evaluate(
    ([key, ago]) => {
      localStorage.setItem(key, JSON.stringify(ago.map((one) => Date.now() - one * 60_000)));
    },
    [kept, minutes] as const,
  );
}

async function logged(page: Page): Promise<string> {
  return page.evaluate(() => localStorage.getItem('hubglass-kiosk-log') ?? '');
}

/** Whether the page starts again when its graphics do not come back in time. */
async function startsAgain(page: Page): Promise<boolean> {
  await loseGraphics(page);
  const loaded = page.waitForEvent('load').catch(() => undefined);
  await pass(page, 51);
  let said = '';
  await expect
    .poll(async () => (said = await logged(page).catch(() => ''))) // the page may be on its way out
    .toMatch(/the page is (not )?restarted/);
  const again = said.includes('the page is restarted');
  if (again) {
    await loaded;
  }
  return again;
}

test.describe('the watchdog', () => {
  test.beforeEach(async ({ page }) => {
    await holdClock(page);
  });

  test('gives graphics half a minute to come back, then starts the page again', async ({ page }) => {
    await openKiosk(page);
    await loseGraphics(page);
    await page.evaluate(() => Object.assign(window, { before: true }));
    await pass(page, 41); // it looks every 10 s, so it has known for 30
    await waitForState(page, 'reader');
    expect(await restarts(page)).toEqual([]);
    const loaded = page.waitForEvent('load');
    await pass(page, 10);
    await loaded;
    await kioskReady(page);
    await waitForState(page, 'ready');
    expect(await page.evaluate(() => 'before' in window)).toBe(false);
    expect(await restarts(page)).toEqual([0]);
    expect(await logged(page)).toContain('the graphics context has not come back; the page is restarted');
  });

  // All that decides it is in tests/web/kiosk_test.mjs.
  for (const [earlier, again] of [
    [[3, 1.5], false],
    [[70, 58, 56, 52, 44, 30], true],
  ] as const) {
    test(`after restarts ${earlier.join(', ')} min ago, it ${again ? 'starts' : 'does not start'} again`, async ({
      page,
    }) => {
      await openKiosk(page);
      await pretend(page, earlier);
      expect(await startsAgain(page)).toBe(again);
      expect(await restarts(page)).toHaveLength(earlier.filter((minutes) => minutes < 60).length + (again ? 1 : 0));
      if (!again) {
        expect(await logged(page)).toContain('it was restarted often enough for now');
      }
    });
  }

  test.describe('without a copy', () => {
    test.use({ expectedProblems: /Failed to load resource|there is no copy/ });

    test('does not start a page again that its server would not give', async ({ page }) => {
      await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
      await openKiosk(page);
      await page.route('**/kiosk/', (route) => route.abort());
      expect(await startsAgain(page)).toBe(false);
      expect(await restarts(page)).toEqual([]);
      expect(await logged(page)).toContain('its server does not answer');
    });
  });

  test('starts the page again when frames have stopped, unless nobody could see them', async ({ page }) => {
    await page.addInitScript(() => {
      // Frames go by the browser's own time; from its first jump it is the test's here, too, and else stands still.
      let held: number | undefined;
      const now = performance.now.bind(performance);
      performance.now = () => held ?? now();
      let seen: DocumentVisibilityState = 'visible';
      Object.defineProperty(document, 'visibilityState', { get: () => seen });
      Object.assign(window, {
        jump: (ms: number) => (held = performance.now() + ms),
        see: (state: DocumentVisibilityState) => {
          seen = state;
          document.dispatchEvent(new Event('visibilitychange'));
        },
      });
    });
    await openKiosk(page);
    const control = (name: 'jump' | 'see', value: number | string) =>
      page.evaluate(
        ([what, to]) => {
          (window as unknown as Record<string, (value: number | string) => void>)[what]?.(to);
        },
        [name, value] as const,
      );
    await page.evaluate(() => {
      window.requestAnimationFrame = () => 0;
    });
    await control('jump', 0);
    await control('see', 'visible'); // the last frame was now
    await control('jump', 14_000);
    await pass(page, 10);
    expect(await logged(page)).not.toContain('frames have stopped');
    await control('see', 'hidden');
    await control('jump', 60_000);
    await pass(page, 10);
    expect(await logged(page)).not.toContain('frames have stopped');
    await control('see', 'visible');
    await control('jump', 14_000);
    await pass(page, 10);
    expect(await logged(page)).not.toContain('frames have stopped');
    const loaded = page.waitForEvent('load');
    await control('jump', 2_000);
    await pass(page, 10);
    await loaded;
    await kioskReady(page);
    expect(await restarts(page)).toEqual([0]);
    expect(await logged(page)).toContain('frames have stopped; the page is restarted');
  });
});

test.describe('the screen', () => {
  /** A wake lock in the test's hand: it says how often it was asked for, and lets go when told to. */
  async function holdScreen(page: Page, refuse = false): Promise<void> {
    await page.addInitScript((refused) => {
      let seen: DocumentVisibilityState = 'visible';
      Object.defineProperty(document, 'visibilityState', { get: () => seen });
      const screen = { asked: [] as string[], held: undefined as EventTarget | undefined };
      Object.assign(window, {
        screenAsked: () => screen.asked,
        letGo: () => screen.held?.dispatchEvent(new Event('release')),
        see: (state: DocumentVisibilityState) => {
          seen = state;
          document.dispatchEvent(new Event('visibilitychange'));
        },
      });
      const request = (type: string): Promise<EventTarget> => {
        screen.asked.push(type);
        if (refused) return Promise.reject(new DOMException('The battery is low.', 'NotAllowedError'));
        screen.held = new EventTarget();
        return Promise.resolve(screen.held);
      };
      Object.defineProperty(navigator, 'wakeLock', { value: { request } });
    }, refuse);
  }

  const asked = (page: Page): Promise<string[]> =>
    page.evaluate(() => (window as unknown as { screenAsked(): string[] }).screenAsked());
  const see = (page: Page, state: 'visible' | 'hidden'): Promise<void> =>
    page.evaluate((now) => {
      (window as unknown as { see(state: string): void }).see(now);
    }, state);
  const letGo = (page: Page): Promise<void> =>
    page.evaluate(() => {
      (window as unknown as { letGo(): void }).letGo();
    });

  test('is kept on, and asked for again when it was let go and the page is seen', async ({ page }) => {
    await holdScreen(page);
    await openKiosk(page);
    expect(await asked(page)).toEqual(['screen']);
    await see(page, 'visible');
    expect(await asked(page), 'it is held already').toHaveLength(1);
    await see(page, 'hidden');
    await letGo(page);
    expect(await asked(page), 'a page that nobody sees is not given one').toHaveLength(1);
    await see(page, 'visible');
    await expect.poll(() => asked(page)).toHaveLength(2);
    await letGo(page);
    await expect.poll(() => asked(page), 'the system took it while the page is seen').toHaveLength(3);
  });

  test('that is refused to stay on is said in the log and in the service panel, and asked for again', async ({
    page,
  }) => {
    await holdScreen(page, true);
    await openKiosk(page);
    expect(await logged(page)).toContain('screen: it is not kept on (refused: The battery is low.)');
    for (let i = 0; i < 5; i++) await page.mouse.click(12, 110);
    await expect(page.getByRole('dialog', { name: 'Service' })).toContainText('refused: The battery is low.');
    await see(page, 'hidden');
    await see(page, 'visible');
    await expect.poll(() => asked(page)).toHaveLength(2);
    expect((await logged(page)).split('The battery is low').length - 1, 'said once').toBe(1);
  });
});
