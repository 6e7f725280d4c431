// A partner's page on another origin than the hub, under a strict policy of its own.

import type { Page } from '@playwright/test';
import { contentSite } from '../sites';

/** Another origin than the hub's: the same machine by another name. */
export const portalAddress = contentSite.address.replace('127.0.0.1', 'localhost') + 'partner/page';

const hub = new URL(contentSite.address).origin;

export const strictPolicy = [
  "default-src 'none'",
  `script-src ${hub} 'wasm-unsafe-eval'`,
  `connect-src ${hub}`,
  `img-src ${hub}`,
  "require-trusted-types-for 'script'",
  'trusted-types portal-policy',
].join('; ');

/** Opens a partner's page with this body; the script of the hub is there. */
export async function openPortal(page: Page, body: string, policy = strictPolicy): Promise<void> {
  await page.route(portalAddress, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': policy },
      body: `<!doctype html><html lang="en"><head><title>A city’s portal</title>
        <script type="module" src="${contentSite.address}hub-glass.js"></script></head>
        <body><h1>A city’s portal</h1>${body}<footer><p>The city</p></footer></body></html>`,
    }),
  );
  await page.goto(portalAddress);
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
