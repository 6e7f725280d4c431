// A reader who enlarges the page by pinching, as far as browsers go, on the sharpest screens.

import { expect, openHub, settle, test } from '../support/hub';
import { expectSeen } from '../support/seen';

const phone = { width: 390, height: 844 };

for (const [ratio, pinch] of [
  [3, 2.5],
  [3, 4],
  [4, 5],
] as const) {
  test.describe(`${ratio} device pixels per pixel, pinched to ${pinch}`, () => {
    test.use({ viewport: phone, deviceScaleFactor: ratio, isMobile: true, hasTouch: true });

    for (const route of ['', 'data-spaces/']) {
      test(`all text of /${route} is there, and sharp`, async ({ page, context }) => {
        await openHub(page, route);
        await settle(page);
        const session = await context.newCDPSession(page);
        await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: pinch });
        await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBeCloseTo(pinch, 2);
        for (const [x, y] of [
          [0, 0],
          [60, 150],
          [10, 400],
        ] as const) {
          await page.evaluate(
            ({ left, top }) => {
              scrollTo(left, top);
            },
            { left: x, top: y },
          );
          await settle(page);
          await expectSeen(page, y === 0 ? 1 : 0);
        }
      });
    }
  });
}

test.describe('an ordinary screen, enlarged by the browser to 500 %', () => {
  test.use({ viewport: { width: 320, height: 400 }, deviceScaleFactor: 10 });

  test('all text is there, and sharp', async ({ page }) => {
    await openHub(page, '');
    for (const top of [0, 300]) {
      await page.evaluate((y) => {
        scrollTo(0, y);
      }, top);
      await settle(page);
      await expectSeen(page, 3);
    }
  });
});
