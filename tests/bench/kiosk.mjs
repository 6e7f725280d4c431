// A kiosk for a day: 24 hours by the kiosk's own clock, which runs fast, with real frames, network and graphics contexts. Visitors come
// and go, graphics contexts are lost, the network goes away in the middle of updates, updates arrive altered. Fails when the screen
// is ever blank, when a visitor can leave or get stuck, or when memory, graphics objects or elements grow.

import { PNG } from 'pngjs';
import { changingSite } from './support/changing_site.mjs';
import { fail, launch, siteFolder } from './support/site.mjs';
import { installInstruments } from './support/kiosk_instruments.mjs';

const usage = `Usage: node tests/bench/kiosk.mjs SITE [--minutes N] [--sessions N] [--seed N]

  SITE          folder with a built site
  --minutes N   real minutes that 24 hours of the kiosk take (default: 20)
  --sessions N  visitors (default: 1000); the run ends when day and visitors are both over
  --seed N      of the random numbers (default: 1)

The signal USR2 ends the run early and has the figures so far told.
`;

if (process.argv.includes('--help')) {
  process.stdout.write(usage);
  process.exit(0);
}
const folder = siteFolder();
const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0) return usual;
  const value = Number(process.argv[at + 1]);
  return Number.isFinite(value) && value > 0 ? value : fail(`--${name} needs a number above 0.`);
};
const minutes = option('minutes', 20);
const sessions = option('sessions', 1000);
let seed = option('seed', 1);
const random = () => {
  seed = (seed * 1664525 + 1013904223) % 2 ** 32;
  return seed / 2 ** 32;
};
const below = (count) => Math.floor(random() * count);
const speed = (24 * 60) / minutes;
const losses = 10;
const mostImages = 2 * 64; // on two surfaces
const site = await changingSite(folder);
const started = Date.now();
const clockHours = () => ((Date.now() - started) * speed) / 3_600_000;

const browser = await launch({ more: ['--enable-precise-memory-info'] });
const context = await browser.newContext({ viewport: { width: 1080, height: 1400 }, reducedMotion: 'no-preference' });
const page = await context.newPage();
await page.addInitScript(installInstruments, { speed, origin: started });
const session = await context.newCDPSession(page);
await session.send('HeapProfiler.enable');
const faults = [];
page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
await page.goto(site.address);

const ready = () =>
  page.waitForFunction(
    () =>
      document.documentElement.dataset.kiosk === 'ready' &&
      ['ready', 'reader'].includes(document.querySelector('hub-glass')?.getAttribute('state') ?? ''),
    undefined,
    { timeout: 60_000 },
  );
const tourShown = () =>
  page.waitForFunction(
    () =>
      document.documentElement.dataset.kiosk === 'ready' &&
      document.querySelector('.kiosk-tour .kiosk-slide h2')?.textContent,
    undefined,
    { timeout: 60_000 },
  );
/** A page that starts again in the middle of a question is asked once more. */
async function patiently(run) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= 4 || !/context was destroyed|navigat|Target closed|frame was detached/i.test(String(error)))
        throw error;
      await ready();
    }
  }
}

async function ink() {
  const { data, width, height } = PNG.sync.read(await page.screenshot());
  const seen = new Set();
  for (let i = 0; i < width * height; i += 7) seen.add(data.readUInt32BE(i * 4) >>> 8);
  return seen.size;
}

const measured = [];
async function measure(hour) {
  const loads = () => page.evaluate(() => globalThis.hubglassInstruments.loads());
  let usedSize = 0;
  let counters = { nodes: 0, jsEventListeners: 0 };
  let inside = { wasm: 0 };
  // A page that starts again meanwhile, to take an update over, is measured when it is there.
  for (let attempt = 0, before = -1; attempt < 5 && (inside.wasm === 0 || before !== (await loads())); attempt += 1) {
    await patiently(ready);
    await patiently(tourShown);
    before = await patiently(loads);
    for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
    ({ usedSize } = await session.send('Runtime.getHeapUsage'));
    counters = await session.send('Memory.getDOMCounters');
    inside = await patiently(() => page.evaluate(() => globalThis.hubglassInstruments.read()));
  }
  const row = {
    hour,
    sessions: done,
    heap: usedSize,
    nodes: counters.nodes,
    listeners: counters.jsEventListeners,
    ...inside,
  };
  measured.push(row);
  process.stdout.write(
    `    hour ${hour.toFixed(1)}: ${row.sessions} sessions, ${row.frames} frames since the page began, heap ${(row.heap / 2 ** 20).toFixed(2)} MB, ` +
      `wasm ${(row.wasm / 2 ** 20).toFixed(1)} MB, GL objects ${row.gl} (${row.textures} textures), mirror nodes ${row.mirror}, DOM nodes ${row.nodes}, ` +
      `listeners ${row.listeners}\n`,
  );
}

async function visitor() {
  await patiently(tourShown);
  const { width, height } = page.viewportSize();
  if (random() < 0.5) await page.mouse.click(100 + below(width - 200), 100 + below(height / 2));
  else
    await page
      .locator('.kiosk-invitation button')
      .last()
      .click({ timeout: 5000 })
      .catch(() => undefined);
  const deeds = 1 + below(4);
  for (let i = 0; i < deeds; i += 1) {
    const kind = random();
    if (kind < 0.35) {
      // One of the links that are seen, by a real touch.
      const place = await patiently(() =>
        page.evaluate((share) => globalThis.hubglassInstruments.link(share), random()),
      );
      if (place) await page.mouse.click(place.x, place.y);
    } else if (kind < 0.6) await page.mouse.wheel(0, below(1600) - 300);
    else if (kind < 0.8) await page.mouse.click(below(width), below(height));
    else if (kind < 0.88)
      await page
        .locator('.kiosk-bar button')
        .last()
        .click({ timeout: 3000 })
        .catch(() => undefined);
    else if (kind < 0.94)
      await page.keyboard.press(['Escape', 'Tab', 'Enter', 'F5', 'Control+p', 'Alt+ArrowLeft'][below(6)]);
    else await page.mouse.click(100 + below(200), height - 50);
  }
  const seen = await patiently(() =>
    page.evaluate(() => ({
      address: location.pathname,
      text: (document.querySelector('hub-glass')?.shadowRoot?.textContent ?? document.body.textContent ?? '').trim()
        .length,
    })),
  );
  if (!seen.address.endsWith('/kiosk/')) faults.push(`session ${done}: the kiosk was left for ${seen.address}`);
  if (seen.text < 200) faults.push(`session ${done}: the page is empty`);
  if (context.pages().length !== 1) faults.push(`session ${done}: there is another tab`);
}

let done = 0;
let lost = 0;
let dropped = 0;
let spoiled = 0;
let taken = 0;
let nextHour = 1;
let stopped = false;
process.once('SIGUSR2', () => {
  stopped = true; // the figures so far are told
});
await ready();
while (!stopped && (done < sessions || clockHours() < 24)) {
  try {
    await visitor();
    done += 1;
  } catch (error) {
    faults.push(`session ${done}: a dead end: ${String(error).split('\n')[0]}`);
    done += 1;
    if (faults.length > 20) break;
    await page.goto(site.address);
    await ready();
  }
  const part = Math.min(done / sessions, clockHours() / 24);
  if (lost < losses * Math.min(1, part * 1.2) && lost < losses) {
    lost += 1;
    // Some come back at once, others too late for the watchdog's patience.
    await patiently(() =>
      page.evaluate((wait) => globalThis.hubglassInstruments.lose(wait), lost % 3 === 0 ? 1500 : 50),
    );
  }
  // Updates in the first two thirds, so that the last third shows what one page needs for long.
  if (part < 0.66 && done % 40 === 20) {
    const turn = (done - 20) / 40;
    if (turn % 3 === 0) {
      site.publish(`cut-${turn}`);
      site.breakOff(true);
      dropped += 1;
    } else if (turn % 3 === 1) {
      site.publish(`spoiled-${turn}`, false);
      spoiled += 1;
    } else {
      site.publish(`good-${turn}`);
      taken += 1;
    }
    await patiently(() =>
      page.evaluate(() =>
        navigator.serviceWorker
          .getRegistration()
          .then((one) => one?.update())
          .catch(() => undefined),
      ),
    );
  } else if (site.isBroken && done % 40 === 30) {
    site.breakOff(false);
    site.publish(`whole-${done}`);
  }
  if (done % 50 === 0) {
    const colours = await patiently(ink);
    if (colours < 12) faults.push(`session ${done}: the screen is blank (${colours} colours)`);
  }
  if (clockHours() >= nextHour) {
    await measure(clockHours());
    nextHour = Math.max(nextHour + 1, Math.ceil(clockHours()));
  }
}
await measure(clockHours());
const restarts = await patiently(() => page.evaluate(() => globalThis.hubglassInstruments.loads()));
const log = await page.evaluate(() =>
  JSON.parse(localStorage.getItem('hubglass-kiosk-log') ?? '[]').map(({ message }) => message),
);
await browser.close();
site.close();

const first = measured[0];
const last = measured.at(-1);
const growth = (name) => (last[name] / first[name] - 1) * 100;
const frames = measured.reduce((most, { allFrames }) => Math.max(most, allFrames), 0);
process.stdout.write(
  `\n    ${clockHours().toFixed(1)} hours of the kiosk in ${((Date.now() - started) / 60_000).toFixed(1)} minutes, clock ${speed.toFixed(0)} times as fast\n` +
    `    ${done} sessions, ${frames} frames, page loaded ${restarts} times\n` +
    `    ${lost} context losses, ${dropped} updates cut off, ${spoiled} updates altered, ${taken} good updates\n` +
    `    heap ${(first.heap / 2 ** 20).toFixed(2)} -> ${(last.heap / 2 ** 20).toFixed(2)} MB (${growth('heap').toFixed(1)} %), ` +
    `wasm ${(first.wasm / 2 ** 20).toFixed(1)} -> ${(last.wasm / 2 ** 20).toFixed(1)} MB (${growth('wasm').toFixed(1)} %), ` +
    `GL objects ${first.gl} -> ${last.gl}, mirror nodes ${first.mirror} -> ${last.mirror}\n` +
    `    log: ${[...new Set(log)].slice(-8).join(' | ')}\n`,
);
if ((last.heap + last.wasm) / (first.heap + first.wasm) > 1.05)
  faults.push(`memory grew: heap by ${growth('heap').toFixed(1)} %, wasm by ${growth('wasm').toFixed(1)} %`);
// Images stay on the graphics card until `mostImages` others were seen (web/raster.ts); all else is as it was at the start.
const others = ({ gl, textures }) => gl - textures;
if (others(last) > others(first))
  faults.push(`GL objects besides textures grew from ${others(first)} to ${others(last)}`);
if (last.textures > mostImages + 8)
  faults.push(`there are ${last.textures} textures, images and atlases should be ${mostImages + 8} at most`);
if (last.mirror > first.mirror) faults.push(`mirror nodes grew from ${first.mirror} to ${last.mirror}`);
for (const fault of faults) process.stdout.write(`    FAULT ${fault}\n`);
process.exit(faults.length > 0 ? 1 : 0);
