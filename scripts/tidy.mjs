// Runs clang-tidy over src/, as far as it has to: a file is looked at again only when it, something it includes, or the rules
// changed. What was found clean is kept in the user's cache, by content, so that a fresh clone has it, too.

import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const build = join(root, 'build/native');
const stamps = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'hubglass/tidy');

if (process.argv.length > 2) {
  process.stdout.write('Usage: node scripts/tidy.mjs\n\nLooks at src/ with clang-tidy; needs the native build.\n');
  process.exit(process.argv[2] === '--help' ? 0 : 2);
}

const hashOf = (...parts) => createHash('sha256').update(parts.join('\0')).digest('hex');
const contents = new Map();
function contentHash(path) {
  if (!contents.has(path)) contents.set(path, hashOf(readFileSync(join(root, path))));
  return contents.get(path);
}

/** What each source of ours includes of ours, itself with it, as the compiler found it: "src/…" by "src/…". */
function includeClosures() {
  const said = execFileSync('ninja', ['-C', build, '-t', 'deps'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const closures = new Map();
  for (const entry of said.split('\n\n')) {
    const [, ...lines] = entry.split('\n');
    const own = lines
      .map((line) => relative(root, resolve(build, line.trim())))
      .filter((path) => path.startsWith('src/') && existsSync(join(root, path)));
    if (own[0]?.endsWith('.cpp')) closures.set(own[0], own);
  }
  return closures;
}

/** What a file's findings depend on; nothing when it was not compiled yet. */
function keyOf(rules, command, closure) {
  if (!closure) return undefined;
  const flags = command.replaceAll(root, '');
  return hashOf(rules, flags, ...[...new Set(closure)].sort().map((path) => `${path} ${contentHash(path)}`));
}

const commands = JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8'));
const closures = includeClosures();
const version = execFileSync('clang-tidy', ['--version'], { encoding: 'utf8' });
const rules = hashOf(version, readFileSync(join(root, '.clang-tidy'), 'utf8'));
mkdirSync(stamps, { recursive: true });

const files = commands
  .map(({ file, command }) => ({ path: relative(root, file), command }))
  .filter(({ path }) => path.startsWith('src/'))
  .map(({ path, command }) => ({ path, key: keyOf(rules, command, closures.get(path)) }));
const pending = files.filter(({ key }) => key === undefined || !existsSync(join(stamps, key)));
process.stdout.write(`    ${pending.length} of ${files.length} files to look at\n`);

function look({ path, key }) {
  return new Promise((done) => {
    execFile('clang-tidy', ['--quiet', '-p', build, path], { cwd: root, maxBuffer: 1 << 26 }, (failure, output) => {
      if (failure) process.stdout.write(`${path}\n${output}\n`);
      else if (key !== undefined) writeFileSync(join(stamps, key), '');
      done(!failure);
    });
  });
}

let clean = files.length > 0;
const queue = [...pending];
async function work() {
  for (let file = queue.shift(); file; file = queue.shift()) clean = (await look(file)) && clean;
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
if (files.length === 0) process.stdout.write('    nothing was found to look at\n');
process.exit(clean ? 0 : 1);
