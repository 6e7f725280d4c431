// Copies a built site to a folder where <hub-glass> starts only when a test calls startHub(): until then a page stays the
// static page that it was built as. Usage: node hold.mjs SITE COPY

import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [site, copy] = process.argv.slice(2);
rmSync(copy, { recursive: true, force: true });
cpSync(site, copy, { recursive: true, preserveTimestamps: true });
const script = join(copy, 'hub-glass.js');
renameSync(script, join(copy, 'hub-glass-held.js'));
for (const packed of ['.br', '.gz']) rmSync(script + packed, { force: true });
writeFileSync(script, "globalThis.startHub = () => import('./hub-glass-held.js');\n");
