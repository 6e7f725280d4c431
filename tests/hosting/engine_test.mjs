// What a reader's browser loads is the glass alone: the press's folders and libraries are not linked into the engine.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const build = fileURLToPath(new URL('../../build/web', import.meta.url));
const isBuilt = existsSync(join(build, 'hubglass-engine.wasm'));

test('the engine links nothing of the press', { skip: !isBuilt && 'the engine is not built here' }, () => {
  const command = execFileSync('ninja', ['-C', build, '-t', 'commands', '-s', 'hubglass-engine.mjs'], {
    encoding: 'utf8',
  });
  const linked = new Set([...command.matchAll(/lib([a-z0-9_]+)\.a/g)].map(([, name]) => name));
  assert(linked.has('hubglass_pack_read') && linked.has('hubglass_layout'), 'the command names what is linked');
  const press = [...linked].filter((name) => /hubglass_(markdown|hub|pack_write|site|cli)|md4c|yaml|json/.test(name));
  assert.deepEqual(press, []);
  // A sentence of the press's that any linked part of it would bring along.
  assert(!readFileSync(join(build, 'hubglass-engine.wasm')).includes('MkDocs'));
});
