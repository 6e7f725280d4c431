// A built site on a server of its own whose kiosk can be given new versions, good and bad ones.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.png': 'image/png',
};

export async function changingSite(folder) {
  const replaced = new Map();
  const worker = readFileSync(join(folder, 'kiosk/worker.js'), 'utf8');
  const tour = JSON.parse(readFileSync(join(folder, 'kiosk/tour.json'), 'utf8'));
  let broken = false;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1);
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const full = join(folder, name);
    if (!replaced.has(name) && !(existsSync(full) && statSync(full).isFile())) {
      response.writeHead(404).end();
      return;
    }
    const bytes = replaced.get(name) ?? readFileSync(full);
    response.writeHead(200, {
      'Content-Type': types[extname(name)] ?? 'application/octet-stream',
      'Content-Length': bytes.length,
      'Cache-Control': 'no-cache',
    });
    if (broken && name !== 'kiosk/worker.js')
      response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    else response.end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${server.address().port}/kiosk/`,
    get isBroken() {
      return broken;
    },
    /** Answers break off half-way, all but the worker's own: the network goes away in the middle of an update. */
    breakOff(now) {
      broken = now;
    },
    /** A new version; without `honest` a file in it is not the one that its list names. */
    publish(name, honest = true) {
      const end = worker.indexOf(';\n');
      const manifest = JSON.parse(worker.slice('self.hubglassKiosk='.length, end));
      const bytes = Buffer.from(JSON.stringify({ ...tour, version: name }));
      const entry = manifest.entries.find(({ url }) => url === 'tour.json');
      entry.integrity = `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
      entry.revision = `${name}-${entry.integrity.slice(7, 15)}`;
      manifest.build = name;
      replaced.set('kiosk/tour.json', honest ? bytes : Buffer.concat([bytes, Buffer.from(' ')]));
      replaced.set(
        'kiosk/worker.js',
        Buffer.from(`self.hubglassKiosk=${JSON.stringify(manifest)}${worker.slice(end)}`),
      );
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
