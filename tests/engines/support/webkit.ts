import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { Picture } from '../../browser/support/picture';
import { type Browser, type Point, splitKeys } from './engine';
import { findProgram } from './programs';

const keyNames: Record<string, string> = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowUp: Key.ARROW_UP,
  Control: Key.CONTROL,
  End: Key.END,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Home: Key.HOME,
  PageDown: Key.PAGE_DOWN,
  PageUp: Key.PAGE_UP,
  Shift: Key.SHIFT,
  Space: Key.SPACE,
  Tab: Key.TAB,
};

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

/** MiniBrowser's bars would not let its window be narrower than some 450 px; a style of the toolkit takes their padding away. */
function settingsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hubglass-webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(
    join(folder, 'gtk-3.0/gtk.css'),
    'toolbar, toolbar *, entry, button, image { min-width: 0; padding: 0; margin: 0; border-width: 0 }\n' +
      'toolbar entry { font-size: 2px; margin: 0 -20px }\n',
  );
  return folder;
}

async function session(port: number): Promise<WebDriver> {
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: findProgram('miniBrowser'), args: ['--automation'] },
  });
  for (let tries = 0; ; tries += 1) {
    try {
      return await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
    } catch (error) {
      // The driver takes a moment until it listens.
      if (tries === 20 || !String(error).includes('ECONNREFUSED')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

export async function startWebKit(): Promise<Browser> {
  const settings = settingsFolder();
  const port = await freePort();
  const service = spawn(findProgram('webKitDriver'), [`--port=${port}`], {
    env: { ...process.env, XDG_CONFIG_HOME: settings, XDG_DATA_HOME: settings, XDG_CACHE_HOME: settings },
    stdio: 'ignore',
  });
  const end = async (): Promise<void> => {
    if (service.kill()) await once(service, 'exit');
    // The browser's own processes end a little later, and keep shaders there until then.
    await rm(settings, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const driver = await session(port).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  const evaluate: Browser['evaluate'] = async (run, argument) => {
    const answer: { value?: unknown; error?: string } = await driver.executeAsyncScript(
      `const done = arguments[1];
       Promise.resolve(arguments[0]).then(${run.toString()})
         .then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      argument,
    );
    if (answer.error) throw new Error(answer.error);
    return answer.value as never;
  };
  const at = ({ x, y }: Point, duration = 0): { x: number; y: number; duration: number; origin: Origin } => ({
    x: Math.round(x),
    y: Math.round(y),
    duration,
    origin: Origin.VIEWPORT,
  });
  return {
    engine: 'webkit',
    windowClass: 'MiniBrowser',
    open: (address) => driver.get(address),
    reload: () => driver.navigate().refresh(),
    back: () => driver.navigate().back(),
    forward: () => driver.navigate().forward(),
    resize: async (width, height) => {
      const sizes = (): Promise<number[]> =>
        evaluate((wanted) => {
          // Its window is never narrower than 290 px: there the page is.
          document.documentElement.style.width = wanted < 290 ? `${wanted}px` : '';
          return [innerWidth, innerHeight];
        }, width);
      for (let tries = 0; tries < 20; tries += 1) {
        const [innerWidth = 0, innerHeight = 0] = await sizes();
        const missing = { width: Math.max(width, 290) - innerWidth, height: height - innerHeight };
        if (missing.width === 0 && missing.height === 0) return;
        const outer = await driver.manage().window().getRect();
        await driver
          .manage()
          .window()
          .setRect({ x: 0, y: 0, width: outer.width + missing.width, height: outer.height + missing.height });
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      throw new Error(`The window refuses to be ${width} × ${height}: ${String(await sizes())}`);
    },
    evaluate,
    click: async (point, count = 1) => {
      const actions = driver.actions().move(at(point));
      for (let i = 0; i < count; i += 1) actions.press().release();
      await actions.perform();
    },
    drag: async ([first, ...others]) => {
      const actions = driver.actions().move(at(first!)).press();
      for (const point of others) actions.move(at(point, 50));
      await actions.release().perform();
    },
    press: async (keys) => {
      const { modifiers, key } = splitKeys(keys);
      const actions = driver.actions();
      for (const modifier of modifiers) actions.keyDown(keyNames[modifier] ?? modifier);
      actions.sendKeys(keyNames[key] ?? key);
      for (const modifier of modifiers) actions.keyUp(keyNames[modifier] ?? modifier);
      await actions.perform();
    },
    screenshot: async () => new Picture(Buffer.from(await driver.takeScreenshot(), 'base64')),
    close: async () => {
      await driver.quit().catch(() => undefined);
      await end();
    },
  };
}
