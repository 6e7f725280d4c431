import { type KeyInput, launch } from 'puppeteer-core';
import { Picture } from '../../browser/support/picture';
import { type Browser, splitKeys } from './engine';
import { findProgram } from './programs';

export async function startFirefox(): Promise<Browser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: findProgram('firefox'),
    headless: false,
    defaultViewport: null,
    args: ['--width', '1920', '--height', '1180'],
    extraPrefsFirefox: {
      'webgl.force-enabled': true,
      'ui.systemUsesDarkTheme': 0,
      'browser.shell.checkDefaultBrowser': false,
      'browser.startup.homepage_override.mstone': 'ignore',
      'datareporting.policy.dataSubmissionEnabled': false,
    },
  });
  const page = await browser.newPage(); // a window that the browser opened by itself may never get the keyboard
  return {
    engine: 'firefox',
    windowClass: 'firefox',
    open: async (address) => {
      await page.goto(address);
    },
    reload: async () => {
      await page.reload();
    },
    // Within one document the driver waits for a load that never comes.
    back: () =>
      page.evaluate(() => {
        history.back();
      }),
    forward: () =>
      page.evaluate(() => {
        history.forward();
      }),
    resize: (width, height) => page.setViewport({ width, height }),
    evaluate: (run, argument) => page.evaluate(run as never, argument) as never,
    click: ({ x, y }, count = 1) => page.mouse.click(x, y, { count }),
    drag: async (points) => {
      const [first, ...others] = points;
      await page.mouse.move(first!.x, first!.y);
      await page.mouse.down();
      for (const { x, y } of others) await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.up();
    },
    press: async (keys) => {
      const { modifiers, key } = splitKeys(keys);
      for (const modifier of modifiers) await page.keyboard.down(modifier as KeyInput);
      await page.keyboard.press(key as KeyInput);
      for (const modifier of modifiers.reverse()) await page.keyboard.up(modifier as KeyInput);
    },
    screenshot: async () => new Picture(Buffer.from(await page.screenshot())),
    close: () => browser.close(),
  };
}
