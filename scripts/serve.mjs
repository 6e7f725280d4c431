// Serves a built site as a strict static host would: what its _headers file says, precompressed files, directory pages,
// 404.html. For looking at a site and for the browser tests; a real host needs nothing of this.

import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

import { headersOf, parseHeaders } from './headers.mjs';

const usage = `Usage: node scripts/serve.mjs DIR [--port N] [--host NAME] [--base PATH] [--headers FILE] [--no-policy]

  DIR          folder with a built site
  --port N     port to serve on (default: 8080, or the next free one)
  --host NAME  address to listen on (default: 127.0.0.1)
  --base PATH  serve the site below this path, for example /hub/ (default: /)
  --headers FILE  send what this file says (default: the folder's own _headers)
  --no-policy  send no content security policy
  --help       this text
`;

const types = new Map([
  ['.avif', 'image/avif'],
  ['.css', 'text/css; charset=utf-8'],
  ['.gif', 'image/gif'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.jpeg', 'image/jpeg'],
  ['.jpg', 'image/jpeg'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.pdf', 'application/pdf'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.wasm', 'application/wasm'],
  ['.webmanifest', 'application/manifest+json'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
  ['.xml', 'application/xml'],
]);

function fail(sentence) {
  process.stderr.write(`serve: ${sentence}\n`);
  process.exit(1);
}

function parseArguments(words) {
  const options = { folder: '', port: 0, host: '127.0.0.1', base: '/', headers: '', policy: true };
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    const value = words[i + 1];
    if (word === '--help' || word === '-h') {
      process.stdout.write(usage);
      process.exit(0);
    } else if (word === '--no-policy') {
      options.policy = false;
    } else if (word === '--port' && /^\d+$/.test(value ?? '') && Number(value) > 0 && Number(value) < 65536) {
      options.port = Number(value);
      i += 1;
    } else if (['--host', '--base', '--headers'].includes(word) && value) {
      options[word.slice(2)] = value;
      i += 1;
    } else if (!word.startsWith('-') && !options.folder) {
      options.folder = word;
    } else {
      process.stderr.write(`serve: cannot make sense of: ${word}\n${usage}`);
      process.exit(2);
    }
  }
  if (!options.folder) {
    process.stderr.write(`serve: name the folder to serve.\n${usage}`);
    process.exit(2);
  }
  options.base = `/${options.base}/`.replace(/\/+/g, '/');
  return options;
}

const options = parseArguments(process.argv.slice(2));
const root = await realpath(resolve(options.folder)).catch(() =>
  fail(`there is no folder ${options.folder}. Build the site first: scripts/build`),
);

async function readRules() {
  try {
    return parseHeaders(await readFile(options.headers || join(root, '_headers'), 'utf8'));
  } catch (error) {
    return error.code === 'ENOENT' && !options.headers ? [] : fail(error.message);
  }
}
const rules = await readRules();

// Returns the file's real path and size, or nothing when it is no file inside the served folder.
async function findFile(path) {
  try {
    const real = await realpath(path);
    if (real !== root && !real.startsWith(root + sep)) return undefined;
    const status = await stat(real);
    if (status.isDirectory()) return { directory: true, real };
    return { directory: false, real, size: status.size, tag: `"${status.size}-${Math.round(status.mtimeMs)}"` };
  } catch {
    return undefined;
  }
}

function acceptedEncodings(request) {
  const accepted = new Set();
  for (const part of String(request.headers['accept-encoding'] ?? '').split(',')) {
    const [name, ...parameters] = part.trim().split(';');
    if (!parameters.some((parameter) => /^\s*q=0(\.0*)?$/.test(parameter))) accepted.add(name);
  }
  return accepted;
}

async function sendFile(request, response, path, found, status) {
  const headers = {
    'Content-Type': types.get(extname(path).toLowerCase()) ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Encoding',
    ...headersOf(rules, path.slice(root.length).replaceAll(sep, '/')),
  };
  if (!options.policy) delete headers['Content-Security-Policy'];
  let file = found;
  const accepted = acceptedEncodings(request);
  for (const [encoding, suffix] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ]) {
    if (!accepted.has(encoding)) continue;
    const packed = await findFile(path + suffix);
    if (packed && !packed.directory) {
      file = packed;
      headers['Content-Encoding'] = encoding;
      break;
    }
  }
  headers.ETag = file.tag;
  if (status === 200 && request.headers['if-none-match'] === file.tag) {
    response.writeHead(304, headers).end();
    return;
  }
  headers['Content-Length'] = file.size;
  response.writeHead(status, headers);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file.real)
    .on('error', () => response.destroy())
    .pipe(response);
}

async function sendMissing(request, response) {
  const path = join(root, '404.html');
  const found = await findFile(path);
  if (found && !found.directory) {
    await sendFile(request, response, path, found, 404);
  } else {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
  }
}

async function answer(request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const target = new URL(request.url ?? '/', 'http://localhost');
  let pathname;
  try {
    pathname = decodeURIComponent(target.pathname);
  } catch {
    response.writeHead(400).end();
    return;
  }
  if (pathname.includes('\0')) {
    response.writeHead(400).end();
    return;
  }
  if (`${pathname}/` === options.base) {
    response.writeHead(301, { Location: options.base + target.search }).end();
    return;
  }
  if (!pathname.startsWith(options.base)) {
    await sendMissing(request, response);
    return;
  }
  const path = join(root, pathname.slice(options.base.length));
  const found = await findFile(path);
  if (found?.directory) {
    if (!pathname.endsWith('/')) {
      response.writeHead(301, { Location: `${target.pathname.replace(/^\/+/, '/')}/${target.search}` }).end();
      return;
    }
    const index = join(path, 'index.html');
    const page = await findFile(index);
    if (page && !page.directory) await sendFile(request, response, index, page, 200);
    else await sendMissing(request, response);
  } else if (found && !pathname.endsWith('/')) {
    await sendFile(request, response, path, found, 200);
  } else {
    await sendMissing(request, response);
  }
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    process.stderr.write(`serve: ${request.url}: ${error.message}\n`);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

const lastPort = options.port || 8080 + 50;
function listen(port) {
  server.once('error', (error) => {
    if (error.code === 'EADDRINUSE' && port < lastPort) listen(port + 1);
    else if (error.code === 'EADDRINUSE') fail(`port ${port} is taken. Name another one with --port.`);
    else fail(error.message);
  });
  server.listen(port, options.host);
}
server.once('listening', () => {
  server.removeAllListeners('error');
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  const { port } = server.address();
  process.stdout.write(`==> Serving ${options.folder} at http://${host}:${port}${options.base} (Ctrl+C stops it)\n`);
});
listen(options.port || 8080);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
    process.exit(0);
  });
}
