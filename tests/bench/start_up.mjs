// From the engine's instantiation to the first canvas frame of the site's longest page, with nothing cached.

import { launch, quantile, report, printTable, routesBySize, serve, siteFolder } from './support/site.mjs';

const runs = 7;
const folder = siteFolder();
const route = routesBySize(folder)[0];
const server = await serve(folder);
const spans = {
  'engine to pack': [],
  'engine to first frame': [],
  'first frame to ready': [],
  'navigation to ready': [],
};

for (let run = 0; run < runs; run += 1) {
  // A browser of its own each time: fonts, code and shaders are as cold as on a first visit.
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    window.addEventListener('hubglass:ready', () => performance.mark('ready'));
  });
  await page.goto(server.address + encodeURI(route));
  await page.locator('hub-glass[state="ready"]').waitFor({ timeout: 20_000 });
  const at = await page.evaluate(() =>
    Object.fromEntries(performance.getEntriesByType('mark').map((mark) => [mark.name, mark.startTime])),
  );
  spans['engine to pack'].push(at['hubglass:pack'] - at['hubglass:engine']);
  spans['engine to first frame'].push(at['hubglass:first-frame'] - at['hubglass:engine']);
  spans['first frame to ready'].push(at.ready - at['hubglass:first-frame']);
  spans['navigation to ready'].push(at.ready);
  await browser.close();
}
server.close();

process.stdout.write(`    /${route}, median of ${runs} cold browsers\n`);
for (const [name, values] of Object.entries(spans)) {
  report(name, quantile(values, 0.5), 'ms', name === 'engine to first frame' ? 150 : undefined);
}
report('engine to first frame, slowest', Math.max(...spans['engine to first frame']), 'ms');
printTable();
