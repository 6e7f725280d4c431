import { chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../browser/support/chromium';
import { Picture } from '../../browser/support/picture';
import type { Browser } from './engine';

export async function startChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    headless: false,
    args: [...chromiumArguments, '--ignore-gpu-blocklist', '--window-position=0,0', '--window-size=1920,1180'],
  });
  // The viewport is the window's, so that real keys and the browser's own bars meet a real window.
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  return {
    engine: 'chromium',
    windowClass: 'chromium',
    open: async (address) => {
      await page.goto(address);
    },
    reload: async () => {
      await page.reload();
    },
    back: async () => {
      await page.goBack();
    },
    forward: async () => {
      await page.goForward();
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    evaluate: (run, argument) => page.evaluate(run as never, argument),
    click: ({ x, y }, count = 1) => page.mouse.click(x, y, { clickCount: count }),
    drag: async (points) => {
      const [first, ...others] = points;
      await page.mouse.move(first!.x, first!.y);
      await page.mouse.down();
      for (const { x, y } of others) await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.up();
    },
    press: (keys) => page.keyboard.press(keys),
    screenshot: async () => new Picture(await page.screenshot({ caret: 'initial' })),
    close: () => browser.close(),
  };
}
