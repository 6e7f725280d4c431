// The sites under test: where they were built and where the test servers put them.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface Site {
  readonly folder: string;
  readonly port: number;
  /** Path the site is served below; the corpus proves that a sub-path works. */
  readonly base: string;
  readonly address: string;
  /** Whether `hubglass build` has been run for it. */
  readonly isBuilt: boolean;
}

// Two runs at a time need ports of their own.
const firstPort = Number(process.env['HUBGLASS_TEST_PORT'] ?? 8171);

function describeSite(folder: string, ordinal: number, base: string): Site {
  const port = firstPort + ordinal;
  return {
    folder: join(projectRoot, folder),
    port,
    base,
    address: `http://127.0.0.1:${port}${base}`,
    isBuilt: existsSync(join(projectRoot, folder, 'index.html')),
  };
}

/** The bundled hub, built from content/. */
export const contentSite = describeSite('dist', 0, '/');
/** A real MkDocs Material project, where there is one (see scripts/test --help). */
export const corpusSite = describeSite('build/sites/corpus', 1, '/hub/');
/** What is hard to lay out, in one project: tests/browser/project. */
export const oddSite = describeSite('build/sites/odd', 2, '/odd/');
/** A small hub in English and German, partly translated: tests/browser/languages. */
export const languagesSite = describeSite('build/sites/languages', 3, '/two/');
/** The corpus again as MkDocs Material builds it, below the same path: what other pages of the same text tell a screen reader. */
export const peerSite = describeSite('build/sites/peer', 4, '/hub/');
