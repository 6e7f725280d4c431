// A reader goes from page to page: by links, by addresses, back and forward.

import type { Page } from '@playwright/test';
import { contentSite } from './sites';
import { expect, hubOf, longestRoute, openHub, settle, test, waitForState } from './support/hub';

const home = 'Smart Communities Ecosystem & Resources';

function title(page: Page, name: string): ReturnType<Page['getByRole']> {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

function card(page: Page, name: string): ReturnType<Page['getByRole']> {
  return page.getByRole('main').getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'View Details' });
}

async function scrollTop(page: Page): Promise<number> {
  return page.evaluate(() => scrollY);
}

test('following a card’s link shows the cluster without loading a page', async ({ page }) => {
  await openHub(page);
  await page.evaluate(() => {
    Object.assign(window, { routes: [] });
    addEventListener('hubglass:navigate', (event) => {
      (window as unknown as { routes: string[] }).routes.push((event as CustomEvent<{ route: string }>).detail.route);
    });
  });
  await card(page, 'Data Spaces').getByRole('link', { name: 'View Details' }).click();
  await expect(title(page, 'Data Spaces')).toBeVisible();
  expect(page.url()).toBe(`${contentSite.address}data-spaces/`);
  await expect(page).toHaveTitle('Data Spaces – Smart Communities Hub');
  expect(await page.evaluate(() => (window as unknown as { routes: string[] }).routes)).toEqual(['data-spaces/']);
  expect(await scrollTop(page)).toBe(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a reader who follows another link, or turns back, before a page is whole is where they meant to be', async ({
  page,
}) => {
  await openHub(page);
  // All in one task: of the first pages no more than the first screen can have been drawn.
  await hubOf(page).evaluate((hub) => {
    const links = [...(hub.shadowRoot as ShadowRoot).querySelectorAll<HTMLAnchorElement>('main li a')];
    links[0]?.click();
    links[1]?.click();
  });
  await expect(title(page, 'AI for Smart Cities')).toBeFocused();
  await expect(page).toHaveTitle(/^AI for Smart Cities/);
  await hubOf(page).evaluate((hub) => {
    (hub.shadowRoot as ShadowRoot).querySelector<HTMLAnchorElement>('.hg-pager-next a')?.click();
    history.back();
  });
  await expect.poll(() => page.url()).toBe(`${contentSite.address}ai-for-smart-cities/`);
  await expect(title(page, 'AI for Smart Cities')).toBeVisible();
  await expect(page).toHaveTitle(/^AI for Smart Cities/);
});

test('a click on a card beside its link follows it, too', async ({ page }) => {
  await openHub(page);
  const corner = card(page, 'CitiVERSE');
  await corner.click({ position: { x: 8, y: 8 } });
  await expect(title(page, 'CitiVERSE')).toBeVisible();
});

test('a click that ends a selection on a card follows nothing', async ({ page }) => {
  await openHub(page);
  const text = card(page, 'Data Spaces').getByText('Each owner stays in control.');
  await text.scrollIntoViewIfNeeded();
  const box = (await text.boundingBox())!;
  await page.mouse.move(box.x + 2, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 12, { steps: 4 });
  await page.mouse.up();
  expect(await page.evaluate(() => String(getSelection()))).not.toBe('');
  await expect(title(page, home)).toBeVisible();
});

test('a click with Ctrl opens the page in a new tab', async ({ page, context }) => {
  await openHub(page);
  for (const click of [
    () =>
      card(page, 'Data Spaces')
        .getByRole('link')
        .click({ modifiers: ['ControlOrMeta'] }),
    () => card(page, 'Data Spaces').click({ position: { x: 8, y: 8 }, modifiers: ['ControlOrMeta'] }),
    () => card(page, 'Data Spaces').click({ position: { x: 8, y: 8 }, button: 'middle' }),
  ]) {
    const opened = context.waitForEvent('page');
    await click();
    const tab = await opened;
    await waitForState(tab, 'ready');
    await expect(title(tab, 'Data Spaces')).toBeVisible();
    await tab.close();
    await expect(title(page, home)).toBeVisible();
  }
});

test('back and forward show each page where it was left', async ({ page }) => {
  await openHub(page);
  const link = card(page, 'Interoperability & MIMs').getByRole('link');
  await link.scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 60);
  await settle(page);
  const left = await scrollTop(page);
  expect(left).toBeGreaterThan(0);
  await link.click();
  await expect(title(page, 'Interoperability & MIMs')).toBeVisible();
  await page.evaluate(() => {
    scrollTo(0, 700);
  });
  await page.goBack();
  await expect(title(page, home)).toBeVisible();
  await expect(page).toHaveTitle(/Smart Communities Hub$/);
  await expect.poll(() => scrollTop(page)).toBe(left);
  await page.goForward();
  await expect(title(page, 'Interoperability & MIMs')).toBeVisible();
  expect(page.url()).toBe(`${contentSite.address}interoperability-and-mims/`);
});

test('a reload stays at the place that was read', async ({ page }) => {
  await openHub(page, longestRoute(contentSite));
  await page.evaluate(() => {
    scrollTo(0, 900);
  });
  await settle(page);
  await page.reload();
  await waitForState(page, 'ready');
  await expect.poll(() => scrollTop(page)).toBe(900);
});

test('coming back from another site stays at the place that was read', async ({ page }) => {
  await page.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }));
  await openHub(page, 'data-spaces/ds4sscc/');
  const link = page.getByRole('main').getByRole('link', { name: 'Data Cooperation Canvas' }).last();
  await link.scrollIntoViewIfNeeded();
  await settle(page);
  const left = await scrollTop(page);
  await link.click();
  await expect(page).toHaveTitle('Elsewhere');
  expect(page.url()).toBe('https://inventory.ds4sscc.eu/multi-stakeholder-governance/developing-multi-stakeholder');
  await page.goBack();
  await waitForState(page, 'ready');
  await expect.poll(() => scrollTop(page)).toBe(left);
});

test('a deep link opens an initiative', async ({ page }) => {
  await openHub(page, 'data-spaces/simpl/');
  await expect(title(page, 'Simpl')).toBeVisible();
  await expect(page).toHaveTitle('Simpl – Smart Communities Hub');
  await expect(page.getByRole('complementary', { name: 'Facts' }).getByRole('link').first()).toBeVisible();
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Data Spaces' }).click();
  await expect(title(page, 'Data Spaces')).toBeVisible();
});

test('previous and next lead through a cluster', async ({ page }) => {
  await openHub(page, 'data-spaces/simpl/');
  const pager = page.getByRole('navigation', { name: 'Previous and next page' });
  await pager.getByRole('link', { name: 'Gaia-X' }).click();
  await expect(title(page, 'Gaia-X')).toBeVisible();
  await pager.getByRole('link', { name: 'Simpl' }).click();
  await expect(title(page, 'Simpl')).toBeVisible();
});

test('an address without the slash at its end opens the page', async ({ page }) => {
  await openHub(page, 'data-spaces');
  await expect(title(page, 'Data Spaces')).toBeVisible();
});

test.describe('anchors', () => {
  const heading = (page: Page): ReturnType<Page['getByRole']> =>
    page.getByRole('heading', { level: 2, name: 'Working together', exact: true });
  const topOf = (page: Page): Promise<number> =>
    heading(page).evaluate((element) => Math.round(element.getBoundingClientRect().top));

  async function expectBelowHeader(page: Page): Promise<void> {
    await expect.poll(() => topOf(page)).toBeGreaterThanOrEqual(64);
    expect(await topOf(page)).toBeLessThan(120);
  }

  test('an address with a fragment opens at its heading', async ({ page }) => {
    await openHub(page, 'glossary/#working-together');
    await expectBelowHeader(page);
  });

  test('a click in “On this page” goes to the heading, and back returns', async ({ page }) => {
    await openHub(page, 'glossary/');
    const entry = page
      .getByRole('navigation', { name: 'On this page' })
      .getByRole('link', { name: 'Working together' });
    await entry.click();
    await expectBelowHeader(page);
    expect(page.url()).toBe(`${contentSite.address}glossary/#working-together`);
    await expect(entry).toHaveAttribute('aria-current', 'true');
    await page.goBack();
    await expect.poll(() => scrollTop(page)).toBe(0);
    expect(page.url()).toBe(`${contentSite.address}glossary/`);
  });

  test('changing the fragment in the address goes there', async ({ page }) => {
    await openHub(page, 'glossary/');
    await page.evaluate(() => {
      location.hash = '#working-together';
    });
    await expectBelowHeader(page);
  });

  test('a link to a heading of another page opens it there', async ({ page }) => {
    await openHub(page);
    await page.getByRole('main').getByRole('link', { name: 'LDT CitiVERSE EDIC' }).click();
    await expect(title(page, 'CitiVERSE')).toBeVisible();
    const target = page.getByRole('heading', { level: 2, name: /LDT CitiVERSE EDIC/ });
    await expect.poll(() => target.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(800);
    expect(await scrollTop(page)).toBeGreaterThan(200);
  });
});

test.describe('an address that leads nowhere', () => {
  test.use({ expectedProblems: /status of 404/ });

  test('shows a page that helps', async ({ page }) => {
    const response = await page.goto(`${contentSite.address}no/such/page/`);
    expect(response?.status()).toBe(404);
    await waitForState(page, 'ready');
    await expect(title(page, 'Page not found')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Go to the start page' }).click();
    await expect(title(page, home)).toBeVisible();
  });

  test('shows the same page when a script asks for it', async ({ page }) => {
    await openHub(page);
    await hubOf(page).evaluate((hub) => {
      (hub as unknown as { navigate(route: string): void }).navigate('no/such/page/');
    });
    await expect(title(page, 'Page not found')).toBeVisible();
    await page.goBack();
    await expect(title(page, home)).toBeVisible();
  });
});
