// A reader changes the language and stays on the page.

import type { Locator, Page } from '@playwright/test';
import { languagesSite } from './sites';
import { addressOf, expect, hubOf, openHub, test } from './support/hub';

const about = 'more/about/';
const notice = 'Diese Seite gibt es noch nicht auf Deutsch. Sie lesen das Original auf Englisch.';

function languages(page: Page, name = 'Language'): Locator {
  return page.getByRole('navigation', { name, exact: true });
}

async function isAt(page: Page, route: string): Promise<void> {
  await expect(page).toHaveURL(addressOf(languagesSite, route));
  await expect(hubOf(page)).toHaveAttribute('state', 'ready');
}

async function documentLanguage(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.lang);
}

/** The language that the browser takes an element's text to be in: the nearest `lang`, out through the shadow root. */
async function languageOf(text: Locator): Promise<string> {
  return text.first().evaluate((element) => {
    for (let at: Element | null = element; at; ) {
      const language = at.getAttribute('lang');
      if (language) return language;
      const root = at.getRootNode();
      at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }
    return '';
  });
}

test('the switch stays on the page, without loading it, and back goes back', async ({ page }) => {
  await openHub(page, 'data/', languagesSite);
  await page.evaluate(() => Object.assign(window, { still: true }));
  await expect(languages(page).getByRole('link', { name: 'English' })).toHaveAttribute('aria-current', 'true');
  await languages(page).getByRole('link', { name: 'Deutsch' }).click();
  await isAt(page, 'de/data/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Datenräume');
  await expect(page).toHaveTitle('Datenräume – Drehscheibe in zwei Sprachen');
  expect(await documentLanguage(page)).toBe('de');
  const german = languages(page, 'Sprache').getByRole('link', { name: 'Deutsch' });
  await expect(german).toHaveAttribute('aria-current', 'true');
  await expect(german).toBeFocused();
  await expect(page.locator('a.hg-skip')).toHaveText('Zum Inhalt springen');
  await page.goBack();
  await isAt(page, 'data/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data spaces');
  expect(await documentLanguage(page)).toBe('en');
  await page.goForward();
  await isAt(page, 'de/data/');
  expect(await page.evaluate(() => 'still' in window)).toBe(true);
});

test('links of a German page lead to German pages', async ({ page }) => {
  await openHub(page, 'de/', languagesSite);
  await page.getByRole('main').getByRole('link', { name: 'die Drehscheibe' }).click();
  await isAt(page, `de/${about}`);
  await page.getByRole('main').getByRole('link', { name: 'the start' }).click();
  await isAt(page, 'de/');
  await page.getByRole('link', { name: 'Einzelheiten' }).click();
  await isAt(page, 'de/data/');
  await page.getByRole('main').getByRole('link', { name: 'Mehr über Two' }).click();
  await isAt(page, 'de/data/two/');
});

test('a page without a translation shows the original and says so', async ({ page }) => {
  await openHub(page, about, languagesSite);
  await expect(page.getByText(notice)).toHaveCount(0);
  await languages(page).getByRole('link', { name: 'Deutsch' }).click();
  await isAt(page, `de/${about}`);
  await expect(page.getByRole('main').getByText(notice)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About the hub');
});

test('every text says its language', async ({ page }) => {
  await openHub(page, `de/${about}`, languagesSite);
  const main = page.getByRole('main');
  expect(await languageOf(main)).toBe('en');
  expect(await languageOf(main.getByRole('heading', { level: 1 }))).toBe('en');
  expect(await languageOf(main.getByText(notice))).toBe('de');
  expect(await languageOf(main.getByRole('link', { name: 'Startseite' }))).toBe('de');
  expect(await languageOf(page.getByRole('navigation', { name: 'Auf dieser Seite' }).getByText('Part 1'))).toBe('en');
  const navigation = page.getByRole('navigation', { name: 'Hauptnavigation' });
  expect(await languageOf(navigation.getByRole('link', { name: 'About' }))).toBe('en');
  expect(await languageOf(navigation.getByRole('link', { name: 'Datenräume' }))).toBe('de');
  const english = languages(page, 'Sprache').getByRole('link', { name: 'English' });
  await expect(english).toHaveAttribute('lang', 'en');
  await expect(english).toHaveAttribute('hreflang', 'en');
  await page.goto(addressOf(languagesSite, 'de/data/'));
  await expect(hubOf(page)).toHaveAttribute('state', 'ready');
  expect(await languageOf(main.getByText('The second, which speaks of One.'))).toBe('en');
  expect(await languageOf(main.getByText('Der erste von allen.'))).toBe('de');
  expect(await languageOf(page.getByText("Nobody's words."))).toBe('en');
});

test('the place being read is kept', async ({ page }) => {
  await openHub(page, about, languagesSite);
  const part = page.getByRole('main').getByRole('heading', { name: 'Part 4' });
  await part.evaluate((heading) => {
    scrollBy({ top: heading.getBoundingClientRect().top - 90, behavior: 'instant' });
  });
  const top = (await part.boundingBox())?.y ?? 0;
  await languages(page).getByRole('link', { name: 'Deutsch' }).click();
  await isAt(page, `de/${about}`);
  expect(Math.abs(((await part.boundingBox())?.y ?? 0) - top)).toBeLessThan(2);
});

test('the theme switch is named in the language of the page', async ({ page }) => {
  await openHub(page, 'de/', languagesSite);
  await page.getByRole('button', { name: 'Farbschema: automatisch' }).click();
  await expect(page.getByRole('button', { name: 'Farbschema: hell' })).toBeVisible();
  await languages(page, 'Sprache').getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Theme: light' })).toBeVisible();
});

test('search engines learn of translations, and of no others', async ({ request }) => {
  const alternates = async (route: string): Promise<string[]> => {
    const text = await (await request.get(addressOf(languagesSite, route))).text();
    return [...text.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)].map(
      ([, language = '', address = '']) => `${language} ${address}`,
    );
  };
  const home = ['en https://hub.example/two/', 'de https://hub.example/two/de/', 'x-default https://hub.example/two/'];
  expect(await alternates('')).toEqual(home);
  expect(await alternates('de/')).toEqual(home);
  expect(await alternates(about)).toEqual([
    `en https://hub.example/two/${about}`,
    `x-default https://hub.example/two/${about}`,
  ]);
  expect(await alternates(`de/${about}`)).toEqual([]);
  const untranslated = await (await request.get(addressOf(languagesSite, `de/${about}`))).text();
  expect(untranslated).toContain(`<link rel="canonical" href="https://hub.example/two/${about}">`);
  const map = await (await request.get(addressOf(languagesSite, 'sitemap.xml'))).text();
  expect(map).toContain('https://hub.example/two/de/data/one/<');
  expect(map).not.toContain('https://hub.example/two/de/data/two/');
  expect(map).not.toContain(`https://hub.example/two/de/${about}`);
});

test.describe('an unknown German address', () => {
  test.use({ expectedProblems: /status of 404/ }); // the browser's own word about it

  test('is answered in German once the hub is there', async ({ page }) => {
    await openHub(page, 'de/', languagesSite);
    await hubOf(page).evaluate((hub) => {
      (hub as HTMLElement & { navigate(route: string): void }).navigate('de/no/such/');
    });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seite nicht gefunden');
  });

  test('is answered in German by the page for wrong addresses', async ({ page }) => {
    await page.goto(addressOf(languagesSite, 'de/no/such/'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seite nicht gefunden');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the switch is made of links', async ({ page }) => {
    await page.goto(addressOf(languagesSite, about));
    await languages(page).getByRole('link', { name: 'Deutsch' }).click();
    await expect(page).toHaveURL(addressOf(languagesSite, `de/${about}`));
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('main')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('main').getByText(notice)).toBeVisible();
    await languages(page, 'Sprache').getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(addressOf(languagesSite, about));
  });
});

test.describe('on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('the switch is in the drawer, large enough for a finger, and nothing runs over', async ({ page }) => {
    await openHub(page, 'de/', languagesSite);
    await expect(languages(page, 'Sprache')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: 'Navigation öffnen' }).tap();
    const english = languages(page, 'Sprache').getByRole('link', { name: 'English' });
    await expect(english).toBeVisible();
    const box = await english.boundingBox();
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
    expect(box?.width ?? 0).toBeGreaterThanOrEqual(44);
    await english.tap();
    await isAt(page, '');
    await expect(english).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to the hub');
  });
});
