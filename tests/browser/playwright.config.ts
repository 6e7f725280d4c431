import { defineConfig } from '@playwright/test';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { contentSite, corpusSite, languagesSite, oddSite, peerSite, projectRoot } from './sites';

function findChromium(): string {
  const named = process.env['HUBGLASS_CHROMIUM'];
  if (named) return named;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here: look on.
      }
    }
  }
  throw new Error('No Chromium on PATH. Run scripts/setup, or name one in HUBGLASS_CHROMIUM.');
}

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: projectRoot + '/tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: projectRoot + '/test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: contentSite.address,
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // Recording costs more time than the tests; ask for it when one fails.
    trace: process.env['HUBGLASS_TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: [contentSite, corpusSite, oddSite, languagesSite, peerSite]
    .filter((site) => site.isBuilt)
    .map((site) => ({
      command: `node scripts/serve.mjs ${site.folder} --port ${site.port} --base ${site.base}`,
      cwd: projectRoot,
      url: site.address,
      reuseExistingServer: false,
      stdout: 'ignore' as const,
    })),
});
