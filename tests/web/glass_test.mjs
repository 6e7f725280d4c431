// What of the page the canvas holds, how fast it flies past, and what is told about it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './support/load.mjs';

const { canvasArea, covers } = await load('web/canvas-area.ts');
const { Pace } = await load('web/pace.ts');
const { statisticsOf, parseFragments } = await load('web/statistics.ts');

const place = { left: 200, right: 1000, height: 10_000 };
const limits = { width: 16_384, height: 16_384, pixels: 268_000_000 };
const view = (top, left = 0, width = 1200, height = 800) => ({ top, left, width, height });

test('the canvas holds what is seen, is no wider than the content and lies within the page', () => {
  for (const top of [0, 1, 500, 5000, 9199, 9200]) {
    for (const motion of [-1, 0, 1]) {
      for (const views of [1, 1.5, 3]) {
        const area = canvasArea(view(top), place, views, motion, 2, limits);
        const about = JSON.stringify({ top, motion, views, area });
        assert.ok(area.top >= 0 && area.top <= top && area.top + area.height >= top + 800, about);
        assert.ok(area.top + area.height <= place.height, about);
        assert.ok(area.left >= place.left - 48 && area.left + area.width <= place.right + 48, about);
        if (views === 3) assert.ok(covers(area, view(top), place), about);
      }
    }
  }
});

test('more of it lies where the scrolling goes', () => {
  const above = (motion) => 5000 - canvasArea(view(5000), place, 3, motion, 1, limits).top;
  assert.ok(above(1) < above(0) && above(0) < above(-1));
  assert.equal(above(0), 800);
});

test('a phone is not asked for more pixels than it has', () => {
  for (const scale of [1, 2, 4]) {
    const area = canvasArea(view(5000), place, 9, 1, scale, limits);
    assert.ok(area.width * area.height * scale * scale <= 16_000_000 + 1, String(scale));
    assert.ok(area.width >= 1 && area.height >= 1);
  }
});

test('what cannot be held is not half held', () => {
  const small = { width: 2048, height: 2048, pixels: 4_000_000 };
  assert.equal(canvasArea(view(5000), place, 3, 0, 4, small), undefined);
  const held = canvasArea(view(5000), place, 3, 0, 1, small);
  assert.ok(held.height <= 2048 && held.width <= 2048 && covers(held, view(5000), place));
});

test('a short page and a view beside the content still give a canvas', () => {
  const short = canvasArea(view(0), { ...place, height: 300 }, 3, 0, 1, limits);
  assert.deepEqual([short.top, short.height], [0, 300]);
  const beside = canvasArea(view(0, 3000, 400), place, 3, 0, 1, limits);
  assert.ok(beside.width >= 1 && beside.height >= 1);
});

test('covering asks for a margin, but never beyond the page', () => {
  const shown = { top: 1000, left: 152, width: 896, height: 1000 };
  assert.ok(covers(shown, view(1100), place));
  assert.ok(!covers(shown, view(1000 + 50), place), 'less than the margin above');
  assert.ok(!covers(shown, view(1150), place), 'less than the margin below');
  assert.ok(!covers({ ...shown, left: 300 }, view(1100), place), 'the content begins before it');
  assert.ok(!covers({ ...shown, width: 700 }, view(1100), place), 'the content ends behind it');
  assert.ok(covers({ ...shown, top: 0, height: 1000 }, view(0), place), 'the top of the page');
  assert.ok(covers({ ...shown, top: 9000, height: 1000 }, view(9200), place), 'the end of the page');
});

test('a page flies after two leaps in a row, and no longer once it rests', () => {
  const pace = new Pace();
  pace.moved(0, 1000);
  assert.ok(!pace.flies(1000));
  pace.moved(2000, 1016);
  assert.ok(!pace.flies(1016), 'one jump is a reader who looks there');
  pace.moved(4000, 1032);
  assert.ok(pace.flies(1033));
  assert.ok(!pace.flies(1132), 'it rests');
  pace.moved(4010, 1040);
  assert.ok(!pace.flies(1041), 'it goes on slowly');
  pace.moved(9000, 1050);
  pace.moved(14_000, 3000);
  assert.ok(!pace.flies(3001), 'two jumps far apart');
});

test('the numbers of all surfaces together', () => {
  const surfaces = [Float64Array.of(3, 9, 1.5, 10, 100, 1000), Float64Array.of(2, 9, 0.5, 5, 50, 500)];
  const times = Array.from({ length: 100 }, (_, i) => 100 - i);
  assert.deepEqual(statisticsOf(surfaces, times, 7, 8, 2), {
    frames: 5,
    lastFrameMs: 1,
    p95FrameMs: 96,
    submitMs: 2,
    drawCalls: 15,
    vertices: 150,
    mirrorNodes: 7,
    atlasBytes: 1500,
    wasmBytes: 8,
    contexts: 2,
  });
  const none = statisticsOf([], [], 0, 0, 0);
  assert.ok(Object.values(none).every((value) => value === 0));
});

test('fragments are read line by line and moved to their region', () => {
  assert.deepEqual(parseFragments('1 2 30 40 50\tWords and more\n0.5 0 1 1 1\t\n', 1, 100, 1000), [
    { x: 101, y: 1002, width: 30, height: 40, baseline: 1050, text: 'Words and more' },
    { x: 100.5, y: 1000, width: 1, height: 1, baseline: 1001, text: '' },
  ]);
  assert.deepEqual(parseFragments('', 1, 1, 2), []);
});
