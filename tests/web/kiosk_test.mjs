// What a kiosk decides: its settings, its restarts, its language.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, pretend } from './support/load.mjs';

const { readSettings, defaults } = await load('web/kiosk/settings.ts');
const { wordsOf } = await load('web/kiosk/words.ts');
const minute = 60_000;

test('settings: what is right holds, what is wrong is named and left as usual', () => {
  const all = {
    ...defaults,
    idle_seconds: 5,
    countdown_seconds: 120,
    tour: false,
    theme: 'dark',
    service_code: '1234',
  };
  assert.deepEqual(readSettings(JSON.stringify(all), 'f'), { settings: all, problems: [] });
  for (const [key, value] of [
    ['idle_seconds', 4],
    ['idle_seconds', 3601],
    ['idle_seconds', 10.5],
    ['idle_seconds', '60'],
    ['countdown_seconds', 2],
    ['stop_seconds', 301],
    ['update_minutes', 0],
    ['memory_megabytes', 63],
    ['tour', 'yes'],
    ['low_navigation', 1],
    ['start', 'x'.repeat(500)],
    ['language', null],
    ['theme', 'pink'],
    ['service_code', '123'],
    ['service_code', '1234567890123'],
    ['service_code', 1234],
    ['service_code', '12a4'],
  ]) {
    const { settings, problems } = readSettings(JSON.stringify({ [key]: value }), 'f');
    assert.deepEqual(settings, defaults, key);
    assert.equal(problems.length, 1, key);
    assert.match(problems[0], new RegExp(`^f: "${key}" must be `));
  }
});

test('settings: a file that is none leaves all as usual', () => {
  for (const [source, sentence] of [
    ['{"idle_seconds": 30,', /is not JSON/],
    ['', /is not JSON/],
    ['[]', /must hold an object/],
    ['null', /must hold an object/],
    ['7', /must hold an object/],
    ['{"colour": 1}', /"colour" is not known/],
    ['{"__proto__": {"tour": false}}', /"__proto__" is not known/],
    ['{"toString": 1}', /"toString" is not known/],
  ]) {
    const { settings, problems } = readSettings(source, 'f');
    assert.deepEqual(settings, defaults, source);
    assert.equal(problems.length, 1, source);
    assert.match(problems[0], sentence);
  }
});

test('restarts wait longer each time, and six in an hour are enough', async () => {
  const kept = new Map();
  const globals = pretend({
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
