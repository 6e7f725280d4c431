// What a reader gets on paper: the page's own text, whole, with the addresses behind its links.

import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { corpusSite, oddSite } from '../sites';
import { addressOf, expect, type HubElement, hubOf, openHub, routesOf, test } from '../support/hub';

/** The text of the page's PDF, a string for each sheet, blanks squeezed. */
async function sheets(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ format: 'A4' }); // backgrounds are off, as in a browser's print dialogue
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  return text.split('\f').map((sheet) => sheet.replace(/\s+/g, ' ').trim());
}

/** What stands on a page without blanks: paper breaks lines, and addresses, where it has to. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Of all blocks without links: behind those stand addresses. */
async function textOfMain(page: Page): Promise<string[]> {
  return page
    .getByRole('main')
    .locator('h1, h2, h3, p:not(.hg-card *), li > div, td, th')
    .evaluateAll((blocks) =>
      blocks
        .filter((block) => !block.closest('nav') && !block.querySelector('a'))
        .map((block) => block.textContent.replace(/\s+/g, ' ').trim()),
    );
}

async function expectPrinted(page: Page): Promise<void> {
  const told = (await textOfMain(page)).filter((text) => text !== '');
  expect(told.length).toBeGreaterThan(5);
  const printed = await sheets(page);
  const all = squeezed(printed.join(' '));
  for (const text of told) expect(all).toContain(squeezed(text));
  expect(squeezed(printed.at(-1) === '' ? (printed.at(-2) ?? '') : (printed.at(-1) ?? ''))).toContain(
    squeezed(page.url()),
  );
  expect(all).not.toContain('Onthispage');
  expect(all).not.toContain('Previous');
}

test.beforeEach(() => {
  test.skip(!corpusSite.isBuilt, 'no corpus to build from (HUBGLASS_CORPUS)');
});

const cluster = 'communities_content/Data_Spaces_Related_Initiatives/';

test('paper has the whole page once the canvas took over, and after a navigation', async ({ page }) => {
  await openHub(page, cluster, corpusSite);
  await expectPrinted(page);
  await hubOf(page).evaluate((hub) => {
    void (hub as HubElement).navigate('strategy/');
  });
  await expect(page.getByRole('heading', { level: 1, name: /Strategy/ })).toBeVisible();
  await expectPrinted(page);
  // The canvas is there again as it was.
  await expect(hubOf(page)).toHaveAttribute('state', 'ready');
});

test('addresses stand behind links, whole, and no address stands twice', async ({ page }) => {
  await openHub(page, cluster, corpusSite);
  const links = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((all) =>
      all
        .filter((link) => !link.closest('nav'))
        .map((link) => ({ text: link.textContent.trim(), address: (link as HTMLAnchorElement).href })),
    );
  const printed = squeezed((await sheets(page)).join(' '));
  const named = links.filter(
    ({ text, address }) => !text.includes('://') && !address.includes('#') && !text.includes('@'),
  );
  expect(named.length).toBeGreaterThan(5);
  for (const { text, address } of named) expect(printed).toContain(`${squeezed(text)}(${address})`);
  const bare = links.filter(({ text }) => text.includes('://'));
  expect(bare.length).toBeGreaterThan(1);
  for (const { text } of bare) expect(printed).not.toContain(`${squeezed(text)}(`);
  for (const { text, address } of links.filter((link) => link.address.includes('#'))) {
    expect(printed, text).not.toContain(`(${address})`);
  }
});

test('no heading ends a sheet, and nothing but the page is on paper', async ({ page }) => {
  await openHub(page, cluster, corpusSite);
  const headings = await page.getByRole('main').getByRole('heading').allTextContents();
  const printed = await sheets(page);
  expect(printed.length).toBeGreaterThan(2);
  for (const sheet of printed) {
    for (const heading of headings) expect(squeezed(sheet).endsWith(squeezed(heading))).toBe(false);
  }
  await page.emulateMedia({ media: 'print' });
  for (const name of ['banner', 'navigation', 'button'] as const) await expect(page.getByRole(name)).toHaveCount(0);
  for (const canvas of await page.locator('hub-glass canvas').all()) await expect(canvas).toBeHidden();
  const backgrounds = await page
    .getByRole('main')
    .locator('*')
    .evaluateAll(
      (all) => all.filter((element) => getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)').length,
    );
  expect(backgrounds).toBe(0);
});

test('what is folded away is on paper, too', async ({ page }) => {
  const route = routesOf(oddSite).find((one) => one.startsWith('folding')) ?? '';
  await openHub(page, route, oddSite);
  const closed = await page
    .locator('details:not([open])')
    .evaluateAll((all) => all.map((details) => (details as HTMLElement).textContent.replace(/\s+/g, '').slice(-10)));
  expect(closed.length).toBeGreaterThan(0);
  const printed = squeezed((await sheets(page)).join(' '));
  for (const end of closed) expect(printed).toContain(end);
});

test('without scripts a page prints as well, with the addresses that lead out of it', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(addressOf(corpusSite, cluster));
  const printed = squeezed((await sheets(page)).join(' '));
  const out = await page
    .getByRole('main')
    .locator('a[href^=http]:not(.hg-bare)')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(out.length).toBeGreaterThan(1);
  for (const address of out) expect(printed).toContain(`(${address})`);
  expect(printed).not.toContain('(../');
  await page.close();
});
