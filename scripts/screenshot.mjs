// Makes docs/screenshot.png: the bundled hub's home page as the canvas shows it. Run scripts/build first.

import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const port = '8391';

const server = spawn('node', ['scripts/serve.mjs', 'dist', '--port', port], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(server.stdout, 'data');
const browser = await chromium.launch({
  executablePath: process.env.HUBGLASS_CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.locator('hub-glass[state=ready]').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(500); // images that are still decoding
  await mkdir(join(root, 'docs'), { recursive: true });
  await page.screenshot({ path: join(root, 'docs/screenshot.png') });
  process.stdout.write('Made docs/screenshot.png. Look at it, then commit it.\n');
} finally {
  await browser.close();
  server.kill();
}
