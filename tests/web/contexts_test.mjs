// Which hubs of a page may draw: browsers give it a dozen contexts.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { load, pretend } from './support/load.mjs';

let globals;
let Share;
let observers;
const page = (top) => ({ getBoundingClientRect: () => ({ top, bottom: top + 400, left: 0, right: 800 }) });

beforeEach(async () => {
  observers = [];
  class IntersectionObserver {
    constructor(told, options) {
      observers.push({ told, wide: Boolean(options) });
    }
    observe() {}
    disconnect() {}
  }
  globals = pretend({ innerWidth: 800, innerHeight: 600, IntersectionObserver });
  ({ Share } = await load('web/contexts.ts'));
});
afterEach(() => globals.undo());

/** A hub at `top` px of the window that wants `needs` contexts. */
function hub(top, needs, wakes = true) {
  const ending = new AbortController();
  const told = { plain: undefined, rested: 0, refused: 0, end: () => ending.abort() };
  told.share = new Share(page(top), needs, ending.signal, () => (told.refused += 1));
  told.viewer = {
    rest: () => (told.rested += 1),
    wake: () => wakes,
    setPlain: (why, plain) => (told.plain = plain),
  };
  return told;
}

test('hubs near the view get contexts, the nearest first, and no more than there are', () => {
  const hubs = [1300, 100, 700, 900, 5000].map((top) => hub(top, 4));
  for (const one of hubs) one.share.steer(one.viewer);
  assert.deepEqual(
    hubs.map(({ share }) => share.contexts),
    [0, 4, 4, 4, 0],
  );
  assert.equal(hubs[0].plain, true, 'near but crowded out: shown as a plain page');
  assert.equal(hubs[4].plain, false, 'far away: nothing to show');
  assert.ok(hubs[4].rested > 0);
});

test('what a hub gives back goes to the next', () => {
  const hubs = [0, 100, 200, 300].map((top) => hub(top, 4));
  for (const one of hubs) one.share.steer(one.viewer);
  assert.equal(hubs[3].share.holds, false);
  hubs[1].end();
  assert.equal(hubs[3].share.holds, true);
  assert.equal(hubs[3].plain, false);
  const held = () => [0, 2, 3].map((index) => hubs[index].share.contexts);
  hubs[0].share.change(9);
  assert.deepEqual(held(), [9, 0, 0], 'the nearest comes first');
  hubs[0].share.change(13);
  assert.deepEqual(held(), [0, 4, 4], 'more than there are goes to nobody');
});

test('a hub that came near draws; one that is far gone rests', () => {
  const far = hub(5000, 4);
  far.share.steer(far.viewer);
  assert.equal(far.share.holds, false);
  const { told } = observers.find(({ wide }) => wide);
  told([{ isIntersecting: true }]);
  assert.equal(far.share.holds, true);
  told([{ isIntersecting: true }, { isIntersecting: false }]);
  assert.equal(far.share.holds, false);
});

test('a browser that has no context to give is told of', () => {
  const one = hub(0, 4, false);
  one.share.steer(one.viewer);
  assert.ok(one.refused > 0);
});
