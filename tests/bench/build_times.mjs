// How long `hubglass build` takes: all but images and compression, with and without a cache.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, projectRoot, quantile, report, printTable } from './support/site.mjs';

const command = join(projectRoot, 'build/native/hubglass');
const project = process.env.HUBGLASS_CORPUS ?? join(projectRoot, 'content');
if (!existsSync(command)) fail('build/native/hubglass is missing. Run scripts/build.');

const output = mkdtempSync(join(tmpdir(), 'hubglass-bench-'));

/** Runs a build; returns its wall time and what `--timings` said, all in ms. */
function build() {
  const began = performance.now();
  const said = execFileSync(command, ['build', project, '-o', output, '--timings'], {
    cwd: projectRoot,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const wall = performance.now() - began;
  const stages = Object.fromEntries(
    [...said.matchAll(/^\s*([A-Za-z][A-Za-z ,&-]*?):?\s+([\d.]+) ms\b/gm)].map(([, name, ms]) => [name, Number(ms)]),
  );
  return { wall, stages, said };
}

try {
  build(); // fills the cache of images and compressed files
  const warm = Array.from({ length: 5 }, build);
  report(
    'unchanged project, built again, wall time',
    quantile(
      warm.map(({ wall }) => wall),
      0.5,
    ),
    'ms',
  );
  const names = Object.keys(warm[0].stages);
  if (names.length === 0) fail('`hubglass build --timings` printed no times.');
  for (const name of names) {
    report(
      `  ${name}`,
      quantile(
        warm.map(({ stages }) => stages[name] ?? 0),
        0.5,
      ),
      'ms',
    );
  }
} finally {
  rmSync(output, { recursive: true, force: true });
}
process.stdout.write(`    ${project}\n`);
printTable();
