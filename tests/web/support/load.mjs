// Modules of web/ in Node.js, for what they compute without a page.

import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

let loaded = 0;
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The exports of a file of web/ and of all it imports, compiled anew; globals that it reads while it loads must be there. */
export async function load(path) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    loader: { '.css': 'text' },
    logLevel: 'silent',
  });
  loaded += 1; // another address each time, else it would be the module that is loaded already
  const source = `${outputFiles[0].text}\n//${loaded}`;
  return import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`);
}

/** Gives globals these values for a while; `undo()` of what it returns takes them back. */
export function pretend(values) {
  const before = Object.keys(values).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return {
    undo() {
      for (const [name, descriptor] of before) {
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else delete globalThis[name];
      }
    },
  };
}
