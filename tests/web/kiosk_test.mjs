// What a kiosk decides: its settings, its restarts, its language.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, pretend } from './support/load.mjs';

const { wordsOf } = await load('web/kiosk/words.ts');
const minute = 60_000;

/** As the press writes them into the page (src/cli/site/kiosk_settings.cpp). */
const rules = [
  { key: 'idle_seconds', value: 90, must: 'a whole number', least: 5, most: 3600 },
  { key: 'tour', value: true, must: 'true or false' },
  { key: 'start', value: '', must: 'a route' },
  { key: 'theme', value: 'auto', must: 'a theme', pattern: '^(?:auto|light|dark)$' },
  { key: 'service_code', value: '', must: 'four to twelve digits', pattern: '^(?:|[0-9]{4,12})$' },
  { key: 'menu', value: [], must: 'a list of routes' },
];
const usual = Object.fromEntries(rules.map(({ key, value }) => [key, value]));

/** What a kiosk makes of an answer, after those before it. */
async function settingsAfter(...answers) {
  const kept = new Map();
  const globals = pretend({
    document: {
      baseURI: 'http://kiosk.example/kiosk/',
      querySelector: () => ({ dataset: { settings: JSON.stringify(rules) } }),
    },
    localStorage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) },
    fetch: async () => answers.shift(),
  });
  try {
    let last;
    while (answers.length > 0) {
      const { loadSettings } = await load('web/kiosk/settings.ts');
      last = await loadSettings();
    }
    return { settings: { ...last.settings }, problems: last.problems };
  } finally {
    globals.undo();
  }
}

const answer = (body, status = 200) =>
  new globalThis.Response(typeof body === 'string' ? body : JSON.stringify(body), { status });

test('settings: what is right holds, what is wrong is named and left as it was', async () => {
  const all = { idle_seconds: 5, tour: false, start: 'a/', theme: 'dark', service_code: '1234', menu: ['a/', 'b/'] };
  assert.deepEqual(await settingsAfter(answer(all)), { settings: all, problems: [] });
  for (const [key, value] of [
    ['idle_seconds', 4],
    ['idle_seconds', 3601],
    ['idle_seconds', 10.5],
    ['idle_seconds', '60'],
    ['tour', 'yes'],
    ['start', 'x'.repeat(500)],
    ['start', null],
    ['theme', 'pink'],
    ['service_code', '123'],
    ['service_code', '1234567890123'],
    ['service_code', 1234],
    ['service_code', '12a4'],
    ['menu', 'a/'],
    ['menu', [1]],
  ]) {
    const { settings, problems } = await settingsAfter(answer({ [key]: value }));
    assert.deepEqual(settings, usual, key);
    assert.equal(problems.length, 1, key);
    assert.match(problems[0], new RegExp(`"${key}" must be `));
  }
});

test('settings: the last that could be read hold, whatever comes instead', async () => {
  const wanted = { ...usual, service_code: '4711', theme: 'dark' };
  const good = () => answer({ service_code: '4711', theme: 'dark' });
  for (const [instead, sentence] of [
    [() => answer('<!doctype html><title>Sign in</title>'), /is not JSON/],
    [() => answer(''), /is not JSON/],
    [() => answer('[]'), /must hold an object/],
    [() => answer('null'), /must hold an object/],
    [() => answer('{}', 502), /answers 502/],
    [() => answer('{}', 404), /answers 404/],
    [() => answer('{"service_code": "no"}'), /"service_code" must be/],
    [() => answer('{"colour": 1}'), /"colour" is not known/],
    [() => answer('{"__proto__": {"tour": false}}'), /"__proto__" is not known/],
    [() => answer('{"toString": 1}'), /"toString" is not known/],
  ]) {
    const { settings, problems } = await settingsAfter(good(), instead(), instead());
    assert.deepEqual(settings, wanted);
    assert.equal(problems.length, 1);
    assert.match(problems[0], sentence);
  }
});

test('restarts wait longer each time, and six in an hour are enough', async () => {
  const kept = new Map();
  const globals = pretend({
    document: { baseURI: 'http://kiosk.example/kiosk/' },
    matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
    localStorage: { getItem: (key) => kept.get(key) ?? null },
    hubglassKioskClock: { now: () => 0, date: () => 1000 * minute, after: () => () => undefined },
  });
  try {
    const { mayRestart, restarts } = await load('web/kiosk/watchdog.ts');
    const { ownKeys } = await load('web/kiosk/hub.ts');
    for (const [minutesAgo, again] of [
      [[], true],
      [[0.5], false],
      [[0.99], false],
      [[1], true],
      [[1.5], true],
      [[3, 1.5], false],
      [[5, 2], true],
      [[5, 2.5], true],
      [[50, 20, 3.9], false],
      [[50, 20, 7], true],
      [[50, 40, 30, 7.9], false],
      [[50, 40, 30, 8], true],
      [[59, 58, 56, 52, 17], true],
      [[59, 58, 56, 52, 44, 30], false],
      [[70, 58, 56, 52, 44, 30], true],
      [[61, 0.5], false],
      [[-1], true], // a clock that was set back
    ]) {
      kept.set(`${ownKeys}-restarts`, JSON.stringify(minutesAgo.map((minutes) => (1000 - minutes) * minute)));
      assert.equal(mayRestart(restarts(), 1000 * minute), again, minutesAgo.join(', '));
    }
    for (const damaged of ['{', '7', '{"length": 3}', '["1", null]']) {
      kept.set(`${ownKeys}-restarts`, damaged);
      assert.deepEqual(restarts(), [], damaged);
    }
  } finally {
    globals.undo();
  }
});

test('a kiosk speaks the language of the hub where it knows it, and says as much in each', () => {
  const [english, german, french] = ['en', 'de-AT', 'FR'].map(wordsOf);
  assert.equal(wordsOf('pl'), english);
  assert.equal(wordsOf(''), english);
  for (const words of [german, french]) {
    assert.notEqual(words, english);
    assert.deepEqual(Object.keys(words), Object.keys(english));
    assert.ok(Object.values(words).every((text) => text.length > 0));
  }
});
