// The npm package as a stranger uses it: packed, installed from its file, checked by the compiler, shown from a static server.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { makePackage } from '../../scripts/package.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
let installed = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hubglass-package-'));
  const made = await makePackage(join(folder, 'made'));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder, made]);
  await writeFile(join(folder, 'package.json'), '{"private": true, "type": "module"}');
  const file = join(folder, JSON.parse(stdout)[0].filename);
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', file], { cwd: folder });
  installed = join(folder, 'node_modules/hubglass');
});
after(() => rm(folder, { recursive: true, force: true }));

test('types and manifest know what the source has', async () => {
  const source = await readFile(join(root, 'web/hub-glass.ts'), 'utf8');
  const attributes = [.../const attributes = \[(.*?)\]/s.exec(source)[1].matchAll(/'(\w+)'/g)].map(([, name]) => name);
  const methods = [...source.matchAll(/^ {2}(?:async )?(?!private|constructor|\w+Callback)(\w+)\(/gm)].map(
    ([, name]) => name,
  );
  const manifest = JSON.parse(await readFile(join(installed, 'custom-elements.json'), 'utf8'));
  const [declaration] = manifest.modules[0].declarations;
  const names = (list) => list.map(({ name }) => name).sort();
  assert.deepEqual(names(declaration.attributes), [...attributes].sort());
  const described = names(declaration.members.filter(({ kind }) => kind === 'method'));
  assert.deepEqual(described, methods.filter((name) => name !== 'fragments').sort());
  assert.ok(described.includes('navigate'));
  assert.equal(declaration.events.length, 4);
});

test('it says whose work it carries', async () => {
  const text = await readFile(join(installed, 'THIRD_PARTY_NOTICES.txt'), 'utf8');
  for (const name of ['Hubglass', 'Dear ImGui', 'libunibreak', 'Copyright (c) 2014-2024 Omar Cornut']) {
    assert.ok(text.includes(name), name);
  }
  assert.ok(!text.includes('Font Awesome') && !text.includes('Workbox'), 'it names what it does not carry');
});

test('a strict compiler accepts right uses and refuses wrong ones', async () => {
  const check = async (code) => {
    await writeFile(join(folder, 'use.ts'), code);
    const options = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'nodenext', 'use.ts'];
    return run(join(root, 'node_modules/.bin/tsc'), options, { cwd: folder });
  };
  await check(`import 'hubglass';
    const hub = document.createElement('hub-glass');
    hub.route = 'data-spaces/';
    hub.addEventListener('hubglass:navigate', ({ detail }) => detail.route.trim());
    export const frames: number = hub.stats().frames;`);
  await assert.rejects(check(`import 'hubglass'; document.createElement('hub-glass').navigate(7);`), ({ stdout }) =>
    stdout.includes('TS2345'),
  );
});

test('a page that imports it shows a hub from another origin', async () => {
  const types = { js: 'text/javascript', wasm: 'application/wasm', html: 'text/html' };
  const hubServer = spawn('node', ['scripts/serve.mjs', 'dist', '--port', '8197'], { cwd: root });
  await once(hubServer.stdout, 'data');
  await writeFile(
    join(folder, 'use.js'),
    `import 'hubglass';
     const hub = document.createElement('hub-glass');
     hub.src = 'http://127.0.0.1:8197/';
     hub.setAttribute('engine', import.meta.resolve('hubglass/engine.wasm'));
     hub.loading = 'eager';
     hub.view = 'cards';
     document.body.append(hub);`,
  );
  const map = {
    imports: {
      hubglass: '/node_modules/hubglass/hub-glass.js',
      'hubglass/engine.wasm': '/node_modules/hubglass/hubglass-engine.wasm',
    },
  };
  const html = `<!doctype html><script type="importmap">${JSON.stringify(map)}</script><body><script type="module" src="/use.js"></script>`;
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : request.url;
    response.setHeader('Content-Type', types[path.split('.').pop()] ?? 'application/octet-stream');
    if (path === '/index.html') {
      response.end(html);
      return;
    }
    readFile(join(folder, path)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: process.env.HUBGLASS_CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    const engines = [];
    page.on('request', (request) => {
      if (request.url().endsWith('.wasm')) engines.push(new URL(request.url()).pathname);
    });
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.locator('hub-glass[state=ready]').waitFor({ timeout: 30_000 });
    assert.equal(await page.getByRole('link', { name: 'View Details' }).count(), 6);
    assert.deepEqual(engines, ['/node_modules/hubglass/hubglass-engine.wasm']);
  } finally {
    await browser.close();
    server.close();
    hubServer.kill();
  }
});
