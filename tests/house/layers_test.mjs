// Dependencies point downwards, and the folders that must not know each other do not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folders, known, knownCircles, libraries, rooms } from './layers.mjs';
import {
  circles,
  importsOf,
  includesOf,
  nativeInEngine,
  sourceIncludes,
  stepsAgainst,
  strangersIn,
  webImports,
} from './support/layers.mjs';

test('src/ includes downwards, but for the steps that are known', () => {
  const edges = sourceIncludes();
  assert.ok(edges.length > 150, `only ${edges.length} files were found`);
  assert.deepEqual(stepsAgainst(folders, edges), [...known].sort());
  assert.deepEqual(circles(edges), []);
});

test('nothing of the engine includes what is compiled natively only', () => {
  assert.deepEqual(nativeInEngine(sourceIncludes()), []);
});

test('only its owner knows a library', () => {
  assert.deepEqual(strangersIn(libraries, sourceIncludes()), []);
});

test('the table of folders has no circle', () => {
  for (const table of [folders, rooms]) {
    assert.deepEqual(circles(Object.entries(table).map(([path, own]) => ({ path, own }))), []);
  }
});

test('web/ imports from room to room as the table says, and in no circle', () => {
  const edges = webImports();
  assert.ok(edges.length > 50, `only ${edges.length} files were found`);
  assert.deepEqual(stepsAgainst(rooms, edges), []);
  assert.deepEqual(circles(edges), [...knownCircles].sort());
});

test('includes and imports are found in every way of writing them, and not in comments', () => {
  const cpp =
    '#include "a/b.h"\n  # include <md4c.h>\n// #include "no/no.h"\n/*\n#include "no/no.h"\n*/\n#include <map>';
  assert.deepEqual(includesOf(cpp), { own: ['src/a/b.h'], foreign: ['md4c.h', 'map'] });
  const script = `import { a } from './one';\nimport type { B,\n  C } from "./two";\nimport './three.css';
    export { d } from './four';\nconst e = await import('./five');\n// import { x } from './no';\nconst from = 'x';`;
  assert.deepEqual(importsOf(script).sort(), ['./five', './four', './one', './three.css', './two']);
});

test('a step upwards, across, or in a circle is found', () => {
  const table = { 'src/low': [], 'src/high': ['src/low'], 'src/high/inner': [] };
  const edges = [
    { path: 'src/low/a.h', own: ['src/high/b.h'], foreign: ['md4c.h'] },
    { path: 'src/high/b.h', own: ['src/low/a.h', 'src/low/native/c.h'], foreign: ['map'] },
    { path: 'src/high/inner/d.h', own: ['src/high/b.h', 'src/else/e.h'], foreign: [] },
  ];
  assert.deepEqual(stepsAgainst(table, edges), [
    'src/high/inner/d.h -> src/else/e.h',
    'src/high/inner/d.h -> src/high',
    'src/low/a.h -> src/high',
  ]);
  assert.deepEqual(nativeInEngine(edges), ['src/high/b.h -> src/low/native/c.h']);
  assert.deepEqual(strangersIn({ md4c: ['src/markdown'] }, edges), ['src/low/a.h -> <md4c.h>']);
  assert.deepEqual(circles(edges), ['src/high/b.h <-> src/low/a.h']);
});
