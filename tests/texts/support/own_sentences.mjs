// Whether the sentences are our own: the longest run of words that a page shares with the texts it took its facts from.
//
// Aside, each ends a run: headings; the texts of links; code; the names of the hub's pages, clusters and initiatives
// (titles in hub.json and the ## headings of the clusters' pages); bold labels (bold text that ends a clause with a
// colon or begins a block); titles in italics, which begin with a capital letter or a digit; and lists of names (a block of three or more parts between commas that all begin with a
// capital letter or a digit, as "Topics" has them).

import { plainWords } from './pages.mjs';

export const longestAllowed = 8; // words

const pause = Symbol('pause');

/** Names that may be shared. `hub` is the parsed hub.json. @param {import('./pages.mjs').Page[]} pages */
export function namesOf(hub, pages) {
  const names = [hub.title];
  const collect = (items) => {
    for (const item of items ?? []) {
      names.push(item.title);
      collect(item.children);
    }
  };
  collect(hub.nav);
  collect(hub.clusters);
  const clusterPages = new Set((hub.clusters ?? []).map(({ page }) => page));
  for (const { file, passages } of pages) {
    if (![...clusterPages].some((page) => file.endsWith(`/${page}`))) continue;
    for (const { tag, parts } of passages) if (tag === 'h2') names.push(parts.map(({ text }) => text).join(''));
  }
  return names.filter(Boolean).map(plainWords);
}

function isListOfNames(text) {
  const parts = text.replace(/[.]$/, '').split(/,|\band\b/);
  return (
    parts.length >= 3 && parts.every((part) => /^\s*(the\s+)?[\p{Lu}\p{N}]/u.test(part) && plainWords(part).length < 7)
  );
}

/** A passage as words and pauses. */
function sequenceOf({ tag, parts }, names) {
  if (/^h[1-6]$/.test(tag)) return [];
  const sequence = [];
  parts.forEach(({ kind, text }, index) => {
    const label =
      kind === 'strong' && (index === 0 || /:\s*$/.test(text) || /^\s*:/.test(parts[index + 1]?.text ?? ''));
    const title = kind === 'emphasis' && /^\s*[\p{Lu}\p{N}]/u.test(text);
    if (kind === 'link' || kind === 'code' || label || title || isListOfNames(text)) sequence.push(pause);
    else sequence.push(...plainWords(text));
  });
  for (const name of names) {
    for (let at = 0; at + name.length <= sequence.length; at += 1) {
      if (name.every((word, i) => sequence[at + i] === word)) sequence.splice(at, name.length, pause);
    }
  }
  return sequence;
}

/** Where each run of `size` words stands first. @param {{file: string, text: string}[]} texts */
function indexRuns(texts, size) {
  const index = new Map();
  texts.forEach(({ words }, text) => {
    for (let at = 0; at + size <= words.length; at += 1) {
      const key = words.slice(at, at + size).join(' ');
      if (!index.has(key)) index.set(key, []);
      index.get(key).push({ text, at });
    }
  });
  return index;
}

/**
 * The longest run that each page shares with the texts. O(words × places a run of three stands in).
 * @param {import('./pages.mjs').Page[]} pages
 * @param {{file: string, text: string}[]} texts
 * @returns {{page: string, words: number, run: string, from: string}[]}
 */
export function longestRuns(pages, texts, names) {
  const shortest = 3;
  const known = texts.map(({ file, text }) => ({ file, words: plainWords(text) }));
  const index = indexRuns(known, shortest);
  return pages.map((page) => {
    let longest = { page: page.file, words: 0, run: '', from: '' };
    for (const passage of page.passages) {
      const words = sequenceOf(passage, names);
      for (let at = 0; at + shortest <= words.length; at += 1) {
        if (words.slice(at, at + shortest).includes(pause)) continue;
        for (const place of index.get(words.slice(at, at + shortest).join(' ')) ?? []) {
          const other = known[place.text].words;
          let size = shortest;
          while (at + size < words.length && words[at + size] === other[place.at + size]) size += 1;
          if (size > longest.words) {
            longest = {
              page: page.file,
              words: size,
              run: words.slice(at, at + size).join(' '),
              from: known[place.text].file,
            };
          }
        }
      }
    }
    return longest;
  });
}
