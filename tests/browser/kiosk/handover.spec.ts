// From the static page to the canvas, a kiosk's page stands where it stood.

import type { Page } from '@playwright/test';
import { contentSite } from '../sites';
import { expect, hubOf, test } from '../support/hub';
import { openKiosk } from '../support/kiosk';

/** Where controls, headings and cards are, px, by what they say. */
const places = (page: Page): Promise<Record<string, number[]>> =>
  hubOf(page).evaluate((hub) => {
    const roots = [hub, hub.shadowRoot].filter((root) => root !== null);
    const found: Record<string, number[]> = {};
    for (const element of roots.flatMap((root) => [
      ...root.querySelectorAll('.hg-region-header :is(a, button), h1, h2, h3, .hg-card, .hg-navigation a'),
    ])) {
      const { left, top, width } = element.getBoundingClientRect();
      if (width > 0 && top < innerHeight && !element.matches('.hg-brand a')) {
        const name = `${element.localName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`;
        found[name] ??= [left, top].map(Math.round);
      }
    }
    return found;
  });

test.describe('without the engine first', () => {
  test.use({ expectedProblems: /engine-missing|ERR_FAILED/ });

  for (const [width, height] of [
    [1920, 1080],
    [1080, 1920],
    [2560, 1440],
    [3840, 2160],
  ] as const) {
    test(`nothing moves on a screen of ${width} by ${height} px`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.route(/hubglass-engine/, (route) => route.abort());
      await page.goto(`${contentSite.address}kiosk/`);
      await expect(hubOf(page)).toHaveAttribute('state', 'error');
      const before = await places(page);
      expect(Object.keys(before).length).toBeGreaterThan(4);
      await page.unrouteAll();
      await openKiosk(page);
      await expect(hubOf(page)).toHaveAttribute('state', 'ready');
      const after = await places(page);
      const moved = Object.entries(before).filter(([name, place]) =>
        place.some((value, i) => Math.abs(value - (after[name]?.[i] ?? NaN)) > 2 || !after[name]),
      );
      expect(moved.map(([name, place]) => `${name}: ${place.join()} → ${after[name]?.join() ?? 'gone'}`)).toEqual([]);
    });
  }
});
