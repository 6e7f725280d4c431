// A partner's page on another origin than the hub, under a strict policy of its own.

import type { Page } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSite } from '../sites';

const hub = new URL(contentSite.address).origin;

export const strictPolicy = [
  "default-src 'none'",
  `script-src ${hub} 'wasm-unsafe-eval'`,
  `connect-src ${hub}`,
  `img-src ${hub} data:`,
  "require-trusted-types-for 'script'",
  'trusted-types portal-policy',
].join('; ');

/** Opens a partner's page with this body and the hub's script, served from a port of its own; returns its address. */
export async function openPortal(page: Page, body: string, policy = strictPolicy): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', policy);
    response.end(`<!doctype html><html lang="en"><head><title>A city’s portal</title><link rel="icon" href="data:,">
      <script type="module" src="${contentSite.address}hub-glass.js"></script></head>
      <body><h1>A city’s portal</h1>${body}<footer><p>The city</p></footer></body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  page.once('close', () => server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/page`;
  await page.goto(address);
  return address;
}

/** What the hub's events said so far; begin with followEvents(). */
export async function toldBy(page: Page): Promise<{ name: string; detail: Record<string, string> | null }[]> {
  return page.evaluate(() => (window as unknown as { told: { name: string; detail: Record<string, string> }[] }).told);
}

/** Notes the hub's events; `hubglass:link` is prevented. */
export async function followEvents(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: object[] = [];
    Object.assign(window, { told });
    for (const name of ['ready', 'navigate', 'error', 'link']) {
      addEventListener(`hubglass:${name}`, (event) => {
        told.push({ name, detail: (event as CustomEvent<unknown>).detail });
        if (name === 'link') event.preventDefault();
      });
    }
  });
}
