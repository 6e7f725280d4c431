// A built site, served and opened in Chromium, and figures printed beside their targets.

import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

export function fail(sentence) {
  process.stderr.write(`bench: ${sentence}\n`);
  process.exit(1);
}

/** The folder named on the command line, which must hold a built site. */
export function siteFolder() {
  const folder = process.argv[2];
  if (!folder) fail('name the folder of a built site.');
  if (!existsSync(join(folder, 'index.html')))
    fail(`${folder} holds no built site. Build one: hubglass build -o ${folder}`);
  return folder;
}

/** Routes of a site by the size of their pages, the longest first. */
export function routesBySize(folder) {
  const found = [];
  const visit = (at) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (entry.isDirectory()) visit(join(at, entry.name));
      else if (entry.name === 'index.html') {
        const route = relative(folder, at).replaceAll('\\', '/');
        found.push({ route: route === '' ? '' : `${route}/`, size: statSync(join(at, entry.name)).size });
      }
    }
  };
  visit(folder);
  return found.sort((a, b) => b.size - a.size).map(({ route }) => route);
}

async function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Serves a folder until `close` is called. */
export async function serve(folder) {
  const port = await freePort();
  const server = spawn(process.execPath, ['scripts/serve.mjs', folder, '--port', String(port)], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    server.stdout.once('data', resolve);
    server.once('exit', () => reject(new Error('the server stopped before it began')));
  });
  return { address: `http://127.0.0.1:${port}/`, close: () => server.kill() };
}

function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) =>
    ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)),
  );
  for (const path of [process.env.HUBGLASS_CHROMIUM, ...candidates]) {
    try {
      if (path) {
        accessSync(path, constants.X_OK);
        return path;
      }
    } catch {
      // Not here: look on.
    }
  }
  return fail('no Chromium on PATH. Run scripts/setup, or name one in HUBGLASS_CHROMIUM.');
}

/** Chromium; `headless: false` opens a window, for which there must be a display; `more` are further arguments. */
export async function launch({ headless = true, more = [] } = {}) {
  return chromium.launch({
    headless,
    executablePath: findChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // A window without a GPU gets WebGL only when asked for.
      ...(headless ? [] : ['--ignore-gpu-blocklist']),
      ...more,
    ],
  });
}

/** Opens a route and waits until its canvas is there and nothing more is drawn. */
export async function openHub(page, address) {
  await page.goto(address);
  const hub = page.locator('hub-glass');
  await page.locator('hub-glass[state="ready"]').waitFor({ timeout: 20_000 });
  await settle(page);
  return hub;
}

export async function settle(page) {
  const frames = () => page.locator('hub-glass').evaluate((hub) => hub.stats().frames);
  for (let before = -1, now = await frames(); now !== before; ) {
    before = now;
    await page.waitForTimeout(250);
    now = await frames();
  }
}

export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

const rows = [];

/** One figure; without a target it is only told. */
export function report(name, value, unit, target) {
  rows.push({ name, value, unit, target });
}

/** Prints what was reported as a table. Says with its exit code whether every target was met. */
export function printTable() {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const number = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1));
  process.stdout.write(`    ${'figure'.padEnd(width)}  ${'measured'.padStart(14)}  ${'target'.padStart(14)}\n`);
  let missed = 0;
  for (const { name, value, unit, target } of rows) {
    const met = target === undefined || value <= target;
    if (!met) missed += 1;
    const measured = `${number(value)} ${unit}`.trim().padStart(14);
    const wanted = (target === undefined ? '–' : `≤ ${number(target)} ${unit}`.trim()).padStart(14);
    process.stdout.write(`    ${name.padEnd(width)}  ${measured}  ${wanted}${met ? '' : '  missed'}\n`);
  }
  if (missed > 0) process.exitCode = 1;
}
