// A reader with a screen reader, or with only a keyboard.

import type { Page } from '@playwright/test';
import axe from 'axe-core';
import {
  addressOf,
  builtSites,
  expect,
  longestRoute,
  nameMissingSites,
  openHub,
  routesOf,
  settle,
  test,
} from './support/hub';
import { Picture } from './support/picture';

nameMissingSites();

// A page without the element does not use what it loaded early.
test.use({ expectedProblems: /was preloaded using link preload but not used/ });

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    (tags) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        // axe looks for the skip link's target in the document alone, not in the element. That it works has a test of its own.
        { exclude: ['.hg-skip'] },
        { runOnly: { type: 'tag', values: tags } },
      ),
    rules,
  );
  expect(found.passes.length).toBeGreaterThan(10);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${help}: ${String(target)}: ${failureSummary ?? ''}`),
  );
}

for (const { name, site } of builtSites) {
  const routes = routesOf(site);
  const initiative = routes.find((route) => route.split('/').length === 3 || route.split('/').length === 4) ?? '';
  for (const route of new Set(['', longestRoute(site), initiative])) {
    for (const width of [320, 1280]) {
      test(`axe finds no fault in the ${name} at /${route}, ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await openHub(page, route, site);
        expect(await violations(page)).toEqual([]);
      });
    }

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds no fault in the plain page of the ${name} at /${route}, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        // The page as it is without the element; contrast can only be judged where no canvas lies below.
        await page.route('**/hub-glass*.js', (intercepted) =>
          intercepted.fulfill({ contentType: 'text/javascript', body: '' }),
        );
        await page.goto(addressOf(site, route));
        expect(await violations(page)).toEqual([]);
      });
    }
  }
}

/** What assistive technology is told, with the addresses of links made whole. */
async function snapshot(page: Page): Promise<string> {
  const told = await page.getByRole('main').ariaSnapshot();
  const here = page.url();
  return told.replace(/(\/url: )("?)(\S+?)\2$/gm, (_, name: string, _quote: string, address: string) => {
    return name + new URL(address, here).href;
  });
}

test('the skip link leads past the frame, also once the canvas is there', async ({ page }) => {
  await openHub(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused();
});

test('the live page says the same as the static one', async ({ page, browser }) => {
  const plain = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  for (const { site } of builtSites) {
    await plain.goto(addressOf(site, longestRoute(site)));
    await openHub(page, longestRoute(site), site);
    expect(await snapshot(page)).toBe(await snapshot(plain));
  }
  await plain.close();
});

test('Tab goes through header, navigation, content and “On this page” in that order', async ({ page }) => {
  await openHub(page);
  const order: string[] = [];
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      const around = focused?.closest('header, nav, main, footer');
      return around ? (around.getAttribute('aria-label') ?? around.tagName.toLowerCase()) : 'outside';
    });
    if (order.at(-1) !== place) order.push(place);
  }
  const wanted = ['header', 'Main', 'main', 'footer', 'On this page'];
  const firsts = wanted.map((place) => order.indexOf(place)).filter((at) => at >= 0);
  expect(order).toEqual(expect.arrayContaining(['header', 'Main', 'main']));
  expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
});

test('the focus is seen: a ring is drawn round a link', async ({ page }) => {
  await openHub(page);
  await settle(page);
  const link = page.getByRole('main').getByRole('link', { name: 'LDT CitiVERSE EDIC' });
  await link.scrollIntoViewIfNeeded();
  const box = (await link.boundingBox())!;
  const around = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 };
  await settle(page);
  const before = new Picture(await page.screenshot());
  // A focus that a script sets shows no ring after the mouse was used; the keyboard always does.
  await link.evaluate((element) => {
    const links = [...(element.getRootNode() as ShadowRoot).querySelectorAll<HTMLElement>('a, button, summary')];
    links[links.indexOf(element as HTMLElement) - 1]?.focus({ preventScroll: true });
  });
  await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await settle(page);
  const after = new Picture(await page.screenshot());
  expect(after.difference(before, around)).toBeGreaterThan(3);
});

test('Enter on a focused link follows it', async ({ page }) => {
  await openHub(page);
  await page.getByRole('main').getByRole('link', { name: 'View Details' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();
});

test('the canvases say nothing to a screen reader', async ({ page }) => {
  await openHub(page);
  const canvases = page.locator('hub-glass canvas');
  await expect(canvases).toHaveCount(2);
  for (const canvas of await canvases.all()) await expect(canvas).toHaveAttribute('aria-hidden', 'true');
});

test('keys scroll the page at once', async ({ page }) => {
  await openHub(page);
  for (const [key, from] of [
    ['PageDown', 0],
    ['Space', 1],
    ['End', 2],
  ] as const) {
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press(key);
    await expect.poll(() => page.evaluate(() => scrollY), `${key}, press ${from}`).toBeGreaterThan(before);
  }
});
