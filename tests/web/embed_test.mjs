// What a frame takes from the page around it: its query and its messages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, pretend } from './support/load.mjs';

pretend({ matchMedia: () => ({ matches: false, addEventListener() {} }) });
const { readParameters, isRoute, isTheme, isLanguage } = await load('web/embed/parameters.ts');
const { commandOf } = await load('web/embed/messages.ts');

const routes = ['', 'about/', 'ö/ä/', 'a..b/', 'a/..b/', 'a b/', 'a#b', 'x'.repeat(2000)];
const noRoutes = [
  ...['/about/', '\\about', '../', 'a/../b', 'a/..', '..', 'javascript:alert(1)', 'JavaScript:x', 'data:text/html,x'],
  ...['//evil.example/', 'http://evil.example', 'a?b', 'a\\b', 'a\nb', 'a\0b', 'a\x7fb', 'x'.repeat(2001)],
];

test('a route is a route of a hub and nothing else', () => {
  for (const route of routes) assert.ok(isRoute(route), route);
  for (const route of noRoutes) assert.ok(!isRoute(route), JSON.stringify(route));
});

test('themes and languages', () => {
  for (const theme of ['auto', 'light', 'dark']) assert.ok(isTheme(theme), theme);
  for (const theme of ['', 'pink', 'Dark', 'light ']) assert.ok(!isTheme(theme), theme);
  for (const tag of ['de', 'pt-BR', 'zh-Hant-TW', 'gsw']) assert.ok(isLanguage(tag), tag);
  for (const tag of ['', 'd', 'deutsch', 'de_AT', 'de-', '-de', 'de-AT-x', 'de\n']) assert.ok(!isLanguage(tag), tag);
});

test('a query gives what is allowed and names what is not', () => {
  const { values, problems } = readParameters(
    '?route=b%2F&theme=dark&lang=de&view=cards&origin=https%3A%2F%2Fa.example',
  );
  assert.deepEqual(Object.fromEntries(values), {
    route: 'b/',
    theme: 'dark',
    lang: 'de',
    view: 'cards',
    origin: 'https://a.example',
  });
  assert.deepEqual(problems, []);
});

test('what is unknown, said twice or means nothing is left out, each with a sentence', () => {
  for (const [query, sentence] of [
    ['colour=red', /"colour" is unknown/],
    ['__proto__=x', /"__proto__" is unknown/],
    ['toString=x', /"toString" is unknown/],
    ['route=../x', /route="..\/x" means nothing/],
    ['theme=pink', /theme="pink" means nothing/],
    ['view=list', /view="list" means nothing/],
    ['origin=https://a.example/', /origin=/],
    ['origin=https://a.example/path', /origin=/],
    ['origin=ftp://a.example', /origin=/],
    ['origin=https://', /origin=/],
    ['origin=*', /origin=/],
    [`x${'y'.repeat(500)}=1`, /^.{1,200}$/],
  ]) {
    const { values, problems } = readParameters(query);
    assert.equal(values.size, 0, query);
    assert.equal(problems.length, 1, query);
    assert.match(problems[0], sentence, query);
  }
  const twice = readParameters('theme=dark&theme=light');
  assert.equal(twice.values.get('theme'), 'dark');
  assert.match(twice.problems[0], /said twice/);
});

test('commands of the page around', () => {
  assert.deepEqual(commandOf({ hubglass: 1, type: 'hello' }), { hubglass: 1, type: 'hello' });
  assert.deepEqual(commandOf({ hubglass: 1, type: 'navigate', route: 'a/' }), {
    hubglass: 1,
    type: 'navigate',
    route: 'a/',
    id: '',
  });
  assert.equal(commandOf({ hubglass: 1, type: 'navigate', route: 'a/', id: 'b' }).id, 'b');
  assert.equal(commandOf({ hubglass: 1, type: 'theme', theme: 'dark' }).theme, 'dark');
  assert.equal(commandOf({ hubglass: 1, type: 'language', language: 'de' }).language, 'de');
  assert.equal(commandOf({ hubglass: 2, type: 'anything' }), 'other-version');
});

test('everything else is no command', () => {
  const inherited = Object.create({ hubglass: 1, type: 'hello' });
  const halfInherited = Object.assign(Object.create({ route: 'a/' }), { hubglass: 1, type: 'navigate' });
  for (const data of [
    ...[undefined, null, 1, 'hello', true, [], {}, inherited, halfInherited],
    ...[{ type: 'hello' }, { hubglass: '1', type: 'hello' }, { hubglass: 1 }, { hubglass: NaN, type: 'hello' }],
    ...[
      { hubglass: 1.5, type: 'hello' },
      { hubglass: 1, type: 'toString' },
      { hubglass: 1, type: ['hello'] },
    ],
    { hubglass: 1, type: 'hello', extra: 1 },
    { hubglass: 1, type: 'navigate' },
    { hubglass: 1, type: 'navigate', route: 1 },
    { hubglass: 1, type: 'navigate', route: { toString: () => 'a/' } },
    { hubglass: 1, type: 'navigate', route: 'javascript:alert(1)' },
    { hubglass: 1, type: 'navigate', route: 'a/', id: 'x'.repeat(501) },
    { hubglass: 1, type: 'theme', theme: 'pink' },
    { hubglass: 1, type: 'language', language: 'de_AT' },
    { hubglass: 1, type: 'theme', theme: 'dark', route: 'a/' },
  ]) {
    assert.equal(commandOf(data), undefined, JSON.stringify(data));
  }
});
