// Each check of the texts finds what it is for.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { initiativeProblems, longestSummary, missingPages, wantedInitiatives } from './support/initiatives.mjs';
import { linkProblem } from './support/links.mjs';
import { longestRuns, namesOf } from './support/own_sentences.mjs';
import { placeOf, readHtml, readPage } from './support/pages.mjs';
import { leastEase, readingEase, sentencesOf } from './support/readability.mjs';
import * as spelling from './support/spelling.mjs';

const page = (html, file = 'content/page.md') => ({ file, language: 'en', source: html, ...readHtml(html) });

test('a page is read as the hubglass command shows it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hubglass-texts-'));
  try {
    const path = join(folder, 'one.de.md');
    writeFileSync(
      path,
      '---\ntitle: T\n---\n# Eins\n\nEin *Wort* und `Code`.\n\n*[EU]: nicht zu sehen\n\n- ein [Link](zwei.md)\n',
    );
    const read = readPage(path, folder);
    assert.equal(read.file, 'one.de.md');
    assert.equal(read.language, 'de');
    assert.deepEqual(read.links, ['zwei.md']);
    assert.deepEqual(
      read.passages.map(({ tag, parts }) => [tag, parts.map(({ kind, text }) => `${kind}:${text.trim()}`).join('|')]),
      [
        ['h1', 'text:Eins'],
        ['p', 'text:Ein|emphasis:Wort|text:und|code:Code|text:.'],
        ['div', 'text:ein|link:Link'],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const corpus = [
  { file: 'first.md', text: 'Other words.' },
  { file: 'facts.md', text: 'It says: the twin takes in data from many sources and shows what is going on.' },
];

test('a borrowed sentence is found, with the file it comes from', () => {
  const copied = page('<p>So, the twin takes in data from <em>many</em> Sources, and shows what happens.</p>');
  const [run] = longestRuns([copied], corpus, []);
  assert.deepEqual(run, {
    page: 'content/page.md',
    words: 11,
    run: 'the twin takes in data from many sources and shows what',
    from: 'facts.md',
  });
});

test('names, headings, links, labels, titles and code end a run', () => {
  for (const html of [
    '<h2>the twin takes in data from many sources and shows</h2>',
    '<p>the twin takes in <a href="x">data from many</a> sources and shows</p>',
    '<p>the twin takes in <code>data</code> from many sources and shows</p>',
    '<p>the twin takes in <em>Data</em> from many sources and shows</p>',
    '<p><strong>the twin takes in:</strong> data from many sources and shows</p>',
    '<p>the twin takes in</p><p>data from many sources and shows</p>',
  ]) {
    const [run] = longestRuns([page(html)], corpus, []);
    assert.ok(run.words <= 6, `${run.words} words in ${html}`);
  }
  const hub = { title: 'Hub', nav: [{ title: 'Takes In' }], clusters: [{ title: 'Data', page: 'page.md' }] };
  const pages = [page('<h2>Many Sources</h2><p>the twin takes in data from many sources and shows what is</p>')];
  const names = namesOf(hub, pages);
  assert.deepEqual(names, [['hub'], ['takes', 'in'], ['data'], ['many', 'sources']]);
  assert.equal(longestRuns(pages, corpus, names)[0].words, 4);
});

test('hard prose is told from easy prose', () => {
  const easy = page('<p>You can start with the plan. It shows what to do next. We made it with three towns.</p>');
  const hard = page(
    '<p>Organisational interoperability necessitates comprehensive harmonisation of administrative responsibilities ' +
      'across heterogeneous institutional constituencies, notwithstanding jurisdictional particularities.</p>',
  );
  assert.ok(readingEase(sentencesOf(easy)) > leastEase + 20);
  assert.ok(readingEase(sentencesOf(hard)) < leastEase);
});

test('only prose is measured', () => {
  const { length } = sentencesOf(
    page(
      '<h2>One heading of several words</h2><table><tr><td>One cell of several words</td></tr></table>' +
        '<pre><code>one line of code here</code></pre><ul><li><a href="x">One link of several words</a></li></ul>' +
        '<p>Only this one is a sentence. Not this.</p>',
    ),
  );
  assert.equal(length, 1);
});

test(
  'American and misspelt words are found, listed ones are not',
  { skip: !spelling.hasDictionary('en_GB') && 'no hunspell' },
  () => {
    const text =
      'The color of the centre’s harbour, NGSI-LD-based, twenty-one, 21st, https://exmaple.org/colr, a@bcde.eu, colr.org';
    const words = spelling.wordsToSpell(text, new Set(['NGSI-LD']));
    assert.deepEqual(words, ['The', 'color', 'of', 'the', "centre's", 'harbour', 'NGSI-LD', 'based', 'twenty', 'one']);
    assert.deepEqual([...spelling.unknownWords(words, 'en_GB')], ['color', 'NGSI-LD']);
  },
);

for (const [language, wrong, right] of [
  ['de', 'Datenruam', 'Datenräume'],
  ['fr', 'doneés', 'données'],
]) {
  const dictionary = spelling.dictionaries[language];
  test(
    `misspelt words are found: ${language}`,
    { skip: !spelling.hasDictionary(dictionary) && `no ${dictionary}` },
    () => {
      assert.deepEqual([...spelling.unknownWords([wrong, right], dictionary)], [wrong]);
    },
  );
}

test('a listed name is found in a genitive and behind an elided article', () => {
  assert.ok(spelling.baseForms("DUET's").includes('DUET'));
  assert.ok(spelling.baseForms("l'EDIC").includes('EDIC'));
  assert.equal(spelling.withoutElision("aujourd'hui"), "aujourd'hui");
});

test('a list of words is in order, without doubles, and without what nobody needs', () => {
  const list = spelling.readWordList('# names\nBeta # why\nalpha\nalpha\n\nGamma\n');
  assert.deepEqual(spelling.listProblems(list, new Set(['alpha', 'Beta'])), [
    "'alpha' belongs before 'Beta'",
    "'alpha' stands twice",
    "'Gamma' is not needed; delete it",
  ]);
  assert.deepEqual(spelling.listProblems(['alpha', 'Beta'], new Set(['alpha', 'Beta'])), []);
});

test('a finding names the line of the word, not of a longer one', () => {
  assert.equal(placeOf('a.md', 'teststand\n\nthe test\n', 'test'), 'a.md:3');
  assert.equal(placeOf('a.md', 'it’s', "it's"), 'a.md:1');
  assert.equal(placeOf('a.md', 'nothing', 'test'), 'a.md');
});

test('external links must be whole https addresses', () => {
  for (const href of [
    'http://example.org/',
    'https://exa mple.org/',
    'https://example/',
    'https://example.org/a b',
    'https://example.org/x.',
    'https://user:word@example.org/',
    'https:///x',
    'javascript:alert(1)',
    'ftp://example.org/',
    'mailto:nobody',
    'tel:now',
  ]) {
    assert.match(linkProblem(href) ?? 'nothing found', /correct|must|encode|take it out/, href);
  }
  for (const href of [
    'https://www.example.org/a/?b=c#d',
    'mailto:a.b@example.eu',
    'tel:+49-1',
    'page.md#x',
    '#x',
    '/y',
  ]) {
    assert.equal(linkProblem(href), undefined, href);
  }
  assert.equal(linkProblem('http://example.org/', { 'http://example.org/': 'it has nothing else' }), undefined);
});

test('initiatives must be there, whole and short', () => {
  const fields = Object.fromEntries(
    [
      'short_description',
      'key_role',
      'relevance',
      'resources',
      'website',
      'contact',
      'topics',
      'programme',
      'years',
    ].map((field) => [field, 'Not stated.']),
  );
  const whole = {
    initiatives: Array.from({ length: wantedInitiatives }, (_, i) => ({
      id: `i${i}`,
      name: `I${i}`,
      summary: 'ü'.repeat(longestSummary),
      route: `i${i}/`,
      fields: { ...fields },
    })),
  };
  assert.deepEqual(initiativeProblems(whole), []);
  const broken = JSON.parse(JSON.stringify(whole));
  broken.initiatives.pop();
  broken.initiatives[0].summary += 'x';
  broken.initiatives[1].fields.contact = ' ';
  delete broken.initiatives[2].fields.years;
  broken.initiatives[3].id = 'i0';
  assert.deepEqual(
    initiativeProblems(broken).map((problem) => problem.slice(0, 40)),
    [
      'there are 22 initiatives, not 23; each h',
      "the summary of 'I0' has 161 characters; ",
      "'I1' says nothing as contact; fill it, o",
      "'I2' says nothing as years; fill it, or ",
      "'I3' has the id of another, 'i0'",
    ],
  );
  assert.equal(missingPages(whole, tmpdir()).length, wantedInitiatives);
});
