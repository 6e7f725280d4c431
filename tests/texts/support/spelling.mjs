// Spelling, by hunspell, with lists of the words that are right all the same: names and terms of art.

import { spawnSync } from 'node:child_process';

export const dictionaries = { en: 'en_GB', de: 'de_DE', fr: 'fr_FR' };

/** Whether hunspell and a dictionary are installed. */
export function hasDictionary(name) {
  const result = spawnSync('hunspell', ['-D'], { encoding: 'utf8', input: '' });
  return !result.error && result.stderr.split('\n').some((line) => line.trim().endsWith(`/${name}`));
}

const addressPattern = /\S*(:\/\/|@)\S*|[\w-]+(\.[\w-]+)*\.[a-z]{2,}\b(\/\S*)?/giu;

/** The parts of a word between hyphens; those that the list has in one stay in one. */
function partsOf(word, listed) {
  for (let end = word.length; end > 0; end = word.lastIndexOf('-', end - 1)) {
    const start = word.slice(0, end);
    if (listed.has(start)) return [start, ...partsOf(word.slice(end + 1), listed)];
  }
  const [first, ...rest] = word.split('-');
  return rest.length === 0 ? [first] : [first, ...partsOf(rest.join('-'), listed)];
}

/** The words of a text, without addresses. */
export function wordsToSpell(text, listed = new Set()) {
  const words = [];
  for (const [token] of text
    .replace(addressPattern, ' ')
    .replaceAll('’', "'")
    .matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'-]*/gu)) {
    words.push(...partsOf(token.replace(/['-]+$/, ''), listed));
  }
  return words
    .map((word) => word.replace(/^'+|'+$/g, ''))
    .filter((word) => /\p{L}/u.test(word) && !/^\p{N}+(st|nd|rd|th|s)?$/u.test(word));
}

/** Those of the words that hunspell does not know. @param {Iterable<string>} words */
export function unknownWords(words, dictionary) {
  const unique = [...new Set(words)];
  // -l, as the other ways to ask work out suggestions, which takes minutes for German.
  const result = spawnSync('hunspell', ['-l', '-i', 'utf-8', '-d', dictionary], {
    encoding: 'utf8',
    input: unique.join('\n'),
    maxBuffer: 1 << 26,
  });
  if (result.error || result.status !== 0) {
    throw new Error(`hunspell with ${dictionary} does not run: ${result.error?.message ?? result.stderr}`);
  }
  // What hunspell takes for several words, it answers in parts.
  const parts = new Set(result.stdout.split('\n'));
  return new Set(
    unique.filter(
      (word) => parts.has(word) || word.split(/[^\p{L}\p{M}]+/u).some((part) => part !== '' && parts.has(part)),
    ),
  );
}

/** A list of words: one a line, `#` begins a comment. */
export function readWordList(text) {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter(Boolean);
}

/** What is wrong with a list: lines out of order, words twice, and those that nothing needs. */
export function listProblems(list, needed) {
  const problems = [];
  list.forEach((word, index) => {
    const before = list[index - 1];
    if (before !== undefined && compareWords(before, word) > 0) problems.push(`'${word}' belongs before '${before}'`);
    if (before === word) problems.push(`'${word}' stands twice`);
    else if (!needed.has(word)) problems.push(`'${word}' is not needed; delete it`);
  });
  return problems;
}

/** By letter, small and capital ones together. */
export function compareWords(a, b) {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left !== right) return left < right ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}

/** "l'EDIC" -> "EDIC". */
export function withoutElision(word) {
  return word.replace(/^(l|d|n|s|j|c|m|t|qu|jusqu|lorsqu)'(?=.)/i, '');
}

/** The forms in which a list may have a word: as it stands, without a genitive's 's, without an elided article. */
export function baseForms(word) {
  return [word, word.replace(/'s?$/, ''), withoutElision(word)];
}
