// The project holds no stray picture, no huge file, and no file that nobody can read in one go.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileProblems, projectFiles } from './support/files.mjs';

const file = (path, bytes = 100, lines = 0) => ({ path, bytes, lines });
const none = new Set();

test('every file is where it belongs and as small as it should be', () => {
  const files = projectFiles();
  assert.ok(files.length > 400, `only ${files.length} files were found`);
  assert.deepEqual(fileProblems(files), []);
});

test('a picture outside its folders is refused, whatever its kind', () => {
  for (const path of ['grid0.png', 'src/paint/Shot.PNG', 'web/logo.svg', 'scripts/a.webp', 'contents/a.jpg']) {
    assert.equal(fileProblems([file(path)], none).length, 1, path);
  }
  for (const path of ['docs/screenshot.png', 'content/assets/a.svg', 'tests/browser/project/a.jpeg', 'shell/x/a.png']) {
    assert.deepEqual(fileProblems([file(path)], none), [], path);
  }
});

test('what is too large is refused, by its bytes and by its lines', () => {
  assert.equal(fileProblems([file('docs/film.mp4', 5_000_000)], none).length, 1);
  assert.equal(fileProblems([file('package-lock.json', 5_000_000)], none).length, 1);
  assert.deepEqual(fileProblems([file('package-lock.json', 300_000)], none), []);
  assert.equal(fileProblems([file('web/one.ts', 9_000, 401)], none).length, 1);
  assert.deepEqual(fileProblems([file('web/one.ts', 9_000, 401)], new Set(['web/one.ts'])), []);
  assert.equal(fileProblems([file('web/one.ts', 9_000, 400)], new Set(['web/one.ts'])).length, 1);
});
