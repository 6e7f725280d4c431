// A new edition is uploaded while somebody reads: they keep a consistent page, and get the new one when they go on.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import { expect, type Page, test } from '@playwright/test';

import { projectRoot } from '../sites';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

let folder = '';
let server: Server;
let address = '';

function build(project: string, output: string): void {
  execFileSync(join(projectRoot, 'build/native/hubglass'), ['build', project, '-o', output, '--no-compression'], {
    cwd: projectRoot,
    stdio: 'pipe',
  });
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hubglass-replaced-'));
  const project = join(folder, 'project');
  cpSync(join(projectRoot, 'tests/browser/project'), project, { recursive: true });
  build(project, join(folder, 'old'));
  const page = join(project, 'words.md');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/^# .*$/m, '# Newer words'));
  build(project, join(folder, 'new'));
  server = createServer((request, response) => {
    let path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
    path += path.endsWith('/') ? 'index.html' : '';
    try {
      const bytes = readFileSync(join(folder, 'live', path));
      response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

test.beforeEach(() => {
  rmSync(join(folder, 'live'), { recursive: true, force: true });
  cpSync(join(folder, 'old'), join(folder, 'live'), { recursive: true });
});

test.afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The old edition is gone at once, its hashed files with it. */
function upload(): void {
  renameSync(join(folder, 'live'), join(folder, `replaced-${Date.now()}`));
  cpSync(join(folder, 'new'), join(folder, 'live'), { recursive: true });
}

/** Playwright's clock, while it runs, now and then loses a jump. */
async function letAMinutePass(page: Page): Promise<void> {
  const now = (): Promise<number> => page.evaluate(() => performance.now());
  const before = await now();
  while ((await now()) < before + 60_000) {
    await page.clock.fastForward(61_000);
  }
}

test('a reader goes on where only the words are new, and reads the new ones, without an error', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.clock.install();
  await page.goto(address);
  const hub = page.locator('hub-glass');
  await page.clock.runFor(2000);
  await expect(hub).toHaveAttribute('state', 'ready');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const navigation = page.getByRole('navigation', { name: 'Main' });
  const title = page.getByRole('heading', { level: 1 });
  await navigation.getByRole('link', { name: 'Tables' }).click();
  await expect(title).toHaveText(/tables/i);

  upload();
  await letAMinutePass(page);
  const asked = page.waitForResponse(/hub-glass\.json$/);
  await title.click();
  await (await asked).finished();
  await page.evaluate(() => Promise.resolve());
  await navigation.getByRole('link', { name: 'Words' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Newer words' })).toBeVisible();
  await expect(hub).toHaveAttribute('state', 'ready');
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  expect(errors).toEqual([]);
});

test('a reader moves over when only the program is new', async ({ page }) => {
  await page.clock.install();
  await page.goto(address);
  const hub = page.locator('hub-glass');
  await page.clock.runFor(2000);
  await expect(hub).toHaveAttribute('state', 'ready');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const live = join(folder, 'live');
  const script = readdirSync(live).find((name) => /^hub-glass-hub\..*\.js$/.test(name)) ?? '';
  renameSync(join(live, script), join(live, 'hub-glass-hub.NEWER.js'));
  for (const name of readdirSync(live, { recursive: true, encoding: 'utf8' })) {
    if (/\.(html|js|json)$/.test(name)) {
      writeFileSync(
        join(live, name),
        readFileSync(join(live, name), 'utf8').replaceAll(script, 'hub-glass-hub.NEWER.js'),
      );
    }
  }
  await letAMinutePass(page);
  const asked = page.waitForResponse(/hub-glass\.json$/);
  await page.getByRole('heading', { level: 1 }).click();
  await (await asked).finished();
  await page.evaluate(() => Promise.resolve());
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tables' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/tables/i);
  await expect(hub).toHaveAttribute('state', 'ready');
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(false);
});

test('without a network the page goes on, and says what it cannot show', async ({ page, context }) => {
  await page.clock.install();
  await page.goto(address);
  await page.clock.runFor(2000);
  await expect(page.locator('hub-glass')).toHaveAttribute('state', 'ready');
  const navigation = page.getByRole('navigation', { name: 'Main' });
  const title = page.getByRole('heading', { level: 1 });
  await navigation.getByRole('link', { name: 'Tables' }).click();
  await expect(title).toHaveText(/tables/i);
  await letAMinutePass(page);
  await context.setOffline(true);
  const asked = page.waitForEvent('requestfailed');
  await title.click();
  await asked;
  await navigation.getByRole('link', { name: 'Words' }).click();
  await expect(title).toHaveText('This page cannot be shown');
  await expect(page.getByRole('main')).toContainText('could not be reached. Check the network');
  await expect(page).toHaveURL(`${address}words/`);
  await page.goBack();
  await expect(title).toHaveText(/tables/i);
  await context.setOffline(false);
  await navigation.getByRole('link', { name: 'Words' }).click();
  await expect(title).toHaveText(/words/i);
});
