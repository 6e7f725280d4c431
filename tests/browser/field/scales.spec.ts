// A host that shows the hub enlarged or reduced: by `zoom`, by `transform`, or in a dialog that opens by growing.

import type { Page } from '@playwright/test';
import { expect, type HubElement, hubOf, settle, test, waitForState } from '../support/hub';
import { openPortal } from '../support/portal';
import { expectSeen } from '../support/seen';

const tag = '<hub-glass loading="eager" route="data-spaces/"></hub-glass>';

async function styled(page: Page, css: string): Promise<void> {
  await page.addInitScript((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
}

/** Device px that the content's canvas has for each that it covers on the screen. */
async function sharpness(page: Page): Promise<number> {
  return hubOf(page).evaluate((hub) => {
    const canvas = hub.shadowRoot?.querySelector<HTMLCanvasElement>('canvas[part="canvas"]');
    return (canvas?.width ?? 0) / ((canvas?.getBoundingClientRect().width ?? 1) * devicePixelRatio);
  });
}

async function expectWhole(page: Page): Promise<void> {
  await expect.poll(() => sharpness(page)).toBeCloseTo(1, 1);
  for (const top of [0, 500]) {
    await page.evaluate((y) => {
      scrollTo(0, y);
    }, top);
    await settle(page);
    await expectSeen(page, 1);
  }
}

/** Where the first link of the page stands lights up when it is pointed at. */
async function expectPointing(page: Page): Promise<void> {
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  const link = hubOf(page).getByRole('main').or(hubOf(page)).locator('.hg-region-content a').first();
  await link.scrollIntoViewIfNeeded();
  await settle(page);
  const { frames } = await hubOf(page).evaluate((hub) => (hub as HubElement).stats());
  await link.hover();
  await expect
    .poll(async () => (await hubOf(page).evaluate((hub) => (hub as HubElement).stats())).frames)
    .toBeGreaterThan(frames);
}

for (const [name, css] of [
  ['zoom: 2', '#host { zoom: 2 }'],
  ['zoom: 1.5', '#host { zoom: 1.5 }'],
  ['zoom: 0.8', '#host { zoom: 0.8 }'],
  ['zoom of the whole page', 'body { zoom: 0.8 }'],
  ['scale(2)', '#host { transform: scale(2); transform-origin: 0 0; width: 50% }'],
  ['scale(0.8)', '#host { transform: scale(0.8); transform-origin: 0 0 }'],
  ['zoom and scale', '#host { zoom: 1.5; transform: scale(0.8); transform-origin: 0 0 }'],
] as const) {
  for (const ratio of [1, 2]) {
    test.describe(`${ratio} device pixels per pixel`, () => {
      test.use({ deviceScaleFactor: ratio });

      test(`text is in place, and sharp, below ${name}`, async ({ page }) => {
        await styled(page, `body { margin: 0 } ${css}`);
        await openPortal(page, `<div id="host">${tag}</div>`);
        await waitForState(page, 'ready');
        await expectWhole(page);
        await expectPointing(page);
      });
    });
  }
}

for (const how of ['a transition', 'an animation of a script', 'steps of a script']) {
  test(`a dialog that opens by growing, by ${how}, is whole the first and the second time`, async ({ page }) => {
    await styled(page, 'body { margin: 0 } .grows { transition: transform 0.3s } #dialog[hidden] { display: none }');
    await openPortal(page, `<div id="dialog" hidden>${tag}</div>`);
    for (const time of ['first', 'second']) {
      await page.evaluate(async (kind) => {
        const dialog = document.getElementById('dialog') as HTMLElement;
        dialog.hidden = false;
        dialog.style.transform = 'scale(0.7)';
        dialog.getBoundingClientRect();
        if (kind === 'a transition') {
          dialog.className = 'grows';
          dialog.style.transform = 'scale(1)';
        } else if (kind === 'an animation of a script') {
          dialog.style.transform = '';
          dialog.animate([{ transform: 'scale(0.7)' }, { transform: 'scale(1)' }], 300);
        } else {
          for (let step = 0; step <= 10; step += 1) {
            dialog.style.transform = `scale(${0.7 + 0.03 * step})`;
            await new Promise((resolve) => requestAnimationFrame(resolve));
          }
        }
      }, how);
      await waitForState(page, 'ready');
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      await test.step(`the ${time} time`, async () => {
        await expectWhole(page);
      });
      await page.evaluate(() => {
        const dialog = document.getElementById('dialog') as HTMLElement;
        dialog.hidden = true;
        dialog.className = '';
      });
    }
  });
}
