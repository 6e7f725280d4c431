// Bundles the TypeScript of web/ with the engine's glue into build/web/assets, the folder `hubglass build` takes them from.

import { build, transform } from 'esbuild';
import { copyFile, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { notices } from './notices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const usage = `Usage: node scripts/bundle.mjs [--engine DIR] [--out DIR] [--debug]

  --engine DIR  folder with hubglass-engine.mjs and .wasm (default: build/web)
  --out DIR     folder to write to (default: DIR/assets)
  --debug       keep names and write a source map
  --help        this text
`;

function parseArguments(words) {
  const options = { engine: join(root, 'build/web'), out: '', debug: false };
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (word === '--help') {
      process.stdout.write(usage);
      process.exit(0);
    } else if (word === '--debug') {
      options.debug = true;
    } else if ((word === '--engine' || word === '--out') && words[i + 1]) {
      i += 1;
      options[word.slice(2)] = resolve(words[i]);
    } else {
      process.stderr.write(`bundle: unknown argument: ${word}\n${usage}`);
      process.exit(2);
    }
  }
  options.out ||= join(options.engine, 'assets');
  return options;
}

async function requireFile(path, remedy) {
  try {
    await stat(path);
  } catch {
    process.stderr.write(`bundle: ${relative(process.cwd(), path)} is missing. ${remedy}\n`);
    process.exit(1);
  }
}

// Style sheets are imported as text (the element makes constructable sheets of them).
const styleSheetAsText = {
  name: 'style-sheet-as-text',
  setup(bundle) {
    bundle.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await transform(source, { loader: 'css', minify: bundle.initialOptions.minify });
      return { contents: code, loader: 'text' };
    });
  },
};

const { engine, out, debug } = parseArguments(process.argv.slice(2));
const glue = join(engine, 'hubglass-engine.mjs');
const wasm = join(engine, 'hubglass-engine.wasm');
const qr = join(engine, 'hubglass-qr.wasm');
await requireFile(glue, 'Run: cmake --preset web && cmake --build --preset web');
await requireFile(wasm, 'Run: cmake --preset web && cmake --build --preset web');
await requireFile(qr, 'Run: cmake --preset web && cmake --build --preset web');
await requireFile(join(root, 'web/hub-glass.ts'), 'The entry of the bundle is gone.');

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const common = {
  outdir: out,
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: ['es2022'],
  charset: 'utf8',
  minify: !debug,
  sourcemap: debug ? 'linked' : false,
  legalComments: 'none',
  loader: { '.css': 'text' }, // the element's own style sheet, made constructable at run time
  // The glue is written by the web build; TypeScript knows it by this name.
  alias: { 'hubglass-engine': glue, 'hubglass-qr.wasm': qr },
  plugins: [styleSheetAsText],
  logLevel: 'warning',
};
await build({
  ...common,
  entryPoints: [join(root, 'web/hub-glass.ts')],
  splitting: true, // what is imported on demand is a file of its own, named by its content
  chunkNames: 'hub-glass-[name].[hash]',
});
// What only the kiosk page loads. Its file is named by its content; the build of a site finds it by how the name begins.
await build({
  ...common,
  entryPoints: [{ in: join(root, 'web/kiosk/kiosk.ts'), out: 'hub-glass-kiosk' }],
  entryNames: '[name].[hash]',
  assetNames: 'hub-glass-qr.[hash]',
  loader: { ...common.loader, '.wasm': 'file' },
});
// What only the page for frames loads, named likewise, and the script for the pages around such a frame.
await build({
  ...common,
  entryPoints: [{ in: join(root, 'web/embed/embed.ts'), out: 'hub-glass-embed' }],
  entryNames: '[name].[hash]',
});
await build({
  ...common,
  entryPoints: [{ in: join(root, 'web/embed/host.ts'), out: 'embed-host' }],
  format: 'iife',
  sourcemap: false,
});
await build({
  ...common,
  entryPoints: [{ in: join(root, 'web/kiosk/worker.ts'), out: 'kiosk-worker' }],
  format: 'iife',
  sourcemap: false,
  define: { 'process.env.NODE_ENV': '"production"' },
});
await copyFile(wasm, join(out, 'hubglass-engine.wasm'));
// Whose work this is: the build of a site takes what concerns it (comments with licences would be loaded by every reader).
await writeFile(join(out, 'notices.json'), `${JSON.stringify(await notices(), null, 2)}\n`);

for (const name of (await readdir(out)).sort()) {
  const bytes = await readFile(join(out, name));
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  process.stdout.write(`    ${name}: ${bytes.length} bytes, ${packed.length} as Brotli\n`);
}
