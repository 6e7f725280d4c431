// Serves the partner's page of shell/portal and, on another port, the hub that it shows. For a trial and for the tests.

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** The portal's policy: strict, with a list of Trusted Types policies that knows none of the hub's. */
export function portalPolicy(hub) {
  return [
    "default-src 'none'",
    `script-src 'self' ${hub} 'wasm-unsafe-eval'`,
    "style-src 'self'",
    `connect-src ${hub}`,
    `img-src 'self' ${hub}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types portal-policy',
  ].join('; ');
}

/** Serves the portal around the hub at `hub` (an address that ends with a slash); resolves to the server. */
export async function servePortal(hub, port = 0) {
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://localhost').pathname) || 'index.html';
    readFile(join(root, 'shell/portal', name)).then(
      (bytes) => {
        response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
        response.setHeader('Content-Security-Policy', portalPolicy(new URL(hub).origin));
        response.setHeader('X-Content-Type-Options', 'nosniff');
        response.end(name.endsWith('.html') ? String(bytes).replaceAll('https://hub.example/', hub) : bytes);
      },
      () => response.writeHead(404).end('Not found\n'),
    );
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return server;
}

const usage = `Usage: scripts/portal [--port N] [--hub-port N]

Shows a partner's page with three parts of the bundled hub in it: serves the page of
shell/portal and, on another port and so another origin, the hub in dist (built first
when it is not there). Prints both addresses; Ctrl+C stops them.

Options:
  --port N      port of the partner's page (default: 8087)
  --hub-port N  port of the hub (default: 8088)
  --help        this text
`;

async function main(words) {
  const ports = { '--port': 8087, '--hub-port': 8088 };
  for (let i = 0; i < words.length; i += 2) {
    if (words[i] === '--help' || words[i] === '-h') {
      process.stdout.write(usage);
      return;
    }
    if (!(words[i] in ports) || !/^\d{1,5}$/.test(words[i + 1] ?? '')) {
      process.stderr.write(`portal: cannot make sense of: ${words[i]} ${words[i + 1] ?? ''}\n${usage}`);
      process.exit(2);
    }
    ports[words[i]] = Number(words[i + 1]);
  }
  const hub = `http://127.0.0.1:${ports['--hub-port']}/`;
  const server = spawn('node', ['scripts/serve.mjs', 'dist', '--port', String(ports['--hub-port'])], {
    cwd: root,
    stdio: 'inherit',
  });
  server.on('exit', (code) => process.exit(code ?? 1));
  process.on('exit', () => server.kill());
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
  await servePortal(hub, ports['--port']).catch((error) => {
    process.stderr.write(`portal: port ${ports['--port']} cannot be used (${error.code}). Name another with --port.\n`);
    process.exit(1);
  });
  process.stdout.write(`==> The partner's page: http://127.0.0.1:${ports['--port']}/ with the hub at ${hub}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
