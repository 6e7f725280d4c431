// The site under test and its files.

import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { projectRoot } from './servers.mjs';

/** The bundled hub, as scripts/test builds it. */
export const site = join(projectRoot, 'dist');

export function requireSite() {
  if (!existsSync(join(site, 'index.html'))) throw new Error('dist/ holds no built site. Run: scripts/build');
}

/** Paths below the folder, with forward slashes, in order. */
export function filesOf(folder) {
  const found = [];
  const visit = (at) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (entry.isDirectory()) visit(join(at, entry.name));
      else found.push(relative(folder, join(at, entry.name)).split(sep).join('/'));
    }
  };
  visit(folder);
  return found.sort();
}
