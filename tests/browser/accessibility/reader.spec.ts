// A reader with a screen reader, or with only a keyboard.

import type { Page } from '@playwright/test';
import { addressOf, builtSites, expect, longestRoute, nameMissingSites, openHub, settle, test } from '../support/hub';
import { oddSite } from '../sites';
import { Picture } from '../support/picture';
import { accessibilityTree, nodesOf, textOf } from '../support/tree';

nameMissingSites();

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

test('a page has its landmarks, one title, and no heading level left out', async ({ page }) => {
  for (const { site } of builtSites) {
    await openHub(page, longestRoute(site), site);
    const tree = await accessibilityTree(page);
    for (const landmark of ['banner', 'main', 'contentinfo']) {
      expect(nodesOf(tree, landmark), landmark).toHaveLength(1);
    }
    const names = nodesOf(tree, 'navigation').map(({ name }) => name);
    expect(names.length, 'at least the pages and what is on this one').toBeGreaterThan(1);
    expect(new Set(names).size, 'each navigation has a name of its own').toBe(names.length);
    const levels = nodesOf(tree, 'heading').map(({ level }) => level);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
    for (const control of nodesOf(tree, 'button', 'link', 'textbox', 'checkbox')) {
      expect(control.name, `a name for ${control.role} ${control.address}`).not.toBe('');
    }
  }
});

test('an address is told without blanks, an ordered list with its numbers, a figure with its caption', async ({
  page,
}) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await openHub(page, '', oddSite);
  const tree = await accessibilityTree(page);
  const addresses = nodesOf(tree, 'link').filter(({ name }) => name.startsWith('https://example.org/a/very/long'));
  expect(addresses.map(({ name }) => name)).toEqual([addresses[0]?.address]);
  const items = nodesOf(tree, 'listitem').map((item) => textOf(item));
  expect(items).toEqual(expect.arrayContaining(['10.A list that begins with ten', '1.one', '2.two']));
  const captions = nodesOf(tree, 'Figcaption').map((caption) => textOf(caption));
  expect(captions).toEqual([expect.stringMatching(/^A caption below the square that is long enough/)]);
  expect(nodesOf(tree, 'figure').some((figure) => nodesOf(figure, 'Figcaption').length === 1)).toBe(true);
});

test('a new page is told by its title: the focus goes there, forwards and back', async ({ page }) => {
  await openHub(page);
  const first = page.getByRole('heading', { level: 1 });
  const title = await first.textContent();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Data Spaces', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeFocused();
  await expect(page).toHaveTitle(/^Data Spaces/);
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Data Spaces', exact: true }),
  ).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Tab');
  // The first behind the breadcrumb and the title.
  await expect(page.getByRole('main').getByRole('link').nth(1)).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: (title ?? '').trim() })).toBeFocused();
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
