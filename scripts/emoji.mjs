// Writes src/markdown/emoji_names.cpp: npm install --no-save emojibase-data@17.0.0 && node scripts/emoji.mjs
// Names as GitHub and JoyPixels have them, which are those of MkDocs Material.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { resolve } = createRequire(import.meta.url);
const read = (file) => JSON.parse(readFileSync(resolve(`emojibase-data/en/${file}`), 'utf8'));

/** Those that are pictures anyway need no mark that says so. */
function characterOf({ type, hexcode, emoji }) {
  return type === 1 ? String.fromCodePoint(...hexcode.split('-').map((code) => parseInt(code, 16))) : emoji;
}

const characters = new Map();
for (const emoji of read('data.json')) {
  for (const one of [emoji, ...(emoji.skins ?? [])]) characters.set(one.hexcode, characterOf(one));
}
const names = new Map();
for (const set of ['github', 'joypixels']) {
  for (const [hexcode, given] of Object.entries(read(`shortcodes/${set}.json`))) {
    const character = characters.get(hexcode);
    for (const name of [given].flat()) {
      if (character !== undefined && !names.has(name)) names.set(name, character);
    }
  }
}
const rows = [...names]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, character]) => `    {"${name}", "${character}"},`);
const source = `// Written by scripts/emoji.mjs from emojibase-data (MIT). Do not edit.

#include "markdown/emoji_names.h"

namespace hubglass::markdown {

// clang-format off
const std::array<EmojiName, emoji_name_count> emoji_names = {{
${rows.join('\n')}
}};
// clang-format on

}  // namespace hubglass::markdown
`;
const folder = new URL('../src/markdown/', import.meta.url);
writeFileSync(fileURLToPath(new URL('emoji_names.cpp', folder)), source);
const header = fileURLToPath(new URL('emoji_names.h', folder));
writeFileSync(
  header,
  readFileSync(header, 'utf8').replace(/emoji_name_count = \d+/, `emoji_name_count = ${rows.length}`),
);
