// A reader who would rather have an ordinary page.

import { expect, hubOf, openHub, settle, test, waitForState } from '../support/hub';
import { passFrames } from '../support/frames';
import { Picture } from '../support/picture';

// Where the canvas is not wanted, what the page loaded early is not used.
test.use({ expectedProblems: /was preloaded using link preload but not used/ });

const plainSwitch = { name: 'Plain page' };

test('the switch shows the mirror as an ordinary page, and the canvas again', async ({ page }) => {
  await openHub(page, 'data-spaces/');
  const control = page.getByRole('button', plainSwitch);
  await expect(control).toHaveAttribute('aria-pressed', 'false');
  await control.click();
  await waitForState(page, 'reader');
  await expect(control).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('hub-glass canvas').first()).toBeHidden();
  const picture = new Picture(await page.screenshot());
  expect(picture.ink(picture.whole), 'letters').toBeGreaterThan(2000);
  await control.click();
  await waitForState(page, 'ready');
  await expect(page.locator('hub-glass canvas').first()).toBeVisible();
});

test('what is being read stays where it is when the page changes its face', async ({ page }) => {
  await openHub(page, 'data-spaces/');
  const heading = page.getByRole('main').getByRole('heading', { level: 2 }).last();
  await heading.evaluate((element) => {
    scrollBy(0, element.getBoundingClientRect().top - 200);
  });
  await settle(page);
  for (const state of ['reader', 'ready'] as const) {
    await page.keyboard.press('r');
    await waitForState(page, state);
    const { y } = (await heading.boundingBox())!;
    expect(Math.abs(y - 200), state).toBeLessThan(30);
  }
});

test('the choice is kept: the next page is plain from the start, and its links lead on', async ({ page }) => {
  await openHub(page);
  await page.getByRole('button', plainSwitch).click();
  await waitForState(page, 'reader');
  // Within the page, still without the canvas.
  await page.getByRole('main').getByRole('link', { name: 'View Details' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();
  await expect(hubOf(page)).toHaveAttribute('state', 'reader');
  await page.reload();
  await waitForState(page, 'reader');
  await expect(page.locator('hub-glass canvas')).toHaveCount(0);
  await expect(page.getByRole('button', plainSwitch)).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', plainSwitch).click();
  await waitForState(page, 'ready');
  await expect(page.locator('hub-glass canvas').first()).toBeVisible();
});

test('an address with a fragment leads there on the plain page, too', async ({ page }) => {
  await openHub(page, 'glossary/');
  await page.keyboard.press('r');
  await waitForState(page, 'reader');
  const link = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').last();
  const name = (await link.innerText()).trim();
  await link.click();
  const { y } = (await page.getByRole('main').getByRole('heading', { name, exact: true }).boundingBox())!;
  expect(y).toBeGreaterThanOrEqual(60);
  expect(y).toBeLessThan(790);
});

test('the place is kept on the plain page, too: over a reload, and on the way back', async ({ page }) => {
  await openHub(page, 'data-spaces/');
  await page.keyboard.press('r');
  await waitForState(page, 'reader');
  const place = (): Promise<number> => page.evaluate(() => Math.round(scrollY));
  const kept = (): Promise<number | undefined> =>
    page.evaluate(() => (history.state as { hubglassScroll?: number } | null)?.hubglassScroll);
  await page.evaluate(() => {
    scrollTo({ top: 2000, behavior: 'instant' });
  });
  await expect.poll(kept).toBe(2000);
  await page.reload();
  await waitForState(page, 'reader');
  await expect.poll(place).toBe(2000);
  await page.evaluate(() => {
    scrollTo({ top: 1500, behavior: 'instant' });
  });
  await passFrames(page, 20);
  await page.reload();
  await waitForState(page, 'reader');
  await expect.poll(place).toBe(1500);
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { level: 1, name: 'AI for Smart Cities' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();
  await expect.poll(place).toBe(1500);
});
