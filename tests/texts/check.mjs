// Checks the bundled hub's texts. Each finding is a line: file, line where it is known, what to do.
//
//   node tests/texts/check.mjs own | readability | spelling | links | initiatives SITE

import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { initiativeProblems, missingPages } from './support/initiatives.mjs';
import { linkProblem } from './support/links.mjs';
import { longestAllowed, longestRuns, namesOf } from './support/own_sentences.mjs';
import { filesBelow, placeOf, projectRoot, readPage, readPages } from './support/pages.mjs';
import { leastEase, readingEase, sentencesOf } from './support/readability.mjs';
import * as spelling from './support/spelling.mjs';

const content = join(projectRoot, 'content');

/** A text file below content/, as findings name it. */
function fileText(path) {
  return { file: relative(projectRoot, path), source: readFileSync(path, 'utf8') };
}

const textOf = ({ parts }) =>
  parts
    .filter(({ kind }) => kind !== 'code')
    .map(({ text }) => text)
    .join('');

function checkOwn() {
  const corpus = process.env['HUBGLASS_CORPUS'] ?? '';
  if (!existsSync(corpus)) return { findings: [`HUBGLASS_CORPUS names no folder: '${corpus}'`] };
  const pages = readPages(content);
  const hub = JSON.parse(readFileSync(join(content, 'hub.json'), 'utf8'));
  const texts = filesBelow(corpus, '.md').map((path) => ({
    file: relative(corpus, path),
    text: readPage(path, corpus)
      .passages.map(({ parts }) => parts.map(({ text }) => text).join(''))
      .join('\n'),
  }));
  const runs = longestRuns(pages, texts, namesOf(hub, pages));
  const longest = runs.reduce((a, b) => (b.words > a.words ? b : a));
  return {
    figures: [`longest run shared with the corpus: ${longest.words} words, at most ${longestAllowed} may be`],
    findings: runs
      .filter(({ words }) => words > longestAllowed)
      .map(
        ({ page, words, run, from }) =>
          `${page}: ${words} words in a row are those of ${from}: "${run}"; say it in own words`,
      ),
  };
}

function checkReadability() {
  const pages = readPages(content).filter(({ language }) => language === 'en');
  const measured = pages
    .map((page) => ({ file: page.file, sentences: sentencesOf(page) }))
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ file, sentences }) => ({ file, sentences: sentences.length, ease: readingEase(sentences) }));
  return {
    figures: measured.map(({ file, sentences, ease }) => `${ease.toFixed(1)}  ${file} (${sentences} sentences)`),
    findings: measured
      .filter(({ ease }) => ease < leastEase)
      .map(
        ({ file, ease }) =>
          `${file}: reading ease ${ease.toFixed(1)}, at least ${leastEase} is wanted; shorter sentences and words`,
      ),
  };
}

/** The language of a file by its name: "index.de.md", "ecosystem.fr.svg". */
const languageOf = (file) => /\.([a-z]{2})\.(md|svg)$/.exec(file)?.[1] ?? 'en';

/** What is to be spelt right: pages, what hub.json says, and the words in drawings. */
function textsToSpell() {
  const texts = readPages(content).map(({ file, language, source, passages }) => ({
    file,
    language,
    source,
    text: passages.map(textOf).join('\n'),
    titles: passages
      .flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'link').map(({ text }) => text))
      .join('\n'),
  }));
  const hub = fileText(join(content, 'hub.json'));
  const strings = { en: [] };
  const collect = (value, key, language) => {
    if (typeof value === 'string' && ['title', 'description', 'copyright', ''].includes(key))
      strings[language].push(value);
    if (typeof value !== 'object' || value === null) return;
    const own = typeof value.code === 'string' && value.code in spelling.dictionaries ? value.code : language;
    strings[own] ??= [];
    for (const [name, member] of Object.entries(value)) collect(member, Array.isArray(value) ? key : name, own);
  };
  collect(JSON.parse(hub.source), '', 'en');
  for (const [language, found] of Object.entries(strings)) {
    texts.push({ ...hub, language, text: found.join('\n'), titles: '' });
  }
  for (const drawing of filesBelow(content, '.svg').map(fileText)) {
    const words = drawing.source.replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]*>/g, '\n');
    texts.push({ ...drawing, language: languageOf(drawing.file), text: words, titles: '' });
  }
  return texts;
}

/** Words that no dictionary knows: on translated pages, names and the titles of links may be English. */
function unknownIn(texts, words, language) {
  const unknown = spelling.unknownWords(words.flat(), spelling.dictionaries[language]);
  if (language === 'en') return words.map((list) => new Set(list.filter((word) => unknown.has(word))));
  const notEnglish = spelling.unknownWords([...unknown].map(spelling.withoutElision), spelling.dictionaries.en);
  return words.map((list, index) => {
    const titles = new Set(spelling.wordsToSpell(texts[index].titles));
    const mayBeEnglish = (word) => /^\p{Lu}/u.test(spelling.withoutElision(word)) || titles.has(word);
    return new Set(
      list.filter(
        (word) => unknown.has(word) && (!mayBeEnglish(word) || notEnglish.has(spelling.withoutElision(word))),
      ),
    );
  });
}

function checkSpelling() {
  const listFile = (name) => {
    const path = join(projectRoot, 'tests/texts', name);
    return existsSync(path) ? spelling.readWordList(readFileSync(path, 'utf8')) : [];
  };
  const everywhere = listFile('words.txt');
  const neededEverywhere = new Set();
  const findings = [];
  const figures = [];
  const texts = textsToSpell();
  for (const language of [...new Set(texts.map((text) => text.language))]) {
    const dictionary = spelling.dictionaries[language];
    if (dictionary === undefined || !spelling.hasDictionary(dictionary)) {
      findings.push(
        `${language}: there is no dictionary for this language; scripts/setup installs it, or drop the pages`,
      );
      continue;
    }
    const own = language === 'en' ? [] : listFile(`words.${language}.txt`);
    const listed = new Set([...everywhere, ...own]);
    const used = texts.filter((text) => text.language === language);
    const words = used.map(({ text }) => spelling.wordsToSpell(text, listed));
    const unknown = unknownIn(used, words, language);
    const needed = new Set();
    used.forEach(({ file, source }, index) => {
      for (const word of unknown[index]) {
        const entry = spelling.baseForms(word).find((form) => listed.has(form));
        if (entry === undefined) {
          const list = language === 'en' ? 'words.txt' : `words.${language}.txt`;
          findings.push(
            `${placeOf(file, source, word)}: '${word}' is no word; correct it, or name it in tests/texts/${list}`,
          );
        } else {
          needed.add(entry);
          if (everywhere.includes(entry)) neededEverywhere.add(entry);
        }
      }
    });
    figures.push(`${dictionary}: ${new Set(words.flat()).size} words in ${used.length} files`);
    for (const problem of spelling.listProblems(own, needed))
      findings.push(`tests/texts/words.${language}.txt: ${problem}`);
  }
  for (const problem of spelling.listProblems(everywhere, neededEverywhere))
    findings.push(`tests/texts/words.txt: ${problem}`);
  return { figures, findings };
}

function checkLinks() {
  const pages = readPages(content);
  return {
    figures: [`${pages.reduce((sum, { links }) => sum + links.length, 0)} links on ${pages.length} pages`],
    findings: pages.flatMap(({ file, source, links }) =>
      [...new Set(links)]
        .map((href) => [href, linkProblem(href)])
        .filter(([, problem]) => problem !== undefined)
        .map(([href, problem]) => `${placeOf(file, source, href)}: ${problem}`),
    ),
  };
}

function checkInitiatives(site) {
  const path = join(site, 'data/initiatives.json');
  if (!existsSync(path)) return { findings: [`${path}: there is no such file; build the site first`] };
  const data = JSON.parse(readFileSync(path, 'utf8'));
  const file = relative(projectRoot, path);
  return {
    figures: [`${data.initiatives?.length ?? 0} initiatives`],
    findings: [...initiativeProblems(data), ...missingPages(data, site)].map((problem) => `${file}: ${problem}`),
  };
}

const checks = {
  own: checkOwn,
  readability: checkReadability,
  spelling: checkSpelling,
  links: checkLinks,
  initiatives: () => checkInitiatives(process.argv[3] ?? join(projectRoot, 'dist')),
};

const check = checks[process.argv[2] ?? ''];
if (check === undefined) {
  console.error(`usage: node tests/texts/check.mjs ${Object.keys(checks).join(' | ')}`);
  process.exit(2);
}
const { figures = [], findings } = check();
for (const figure of figures) console.log(`  ${figure}`);
for (const finding of findings) console.error(finding);
process.exit(findings.length === 0 ? 0 : 1);
