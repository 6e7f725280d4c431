// How long `hubglass build` takes: without image and compression work, and again when nothing changed.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, projectRoot, quantile, report, printTable } from './support/site.mjs';

const runs = 7;
const command = join(projectRoot, 'build/native/hubglass');
const project = process.env.HUBGLASS_CORPUS ?? join(projectRoot, 'content');
if (!existsSync(command)) fail('build/native/hubglass is missing. Run scripts/build.');

const scratch = mkdtempSync(join(tmpdir(), 'hubglass-bench-'));
let outputs = 0;

/** Builds the project and returns what --timings said: ms by stage. */
function build(output, ...options) {
  const said = execFileSync(command, ['build', project, '-o', output, '--timings', ...options], {
    cwd: projectRoot,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stages = new Map(
    [...said.matchAll(/^ *([A-Za-z][A-Za-z ]*?) +([\d.]+) ms$/gm)].map(([, name, ms]) => [name, Number(ms)]),
  );
  if (!stages.has('total')) fail('`hubglass build --timings` printed no times.');
  return stages;
}

const fresh = () => join(scratch, `site${(outputs += 1)}`);
const middle = (samples, name) =>
  quantile(
    samples.map((stages) => stages.get(name) ?? 0),
    0.5,
  );

try {
  const bare = Array.from({ length: runs }, () => build(fresh(), '--no-images', '--no-compression', '--no-cache'));
  report('without images and compression', middle(bare, 'total'), 'ms', 60);
  for (const name of bare[0].keys()) {
    if (!['total', 'images', 'compression'].includes(name)) report(`  ${name}`, middle(bare, name), 'ms');
  }
  const cache = join(scratch, 'cache');
  const site = fresh();
  const first = build(site, '--cache', cache);
  report('first whole build', first.get('total'), 'ms');
  const again = Array.from({ length: runs }, () => build(site, '--cache', cache));
  report('second build, nothing changed', middle(again, 'total'), 'ms', 90);
  for (const name of ['images', 'compression', 'write']) report(`  ${name}`, middle(again, name), 'ms');
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.stdout.write(`    ${project}, medians of ${runs} builds\n`);
printTable();
