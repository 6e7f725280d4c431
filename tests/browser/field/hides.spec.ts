// A host that keeps the hub hidden while it starts, or for a while, as tabs and dialogs do.

import type { Page } from '@playwright/test';
import { contentSite } from '../sites';
import { expect, hubOf, settle, test, waitForState } from '../support/hub';
import { differences, drawnLines, shownLines } from '../support/lines';
import { openPortal } from '../support/portal';
import { expectSeen } from '../support/seen';

const route = 'data-spaces/';

async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((hides) => {
    const tab = document.getElementById('tab');
    if (tab) tab.hidden = hides;
  }, hidden);
}

async function expectWhole(page: Page): Promise<void> {
  await expect.poll(async () => differences(await shownLines(page), await drawnLines(page), 1)).toEqual([]);
  await hubOf(page).evaluate((hub) => {
    hub.scrollIntoView();
  });
  await settle(page);
  await expectSeen(page, 20);
}

for (const height of ['auto', '600px']) {
  test(`a hub that starts hidden is as if it had never been, height ${height}`, async ({ page }) => {
    const tag = `<hub-glass loading="eager" route="${route}" height="${height}"></hub-glass>`;
    await openPortal(page, `<div id="tab" hidden>${tag}</div>`);
    await waitForState(page, 'ready');
    await hide(page, false);
    await expectWhole(page);
  });

  test(`a hub that is hidden while the window changes fits when it is shown, height ${height}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    const tag = `<hub-glass loading="eager" route="${route}" height="${height}"></hub-glass>`;
    await openPortal(page, `<div id="tab">${tag}</div>`);
    await waitForState(page, 'ready');
    await settle(page);
    await hide(page, true);
    await page.setViewportSize({ width: 700, height: 800 });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await hide(page, false);
    await expect
      .poll(async () => Math.max(...(await drawnLines(page)).map(({ x, width }) => x + width)))
      .toBeLessThanOrEqual(700);
    await expectWhole(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(700);
  });
}

test('a hub in a frame that starts hidden is as if it had never been', async ({ page }) => {
  await page.route('**/hidden-frame', (answer) =>
    answer.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Host</title><iframe title="Hub" style="display: none; width: 900px; height: 700px"
        src="${contentSite.address}embed/?route=${encodeURIComponent(route)}"></iframe>`,
    }),
  );
  await page.goto(`${contentSite.address}hidden-frame`);
  const frame = page.frames().find((candidate) => candidate.url().includes('/embed/'));
  const hub = page.frameLocator('iframe').locator('hub-glass');
  await expect(hub).toHaveAttribute('state', /loading|ready/);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  await page.locator('iframe').evaluate((element) => {
    element.style.display = 'block';
  });
  await expect(hub).toHaveAttribute('state', 'ready');
  await expect
    .poll(async () => (frame ? differences(await shownLines(frame), await drawnLines(frame), 1) : ['no frame']))
    .toEqual([]);
});
