// The words of Markdown pages, as readers get them: rendered by the hubglass command, so that one dialect decides.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFragment } from 'parse5';

export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));
export const command = process.env['HUBGLASS_COMMAND'] ?? join(projectRoot, 'build/native/hubglass');

const inlineTags = new Set(
  [
    'a',
    'abbr',
    'b',
    'code',
    'del',
    'em',
    'i',
    'ins',
    'kbd',
    'mark',
    's',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
  ].concat(['wbr', 'svg', 'path']),
);

/**
 * @typedef {{kind: 'text' | 'link' | 'strong' | 'emphasis' | 'code', text: string}} Part
 * @typedef {{tag: string, inTable: boolean, parts: Part[]}} Passage  a block's own words; tag 'alt' for a picture's
 * @typedef {{file: string, language: string, source: string, passages: Passage[], links: string[]}} Page
 */

/** All files below a folder with one of the endings, sorted. */
export function filesBelow(folder, ...endings) {
  return readdirSync(folder, { withFileTypes: true, recursive: false })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path, ...endings);
      return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
    })
    .sort();
}

/** The words of some HTML. @returns {{passages: Passage[], links: string[]}} */
export function readHtml(html) {
  const passages = [];
  const links = [];
  const open = (tag, inTable) => {
    passages.push({ tag, inTable, parts: [] });
  };
  const visit = (node, kind, inTable) => {
    if (node.nodeName === '#text') {
      const last = passages.at(-1)?.parts.at(-1);
      if (last?.kind === kind) last.text += node.value;
      else passages.at(-1)?.parts.push({ kind, text: node.value });
      return;
    }
    const attribute = (name) => node.attrs?.find((entry) => entry.name === name)?.value;
    const tag = node.tagName;
    if (tag === 'br') passages.at(-1)?.parts.push({ kind, text: '\n' });
    if (tag === 'img') {
      passages.push({ tag: 'alt', inTable, parts: [{ kind: 'text', text: attribute('alt') ?? '' }] });
      open('rest', inTable);
      return;
    }
    if (tag === 'a' && attribute('href') !== undefined) links.push(attribute('href'));
    const isBlock = tag !== undefined && !inlineTags.has(tag) && tag !== 'br';
    const within = inTable || tag === 'table';
    if (isBlock) open(tag, within);
    let inner = isBlock ? 'text' : kind;
    if (tag === 'a') inner = 'link';
    if ((tag === 'strong' || tag === 'b') && kind === 'text') inner = 'strong';
    if ((tag === 'em' || tag === 'i') && kind === 'text') inner = 'emphasis';
    if (tag === 'code' || tag === 'kbd' || tag === 'pre') inner = 'code';
    for (const child of node.childNodes ?? []) visit(child, inner, within);
    if (isBlock) open('rest', inTable);
  };
  open('rest', false);
  for (const node of parseFragment(html).childNodes) visit(node, 'text', false);
  return { passages: passages.filter(({ parts }) => parts.some(({ text }) => text.trim() !== '')), links };
}

/** Reads one Markdown page. @returns {Page} */
export function readPage(path, root = projectRoot) {
  const result = spawnSync(command, ['html', path], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (result.error)
    throw new Error(`${command} does not run (${result.error.message}); build it: scripts/build --native`);
  const language = /\.([a-z]{2})\.md$/.exec(path)?.[1] ?? 'en';
  return { file: relative(root, path), language, source: readFileSync(path, 'utf8'), ...readHtml(result.stdout) };
}

export function readPages(folder, root = projectRoot) {
  return filesBelow(folder, '.md').map((path) => readPage(path, root));
}

/** "file:line" of the first place where a text stands by itself in a source; the file alone where it is not found. */
export function placeOf(file, source, text) {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]");
  const at = source.search(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u'));
  return at < 0 ? file : `${file}:${source.slice(0, at).split('\n').length}`;
}

/** Words in the form in which texts are compared. */
export function plainWords(text) {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
