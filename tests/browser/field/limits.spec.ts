// GPUs and browsers that can hold only small textures, and screens that need large ones.

import { contentSite } from '../sites';
import { expect, hubOf, longestRoute, openHub, settle, statistics, test, waitForState } from '../support/hub';
import { openPortal } from '../support/portal';
import { expectSeen } from '../support/seen';

interface Sizes {
  width: number;
  height: number;
  bufferWidth: number;
  bufferHeight: number;
}

const sizesOf = (page: import('@playwright/test').Page): Promise<Sizes[]> =>
  hubOf(page).evaluate((hub) =>
    [...(hub.shadowRoot?.querySelectorAll('canvas') ?? [])].map((canvas) => {
      const gl = canvas.getContext('webgl2');
      return {
        width: canvas.width,
        height: canvas.height,
        bufferWidth: gl?.drawingBufferWidth ?? 0,
        bufferHeight: gl?.drawingBufferHeight ?? 0,
      };
    }),
  );

for (const [width, height, ratio] of [
  [2160, 3840, 1],
  [1080, 1920, 2],
  [1280, 3200, 1],
] as const) {
  test.describe(`a screen of ${width} by ${height}, ${ratio} device pixels per pixel`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor: ratio });

    test('each canvas is as large as what it is drawn in', async ({ page }) => {
      await openHub(page, longestRoute(contentSite));
      await settle(page);
      for (const { width: wide, height: high, bufferWidth, bufferHeight } of await sizesOf(page)) {
        expect([bufferWidth, bufferHeight]).toEqual([wide, high]);
      }
      await expectSeen(page, 50);
    });
  });
}

/** Gives the page a GPU with small textures; `buffer`: it says larger ones, and then gives less. */
async function limit(page: import('@playwright/test').Page, side: number, buffer: boolean): Promise<void> {
  await page.addInitScript(
    ([most, silent]) => {
      const prototype = WebGL2RenderingContext.prototype;
      const ask = prototype.getParameter as (this: WebGL2RenderingContext, name: number) => unknown;
      if (!silent) {
        prototype.getParameter = function (this: WebGL2RenderingContext, name: number): unknown {
          if (name === this.MAX_TEXTURE_SIZE || name === this.MAX_RENDERBUFFER_SIZE) return most;
          return name === this.MAX_VIEWPORT_DIMS ? new Int32Array([most, most]) : ask.call(this, name);
        };
      }
      for (const [name, size] of [
        ['drawingBufferWidth', 'width'],
        ['drawingBufferHeight', 'height'],
      ] as const) {
        Object.defineProperty(prototype, name, {
          get(this: WebGL2RenderingContext) {
            return Math.min(most, (this.canvas as HTMLCanvasElement)[size]);
          },
        });
      }
      const store = prototype.texStorage2D;
      prototype.texStorage2D = function (this: WebGL2RenderingContext, target, levels, format, width, height) {
        if (!silent && Math.max(width, height) > most) throw new Error(`a texture of ${width} by ${height}`);
        store.call(this, target, levels, format, width, height);
      };
    },
    [side, buffer] as const,
  );
}

for (const silent of [false, true]) {
  const name = silent ? 'drawing buffers of 2048' : 'textures of 2048';

  test(`with ${name} the hub stays within them`, async ({ page }) => {
    await limit(page, 2048, silent);
    await openHub(page, longestRoute(contentSite));
    for (const top of [0, 1500]) {
      await page.evaluate((y) => {
        scrollTo(0, y);
      }, top);
      await settle(page);
      for (const { width, height } of await sizesOf(page)) expect(Math.max(width, height)).toBeLessThanOrEqual(2048);
      expect((await statistics(page)).atlasBytes).toBeLessThanOrEqual((silent ? 4096 ** 2 : 2048 ** 2) * 4 * 2);
      await expectSeen(page, 20);
    }
  });
}

test.describe('a window that is larger than the GPU can hold', () => {
  test.use({ expectedProblems: /limits: the GPU cannot hold/, viewport: { width: 1280, height: 800 } });

  for (const silent of [false, true]) {
    test(`shows the ordinary page, and the canvas again when it fits (${silent ? 'found out' : 'told'})`, async ({
      page,
    }) => {
      await limit(page, 1024, silent);
      await openPortal(page, '<hub-glass loading="eager" route="data-spaces/"></hub-glass>');
      await waitForState(page, 'reader');
      await expect(hubOf(page).getByRole('heading', { level: 1, name: 'Data Spaces' })).toBeVisible();
      await expect(hubOf(page).locator('canvas').first()).toBeHidden();
      if (!silent) {
        await page.setViewportSize({ width: 900, height: 600 });
        await waitForState(page, 'ready');
      }
    });
  }
});
