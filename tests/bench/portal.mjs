// What a hub costs the page it is embedded in: a partner's page with and without the tag, in turns, with nothing cached. First
// contentful paint and layout shifts at full speed, blocking time on a processor four times slower.

import { createServer } from 'node:http';

import { launch, printTable, quantile, report, serve, siteFolder } from './support/site.mjs';

const pairs = Number(process.env.HUBGLASS_PAIRS ?? 30);
const slowPairs = Math.ceil(pairs / 3);
const frame = 1000 / 60;
const quiet = 500; // ms without a long task, after which none is waited for

const hub = await serve(siteFolder());
const paragraphs = Array.from(
  { length: 40 },
  (_, i) => `<p>Notice ${i}: the town hall is open from eight to noon, and the library all day long.</p>`,
);
const tag = (attributes) => `<script type="module" src="${hub.address}hub-glass.js"></script>
  <hub-glass ${attributes}><p>Read the <a href="${hub.address}">hub on its own site</a>.</p></hub-glass>`;
const page = (embed) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A town</title>
  <link rel="icon" href="data:,"><style>body { font: 16px/1.5 sans-serif; max-width: 70rem; margin: auto }
  .place { min-height: 480px }</style></head><body><h1>A town</h1><p>Welcome to our town.</p>
  <div class="place">${embed}</div>${paragraphs.join('')}</body></html>`;
const tags = { '/with': tag('height="480"'), '/whole': tag('') };
const host = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(page(tags[request.url] ?? ''));
});
await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${host.address().port}/`;

/** A first visit in a browser of its own; `slowdown` of the processor. */
async function visit(path, slowdown) {
  const browser = await launch();
  try {
    const shown = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const session = await shown.context().newCDPSession(shown);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await shown.addInitScript(() => {
      const told = { paint: 0, shift: 0, blocking: 0, last: 0 };
      Object.assign(window, { told });
      const watch = (type, note) => {
        new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
      };
      watch('paint', ({ name, startTime }) => {
        if (name === 'first-contentful-paint') told.paint = startTime;
      });
      watch('layout-shift', ({ value }) => {
        told.shift += value;
      });
      watch('longtask', ({ startTime, duration }) => {
        told.blocking += Math.max(0, duration - 50);
        told.last = startTime + duration;
      });
    });
    await shown.goto(address + path);
    if (path !== 'without') await shown.locator('hub-glass[state="ready"]').waitFor({ timeout: 60_000 });
    const begun = await shown.evaluate(() => performance.now());
    await shown.waitForFunction(
      ([from, still]) => window.told.paint > 0 && performance.now() - Math.max(from, window.told.last) > still,
      [begun, quiet],
    );
    return await shown.evaluate(() => window.told);
  } finally {
    await browser.close();
  }
}

/** The page at `path` and the one without the tag, in turns; the order changes from pair to pair. */
async function compare(count, slowdown, path = 'with') {
  const found = { with: [], without: [] };
  for (let pair = 0; pair < count; pair += 1) {
    for (const withTag of pair % 2 === 0 ? [true, false] : [false, true]) {
      found[withTag ? 'with' : 'without'].push(await visit(withTag ? path : 'without', slowdown));
    }
  }
  return found;
}

const difference = (found, name) =>
  quantile(
    found.with.map((one, i) => one[name] - found.without[i][name]),
    0.5,
  );

try {
  const usual = await compare(pairs, 1);
  const slow = await compare(slowPairs, 4);
  const slowWhole = await compare(slowPairs, 4, 'whole');
  const paint = quantile(
    usual.without.map((one) => one.paint),
    0.5,
  );
  report(`first contentful paint without the tag, median of ${pairs}`, paint, 'ms');
  report('first contentful paint, median difference', difference(usual, 'paint'), 'ms', Math.max(frame, 0.02 * paint));
  report(
    'layout shift added, most',
    Math.max(...usual.with.map((one, i) => one.shift - usual.without[i].shift)),
    '',
    0,
  );
  report(`blocking time added at 4× slow-down, median of ${slowPairs}`, difference(slow, 'blocking'), 'ms', 50);
  report('the same, for a tag as high as its hub', difference(slowWhole, 'blocking'), 'ms', 50);
} finally {
  host.close();
  hub.close();
}
printTable();
