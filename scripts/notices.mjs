// The notices of third parties: which words travel with what. The list is in scripts/cmake/third_party.json; a version is
// said where it is pinned.

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const line = '='.repeat(80);

/** The name of the file in sites and in the npm package. */
export const noticesFile = 'THIRD_PARTY_NOTICES.txt';

const read = (path) => readFile(join(root, path), 'utf8');
const json = async (path) => JSON.parse(await read(path));

/** What `entry` of the list is, by the pins: its version, when it has one, and its licence. */
function pinnedAs(entry, pins, packages) {
  if (entry.library) return pins.libraries[entry.library];
  if (entry.tool) return pins[entry.tool];
  return { version: packages.devDependencies[entry.npm[0]], licence: pins.npm[entry.npm[0]] };
}

function wrapped(text, width = 100) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    if (lines[last] !== '' && lines[last].length + 1 + word.length > width) lines.push(word);
    else lines[last] += lines[last] === '' ? word : ` ${word}`;
  }
  return lines.join('\n');
}

function blockOf({ title, home, credit }, { version, licence }, text) {
  const head = [
    title + (version ? ` ${version}` : ''),
    home,
    `Licence: ${licence}`,
    ...(credit ? [wrapped(credit)] : []),
  ];
  return `${line}\n${head.join('\n')}\n${text ? `\n${text.replace(/\r\n/g, '\n').trim()}\n` : ''}\n`;
}

/**
 * All notices, ready to be written one after the other: [{ for, icons, text }]. `for` is "all", "engine", "kiosk" or
 * "icons"; for icons, `icons` says how the names of those begin that need the notice.
 */
export async function notices() {
  const [pins, packages] = [await json('scripts/cmake/third_party.json'), await json('package.json')];
  const own = { title: 'Hubglass', home: 'Free software, without warranty.' };
  const about = 'This file names the software and the icons that travel with a hub, and under which terms.\n\n';
  const text = about + blockOf(own, { version: packages.version, licence: packages.license }, await read('LICENSE'));
  const found = [{ for: 'all', text }];
  for (const entry of pins.notices) {
    const licence = entry.text ? await read(entry.text) : '';
    found.push({
      for: entry.in,
      ...(entry.icons ? { icons: entry.icons } : {}),
      text: blockOf(entry, pinnedAs(entry, pins, packages), licence),
    });
  }
  return found;
}

/** The notices for these parts ("engine", "kiosk", "icons") as the text of one file. */
export async function noticesText(parts) {
  const wanted = (await notices()).filter((notice) => notice.for === 'all' || parts.includes(notice.for));
  return wanted.map(({ text }) => text).join('');
}
