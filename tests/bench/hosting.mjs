// The ecosystem page beside the same page as MkDocs Material builds it: same server, same compression, same browser, in turns.
// Bytes of a first visit, first contentful paint, and the time from a click to the next page painted.

import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { launch, printTable, projectRoot, quantile, report, serve, siteFolder } from './support/site.mjs';

const pairs = Number(process.env.HUBGLASS_PAIRS ?? 9);
const latency = 60; // ms, of every request while pages are changed
const route = 'communities_content/'; // where the clusters are listed, under the drawing of the ecosystem
const peerFolder = join(projectRoot, 'build/sites/peer');

const ours = siteFolder();
if (!existsSync(join(peerFolder, route)) || !existsSync(join(ours, route))) {
  process.stdout.write(
    '    left out: this needs HUBGLASS_CORPUS, and its site by MkDocs Material in build/sites/peer\n',
  );
  process.exit(0);
}

/** The peer's site as a good host would send it, with the compressed copies that ours brings along. */
async function compressed(folder) {
  const copy = `${folder}-compressed`;
  await rm(copy, { recursive: true, force: true });
  await cp(folder, copy, { recursive: true });
  for (const entry of await readdir(copy, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(html|css|js|json|svg|xml)$/.test(entry.name)) continue;
    const path = join(entry.path ?? entry.parentPath, entry.name);
    const bytes = await readFile(path);
    await writeFile(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
  return copy;
}

const sites = [
  { name: 'Hubglass', folder: ours, ready: (page) => page.locator('hub-glass[state="ready"]').waitFor() },
  { name: 'MkDocs Material', folder: await compressed(peerFolder), ready: () => undefined },
];
const browser = await launch();

/** A first visit: nothing cached. Foreign addresses (the peer asks for fonts) are refused for both, and not counted. */
async function visit(site, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  // By the network, not by the driver: that would switch the cache off.
  await session.send('Network.setBlockedURLs', { urls: ['https://*'] });
  const requests = new Map();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const travelled = !response.fromDiskCache && !response.fromPrefetchCache;
    if (response.url.startsWith('http://127.0.0.1') && travelled)
      requests.set(requestId, { url: response.url, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  await page.goto(address);
  await site.ready(page);
  await page.waitForLoadState('networkidle');
  return { context, page, session, requests };
}

async function firstPaint(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const found = list.getEntriesByName('first-contentful-paint')[0];
          if (found) resolve(found.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/** From the click to the new page painted, on the clocks of the pages themselves (both count from one epoch). */
async function pageChange(site, page, session) {
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await page.evaluate(() => {
    window.addEventListener(
      'click',
      (event) => {
        window.name = String(performance.timeOrigin + event.timeStamp); // survives the change of the page
      },
      true,
    );
    // A change within the page: the browser itself says when it showed what came of the click.
    new PerformanceObserver((list) => {
      const click = list.getEntriesByName('click')[0];
      if (click) Object.assign(window, { paintedAfter: click.duration });
    }).observe({ type: 'event', durationThreshold: 16 });
  });
  const target = await page.evaluate((base) => {
    const inner = document.querySelector('hub-glass')?.shadowRoot;
    const links = [...(inner ?? document).querySelectorAll('main a[href], article a[href]')];
    const found = links.find(({ href }) => href.includes('Data_Spaces_Related_Initiatives') && !href.includes('#'));
    found.setAttribute('data-measured', '');
    return found.href.slice(base.length);
  }, site.address);
  await page.locator('a[data-measured]').first().click();
  await page.waitForURL(site.address + target);
  if (site.name !== 'Hubglass') {
    const at = await firstPaint(page);
    return page.evaluate((paint) => performance.timeOrigin + paint - Number(window.name), at);
  }
  await page.waitForFunction(() => window.paintedAfter);
  return page.evaluate(() => window.paintedAfter);
}

for (const site of sites) Object.assign(site, { paints: [], changes: [] }, await serve(site.folder));
try {
  for (let pair = 0; pair < pairs; pair += 1) {
    for (const site of pair % 2 === 0 ? sites : [...sites].reverse()) {
      const { context, page, session, requests } = await visit(site, site.address + route);
      site.requests = [...requests.values()];
      site.paints.push(await firstPaint(page));
      site.changes.push(await pageChange(site, page, session));
      await context.close();
    }
  }
} finally {
  await browser.close();
  for (const site of sites) site.close();
}

const bytes = (site) => site.requests.reduce((sum, request) => sum + request.bytes, 0);
for (const site of sites) {
  process.stdout.write(`    ${site.name}, /${route}: ${site.requests.length} requests\n`);
  for (const { url, bytes: size } of [...site.requests].sort((a, b) => b.bytes - a.bytes)) {
    process.stdout.write(`      ${String(size).padStart(8)}  ${url.slice(site.address.length) || './'}\n`);
  }
}
const figures = [
  ['bytes to the finished page', 'KB', 0.6, (site) => bytes(site) / 1000],
  [`first contentful paint, median of ${pairs}`, 'ms', 0.6, (site) => quantile(site.paints, 0.5)],
  [`page change at ${latency} ms latency, median of ${pairs}`, 'ms', 0.2, (site) => quantile(site.changes, 0.5)],
];
for (const [name, unit, target, measure] of figures) {
  const [own, peer] = sites.map(measure);
  report(`${name}: MkDocs Material`, peer, unit);
  report(`${name}: Hubglass`, own, unit);
  report(`${name}: ratio`, own / peer, '×', target);
}
printTable();
