// The same project gives the same bytes: elsewhere, later, in another zone and another language, from copies with other dates.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { projectRoot } from './support/servers.mjs';
import { filesOf } from './support/site.mjs';

const run = promisify(execFile);

async function build(project, output, folder, environment, words) {
  await run(
    join(projectRoot, 'build/native/hubglass'),
    ['build', project, '-o', output, '--no-cache', '--engine', join(projectRoot, 'build/web/assets'), ...words],
    { cwd: folder, env: { ...process.env, ...environment }, maxBuffer: 1 << 24 },
  );
}

/** Gives all that is in a folder another date. */
async function age(folder, seconds) {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await utimes(join(entry.path ?? entry.parentPath, entry.name), seconds, seconds);
  }
}

test('two builds of one project are the same to the byte', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hubglass-twice-'));
  try {
    const icons = ['--icons', join(projectRoot, 'node_modules')];
    const here = join(folder, 'here/content');
    const there = join(folder, 'somewhere else/a/deeper/copy');
    for (const copy of [here, there]) await cp(join(projectRoot, 'content'), copy, { recursive: true });
    await age(there, 1_000_000_000);
    const one = join(folder, 'one');
    const two = join(folder, 'somewhere else/two');
    await build(here, one, folder, { TZ: 'UTC', LC_ALL: 'C' }, [...icons, '--threads', '1']);
    await build(there, two, join(folder, 'somewhere else'), { TZ: 'Asia/Tokyo', LC_ALL: 'C.UTF-8' }, [
      ...icons,
      '--threads',
      '3',
    ]);
    const files = filesOf(one);
    assert.ok(files.includes('index.html.br') && files.includes('_headers') && files.includes('hub-glass.js'));
    assert.deepEqual(filesOf(two), files);
    for (const file of files) {
      assert.ok((await readFile(join(one, file))).equals(await readFile(join(two, file))), `${file} differs`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
