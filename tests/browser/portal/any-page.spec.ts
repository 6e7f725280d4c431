// A hub in pages that lay out everything in ways of their own, and that steer it carelessly.

import type { Page } from '@playwright/test';
import { expect, hubOf, test, waitForState } from '../support/hub';
import { followEvents, openPortal, toldBy } from '../support/portal';

/** Styles of the page around; by script, because its policy allows no others. */
async function styled(page: Page, css: string): Promise<void> {
  await page.addInitScript((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
}

/** The width that the hub's page is laid out at, px. */
const laidOut = async (page: Page): Promise<number> =>
  (await hubOf(page).locator('[part=mirror]').boundingBox())?.width ?? 0;

const row = 'body { margin: 0 } #row';

/** How a page lays the tag out, what stands before it, and how wide it should be, px. */
for (const [name, css, before, width] of [
  ['that unsets every style', '* { all: unset } head { display: none }', '', 1280],
  ['that has the tag inline', 'body { margin: 0 } hub-glass { display: inline }', '', 1280],
  ['that has a row in the tag itself', 'body { margin: 0 } hub-glass { display: flex }', '', 1280],
  ['with a row of flexible boxes', `${row} { display: flex }`, '', 960],
  ['that lets the tag float', `${row} hub-glass { float: left }`, '', 960],
  ['with a grid', `${row} { display: grid; grid-template-columns: 1fr 3fr }`, '<p>Beside</p>', 960],
] as const) {
  for (const height of ['auto', '500']) {
    test(`fits into a page ${name}, height ${height}`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await styled(page, css);
      await openPortal(page, `<div id="row">${before}<hub-glass loading="eager" height="${height}"></hub-glass></div>`);
      await waitForState(page, 'ready');
      await expect.poll(() => laidOut(page)).toBeGreaterThan(width - 20); // of a box's scrollbar
      expect(await laidOut(page)).toBeLessThanOrEqual(width);
      const narrow = 400;
      await page.setViewportSize({ width: narrow, height: 800 });
      await expect.poll(() => laidOut(page)).toBeLessThanOrEqual(narrow);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(narrow);
    });
  }
}

test('keeps its lines while it is hidden, and draws when it is shown', async ({ page }) => {
  await openPortal(page, '<hub-glass loading="eager"></hub-glass>');
  await waitForState(page, 'ready');
  const high = async () => (await hubOf(page).boundingBox())?.height;
  const before = await high();
  const heights = await hubOf(page).evaluate(async (hub) => {
    const mirror = hub.shadowRoot?.querySelector<HTMLElement>('[part=mirror]');
    const seen = new Set<string>();
    const observer = new MutationObserver(() => seen.add(mirror?.style.getPropertyValue('--hg-content-height') ?? ''));
    if (mirror) observer.observe(mirror, { attributeFilter: ['style'] });
    hub.style.display = 'none';
    for (let frames = 0; frames < 20; frames += 1) await new Promise(requestAnimationFrame);
    hub.style.display = '';
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return [...seen];
  });
  expect(heights).toEqual([]);
  expect(await high()).toBe(before);
});

test('a script that opens a page leaves a reader elsewhere where they are', async ({ page }) => {
  await styled(page, '#above { height: 3000px }');
  await openPortal(page, '<button>Mine</button><div id="above"></div><hub-glass loading="eager"></hub-glass>');
  await waitForState(page, 'ready');
  await page.getByRole('button', { name: 'Mine' }).focus();
  await hubOf(page).evaluate((hub) => {
    hub.setAttribute('route', 'glossary/');
  });
  await expect(hubOf(page).getByRole('heading', { level: 1, name: 'Glossary' })).toHaveCount(1);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expect(page.getByRole('button', { name: 'Mine' })).toBeFocused();
});

test.describe('a language it does not have', () => {
  test.use({ expectedProblems: /lang="xx" means nothing/ });

  test('the tag says the language that is shown, whatever it was given', async ({ page }) => {
    await openPortal(page, '<hub-glass loading="eager" lang="de"></hub-glass>');
    await waitForState(page, 'ready');
    await hubOf(page).evaluate((hub) => {
      hub.setAttribute('lang', 'xx');
    });
    await expect(hubOf(page)).toHaveAttribute('lang', 'de');
    await hubOf(page).evaluate((hub) => {
      hub.removeAttribute('lang');
    });
    await expect(hubOf(page)).toHaveAttribute('lang', 'de');
  });
});

test.describe('routes that do not exist', () => {
  test.use({ expectedProblems: /status of 404/ }); // the browser's own word about them

  test('a route that does not exist is told as it was asked for, and values of other types do no harm', async ({
    page,
  }) => {
    await followEvents(page);
    await openPortal(page, '<hub-glass loading="eager"></hub-glass>');
    await waitForState(page, 'ready');
    await hubOf(page).evaluate(async (hub) => {
      const loose = hub as unknown as { navigate(...values: unknown[]): Promise<boolean> };
      await loose.navigate('nope/');
      await loose.navigate(null);
      await loose.navigate({}, 7);
    });
    const routes = (await toldBy(page)).filter(({ name }) => name === 'navigate').map(({ detail }) => detail?.route);
    expect(routes).toEqual(['nope/', 'null', '[object Object]']);
    await expect(hubOf(page).getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  });
});

test('the last card keeps its shadow', async ({ page }) => {
  await openPortal(page, '<hub-glass loading="eager" view="cluster" route="data-spaces/"></hub-glass>');
  await waitForState(page, 'ready');
  const room = await hubOf(page).evaluate((hub) => {
    const cards = [...(hub.shadowRoot?.querySelectorAll('.hg-card') ?? [])];
    return hub.getBoundingClientRect().bottom - Math.max(...cards.map((card) => card.getBoundingClientRect().bottom));
  });
  expect(room).toBeGreaterThanOrEqual(16);
});
