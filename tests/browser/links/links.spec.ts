// Links are the browser's own, whatever a reader does with them.

import type { Locator, Page } from '@playwright/test';
import { contentSite, corpusSite, oddSite } from '../sites';
import { addressOf, expect, hubOf, openHub, settle, test } from '../support/hub';
import { selectedText } from '../support/selecting';

const cards = (page: Page): Locator => page.getByRole('main').locator('.hg-card');

/** What a click opens beside the page that stays. */
async function openedBy(page: Page, click: () => Promise<void>): Promise<string> {
  const before = page.url();
  const [opened] = await Promise.all([page.context().waitForEvent('page'), click()]);
  await opened.waitForURL((url) => url.protocol.startsWith('http'), { waitUntil: 'commit' });
  const address = opened.url();
  await opened.close();
  expect(page.url(), 'the page stays').toBe(before);
  return address;
}

/** The address that the browser shows, drags, saves and opens for the place: that of the real link under the pointer. */
async function addressAt(page: Page, x: number, y: number): Promise<string | undefined> {
  return hubOf(page).evaluate(
    (hub, [left, top]) => hub.shadowRoot?.elementFromPoint(left!, top!)?.closest('a')?.href,
    [x, y],
  );
}

test.beforeEach(async ({ context }) => {
  // Other sites are out of reach; what was asked for is what counts.
  await context.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
});

test('middle, ctrl and shift click open a link elsewhere; a plain click stays in the hub', async ({ page }) => {
  await openHub(page);
  const link = page.getByRole('main').getByRole('link', { name: 'View Details' }).first();
  const address = addressOf(contentSite, 'data-spaces/');
  expect(await openedBy(page, () => link.click({ button: 'middle' }))).toBe(address);
  expect(await openedBy(page, () => link.click({ modifiers: ['ControlOrMeta'] }))).toBe(address);
  expect(await openedBy(page, () => link.click({ modifiers: ['Shift'] }))).toBe(address);
  let loads = 0;
  page.on('load', () => (loads += 1));
  await link.click();
  await expect(page).toHaveURL(address);
  expect(loads).toBe(0);
});

test('elsewhere on a card, too, unless text is being selected', async ({ page }) => {
  await openHub(page);
  const words = cards(page).first().getByRole('paragraph').nth(1);
  const address = addressOf(contentSite, 'data-spaces/');
  expect(await openedBy(page, () => words.click({ button: 'middle' }))).toBe(address);
  expect(await openedBy(page, () => words.click({ modifiers: ['ControlOrMeta'] }))).toBe(address);
  expect(await openedBy(page, () => words.click({ modifiers: ['Shift'] }))).toBe(address);
  await words.scrollIntoViewIfNeeded();
  const box = (await words.boundingBox())!;
  await page.mouse.move(box.x + 2, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 12, { steps: 5 });
  await page.mouse.up();
  expect(await selectedText(page)).not.toBe('');
  await expect(page).toHaveURL(contentSite.address);
  await page.mouse.click(box.x + 2, box.y + box.height + 14);
  await expect(page).toHaveURL(address);
});

test('every link is a real one where it is drawn, also on all lines it wraps over', async ({ page }) => {
  for (const [site, route, width] of [
    [contentSite, '', 1280],
    [contentSite, 'sources/', 360],
    [oddSite, '', 320],
    [oddSite, 'tables/', 1280],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await openHub(page, route, site);
    const wrong = await hubOf(page).evaluate((hub) => {
      const missed: string[] = [];
      let lines = 0;
      for (const link of hub.shadowRoot!.querySelectorAll<HTMLAnchorElement>('main a')) {
        const range = document.createRange();
        range.selectNodeContents(link);
        scrollBy({ top: link.getBoundingClientRect().top - 300, behavior: 'instant' });
        // Pins, which fill lines, are no part of what is drawn.
        for (const { left, right, top, bottom } of [...range.getClientRects()].filter(
          (box) => box.width > 8 && box.height > 8,
        )) {
          if (bottom > innerHeight || top < 64) continue;
          lines += 1;
          const hit = hub.shadowRoot!.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          if (hit?.closest('a') !== link) missed.push(`${link.textContent}: ${hit?.tagName ?? 'nothing'}`);
        }
        if (!link.href) missed.push(`${link.textContent}: no address`);
      }
      return lines > 2 ? missed : [...missed, `only ${lines} lines`];
    });
    expect(wrong, `${route} at ${width} px`).toEqual([]);
  }
});

test('the address under the pointer is the real one: text, images, buttons, tables', async ({ page }) => {
  await openHub(page, 'tables/', oddSite);
  const link = page.getByRole('main').getByRole('table').getByRole('link', { name: 'link' });
  const box = (await link.boundingBox())!;
  expect(await addressAt(page, box.x + box.width / 2, box.y + box.height / 2)).toBe(addressOf(oddSite, ''));
  await openHub(page);
  const brand = (await page.getByRole('banner').getByRole('link').first().boundingBox())!;
  expect(await addressAt(page, brand.x + 10, brand.y + brand.height / 2)).toBe(contentSite.address);
});

test('a link that is dragged out carries its address', async ({ page }) => {
  await openHub(page);
  await page.evaluate(() => {
    document.addEventListener('dragstart', (event) => {
      const { dataTransfer } = event;
      document.title = `dragged ${dataTransfer?.getData('text/uri-list') ?? ''} ${String(event.defaultPrevented)}`;
    });
  });
  const link = page.getByRole('main').getByRole('link', { name: 'View Details' }).first();
  await link.scrollIntoViewIfNeeded();
  const box = (await link.boundingBox())!;
  await page.mouse.move(box.x + 12, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 60, { steps: 6 });
  await expect(page).toHaveTitle(`dragged ${addressOf(contentSite, 'data-spaces/')} false`);
  await page.mouse.up();
});

test('nothing of ours stands in the way of modified clicks, menus and other schemes', async ({ page }) => {
  await openHub(page);
  await page.evaluate(() => {
    const prevented: string[] = [];
    (window as unknown as { prevented: string[] }).prevented = prevented;
    for (const kind of ['click', 'auxclick', 'contextmenu', 'mousedown', 'pointerdown', 'touchstart', 'dragstart']) {
      addEventListener(kind, (event) => {
        if (event.defaultPrevented) prevented.push(kind);
        if (kind === 'click') event.preventDefault(); // nothing is opened here
      });
    }
  });
  const prevented = (): Promise<string[]> =>
    page.evaluate(() => (window as unknown as { prevented: string[] }).prevented);
  const link = page.getByRole('main').getByRole('link', { name: 'View Details' }).first();
  for (const modifier of ['Control', 'Meta', 'Shift', 'Alt'] as const) await link.click({ modifiers: [modifier] });
  await link.click({ button: 'right' });
  await cards(page).first().click({ button: 'right' });
  expect(await prevented()).toEqual([]);
  // Addresses that are no pages of the hub: mail, telephone, files, downloads, windows with a name.
  for (const change of [
    { href: 'mailto:someone@example.org' },
    { href: 'tel:+3212345678' },
    { href: 'https://example.org/' },
    { href: `${contentSite.address}data/initiatives.json` },
    { download: 'initiatives.json' },
    { target: '_blank' },
  ]) {
    await link.evaluate((element, properties) => {
      const before = element.cloneNode(true) as HTMLAnchorElement;
      Object.assign(element, properties);
      (element as HTMLElement).click();
      for (const name of ['href', 'download', 'target']) {
        const value = before.getAttribute(name);
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
    }, change);
    expect(await prevented(), JSON.stringify(change)).toEqual([]);
  }
  // And a plain click on a page of the hub is ours.
  await link.click();
  expect(await prevented()).toEqual(['click']);
});

test('fragments: of this page, of another, and to nothing', async ({ page }) => {
  await openHub(page, '', oddSite);
  const link = page.getByRole('link', { name: 'To the second of them' });
  await link.click();
  await expect(page).toHaveURL(/#twice_1$/);
  const target = page.getByRole('heading', { name: 'Twice' }).last();
  await expect(target).toBeInViewport();
  expect((await target.boundingBox())!.y).toBeGreaterThan(60);
  await page.goBack();
  await expect(page).toHaveURL(oddSite.address);
});

for (const [language, words] of [
  ['', 'Leads to another site'],
  ['de/', 'Führt zu einer anderen Website'],
  ['fr/', 'Mène à un autre site'],
] as const) {
  test(`links to other sites are marked, in words and to the eye: ${language || 'en'}`, async ({ page, browser }) => {
    const route = `${language}sources/`;
    await openHub(page, route);
    const link = page.getByRole('main').getByRole('link').and(page.locator('[href^="https:"]')).first();
    await expect(link).toHaveAttribute('rel', 'noopener');
    await expect(link).toHaveAccessibleDescription(words);
    await expect(link).not.toHaveAccessibleName(/↗|site/);
    // The canvas draws the arrow, the copied and the found text know nothing of it.
    const drawn = await hubOf(page).evaluate(
      (hub) =>
        (hub as unknown as { fragments(): { text: string }[] }).fragments().filter(({ text }) => text.includes('↗'))
          .length,
    );
    const marked = await page.locator('[part="mirror"] .hg-region-content .hg-external').count();
    expect(marked).toBeGreaterThan(2);
    expect(drawn).toBe(marked);
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const staticPage = await plain.newPage();
    await staticPage.goto(addressOf(contentSite, route));
    expect(await staticPage.locator('.hg-region-content .hg-external').count()).toBe(marked);
    await plain.close();
  });
}

test('links that are pictures, or stay in the hub, are not marked', async ({ page }) => {
  for (const site of [contentSite, ...(corpusSite.isBuilt ? [corpusSite] : [])]) {
    await openHub(page, '', site);
    await settle(page);
    expect(
      await hubOf(page).evaluate((hub) =>
        [...hub.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a.hg-external')]
          .filter((link) => link.origin === location.origin || link.querySelector('img, svg, .hg-icon'))
          .map((link) => link.href),
      ),
    ).toEqual([]);
    expect(
      await hubOf(page).evaluate((hub) =>
        [...hub.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')]
          .filter((link) => link.origin !== location.origin && !link.relList.contains('noopener'))
          .map((link) => link.href),
      ),
      'links that let another site reach back',
    ).toEqual([]);
  }
});
