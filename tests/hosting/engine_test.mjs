// What a reader's browser loads is the glass alone: the press's folders and libraries are not linked into the engine.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const map = fileURLToPath(new URL('../../build/web/hubglass-engine.map', import.meta.url));

test('the engine links nothing of the press', { skip: !existsSync(map) && 'the engine is not built here' }, () => {
  const text = readFileSync(map, 'utf8');
  const linked = new Set([...text.matchAll(/lib([a-z0-9_]+)\.a/g)].map(([, name]) => name));
  assert(linked.has('hubglass_pack_read') && linked.has('hubglass_layout'), 'the map names what is linked');
  const press = [...linked].filter((name) =>
    /hubglass_(markdown|hub|pack_write|site|cli)|md4c|yaml|nlohmann/.test(name),
  );
  assert.deepEqual(press, []);
  assert.doesNotMatch(text, /hubglass8markdown|hubglass3hub|nlohmann|md_parse|yaml/i);
});
