// Which files may lie in the project, and how large they may be.

import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

const image = /\.(?:apng|avif|bmp|gif|ico|jpe?g|jxl|png|psd|svg|tiff?|webp)$/i;
/** Folders whose work it is to hold pictures; elsewhere one is a leftover of somebody's trial. */
const pictureFolders = ['content/', 'docs/', 'tests/', 'shell/'];

const kilobyte = 1024;
/** A clone is downloaded by everybody who changes one word: what is larger belongs into a release or is made by a script. */
const mostBytes = 256 * kilobyte;
/** Where the limit is another one: the lock file grows with every package, and the names of emoji are a table that a script writes. */
const otherLimits = new Map([
  ['package-lock.json', 1024 * kilobyte],
  ['src/markdown/emoji_names.cpp', 512 * kilobyte],
]);

const code = /^(?:src|web|scripts|shell|tests|package)\/.*\.(?:cpp|h|c|ts|mjs|js|css|cmake)$/;
/** What fits one reading: CONTRIBUTING.md says so. */
const mostLines = 400;
/** Files that are longer than that today. None is added; one that became shorter is taken off. */
const longFiles = new Set([
  'src/hub/native/project.cpp',
  'src/html/writer_blocks.cpp',
  'src/layout/box_style.cpp',
  'src/layout/flatten.cpp',
  'src/markdown/emoji_names.cpp',
  'src/markdown/html_elements.cpp',
  'tests/browser/portal/frames.spec.ts',
  'tests/unit/app/app_test.cpp',
  'tests/unit/layout/lines_test.cpp',
  'tests/unit/paint/painter_test.cpp',
  'tests/unit/site/site_test.cpp',
  'web/hub.ts',
  'web/kiosk/kiosk.css',
  'web/viewer.ts',
]);

/** Every file of the project: path, bytes, and of code the number of lines. */
export function projectFiles() {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const files = [];
  for (const path of new Set(listed.split('\0').filter(Boolean))) {
    const about = statSync(join(root, path), { throwIfNoEntry: false });
    if (!about?.isFile()) continue;
    const lines = code.test(path) ? readFileSync(join(root, path), 'utf8').split('\n').length - 1 : 0;
    files.push({ path, bytes: about.size, lines });
  }
  return files;
}

/** What is wrong with these files, one sentence each; `long` names those that may exceed the lines. */
export function fileProblems(files, long = longFiles) {
  const problems = [];
  for (const { path, bytes, lines } of files) {
    if (image.test(path) && !pictureFolders.some((folder) => path.startsWith(folder))) {
      problems.push(`${path} is a picture outside ${pictureFolders.join(', ')}`);
    }
    const limit = otherLimits.get(path) ?? mostBytes;
    if (bytes > limit) problems.push(`${path} has ${bytes} bytes, more than ${limit}`);
    if (lines > mostLines && !long.has(path)) problems.push(`${path} has ${lines} lines, more than ${mostLines}`);
  }
  for (const path of long) {
    const lines = files.find((file) => file.path === path)?.lines ?? 0;
    if (lines <= mostLines) problems.push(`${path} is not longer than ${mostLines} lines: take it off the list`);
  }
  return problems;
}
