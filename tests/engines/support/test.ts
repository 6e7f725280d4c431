// Every test runs once per engine, in one window that the tests of an engine share.

import { test as base, expect } from '@playwright/test';
import type { HubElement } from '../../browser/support/hub';
import { contentSite, type Site } from '../../browser/sites';
import { startChromium } from './chromium';
import type { Browser, EngineName, Point } from './engine';
import { startFirefox } from './firefox';
import { startWebKit } from './webkit';

export { expect };

const starters: Record<EngineName, () => Promise<Browser>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebKit,
};

export const test = base.extend<{ browser: never }, { engine: EngineName; hub: Browser }>({
  engine: ['chromium', { option: true, scope: 'worker' }],
  hub: [
    async ({ engine }, use) => {
      const browser = await starters[engine]();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

/** Asks until the answer is as expected; most 10 s. */
export async function until<Result>(
  ask: () => Promise<Result>,
  holds: (answer: Result) => boolean,
  what: string,
): Promise<void> {
  await expect
    .poll(async () => holds(await ask()), { message: what, intervals: [30, 60, 100], timeout: 15_000 })
    .toBe(true);
}

export async function waitForState(hub: Browser, state: string): Promise<void> {
  await until(
    () => hub.evaluate(() => document.querySelector('hub-glass')?.getAttribute('state'), undefined),
    (now) => now === state,
    `the hub is ${state}`,
  );
}

/** Waits until nothing more is drawn and what was drawn is on the screen. */
export async function settle(hub: Browser): Promise<void> {
  const moved = await hub.evaluate(async () => {
    const element = document.querySelector<HubElement>('hub-glass');
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    let frames = -1;
    let still = 0;
    for (let i = 0; i < 200 && still < 12; i += 1) {
      const now = element?.stats().frames ?? 0;
      still = now === frames ? still + 1 : 0;
      frames = now;
      await frame();
    }
    return still < 12;
  }, undefined);
  expect(moved, 'the hub goes on drawing').toBe(false);
}

/** Opens a route and waits until the canvas shows it. */
export async function openHub(hub: Browser, route = '', site: Site = contentSite): Promise<void> {
  await hub.open(site.address + encodeURI(route));
  await waitForState(hub, 'ready');
  await settle(hub);
}

/** Where an element of the mirror is, CSS px of the viewport. `words` picks the first that contains them. */
export async function boxOf(
  hub: Browser,
  selector: string,
  words = '',
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await hub.evaluate(
    ([what, text]) => {
      const root = document.querySelector('hub-glass')?.shadowRoot;
      const found = [...(root?.querySelectorAll(`[part="mirror"] ${what}`) ?? [])].find((element) =>
        (element.textContent ?? '').replace(/\s+/g, ' ').includes(text!),
      );
      if (!found) return undefined;
      const { left, top, bottom } = found.getBoundingClientRect();
      if (top < 80 || bottom > innerHeight) scrollBy({ top: top - 200, behavior: 'instant' });
      const { x, y, width, height } = found.getBoundingClientRect();
      return { x: left - left + x, y, width, height };
    },
    [selector, words],
  );
  if (!box) throw new Error(`nothing matches ${selector} with “${words}”`);
  return box;
}

export function middleOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

export async function scrollTop(hub: Browser): Promise<number> {
  return Math.round(await hub.evaluate(() => scrollY, undefined));
}
