// A hub in a frame of a partner's page, on every engine: as high as what it shows.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSite } from '../browser/sites';
import { expect, test, until } from './support/test';

let server: Server;
let portal: string;

const pages: Record<string, string> = {
  '/frame': `<style>iframe { display: block; width: 100%; height: 150px; border: 0 }</style>
    <script type="module" src="${contentSite.address}embed/host.js"></script>
    <iframe data-hubglass="${contentSite.address}embed/?route=data-spaces/&view=cluster" title="Hub"></iframe>`,
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

test('a frame is told of, as high as what it shows, and steered', async ({ hub }) => {
  await hub.open(`${portal}/frame`);
  const told = (): Promise<string[]> => hub.evaluate(() => (window as unknown as { told: string[] }).told, undefined);
  const height = (): Promise<number> =>
    hub.evaluate(() => document.querySelector('iframe')?.getBoundingClientRect().height ?? 0, undefined);
  await until(told, (names) => names.includes('ready'), 'the frame is ready');
  await until(height, (now) => now > 200, 'the frame is as high as a cluster');
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
