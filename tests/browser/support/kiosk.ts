// A kiosk under test: its clock stands in the test's hand, and its server can fall silent, change or send rubbish.

import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { contentSite } from '../sites';
import { expect } from './hub';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.png': 'image/png',
};

/** The policy that sites are served under, as scripts/serve.mjs sends it. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types hubglass-kiosk";

interface Manifest {
  build: string;
  entries: { url: string; revision: string; integrity: string }[];
}

/** Serves the bundled hub; every file can be replaced. */
export class KioskServer {
  /** Paths below the root ("kiosk/tour.json") and what is sent instead. */
  readonly replaced = new Map<string, Buffer>();
  /** Paths whose answers break off half-way. */
  readonly broken = new Set<string>();
  /** Sent instead of everything: what a network between says that wants a login, or is out of order. */
  everything: { status: number; type: string; text: string } | undefined;
  /** How often each path was asked for. */
  readonly asked = new Map<string, number>();
  private server: Server | undefined;
  private port = 0;

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.answer(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1), response);
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    const address = server.address();
    this.port = typeof address === 'object' && address ? address.port : 0;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  get address(): string {
    return `http://localhost:${this.port}/kiosk/`;
  }

  file(path: string): Buffer {
    return this.replaced.get(path) ?? readFileSync(join(contentSite.folder, path));
  }

  /** A new version of the site: another tour, and the worker that says so. With `honest` false its hash is a lie. */
  publish(name: string, honest = true): void {
    const worker = readFileSync(join(contentSite.folder, 'kiosk/worker.js'), 'utf8');
    const end = worker.indexOf(';\n');
    const manifest = JSON.parse(worker.slice('self.hubglassKiosk='.length, end)) as Manifest;
    const tour = JSON.parse(readFileSync(join(contentSite.folder, 'kiosk/tour.json'), 'utf8')) as { version: string };
    tour.version = name;
    const bytes = Buffer.from(JSON.stringify(tour));
    const entry = manifest.entries.find(({ url }) => url === 'tour.json');
    if (!entry) throw new Error('the manifest has no tour.json');
    const hash = createHash('sha256').update(bytes);
    entry.integrity = `sha256-${hash.digest('base64')}`;
    entry.revision = `${name}-${entry.integrity.slice(7, 15)}`;
    manifest.build = name;
    this.replaced.set('kiosk/tour.json', honest ? bytes : Buffer.concat([bytes, Buffer.from(' ')]));
    this.replaced.set(
      'kiosk/worker.js',
      Buffer.from(`self.hubglassKiosk=${JSON.stringify(manifest)}${worker.slice(end)}`),
    );
  }

  private answer(path: string, response: ServerResponse): void {
    this.asked.set(path, (this.asked.get(path) ?? 0) + 1);
    if (this.everything) {
      const { status, type, text } = this.everything;
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(text);
      return;
    }
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const full = join(contentSite.folder, name);
    if (
      !this.replaced.has(name) &&
      !(full.startsWith(contentSite.folder) && existsSync(full) && statSync(full).isFile())
    ) {
      response.writeHead(404).end();
      return;
    }
    const bytes = this.file(name);
    response.writeHead(200, {
      'Content-Type': types[extname(name)] ?? 'application/octet-stream',
      'Content-Length': bytes.length,
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': policy,
    });
    if (this.broken.has(name)) {
      response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    } else {
      response.end(bytes);
    }
  }
}

/** Puts a clock into pages that stands still until pass() is called. */
export async function holdClock(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let now = 0;
    let waiting: { at: number; run: () => void }[] = [];
    Object.assign(globalThis, {
      hubglassKioskClock: {
        now: () => now,
        date: () => Date.now(),
        after(ms: number, run: () => void) {
          const entry = { at: now + ms, run };
          waiting.push(entry);
          return () => {
            waiting = waiting.filter((other) => other !== entry);
          };
        },
      },
      passTime(ms: number) {
        const end = now + ms;
        for (;;) {
          const due = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
          if (!due) break;
          waiting = waiting.filter((other) => other !== due);
          now = due.at;
          due.run();
        }
        now = end;
      },
    });
  });
}

/** Lets the kiosk's clock run on. */
export async function pass(page: Page, seconds: number): Promise<void> {
  await page.evaluate((ms) => {
    (globalThis as unknown as { passTime(ms: number): void }).passTime(ms);
  }, seconds * 1000);
}

/** Opens the kiosk and waits until it can be used. */
export async function openKiosk(page: Page, address = `${contentSite.address}kiosk/`): Promise<void> {
  await page.goto(address);
  await kioskReady(page);
}

export async function kioskReady(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-kiosk', 'ready', { timeout: 60_000 });
  await expect(page.locator('hub-glass')).toHaveAttribute('state', /ready|reader/);
}
