import { defineConfig } from '@playwright/test';
import { contentSite, corpusSite, languagesSite, oddSite, peerSite, projectRoot } from './sites';
import { chromiumArguments, findChromium } from './support/chromium';

export default defineConfig({
  testDir: projectRoot + '/tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: projectRoot + '/test-results',
  fullyParallel: true,
  workers: 2,
  retries: 1, // a machine with much else to do; scripts/test names what needed it
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
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
      args: chromiumArguments,
    },
  },
  webServer: [contentSite, corpusSite, oddSite, languagesSite, peerSite]
    .filter((site) => site.isBuilt)
    .map((site) => ({
      // What other software made comes without rules: it gets the ones of ours, under which its scripts do not run.
      command:
        `node scripts/serve.mjs ${site.folder} --port ${site.port} --base ${site.base}` +
        (site === peerSite ? ` --headers ${contentSite.folder}/_headers` : ''),
      cwd: projectRoot,
      url: site.address,
      reuseExistingServer: false,
      stdout: 'ignore' as const,
    })),
});
