// A reader who sets the text in a way of their own: WCAG 1.4.4 and 1.4.12. The canvas steps aside, the page follows.

import { chromium, type BrowserContext } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf, expect, hubOf, openHub, test, waitForState } from '../support/hub';
import { contentSite } from '../sites';

test.use({ expectedProblems: /was preloaded using link preload but not used/ });

const spacing =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

async function addStyles(page: Parameters<typeof openHub>[0], css: string): Promise<void> {
  // As a bookmarklet or an extension does, whatever the page's policy says.
  const client = await page.context().newCDPSession(page);
  const { frameTree } = await client.send('Page.getFrameTree');
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { styleSheetId } = await client.send('CSS.createStyleSheet', { frameId: frameTree.frame.id });
  await client.send('CSS.setStyleSheetText', { styleSheetId, text: css });
}

for (const [what, css, property, wanted] of [
  ['room between letters', spacing, 'letterSpacing', /^2\.0/],
  ['a line height', '*{line-height:2!important}', 'lineHeight', /^34px$/],
] as const) {
  test(`${what}: the page shows it, nothing is cut`, async ({ page }) => {
    await openHub(page, 'data-spaces/');
    await addStyles(page, css);
    await waitForState(page, 'reader');
    const paragraph = page.getByRole('main').getByRole('paragraph').nth(1);
    await expect(paragraph).toBeVisible();
    const value = await paragraph.evaluate(
      (element, name) => getComputedStyle(element)[name as 'lineHeight'],
      property,
    );
    expect(value).toMatch(wanted);
    const cut = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(cut, 'px beyond the right edge').toBeLessThanOrEqual(0);
  });
}

test('after a navigation, too, it is the page that was navigated to', async ({ page }) => {
  await openHub(page);
  await page.getByRole('main').getByRole('link', { name: 'View Details' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();
  await addStyles(page, spacing);
  await waitForState(page, 'reader');
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: /Ecosystem/ })).toBeVisible();
});

test('a translator that changes the page is not drawn over', async ({ page }) => {
  await openHub(page, 'data-spaces/');
  await hubOf(page).evaluate((hub) => {
    const heading = hub.querySelector('h1') as HTMLElement;
    heading.textContent = 'Espaces de données';
  });
  await waitForState(page, 'reader');
  await expect(page.getByRole('heading', { level: 1, name: 'Espaces de données' })).toBeVisible();
});

test('an extension that changes the mirror is not drawn over', async ({ page }) => {
  await openHub(page, 'data-spaces/');
  await hubOf(page).evaluate((hub) => {
    const heading = hub.shadowRoot?.querySelector('h1') as HTMLElement;
    heading.textContent = 'Datenräume';
  });
  await waitForState(page, 'reader');
  await expect(page.getByRole('heading', { level: 1, name: 'Datenräume' })).toBeVisible();
});

/** A browser whose settings hold a text size, as a person sets it there. */
async function browserWith(
  preferences: Record<string, number>,
  executablePath: string | undefined,
  args: string[],
  use: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'hubglass-profile-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ webkit: { webprefs: preferences } }));
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    args,
    viewport: { width: 1280, height: 800 },
  });
  try {
    await use(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

for (const [what, preferences, least] of [
  ['a larger text size', { default_font_size: 24 }, 25],
  ['a smallest text size', { minimum_font_size: 22 }, 22],
] as const) {
  test(`${what} in the browser's settings: the page follows it`, async ({ launchOptions }) => {
    const { executablePath, args } = launchOptions;
    await browserWith(preferences, executablePath, args ?? [], async (context) => {
      const page = await context.newPage();
      await page.goto(addressOf(contentSite, 'data-spaces/'));
      await waitForState(page, 'reader');
      const paragraph = page.getByRole('main').getByRole('paragraph').nth(1);
      const height = await paragraph.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getClientRects()[0]!.height;
      });
      expect(height, 'px, of a line’s letters').toBeGreaterThan(least);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  });
}
