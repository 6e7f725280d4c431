// A hub in another page whose pages are named behind "#/", and one that is given another hub.

import { corpusSite } from '../sites';
import { expect, hubOf, test, waitForState } from '../support/hub';
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
