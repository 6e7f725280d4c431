// What frames cost on a cluster's page: steady ones under a moving pointer, scrolling ones, and idle.

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

const folder = siteFolder();
// A cluster is a page with initiatives below it; the longest one is the dearest to draw.
const routes = routesBySize(folder);
const cluster = routes.find(
  (route) => route !== '' && routes.some((other) => other !== route && other.startsWith(route)),
);
const route = cluster ?? routes[0];
const server = await serve(folder);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.addInitScript(() => {
  const counts = { timers: 0 };
  Object.assign(window, { counts });
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) {
    const original = window[name];
    window[name] = (...values) => {
      counts.timers += 1;
      return original.apply(window, values);
    };
  }
});
const hub = await openHub(page, server.address + encodeURI(route));

/** Frames drawn while `act` runs: C++ ms and submission ms of each, read as soon as it was drawn. */
async function framesDuring(act) {
  await hub.evaluate((element) => {
    const samples = [];
    let last = element.stats().frames;
    Object.assign(window, { samples, sampling: true });
    const look = () => {
      const now = element.stats();
      if (now.frames !== last) samples.push({ cpu: now.lastFrameMs, submit: now.submitMs, calls: now.drawCalls });
      last = now.frames;
      if (window.sampling) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await act();
  return page.evaluate(() => {
    window.sampling = false;
    return window.samples;
  });
}

function tell(name, samples, target) {
  if (samples.length === 0) throw new Error(`${name}: no frame was drawn`);
  report(
    `${name}: C++ per frame, median of ${samples.length}`,
    quantile(
      samples.map(({ cpu }) => cpu),
      0.5,
    ),
    'ms',
    target,
  );
  report(
    `${name}: C++ per frame, 95th percentile`,
    quantile(
      samples.map(({ cpu }) => cpu),
      0.95,
    ),
    'ms',
  );
  report(
    `${name}: WebGL submission, median`,
    quantile(
      samples.map(({ submit }) => submit),
      0.5,
    ),
    'ms',
  );
  report(`${name}: draw calls, most`, Math.max(...samples.map(({ calls }) => calls)), '');
}

const cards = page
  .getByRole('main')
  .getByRole('listitem')
  .filter({ has: page.getByRole('link') });
await cards.first().scrollIntoViewIfNeeded();
await settle(page);
const boxes = (await Promise.all((await cards.all()).slice(0, 6).map((card) => card.boundingBox()))).filter(
  (box) => box && box.y > 70 && box.y + box.height < 800,
);
const steady = async (rounds) => {
  for (let round = 0; round < rounds; round += 1) {
    for (const box of boxes) {
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.waitForTimeout(60);
      await page.mouse.move(box.x + box.width / 2, Math.max(70, box.y - 6));
      await page.waitForTimeout(60);
    }
  }
};
await steady(1); // the first round rasterises what hovering shows for the first time
tell('steady', await framesDuring(() => steady(4)), 1);

const scroll = async () => {
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, turn < 30 ? 240 : -240);
    await page.waitForTimeout(30);
  }
};
tell('scrolling', await framesDuring(scroll));

await page.mouse.move(2, 2);
await settle(page);
const before = await hub.evaluate((element) => ({ frames: element.stats().frames, timers: window.counts.timers }));
await page.waitForTimeout(3000);
const after = await hub.evaluate((element) => ({ frames: element.stats().frames, timers: window.counts.timers }));
report('idle for 3 s: frames drawn', after.frames - before.frames, '', 0);
report('idle for 3 s: timers started', after.timers - before.timers, '', 0);
const { atlasBytes, mirrorNodes } = await hub.evaluate((element) => element.stats());
report('fragment atlases', atlasBytes / 1024 / 1024, 'MB');
report('mirror elements', mirrorNodes, '');

await browser.close();
server.close();
process.stdout.write(`    /${route}, 1280 × 800\n`);
printTable();
