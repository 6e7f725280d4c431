// Which addresses are pages of a hub, and which address a page has.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { load, pretend } from './support/load.mjs';

const { Router, decodeFragment } = await load('web/router.ts');
const base = 'https://hub.example/a/';
const match = (address) => new Router(new URL(base), 'path').match(new URL(address, base));
let globals;
const at = (href) => {
  const { hash } = new URL(href);
  globals = pretend({ location: { href, hash } });
};
afterEach(() => globals?.undo());

test('pages of the hub are known by their path, with or without index.html', () => {
  for (const [address, route, fragment] of [
    ['', '', ''],
    ['index.html', '', ''],
    ['b/', 'b/', ''],
    ['b/index.html#c', 'b/', 'c'],
    ['b/my-index.html/', 'b/my-index.html/', ''],
    ['%C3%B6/#%C3%A4', 'ö/', 'ä'],
    ['b/?q=1#x', 'b/', 'x'],
    ['v1.2/', 'v1.2/', ''],
  ]) {
    assert.deepEqual(match(address), { route, fragment }, address);
  }
});

test('what is another site, above the hub, a file or damaged is none of its pages', () => {
  for (const address of [
    'https://other.example/a/b/',
    'http://hub.example/a/b/',
    'https://hub.example:8443/a/',
    '../b/',
    'https://hub.example/a',
    'https://hub.example/ab/',
    'report.pdf',
    'b/c.PNG',
    'b/%FF/',
    'mailto:a@hub.example',
  ]) {
    assert.equal(match(address), undefined, address);
  }
});

test('a fragment keeps its directives and survives damage', () => {
  for (const [hash, fragment] of [
    ['#a', 'a'],
    ['a%20b', 'a b'],
    ['#a:~:text=x%2Cy,-z', 'a:~:text=x%2Cy,-z'],
    ['#:~:text=x', ':~:text=x'],
    ['#%E0%A4%A', '%E0%A4%A'],
    ['', ''],
  ]) {
    assert.equal(decodeFragment(hash), fragment, hash);
  }
});

test('here: by path, behind the hash, or nowhere', () => {
  at('https://hub.example/a/b/#c');
  assert.deepEqual(new Router(new URL(base), 'path').here(), { route: 'b/', fragment: 'c' });
  assert.equal(new Router(new URL(base), 'memory').here(), undefined);
  assert.equal(new Router(new URL(base), 'hash').here(), undefined);
  at('https://portal.example/page?x#/b/%C3%B6/#c%20d');
  assert.deepEqual(new Router(new URL(base), 'hash').here(), { route: 'b/ö/', fragment: 'c d' });
  at('https://portal.example/page#/%FF');
  assert.equal(new Router(new URL(base), 'hash').here(), undefined);
});

test('an address leads back to the place that it was made of', () => {
  const places = [
    ['', ''],
    ['b/c/', ''],
    ['ö b/', 'ä ö'],
    ['b/', 'x#y'],
    ['b/', '100%'],
  ];
  for (const [route, fragment] of places) {
    const path = new Router(new URL(base), 'path');
    assert.deepEqual(path.match(new URL(path.address(route, fragment))), { route, fragment });
    at('https://portal.example/page?x#/old/');
    const hash = new Router(new URL(base), 'hash');
    const address = hash.address(route, fragment);
    assert.ok(address.startsWith('https://portal.example/page?x#/'), address);
    at(address);
    assert.deepEqual(hash.here(), { route, fragment });
  }
});

test('what a link says about the text is no part of the address', () => {
  assert.equal(new Router(new URL(base), 'path').address('b/', 'c:~:text=d'), `${base}b/#c`);
  assert.equal(new Router(new URL(base), 'path').link('b/'), `${base}b/`);
});
