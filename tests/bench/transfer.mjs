// Bytes that travel until the first canvas frame of the home page, compressed as the host sends them.

import { launch, openHub, report, printTable, serve, siteFolder } from './support/site.mjs';

const server = await serve(siteFolder());
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const session = await page.context().newCDPSession(page);
await session.send('Network.enable');
const kinds = new Map();
const bodies = new Map();
session.on('Network.responseReceived', ({ requestId, response }) => {
  const file = new URL(response.url).pathname;
  kinds.set(requestId, /\.\w+$/.exec(file)?.[0] ?? '.html');
});
session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
  const kind = kinds.get(requestId);
  bodies.set(kind, (bodies.get(kind) ?? 0) + encodedDataLength);
});
await openHub(page, server.address);
await browser.close();
server.close();

const kilobytes = (...names) => names.reduce((sum, name) => sum + (bodies.get(name) ?? 0), 0) / 1000;
report('engine and script (wasm, JavaScript)', kilobytes('.wasm', '.js'), 'KB', 260);
report('engine', kilobytes('.wasm'), 'KB');
report('script', kilobytes('.js'), 'KB');
report('content pack', kilobytes('.hubpack'), 'KB');
report('page', kilobytes('.html'), 'KB');
report('style sheet', kilobytes('.css'), 'KB');
report('everything, images included', kilobytes(...bodies.keys()), 'KB');
printTable();
