// Every route and every file of the bundled hub, as a real nginx and a real Caddy send them by the rules in dist/hosting.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { launch } from '../bench/support/site.mjs';
import { headersOf, parseHeaders } from '../../scripts/headers.mjs';
import { allHaveToBeHere, servers } from './support/servers.mjs';
import { filesOf, requireSite, site } from './support/site.mjs';

requireSite();
const all = filesOf(site);
const plain = all.filter((file) => !/\.(br|gz)$/.test(file));
const routes = plain.filter((file) => /(^|\/)index\.html$/.test(file)).map((file) => file.replace(/index\.html$/, ''));
const rules = parseHeaders(await readFile(join(site, '_headers'), 'utf8'));

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.hubpack': 'application/octet-stream',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
};

/** An exchange as it travels: fetch() would undo the encoding, follow redirections and tidy up the path. */
function get(address, encodings = '') {
  const { hostname, port, origin } = new URL(address);
  const path = address.slice(origin.length);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers: { 'Accept-Encoding': encodings }, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const addressOf = (base, file) => base + file.split('/').map(encodeURIComponent).join('/');

function checkHeaders(headers, file) {
  for (const [name, value] of Object.entries(headersOf(rules, `/${file}`))) {
    assert.equal(headers[name.toLowerCase()], value, `${name} of ${file}`);
  }
  assert.match(
    headers['cache-control'],
    /^(assets\/|hub-glass-)[^/]+\.\w{8}(\.[12]x)?\.\w+$/.test(file) ? /immutable/ : /^no-cache$/,
    `caching of ${file}`,
  );
}

for (const server of servers) {
  const absent = server.absent();
  if (absent && allHaveToBeHere) {
    test(`${server.name} is here`, () => assert.fail(`${absent}; run scripts/setup`));
    continue;
  }
  for (const base of ['/', '/sub/my-hub/']) {
    describe(`${server.name} at ${base}`, { skip: absent }, () => {
      let running;
      before(async () => (running = await server.start(site, base)));
      after(() => running?.stop());

      test('sends every file: its bytes, type, policy, caching, and leave to embed it', async () => {
        for (const file of plain.filter((name) => !server.hidden.includes(name))) {
          const { status, headers, body } = await get(addressOf(running.address, file));
          assert.equal(status, 200, file);
          assert.ok(body.equals(await readFile(join(site, file))), `bytes of ${file}`);
          assert.equal(headers['content-encoding'], undefined, file);
          const type = types[extname(file)];
          if (type) assert.equal(headers['content-type'], type, file);
          else assert.ok(file.startsWith('hosting/') || file === '_headers', `no type is expected of ${file}`);
          assert.equal(headers['access-control-allow-origin'], '*', file);
          checkHeaders(headers, file);
        }
      });

      test('sends the compressed copy that the browser takes', async () => {
        const compressed = all.filter((file) => file.endsWith('.br')).map((file) => file.slice(0, -3));
        assert.ok(compressed.length > routes.length);
        for (const file of compressed) {
          for (const [encodings, encoding, decompress] of [
            ['gzip, deflate, br', 'br', brotliDecompressSync],
            ['gzip, deflate', 'gzip', gunzipSync],
          ]) {
            const { headers, body } = await get(addressOf(running.address, file), encodings);
            assert.equal(headers['content-encoding'], encoding, file);
            assert.match(headers.vary ?? '', /accept-encoding/i, file);
            assert.equal(headers['content-type'], types[extname(file)], file);
            assert.ok(decompress(body).equals(await readFile(join(site, file))), file);
            checkHeaders(headers, file);
          }
        }
      });

      test('opens every route, and adds the slash that was left out', async () => {
        for (const route of routes) {
          const { status, headers, body } = await get(addressOf(running.address, route));
          assert.equal(status, 200, route);
          assert.equal(headers['content-type'], types['.html'], route);
          assert.ok(body.equals(await readFile(join(site, route, 'index.html'))), route);
          checkHeaders(headers, `${route}index.html`);
          if (route === '') continue;
          const short = await get(addressOf(running.address, route.slice(0, -1)));
          assert.ok([301, 302, 307, 308].includes(short.status), `${short.status} for ${route.slice(0, -1)}`);
          const target = new URL(short.headers.location, addressOf(running.address, route.slice(0, -1)));
          assert.equal(target.href, addressOf(running.address, route));
        }
      });

      test('asks whether a page has changed, and is told when it has not', async () => {
        const { headers } = await get(running.address);
        assert.ok(headers.etag);
        const again = await fetch(running.address, {
          headers: { 'If-None-Match': headers.etag, 'Accept-Encoding': 'identity' },
        });
        assert.equal(again.status, 304);
      });

      test('shows the page for wrong addresses, with status 404, and lets nobody keep it', async () => {
        const missing = await readFile(join(site, '404.html'));
        for (const path of [
          'nowhere',
          'nowhere/at/all/',
          'hosting/',
          'assets/gone.0123abcd.webp',
          'index.html/',
          'nowhere/%2e%2e/nothing',
          'data-spaces/nothing.js',
        ]) {
          const { status, headers, body } = await get(running.address + path);
          assert.equal(status, 404, path);
          assert.equal(headers['content-type'], types['.html'], path);
          assert.ok(body.equals(missing), path);
          assert.equal(headers['cache-control'], 'no-cache', path);
          checkHeaders(headers, '404.html');
          assert.equal((await get(running.address + path, 'br')).headers['content-encoding'], 'br', path);
        }
      });

      test('hands out nothing that lies outside the folder', async () => {
        for (const up of ['../', '%2e%2e/', '..%2f', '.%2e/']) {
          const { body } = await get(`${running.address}${up.repeat(8)}etc/passwd`);
          assert.doesNotMatch(body.toString(), /root:/);
        }
      });

      test('a browser opens a route, and nothing is amiss', { timeout: 60_000 }, async () => {
        const browser = await launch();
        try {
          const page = await browser.newPage();
          const wrong = [];
          page.on('console', (message) => {
            if (message.type() === 'error') wrong.push(message.text());
          });
          page.on('pageerror', (error) => wrong.push(String(error)));
          page.on('response', (response) => {
            if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
          });
          await page.goto(`${running.address}data-spaces/`);
          await page.locator('hub-glass[state="ready"]').waitFor({ timeout: 30_000 });
          const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Citiverse' });
          await links.first().click();
          await page.getByRole('heading', { level: 1, name: 'Citiverse' }).waitFor();
          assert.equal(new URL(page.url()).pathname, `${base}citiverse/`);
          assert.deepEqual(wrong, []);
        } finally {
          await browser.close();
        }
      });
    });
  }
}
