// What the mirror of the site's longest page costs: building it, cold and warm, and following a scroll.

import {
  launch,
  openHub,
  quantile,
  report,
  printTable,
  routesBySize,
  serve,
  settle,
  siteFolder,
} from './support/site.mjs';

const coldRuns = 5;
const warmRuns = 25;
const folder = siteFolder();
const [route, other] = routesBySize(folder);
const server = await serve(folder);

/** The mirror stops watching itself before it is built anew and goes on after: what lies between is the building, C++ included. */
function timeRebuilds() {
  const regions = 4;
  const spent = [];
  let began = 0;
  let sum = 0;
  let count = 0;
  const { disconnect, observe } = window.MutationObserver.prototype;
  window.MutationObserver.prototype.disconnect = function () {
    began = performance.now();
    return disconnect.call(this);
  };
  window.MutationObserver.prototype.observe = function (...values) {
    observe.apply(this, values);
    const passed = performance.now() - began;
    // The page in the element is watched, too; what is written there later is not the mirror.
    const isMirror = began > 0 && values[0].getRootNode() !== document;
    began = 0;
    if (!isMirror) return;
    sum += passed;
    count += 1;
    if (count % regions === 0) {
      spent.push(sum);
      sum = 0;
    }
  };
  Object.assign(window, { spent });
}

const cold = [];
for (let run = 0; run < coldRuns; run += 1) {
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(timeRebuilds);
  await openHub(page, server.address + encodeURI(route));
  cold.push(await page.evaluate(() => window.spent[0]));
  await browser.close();
}

const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.addInitScript(timeRebuilds);
const hub = await openHub(page, server.address + encodeURI(route));
const warm = [];
for (let run = 0; run < warmRuns; run += 1) {
  await hub.evaluate((element, to) => element.navigate(to), other);
  await hub.evaluate((element, to) => {
    window.spent.length = 0;
    element.navigate(to);
  }, route);
  warm.push(await page.evaluate(() => window.spent[0]));
  await page.waitForTimeout(50);
}
const { mirrorNodes } = await hub.evaluate((element) => element.stats());
await settle(page);

// The browser's own record of what it laid out while the page is scrolled to its end and back.
const session = await page.context().newCDPSession(page);
const events = [];
session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
await session.send('Tracing.start', {
  transferMode: 'ReportEvents',
  traceConfig: { includedCategories: ['devtools.timeline'] },
});
const scrolled = await page.evaluate(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  let steps = 0;
  for (const by of [137, -311]) {
    for (let before = -1; before !== scrollY; steps += 1) {
      before = scrollY;
      scrollBy({ top: by, behavior: 'instant' });
      await frame();
    }
  }
  return steps;
});
await settle(page);
await session.send('Tracing.end');
await ended;
await browser.close();
server.close();
if (scrolled < 20) throw new Error(`The page was scrolled ${scrolled} steps only.`);
/** Drawings (SVG) that come into view are documents of their own, which are laid out, too, in a box of their own size. */
const isDrawing = ({ args }) =>
  args.endData?.layoutRoots?.every(({ nodeName, quads }) => nodeName === '#document' && quads[0]?.[2] < 1280);
const layouts = events.filter(
  (event) => event.name === 'Layout' && (event.args?.beginData?.dirtyObjects ?? 0) > 0 && !isDrawing(event),
);
const forced = layouts.filter(({ args }) => (args.beginData.stackTrace?.length ?? 0) > 0);
if (!events.some(({ name }) => name === 'FunctionCall' || name === 'FireAnimationFrame')) {
  throw new Error('The browser recorded nothing while the page was scrolled.');
}

process.stdout.write(`    /${route}, ${mirrorNodes} elements\n`);
report('mirror built, warm, median', quantile(warm, 0.5), 'ms', 8);
report('mirror built, warm, slowest', Math.max(...warm), 'ms');
report('mirror built, first time in a browser, median', quantile(cold, 0.5), 'ms');
report(`layouts while scrolling ${scrolled} steps`, layouts.length, '', 0);
report('layouts forced by a script', forced.length, '', 0);
printTable();
