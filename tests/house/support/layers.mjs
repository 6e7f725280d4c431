// Reads who includes and imports whom, and holds it against a table of who may.

import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { projectFiles, root } from './files.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');

/** Code without comments, so that an example in one is no import. */
const withoutComments = (text) => text.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

/** What a C++ file includes: { own: paths from src/, foreign: names in angle brackets }. */
export function includesOf(text) {
  const code = withoutComments(text);
  const own = [...code.matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)].map(([, path]) => `src/${path}`);
  const foreign = [...code.matchAll(/^\s*#\s*include\s*<([^>]+)>/gm)].map(([, name]) => name);
  return { own, foreign };
}

/** What a TypeScript file names of others, types included: as written. */
export function importsOf(text) {
  const code = withoutComments(text);
  const named = code.matchAll(/^\s*(?:import|export)\b[^;'"]*?\bfrom\s*(['"])([^'"]+)\1/gm);
  const bare = code.matchAll(/^\s*import\s*(['"])([^'"]+)\1/gm);
  const lazy = code.matchAll(/\bimport\(\s*(['"])([^'"]+)\1\s*\)/g);
  return [...named, ...bare, ...lazy].map(([, , path]) => path);
}

/** The entry of `table` that a path lies in, the deepest one; nothing for one outside all. */
export function homeOf(path, table) {
  const around = Object.keys(table).filter((folder) => path.startsWith(`${folder}/`));
  return around.sort((a, b) => b.length - a.length)[0];
}

/** Every include of src/ and what it names. */
export function sourceIncludes() {
  const found = [];
  for (const { path } of projectFiles()) {
    if (/^src\/.*\.(?:cpp|h)$/.test(path)) found.push({ path, ...includesOf(read(path)) });
  }
  return found;
}

/** Every file of web/ with the files of web/ it imports. */
export function webImports() {
  const files = new Set(projectFiles().map(({ path }) => path));
  const found = [];
  for (const path of files) {
    if (!/^web\/.*\.ts$/.test(path)) continue;
    const own = importsOf(read(path))
      .filter((name) => name.startsWith('.'))
      .map((name) => normalize(join(dirname(path), name)))
      .map((name) => [name, `${name}.ts`, `${name}.d.ts`, `${name}/index.ts`].find((file) => files.has(file)) ?? name);
    found.push({ path, own });
  }
  return found;
}

/** Steps against the table: sentences "file -> folder", each once. */
export function stepsAgainst(table, edges) {
  const steps = new Set();
  for (const { path, own } of edges) {
    const from = homeOf(path, table);
    for (const target of own) {
      const to = homeOf(target, table);
      if (from === undefined) steps.add(`${path} -> (it lies in no folder of the table)`);
      else if (to === undefined) steps.add(`${path} -> ${target}`);
      else if (from !== to && !table[from].includes(to)) steps.add(`${path} -> ${to}`);
    }
  }
  return [...steps].sort();
}

/** Files that include a header of a `native/` folder although the engine holds them: "file -> header". */
export function nativeInEngine(edges, nativeFolders = ['src/cli']) {
  const native = (path) => /\/native\//.test(path) || nativeFolders.some((folder) => path.startsWith(`${folder}/`));
  return edges.flatMap(({ path, own }) =>
    native(path) ? [] : own.filter((target) => native(target)).map((target) => `${path} -> ${target}`),
  );
}

/** Files that know a library which is not theirs to know: "file -> header". */
export function strangersIn(libraries, edges) {
  const steps = [];
  for (const { path, foreign } of edges) {
    for (const header of foreign) {
      const owners = Object.entries(libraries).find(([library]) => header.startsWith(library))?.[1];
      if (owners && !owners.some((folder) => path.startsWith(`${folder}/`))) steps.push(`${path} -> <${header}>`);
    }
  }
  return steps;
}

/** Groups of files that reach each other, each sorted and joined by " <-> ". */
export function circles(edges) {
  const next = new Map(edges.map(({ path, own }) => [path, own]));
  const reach = (start) => {
    const seen = new Set();
    const open = [...(next.get(start) ?? [])];
    while (open.length > 0) {
      const path = open.pop();
      if (seen.has(path)) continue;
      seen.add(path);
      open.push(...(next.get(path) ?? []));
    }
    return seen;
  };
  const reached = new Map([...next.keys()].map((path) => [path, reach(path)]));
  const found = new Set();
  for (const [path, others] of reached) {
    if (!others.has(path)) continue;
    const group = [...others].filter((other) => reached.get(other)?.has(path));
    found.add(group.sort().join(' <-> '));
  }
  return [...found].sort();
}
