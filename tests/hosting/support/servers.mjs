// Real web servers with the rules that a site brings along: on a free port of the loopback, in a folder of their own, gone
// when they are stopped.

import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));
// scripts/setup unpacks them there, because an installed server would also be started.
const unpacked = join(projectRoot, '.cache/servers');

function isThere(path, mode = constants.R_OK) {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

function find(name) {
  const folders = [
    ...['usr/sbin', 'usr/bin'].map((folder) => join(unpacked, folder)),
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
  ];
  return folders.map((folder) => join(folder, name)).find((path) => isThere(path, constants.X_OK));
}

/** Debian 12, on which everything has to be there. */
export const allHaveToBeHere =
  existsSync('/etc/os-release') && /^VERSION_CODENAME=bookworm$/m.test(readFileSync('/etc/os-release', 'utf8'));

async function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(address, server, log) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) throw new Error(`the server stopped before it began:\n${log()}`);
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`nothing answers at ${address}:\n${log()}`);
}

async function start(command, words, folder, address) {
  const server = spawn(command, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += text));
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill('SIGTERM');
    const late = setTimeout(() => server.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(late);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await answers(address, server, () => said);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop };
}

const nginx = {
  name: 'nginx',
  hidden: [],
  /** Why it cannot be tested here; nothing when it can. */
  absent() {
    if (!find('nginx')) return 'there is no nginx here';
    return this.brotliModule() ? undefined : 'there is no ngx_http_brotli_static_module here';
  },
  brotliModule() {
    const file = 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
    return [join(unpacked, file), join('/', file)].find((path) => isThere(path));
  },
  /** Serves a site's folder below `base`, by the words that stand at the head of its hosting/nginx.conf. */
  async start(site, base) {
    const folder = await mkdtemp(join(tmpdir(), 'hubglass-nginx-'));
    const port = await freePort();
    const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const configuration = `
      load_module ${this.brotliModule()};
      daemon off;
      master_process off;
      pid ${folder}/pid;
      error_log stderr;
      events {}
      http {
        access_log off;
        ${own.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n        ')}
        server {
          listen 127.0.0.1:${port};
          location ${base} {
            alias ${site}/;
            error_page 403 404 =404 ${base}404.html;
            brotli_static on;
            include ${site}/hosting/nginx.conf;
          }
        }
      }`;
    await writeFile(join(folder, 'nginx.conf'), configuration);
    const words = ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')];
    return start(find('nginx'), words, folder, `http://127.0.0.1:${port}${base}`);
  },
};

const caddy = {
  name: 'Caddy',
  /** It hides the files that it was configured with. */
  hidden: ['hosting/Caddyfile'],
  absent() {
    return find('caddy') ? undefined : 'there is no caddy here';
  },
  async start(site, base) {
    const folder = await mkdtemp(join(tmpdir(), 'hubglass-caddy-'));
    const port = await freePort();
    const configuration = `{
  admin off
  auto_https off
}
import ${site}/hosting/Caddyfile
http://127.0.0.1:${port} {
  bind 127.0.0.1
  handle_path ${base}* {
    import hubglass ${site}
  }
}
`;
    await writeFile(join(folder, 'Caddyfile'), configuration);
    const words = ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
    return start(find('caddy'), words, folder, `http://127.0.0.1:${port}${base}`);
  },
};

export const servers = [nginx, caddy];
