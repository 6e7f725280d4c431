// A hub in another page whose pages are named behind "#/", and one that is given another hub.

import { corpusSite } from '../sites';
import { expect, type HubElement, hubOf, test, waitForState } from '../support/hub';
import { followEvents, openPortal, strictPolicy, toldBy } from '../support/portal';

test('pages behind #/ can be kept, gone back to and loaded again', async ({ page }) => {
  const portal = await openPortal(page, '<hub-glass loading="eager" routing="hash"></hub-glass>');
  await waitForState(page, 'ready');
  const title = page.getByRole('heading', { level: 1 }).nth(1);
  await page.getByRole('link', { name: 'View Details' }).first().click();
  await expect(title).toHaveText('Data Spaces');
  await expect(page).toHaveURL(`${portal}#/data-spaces/`);
  await page.reload();
  await waitForState(page, 'ready');
  await expect(title).toHaveText('Data Spaces');
  await page.goBack();
  await expect(title).not.toHaveText('Data Spaces');
  await expect(page).toHaveURL(portal);
});

test('an address behind #/ comes before the route that the tag names, and is followed when the page changes it', async ({
  page,
}) => {
  const portal = await openPortal(page, '<hub-glass loading="eager" routing="hash" route="about/"></hub-glass>');
  await waitForState(page, 'ready');
  const title = page.getByRole('heading', { level: 1 }).nth(1);
  await expect(title).toHaveText(/^About/);
  await page.goto('about:blank'); // else only the fragment would change
  await page.goto(`${portal}#/data-spaces/simpl/`);
  await waitForState(page, 'ready');
  await expect(title).toHaveText('Simpl');
  const go = (hash: string) =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);
  await go('#/glossary/#mims-plus');
  await expect(title).toHaveText('Glossary');
  await expect(page.getByRole('heading', { name: 'MIMs Plus' })).toBeInViewport();
  await go('#/de/data-spaces/');
  await expect(title).toHaveText('Datenräume');
  await expect(hubOf(page)).toHaveAttribute('lang', 'de');
});

test.describe('an address that names no page', () => {
  test.use({ expectedProblems: /status of 404/ }); // the browser's own word about it

  for (const [hash, heading] of [
    ['#/no/such/page/', 'Page not found'],
    ['#/%E0%A4%A', 'About this hub'], // no address at all, so the tag's own route holds
  ] as const) {
    test(`an address that ends with ${hash} does no harm`, async ({ page }) => {
      const portal = await openPortal(page, '<hub-glass loading="eager" routing="hash" route="about/"></hub-glass>');
      await waitForState(page, 'ready');
      await page.goto('about:blank');
      await page.goto(portal + hash);
      await waitForState(page, 'ready');
      await expect(hubOf(page).getByRole('heading', { level: 1, name: heading })).toBeVisible();
    });
  }
});

test('anchors of the page around stay its own', async ({ page }) => {
  const portal = await openPortal(
    page,
    `<p><a href="#contact">Contact</a></p><hub-glass loading="eager" routing="hash"></hub-glass><h2 id="contact">Contact us</h2>`,
  );
  await waitForState(page, 'ready');
  const title = hubOf(page).getByRole('heading', { level: 1 });
  await page.getByRole('link', { name: 'View Details' }).first().click();
  await expect(title).toHaveText('Data Spaces');
  await page.getByRole('link', { name: 'Contact', exact: true }).click();
  await expect(page).toHaveURL(`${portal}#contact`);
  await expect(page.getByRole('heading', { name: 'Contact us' })).toBeInViewport();
  await expect(title).toHaveText('Data Spaces');
  await page.goBack();
  await expect(page).toHaveURL(`${portal}#/data-spaces/`);
  await expect(title).toHaveText('Data Spaces');
});

test('an address behind #/ leads to a place in a page, and is kept when it is loaded again', async ({ page }) => {
  const portal = await openPortal(page, '<p>A city</p><hub-glass loading="eager" routing="hash"></hub-glass>');
  await waitForState(page, 'ready');
  await page.goto('about:blank');
  await page.goto(`${portal}#/glossary/#mims-plus`);
  await waitForState(page, 'ready');
  const heading = page.getByRole('heading', { name: 'MIMs Plus' });
  await expect(heading).toBeInViewport();
  await page.reload();
  await waitForState(page, 'ready');
  await expect(heading).toBeInViewport();
});

test('the page’s own base does not lead addresses astray', async ({ page }) => {
  const portal = await openPortal(
    page,
    '<base href="/elsewhere/"><hub-glass loading="eager" routing="hash"></hub-glass>',
  );
  await waitForState(page, 'ready');
  await page.getByRole('link', { name: 'View Details' }).first().click();
  await expect(page).toHaveURL(`${portal}#/data-spaces/`);
});

test.describe('of two hubs that ask for the address', () => {
  test.use({ expectedProblems: /is taken/ });

  test('the first has it, and the other says so', async ({ page }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    const portal = await openPortal(
      page,
      `<hub-glass id="first" loading="eager" height="400" routing="hash"></hub-glass>
       <hub-glass id="second" loading="eager" height="400" routing="hash"></hub-glass>`,
    );
    for (const id of ['#first', '#second']) {
      await expect(page.locator(id)).toHaveAttribute('state', 'ready', { timeout: 15_000 });
    }
    expect(said.filter((line) => line.includes('routing="hash" is taken'))).toHaveLength(1);
    await page.locator('#second').evaluate((hub) => {
      void (hub as HubElement).navigate('glossary/');
    });
    await expect(page.locator('#second').getByRole('heading', { level: 1 })).toHaveText('Glossary');
    await expect(page).toHaveURL(portal);
    await page.locator('#first').evaluate((hub) => {
      void (hub as HubElement).navigate('about/');
    });
    await expect(page).toHaveURL(`${portal}#/about/`);
  });
});

test('beside a hub that has the address, another one keeps to itself', async ({ page }) => {
  const portal = await openPortal(
    page,
    `<hub-glass id="first" loading="eager" height="400" routing="hash"></hub-glass>
     <hub-glass id="second" loading="eager" height="400" route="about/"></hub-glass>`,
  );
  const title = (id: string) => page.locator(id).getByRole('heading', { level: 1 });
  for (const id of ['#first', '#second']) {
    await expect(page.locator(id)).toHaveAttribute('state', 'ready', { timeout: 15_000 });
  }
  await page.locator('#first').getByRole('link', { name: 'View Details' }).first().click();
  await expect(title('#first')).toHaveText('Data Spaces');
  await page.locator('#second').evaluate((hub) => {
    void (hub as HubElement).navigate('glossary/');
  });
  await expect(title('#second')).toHaveText('Glossary');
  await expect(page).toHaveURL(`${portal}#/data-spaces/`);
  await page.goBack();
  await expect(title('#first')).not.toHaveText('Data Spaces');
  await page.goForward();
  await expect(title('#first')).toHaveText('Data Spaces');
  await expect(title('#second')).toHaveText('Glossary');
  await page.reload();
  await expect(page.locator('#first')).toHaveAttribute('state', 'ready', { timeout: 15_000 });
  await expect(page.locator('#second')).toHaveAttribute('state', 'ready', { timeout: 15_000 });
  await expect(title('#first')).toHaveText('Data Spaces');
  await expect(title('#second')).toHaveText(/^About/);
});

test('another src brings another hub', async ({ page }) => {
  test.skip(!corpusSite.isBuilt, 'no second hub to show');
  const other = new URL(corpusSite.address).origin;
  await openPortal(
    page,
    '<hub-glass loading="eager"></hub-glass>',
    strictPolicy.replace('connect-src', `connect-src ${other}`).replace('img-src', `img-src ${other}`),
  );
  await waitForState(page, 'ready');
  const title = page.getByRole('heading', { level: 1 }).nth(1);
  const before = await title.textContent();
  await hubOf(page).evaluate((hub, src) => Object.assign(hub, { src }), corpusSite.address);
  await expect(title).not.toHaveText(before ?? '', { timeout: 20_000 });
  await waitForState(page, 'ready');
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('a tap on a link that leads out is told before, and can be refused', async ({ page }) => {
    await followEvents(page);
    const portal = await openPortal(
      page,
      '<hub-glass loading="eager" route="data-spaces/simpl/" view="initiative"></hub-glass>',
    );
    await waitForState(page, 'ready');
    await page.locator('hub-glass a[href^="https://"]').first().tap();
    await expect.poll(async () => (await toldBy(page)).filter(({ name }) => name === 'link').length).toBe(1);
    expect(page.url()).toBe(portal);
  });
});
