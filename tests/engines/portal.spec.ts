// A hub in a partner's page, on every engine: in the page's colours, and in a frame that is as high as what it shows.

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Box, Picture } from '../browser/support/picture';
import { contentSite, projectRoot } from '../browser/sites';
import type { Browser } from './support/engine';
import { expect, settle, test, until, waitForState } from './support/test';

const accent = 0xb3004b;
const surface = 0xfff8ef;
const guide = readFileSync(join(projectRoot, 'content/guides/embed-this-hub.md'), 'utf8');
const sandbox = /sandbox="[^"]*"(?=><\/iframe>)/.exec(guide)?.[0] ?? 'the guide has no frame';

let server: Server;
let portal: string;

const frame = (attributes: string): string =>
  `<style>iframe { display: block; width: 100%; height: 150px; border: 0 }</style>
    <script type="module" src="${contentSite.address}embed/host.js"></script>
    <iframe data-hubglass="${contentSite.address}embed/?route=data-spaces/&view=cluster" title="Hub" ${attributes}></iframe>`;

const tag = (attributes: string): string =>
  `<style>hub-glass { --hub-accent: #b3004b; --hub-surface: #fff8ef }</style>
    <script type="module" src="${contentSite.address}hub-glass.js"></script>
    <hub-glass loading="eager" view="cards" ${attributes}></hub-glass>`;

const pages: Record<string, string> = {
  '/tag': tag(''),
  '/box': tag('height="500"'),
  '/frame': frame(''),
  '/sandbox': frame(sandbox),
};

test.beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>A city’s portal</title><link rel="icon" href="data:,">
      <script>told = []; for (const name of ['ready', 'navigate', 'error'])
        addEventListener('hubglass:' + name, () => told.push(name))</script>
      <body><h1>A city’s portal</h1>${pages[request.url ?? ''] ?? ''}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  portal = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.beforeEach(async ({ hub }) => {
  await hub.resize(1280, 800);
});

/** What is seen of an element. */
async function seen(hub: Browser, selector: string): Promise<Box> {
  return hub.evaluate((what) => {
    const { left, top, right, bottom } = document.querySelector(what)!.getBoundingClientRect();
    const [x, y] = [Math.ceil(left), Math.ceil(top)];
    return { x, y, width: Math.floor(right) - x, height: Math.floor(Math.min(bottom, innerHeight)) - y };
  }, selector);
}

function count(picture: Picture, { x, y, width, height }: Box, colour: number): number {
  let found = 0;
  for (let row = y; row < y + height; row += 1) {
    for (let column = x; column < x + width; column += 1) {
      if (picture.at(column, row) === colour) found += 1;
    }
  }
  return found;
}

for (const [name, path] of [
  ['the tag', '/tag'],
  ['a tag of a given height', '/box'],
] as const) {
  test(`${name} is drawn in the colours of the page around, and nothing of it twice`, async ({ hub }) => {
    await hub.open(`${portal}${path}`);
    await waitForState(hub, 'ready');
    await settle(hub);
    const place = await seen(hub, 'hub-glass');
    place.width -= 20; // where a scroll bar fades
    const picture = await hub.screenshot();
    expect(picture.background(place)).toBe(surface);
    expect(count(picture, place, accent), 'pixels in the accent').toBeGreaterThan(50);
    await hub.evaluate(() => {
      const mirror = document.querySelector('hub-glass')?.shadowRoot?.querySelector<HTMLElement>('[part="mirror"]');
      mirror?.style.setProperty('visibility', 'hidden');
    }, undefined);
    await settle(hub);
    const canvas = await hub.screenshot();
    expect(canvas.difference(picture, place), 'what the mirror adds to the canvas').toBe(0);
  });
}

for (const [name, path] of [
  ['a frame', '/frame'],
  ['a frame as the guide has it', '/sandbox'],
] as const) {
  test(`${name} is told of, seen, as high as what it shows, and steered`, async ({ hub }) => {
    await hub.open(portal + path);
    const told = (): Promise<string[]> => hub.evaluate(() => (window as unknown as { told: string[] }).told, undefined);
    const height = (): Promise<number> =>
      hub.evaluate(() => document.querySelector('iframe')?.getBoundingClientRect().height ?? 0, undefined);
    await until(told, (names) => names.includes('ready'), 'the frame is ready');
    await until(height, (now) => now > 200, 'the frame is as high as a cluster');
    const drawn = async (): Promise<number> => (await hub.screenshot()).colours(await seen(hub, 'iframe'));
    await until(drawn, (colours) => colours > 20, 'the frame shows its cluster');
    const before = await height();
    await hub.evaluate(() => {
      const api = (window as unknown as { hubglassEmbed: { navigate(frame: Element | null, route: string): void } })
        .hubglassEmbed;
      api.navigate(document.querySelector('iframe'), 'about/');
    }, undefined);
    await until(told, (names) => names.includes('navigate'), 'the frame shows another page');
    await until(height, (now) => now !== before && now > 200, 'the frame is as high as that page');
    expect(await told()).toEqual(['ready', 'navigate']);
  });
}
