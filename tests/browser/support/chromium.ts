// Which Chromium the tests run on, and how it is started.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first of these programs that is on PATH. */
export function onPath(...names: string[]): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of names) {
      if (isProgram(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}

export function findChromium(): string {
  const path = process.env['HUBGLASS_CHROMIUM'] ?? onPath('chromium', 'chromium-browser', 'google-chrome');
  if (!path) throw new Error('No Chromium on PATH. Run scripts/setup, or name one in HUBGLASS_CHROMIUM.');
  return path;
}

const isRoot = process.getuid?.() === 0;

export const chromiumArguments = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
