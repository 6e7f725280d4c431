// How easily a page reads: Flesch reading ease of its prose. 45 and more is what B2 readers manage.
//
// Prose is paragraphs and list items. Aside: headings, tables, code, pictures, list items and paragraphs that are links
// only, and what has no verb to it: passages of fewer than four words and labels.

import { syllable } from 'syllable';

export const leastEase = 45;

const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/** The sentences of a page's prose, each as its words. @param {{passages: import('./pages.mjs').Passage[]}} page */
export function sentencesOf({ passages }) {
  const sentences = [];
  for (const { tag, inTable, parts } of passages) {
    if (inTable || /^(h[1-6]|pre|alt|summary)$/.test(tag)) continue;
    if (parts.every(({ kind, text }) => (kind !== 'text' && kind !== 'emphasis') || !/[\p{L}\p{N}]/u.test(text)))
      continue;
    const text = parts
      .filter(
        ({ kind, text: words }, index) => kind !== 'code' && !(kind === 'strong' && index === 0 && /:\s*$/.test(words)),
      )
      .map(({ text: words }) => words)
      .join('');
    for (const sentence of text.split(/(?<=[.!?:;])\s+/u)) {
      const words = sentence.match(wordPattern) ?? [];
      if (words.length >= 4) sentences.push(words);
    }
  }
  return sentences;
}

/** Flesch reading ease (Flesch 1948); NaN without sentences. */
export function readingEase(sentences) {
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 206.835 - 1.015 * (words.length / sentences.length) - 84.6 * (syllables / words.length);
}
