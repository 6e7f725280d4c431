// Do canvas and mirror part while the reader scrolls? Looked at in a window: marks in the page's flow tell how far the page is
// scrolled in each picture of the screen, and the drawn lines tell how far the canvas is.

import { spawnSync } from 'node:child_process';
import { PNG } from 'pngjs';
import { launch, openHub, printTable, quantile, report, routesBySize, serve, siteFolder } from './support/site.mjs';

const folder = siteFolder();
if (!process.env.DISPLAY) {
  const under = spawnSync(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1280x900x24', process.execPath, ...process.argv.slice(1)],
    {
      stdio: 'inherit',
    },
  );
  if (under.error) process.stderr.write('bench: no display, and no xvfb-run to make one. Run scripts/setup.\n');
  process.exit(under.status ?? 1);
}

const width = 1280;
const height = 700;
const step = 16; // px between the marks' beginnings
const digits = 10; // each mark is a number in as many black or white squares of 3 px
const header = 70; // px at the top that do not scroll
const column = { left: 340, right: 900 }; // px in which the drawn lines are looked at
const farthest = 60; // px by which canvas and page are tried against each other

const server = await serve(folder);
const browser = await launch({ headless: false });
const page = await browser.newPage({ viewport: { width, height } });
await openHub(page, server.address + encodeURI(routesBySize(folder)[0]));
const length = await page.evaluate(
  ({ step, digits }) => {
    const { scrollHeight } = document.documentElement;
    const marks = document.createElement('canvas');
    marks.width = digits * 3;
    marks.height = scrollHeight;
    const context = marks.getContext('2d');
    for (let mark = 0; mark * step < scrollHeight; mark += 1) {
      for (let digit = 0; digit < digits; digit += 1) {
        context.fillStyle = (mark >> digit) & 1 ? '#000' : '#fff';
        context.fillRect(digit * 3, mark * step, 3, step);
      }
    }
    marks.style.cssText = `position:absolute;left:0;top:0;z-index:9`;
    document.body.append(marks);
    return scrollHeight;
  },
  { step, digits },
);

const dark = (picture, x, y) => picture.data[4 * (y * picture.width + x)] < 128;

/** How far the page is scrolled in a picture, px; undefined where no mark can be read. */
function scrolledBy(picture) {
  const read = (y) => {
    let mark = 0;
    for (let digit = 0; digit < digits; digit += 1) if (dark(picture, digit * 3 + 1, y)) mark |= 1 << digit;
    return mark;
  };
  for (let y = header; y < picture.height - 1; y += 1) {
    const [mark, next] = [read(y), read(y + 1)];
    if (next === mark + 1) return next * step - (y + 1);
  }
  return undefined;
}

/** Dark pixels in each row of the column. */
function inkOf(picture) {
  const rows = [];
  for (let y = 0; y < picture.height; y += 1) {
    let ink = 0;
    for (let x = column.left; x < column.right; x += 1) if (dark(picture, x, y)) ink += 1;
    rows.push(ink);
  }
  return rows;
}

// How the page looks at rest.
const client = await page.context().newCDPSession(page);
const shot = async () => {
  const { data } = await client.send('Page.captureScreenshot', { format: 'png' });
  return PNG.sync.read(Buffer.from(data, 'base64'));
};
const rest = [];
for (let top = 0; top + height <= length; top += height - header - 100) {
  await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
  await page.waitForTimeout(150);
  const picture = await shot();
  const at = scrolledBy(picture);
  inkOf(picture).forEach((ink, y) => {
    if (y >= header) rest[at + y] = ink;
  });
}

/** How many px the drawn lines are from where the page is scrolled to; undefined where nothing tells. */
function offsetIn(picture) {
  const at = scrolledBy(picture);
  if (at === undefined) return undefined;
  const rows = inkOf(picture);
  const score = (offset) => {
    let sum = 0;
    for (let y = header + farthest; y < picture.height - farthest; y += 1) {
      sum += Math.abs(rows[y] - (rest[at + y + offset] ?? 0));
    }
    return sum;
  };
  if (rows.slice(header).filter((ink) => ink > 0).length < 40) return { blank: true };
  let best = 0;
  for (let offset = -farthest; offset <= farthest; offset += 1) if (score(offset) < score(best)) best = offset;
  return { offset: best };
}

async function watch(act) {
  const frames = [];
  const listener = ({ data, sessionId }) => {
    frames.push(data);
    client.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  };
  client.on('Page.screencastFrame', listener);
  await client.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await act();
  await client.send('Page.stopScreencast');
  client.off('Page.screencastFrame', listener);
  return frames.map((data) => offsetIn(PNG.sync.read(Buffer.from(data, 'base64')))).filter(Boolean);
}

const fling = (speed, distance) =>
  client.send('Input.synthesizeScrollGesture', {
    x: 640,
    y: 400,
    yDistance: -distance,
    speed,
    gestureSourceType: 'mouse',
    preventFling: false,
  });

for (const [face, target] of [
  ['canvas', 0],
  ['plain page', undefined], // the browser's own work, for comparison: it, too, may be too slow for a fling
]) {
  if (face === 'plain page') {
    await page.keyboard.press('r');
    await page.locator('hub-glass[state="reader"]').waitFor();
  }
  for (const busy of [false, true]) {
    const name = `${face}${busy ? ', scripts busy for 100 ms at a time' : ''}`;
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await page.evaluate((keepBusy) => {
      clearInterval(window.busy);
      if (!keepBusy) return;
      window.busy = setInterval(() => {
        for (const end = performance.now() + 100; performance.now() < end; );
      }, 140);
    }, busy);
    const read = await watch(() => fling(800, Math.min(length - height, 3000)));
    const flung = await watch(() => fling(6000, length - height - 3000));
    const offsets = [...read, ...flung].filter(({ blank }) => !blank).map(({ offset }) => Math.abs(offset));
    const blank = (seen) => seen.filter((picture) => picture.blank).length;
    report(`${name}: pictures of the screen`, read.length + flung.length, '');
    report(`${name}: text is off its place, median`, quantile(offsets, 0.5), 'px', target);
    report(
      `${name}: … pictures in which it is`,
      offsets.filter((offset) => offset > 0).length,
      '',
      target === 0 ? 1 : undefined,
    );
    report(`${name}: blank pictures at 800 px/s`, blank(read), '', target);
    report(`${name}: blank pictures at 6000 px/s`, blank(flung), '');
  }
}
printTable();
await browser.close();
server.close();
