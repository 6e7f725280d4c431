// A reader finds a phrase with the browser's own search.

import type { Page } from '@playwright/test';
import { contentSite, oddSite } from '../sites';
import { addressOf, builtSites, expect, hubOf, openHub, routesOf, settle, test } from '../support/hub';
import { clearSelection, selectedText } from '../support/selecting';

/** Asks the browser for the next hit, as its find bar does. */
async function find(page: Page, phrase: string): Promise<boolean> {
  return page.evaluate((text) => (window as unknown as { find(text: string): boolean }).find(text), phrase);
}

/** How often the browser finds a phrase from the top of the page to its end. */
async function hits(page: Page, phrase: string): Promise<number> {
  await clearSelection(page);
  let count = 0;
  while (count < 200 && (await find(page, phrase))) count += 1;
  return count;
}

for (const width of [320, 768, 1280]) {
  test(`a phrase is found over line ends, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openHub(page);
    await settle(page);
    // Whatever the width, some of these phrases go over a line end.
    for (const phrase of ['help a town or region', 'live digital models of a place', 'and what you can use today']) {
      await clearSelection(page);
      expect(await find(page, phrase), phrase).toBe(true);
      expect(await selectedText(page)).toBe(phrase);
    }
  });
}

test('a phrase is found over changes of style', async ({ page }) => {
  await openHub(page, '', oddSite);
  for (const phrase of ['Inline styles: emphasis, strong, both, code, struck, a link, a bold link, H2O', 'in bold']) {
    await clearSelection(page);
    expect(await find(page, phrase), phrase).toBe(true);
    expect(await selectedText(page)).toBe(phrase);
  }
});

for (const { name, site } of builtSites) {
  test(`the browser finds on the canvas what it finds on the static page, as often: ${name}`, async ({
    browser,
    page,
  }) => {
    test.slow();
    const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    const staticPage = await plain.newPage();
    for (const route of routesOf(site).slice(0, 6)) {
      await openHub(page, route, site);
      await staticPage.goto(addressOf(site, route));
      // Phrases of the page: some words from the middle of each of its longer paragraphs, and a common word.
      const phrases = await hubOf(page).evaluate((hub) =>
        [...hub.shadowRoot!.querySelectorAll('main :is(p, li, td, h2)')]
          .filter((element) => !element.querySelector('p, li, br, img, input') && element.checkVisibility())
          .map((element) => element.textContent.replace(/\s+/g, ' ').trim().split(' '))
          .filter((words) => words.length > 5)
          .slice(0, 12)
          .map((words) => words.slice(1, 6).join(' ')),
      );
      for (const phrase of [...phrases, 'data', 'Home']) {
        const wanted = await hits(staticPage, phrase);
        expect(await hits(page, phrase), `“${phrase}” on “${route}”`).toBe(wanted);
        if (phrases.includes(phrase)) expect(wanted, `“${phrase}” on “${route}”`).toBeGreaterThan(0);
      }
    }
    await plain.close();
  });
}

test('what is folded away is found, opened and drawn', async ({ page }) => {
  await openHub(page, 'folding/', oddSite);
  await settle(page);
  const details = page.getByRole('main').locator('details').first();
  await expect(details).not.toHaveAttribute('open');
  // The find bar opens what it finds; scripts can ask for that only by the address of a passage.
  await page.goto(`${addressOf(oddSite, 'folding/')}#:~:text=Its%20second%20paragraph`);
  await expect(details).toHaveAttribute('open');
  await details.evaluate((element: HTMLDetailsElement) => (element.open = false));
  await settle(page);
  await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
  // Opened by something else than a click: the canvas follows.
  await expect
    .poll(() =>
      hubOf(page).evaluate((hub) =>
        (hub as never as { fragments(): { text: string }[] })
          .fragments()
          .map(({ text }) => text)
          .join(' '),
      ),
    )
    .toContain('Its second paragraph.');
  expect(await hits(page, 'Its second paragraph')).toBe(1);
});

test('the search goes on where the reader is', async ({ page }) => {
  await openHub(page, '', contentSite);
  expect(await find(page, 'CitiVERSE')).toBe(true);
  const first = await page.evaluate(() => scrollY);
  for (let i = 0; i < 12; i += 1) await find(page, 'CitiVERSE');
  expect(await page.evaluate(() => scrollY), 'the page scrolls to the hit').not.toBe(first);
  await settle(page);
});
