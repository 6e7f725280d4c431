import { defineConfig } from '@playwright/test';
import { contentSite, corpusSite, languagesSite, oddSite, projectRoot } from '../browser/sites';
import base from '../browser/playwright.config';
import { heldServer } from './support/held';
import { type EngineName, engineNames } from './support/engine';
import { enginesAreDue, missingPrograms } from './support/programs';

// Where scripts/setup installs every engine, one that is missing fails its tests; elsewhere it is left out, with a word.
const engines = engineNames.filter((engine) => {
  const missing = missingPrograms(engine);
  const left = missing.length > 0 && !enginesAreDue();
  if (left) process.stderr.write(`${engine} is not tested: there is no ${missing.join(', no ')} here.\n`);
  return !left;
});

// What needs a window or more than one engine. scripts/test --engines gives it a display of its own.
export default defineConfig<object, { engine: EngineName }>({
  testDir: projectRoot + '/tests/engines',
  testMatch: '**/*.spec.ts',
  outputDir: projectRoot + '/test-results/engines',
  workers: 1, // there is one display, and only one window has the keyboard
  retries: 1, // a machine with much else to do; scripts/test names what needed it
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: engines.map((engine) => ({ name: engine, use: { engine } })),
  webServer: [
    ...[base.webServer ?? []].flat(),
    ...[contentSite, corpusSite, oddSite, languagesSite].filter((site) => site.isBuilt).map(heldServer),
  ],
});
