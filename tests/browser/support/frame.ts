// A partner's page with a hub in a frame: on another origin than the hub, under a strict policy of its own.

import type { FrameLocator, Page } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSite } from '../sites';

const hub = new URL(contentSite.address).origin;

export const hostPolicy = [
  "default-src 'none'",
  `script-src 'self' ${hub}`,
  "style-src 'self'",
  'img-src data:',
  `frame-src ${hub}`,
  "require-trusted-types-for 'script'",
  'trusted-types portal-policy',
].join('; ');

export interface Host {
  address: string;
  origin: string;
  frame: FrameLocator;
}

/** Opens a partner's page with this body and the host script as `script` loads it; what the frame tells is noted for toldBy(). */
export async function openHost(
  page: Page,
  body: string,
  kind: 'module' | 'classic' | 'none' = 'module',
): Promise<Host> {
  const source =
    kind === 'none' ? '' : `<script ${kind === 'module' ? 'type="module"' : ''} src="${hub}/embed/host.js"></script>`;
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', hostPolicy);
    if (request.url?.startsWith('/style.css')) {
      response.setHeader('content-type', 'text/css');
      response.end('iframe{display:block;width:100%;height:150px;border:0}*{box-sizing:border-box}body{margin:0}');
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><head><title>A city’s portal</title>
      <link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css">${source}</head>
      <body><main><h1>A city’s portal</h1><p><a href="/page#before">Before</a></p>${body}
      <p><a href="/page#after">After</a></p></main></body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  page.once('close', () => server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await page.addInitScript(() => {
    if (window === top) {
      const raw: unknown[] = [];
      Object.assign(window, { raw });
      addEventListener('message', ({ data }) => raw.push(data));
    }
  });
  await page.goto(`${origin}/page`);
  return { address: `${origin}/page`, origin, frame: page.frameLocator('iframe') };
}

/** All messages that reached the page so far. */
export async function messagesTo(page: Page): Promise<Record<string, unknown>[]> {
  return page.evaluate(() => (window as unknown as { raw: Record<string, unknown>[] }).raw);
}
