// The browsers of this machine.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isProgram, onPath } from '../../browser/support/chromium';
import type { EngineName } from './engine';

// Debian keeps it among the libraries, in a folder named after the machine's architecture.
function miniBrowser(): string | undefined {
  for (const parent of ['/usr/lib', '/usr/libexec', '/usr/lib64']) {
    if (!existsSync(parent)) continue;
    for (const folder of ['', ...readdirSync(parent).filter((name) => name.includes('-linux-gnu'))]) {
      const path = join(parent, folder, 'webkit2gtk-4.1/MiniBrowser');
      if (isProgram(path)) return path;
    }
  }
  return undefined;
}

export type Program = 'chromium' | 'firefox' | 'miniBrowser' | 'webKitDriver' | 'xdotool';

const finders: Record<Program, () => string | undefined> = {
  chromium: () => process.env['HUBGLASS_CHROMIUM'] ?? onPath('chromium', 'chromium-browser', 'google-chrome'),
  firefox: () => onPath('firefox-esr', 'firefox'),
  miniBrowser,
  webKitDriver: () => onPath('WebKitWebDriver'),
  xdotool: () => onPath('xdotool'),
};

const needs: Record<EngineName, Program[]> = {
  chromium: ['chromium', 'xdotool'],
  firefox: ['firefox', 'xdotool'],
  webkit: ['miniBrowser', 'webKitDriver', 'xdotool'],
};

/** The path of a program. */
export function findProgram(program: Program): string {
  const path = finders[program]();
  if (!path) throw new Error(`No ${program} here. Run scripts/setup.`);
  return path;
}

/** What is missing to test with an engine. */
export function missingPrograms(engine: EngineName): Program[] {
  return needs[engine].filter((program) => !finders[program]());
}

/** Where scripts/setup installs every engine, one that is missing is an error; elsewhere its tests are skipped. */
export function enginesAreDue(): boolean {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return /^ID=debian$/m.test(release) && /^VERSION_ID="?12"?$/m.test(release);
  } catch {
    return false;
  }
}
