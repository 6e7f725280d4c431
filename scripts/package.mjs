// Makes the folder of the npm package "hubglass" in build/package: the element, its parts, the engine, types and manifest. Run
// scripts/bundle.mjs first; "npm pack build/package" makes the file.

import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noticesFile, noticesText } from './notices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const elementClass = 'HubGlass';

/** What "custom-elements.json" says of the element: read out of its types, whose comments are its descriptions. */
export function manifestOf(types) {
  const body = types.slice(types.indexOf(`class ${elementClass} `), types.indexOf('declare global'));
  const members = [];
  const attributes = [];
  for (const [, description, getter, name, kind] of body.matchAll(
    /\/\*\* (.*) \*\/\n {2}(get )?(\w+)(\(|: string;)/g,
  )) {
    if (kind === '(') {
      members.push({ kind: getter ? 'field' : 'method', name, description });
    } else {
      members.push({ kind: 'field', name, description, type: { text: 'string' }, attribute: name });
      attributes.push({ name, description, type: { text: 'string' }, fieldName: name });
    }
  }
  const events = [...types.matchAll(/'(hubglass:\w+)': (CustomEvent<\w+>)/g)].map(([, name, text]) => ({
    name,
    type: { text },
  }));
  const declaration = {
    kind: 'class',
    name: elementClass,
    tagName: 'hub-glass',
    customElement: true,
    superclass: { name: 'HTMLElement' },
    attributes: [...attributes, { name: 'lang', description: 'The language of the hub.', type: { text: 'string' } }],
    members,
    events,
  };
  const reference = { name: elementClass, module: 'hub-glass.js' };
  const exported = [
    { kind: 'js', name: elementClass, declaration: reference },
    { kind: 'custom-element-definition', name: 'hub-glass', declaration: reference },
  ];
  const modules = [{ kind: 'javascript-module', path: 'hub-glass.js', declarations: [declaration], exports: exported }];
  return { schemaVersion: '1.0.0', readme: 'README.md', modules };
}

/** Writes the package's folder and returns its path. */
export async function makePackage(out = join(root, 'build/package'), assets = join(root, 'build/web/assets')) {
  const { version, license, description } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const types = await readFile(join(root, 'package/hub-glass.d.ts'), 'utf8');
  const names = (await readdir(assets)).filter(
    (name) => /^hub-glass.*\.js$/.test(name) && !/^hub-glass-(kiosk|embed)\./.test(name),
  );
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const name of [...names, 'hubglass-engine.wasm']) await copyFile(join(assets, name), join(out, name));
  await copyFile(join(root, 'package/README.md'), join(out, 'README.md'));
  await copyFile(join(root, 'package/hub-glass.d.ts'), join(out, 'hub-glass.d.ts'));
  await copyFile(join(root, 'LICENSE'), join(out, 'LICENSE'));
  await writeFile(join(out, noticesFile), await noticesText(['engine']));
  const write = (name, value) => writeFile(join(out, name), `${JSON.stringify(value, null, 2)}\n`);
  await write('custom-elements.json', manifestOf(types));
  await write('package.json', {
    name: 'hubglass',
    version,
    description,
    license,
    type: 'module',
    sideEffects: true,
    exports: {
      '.': { types: './hub-glass.d.ts', default: './hub-glass.js' },
      './engine.wasm': './hubglass-engine.wasm',
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    types: './hub-glass.d.ts',
    customElements: 'custom-elements.json',
  });
  return out;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.length > 2) {
    process.stdout.write('Usage: node scripts/package.mjs\n\nMakes build/package; then: npm pack ./build/package\n');
    process.exit(process.argv[2] === '--help' ? 0 : 2);
  }
  process.stdout.write(`Made ${await makePackage()}. Next: npm pack ./build/package\n`);
}
