// Text directives of addresses, as browsers write them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './support/load.mjs';

const { passagesOf } = await load('web/passages.ts');
const passage = (start, end = '', prefix = '', suffix = '') => ({ prefix, start, end, suffix });

test('each form of a directive', () => {
  for (const [directives, passages] of [
    ['text=word', [passage('word')]],
    ['text=two%20words', [passage('two words')]],
    ['text=from,to', [passage('from', 'to')]],
    ['text=before-,word', [passage('word', '', 'before')]],
    ['text=word,-behind', [passage('word', '', '', 'behind')]],
    ['text=before-,from,to,-behind', [passage('from', 'to', 'before', 'behind')]],
    ['text=a%2Cb%2Dc%26d', [passage('a,b-c&d')]],
    ['text=one&text=two', [passage('one'), passage('two')]],
    ['other=1&text=%C3%B6', [passage('ö')]],
  ]) {
    assert.deepEqual(passagesOf(directives), passages, directives);
  }
});

test('what is no directive, empty or damaged gives no passage', () => {
  for (const directives of [
    '',
    'text',
    'text=',
    'word',
    'text=,',
    'text=%FF',
    'text=%',
    'text=a-,',
    'Text=a',
    'text=-b',
  ]) {
    assert.deepEqual(passagesOf(directives), [], directives);
  }
  assert.deepEqual(passagesOf('text=%FF&text=good'), [passage('good')]);
});
