// Everything of others that travels to readers is named, with the words of its licence.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { notices } from '../../scripts/notices.mjs';
import { root, projectFiles } from './support/files.mjs';
import { importsOf } from './support/layers.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const pins = JSON.parse(read('scripts/cmake/third_party.json'));
const packages = JSON.parse(read('package.json')).devDependencies;
const list = pins.notices;

test('every library that the engine may hold has a notice', () => {
  for (const [name, { use }] of Object.entries(pins.libraries)) {
    const travels = !/native only|tests|benchmarks/.test(use);
    assert.equal(
      list.some(({ library }) => library === name),
      travels,
      `${name}: ${use}`,
    );
  }
});

test('every npm package is named with its licence, and what scripts import has a notice', () => {
  assert.deepEqual(Object.keys(pins.npm).sort(), Object.keys(packages).sort());
  const imported = new Set();
  for (const { path } of projectFiles()) {
    if (!/^web\/.*\.ts$/.test(path)) continue;
    for (const name of importsOf(read(path))) {
      if (!name.startsWith('.') && !name.startsWith('hubglass-')) imported.add(name);
    }
  }
  assert.ok(imported.size > 0);
  for (const name of imported) {
    assert.ok(
      list.some(({ npm }) => npm?.includes(name)),
      `${name} has no notice`,
    );
  }
});

test('every icon package that a hub may take icons from has a notice', () => {
  const table = read('src/hub/native/icons.cpp').matchAll(/\{"([a-z]+-)[a-z-]*", "(@[\w-]+\/[\w-]+|[\w-]+)\//g);
  const prefixes = [...table];
  assert.ok(prefixes.length >= 6, 'the table of icon packages was not found');
  for (const [, prefix, folder] of prefixes) {
    assert.ok(
      list.some(({ icons, npm }) => prefix === icons && npm.includes(folder)),
      `${prefix} of ${folder} has no notice`,
    );
  }
});

test('the words are those of the pinned source', () => {
  for (const [name, file] of [
    ['imgui', 'LICENSE.txt'],
    ['md4c', 'LICENSE.md'],
    ['libunibreak', 'LICENCE'],
  ]) {
    const folder = `.cache/third_party/${name}-${pins.libraries[name].version}`;
    if (existsSync(join(root, folder))) {
      assert.equal(read(`scripts/licences/${name}.txt`), read(`${folder}/${file}`), name);
    }
  }
});

test('each notice has a name, a licence and its text', async () => {
  const made = await notices();
  assert.equal(made.length, list.length + 1);
  for (const { for: use, icons, text } of made) {
    assert.match(text, /\nLicence: \S/);
    assert.ok(!text.includes('undefined'), text);
    assert.ok(['all', 'engine', 'kiosk', 'icons'].includes(use));
    assert.equal(icons !== undefined, use === 'icons');
  }
  const fontAwesome = made.find(({ icons }) => icons === 'fontawesome-').text;
  for (const words of ['Font Awesome Free', '@fontawesome', 'creativecommons.org/licenses/by/4.0', 'Changed:']) {
    assert.ok(fontAwesome.includes(words), words);
  }
});
