// From static page to canvas nothing moves and no line breaks elsewhere, on any engine, at any width.

import type { Site } from '../browser/sites';
import { builtSites, routesOf } from '../browser/support/hub';
import { differences, drawnLines, type Line, shownLines } from '../browser/support/lines';
import { heldSite } from './support/held';
import { expect, test, waitForState } from './support/test';

const widths = [288, 320, 360, 768, 1024, 1280, 1600, 1920];
const height = 800;
const most = 2; // CSS px

// Firefox does not break a word that fits no line within a ligature, which no measuring tells from two letters.
const known: readonly { engine: string; site: string; route: string; widths: readonly number[]; what: string }[] = [
  { engine: 'firefox', site: 'odd project', route: 'tables/', widths: [320], what: 'words broken within cells' },
];

/** Of each site the home page and a few others, over all its languages and kinds of page; all of them when asked. */
function chosenRoutes(site: Site): string[] {
  const routes = routesOf(site);
  if (process.env['HUBGLASS_ALL_ROUTES']) return routes;
  const step = Math.max(1, Math.floor(routes.length / 4));
  return routes.filter((_, index) => index % step === 0);
}

for (const { name, site } of builtSites) {
  for (const route of chosenRoutes(site)) {
    test(`static page, mirror and canvas agree: ${name}, /${route}`, async ({ hub }) => {
      await hub.open(heldSite(site).address + encodeURI(route));
      const before = new Map<number, Line[]>();
      for (const width of widths) {
        await hub.resize(width, height);
        before.set(width, await shownLines(hub));
      }
      await hub.evaluate(() => (globalThis as unknown as { startHub(): Promise<unknown> }).startHub().then(() => 0), 0);
      await waitForState(hub, 'ready');
      const differs = known.find((page) => page.engine === hub.engine && page.site === name && page.route === route);
      for (const width of widths.filter((one) => !differs?.widths.includes(one)).reverse()) {
        await hub.resize(width, height);
        // The mirror is rebuilt by the resize observer, in the frame after the resize.
        await hub.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done))), 0);
        const drawn = await drawnLines(hub);
        expect(drawn.length).toBeGreaterThan(1);
        expect
          .soft(differences(before.get(width) ?? [], drawn, most), `${width} px: static page and canvas`)
          .toEqual([]);
        expect.soft(differences(await shownLines(hub), drawn, most), `${width} px: mirror and canvas`).toEqual([]);
      }
    });
  }
}
