// A reader turns the phone, resizes the window, moves it to another screen, zooms.

import { execFileSync } from 'node:child_process';
import { contentSite } from '../sites';
import { expect, type HubElement, hubOf, longestRoute, openHub, settle, statistics, test } from '../support/hub';
import { differences, drawnLines, shownLines } from '../support/lines';

const route = longestRoute(contentSite);

test('the page flows anew when its width changes, and back again', async ({ page }) => {
  await openHub(page, route);
  const wide = await drawnLines(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await settle(page);
  const narrow = await drawnLines(page);
  expect(narrow.length).toBeGreaterThan(wide.length);
  expect(Math.max(...narrow.map((line) => line.x + line.width))).toBeLessThanOrEqual(320);
  expect(differences(await shownLines(page), narrow, 1)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await settle(page);
  expect(differences(wide, await drawnLines(page), 0.01)).toEqual([]);
});

test('nothing makes the page scroll sideways, at any width', async ({ page }) => {
  await openHub(page, route);
  for (const width of [320, 375, 600, 768, 1024, 1219, 1220, 1280, 1920, 2560]) {
    await page.setViewportSize({ width, height: 700 });
    await settle(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `${width} px`).toBeLessThanOrEqual(0);
  }
});

test('the place being read is kept when the width changes', async ({ page }) => {
  await openHub(page, route);
  const heading = page.getByRole('main').getByRole('heading', { level: 2 }).nth(3);
  await heading.evaluate((element) => {
    scrollTo(0, element.getBoundingClientRect().top + scrollY - 100);
  });
  await page.setViewportSize({ width: 768, height: 800 });
  await settle(page);
  const top = await heading.evaluate((element) => element.getBoundingClientRect().top);
  expect(Math.abs(top - 100)).toBeLessThan(60);
});

for (const scale of [1, 1.5, 2]) {
  test.describe(`on a screen of ${scale} device pixels per pixel`, () => {
    test.use({ deviceScaleFactor: scale, viewport: { width: 1001, height: 701 } });

    test('the canvases have a pixel for each device pixel', async ({ page }) => {
      await openHub(page, route);
      await page.mouse.wheel(0, 333);
      await settle(page);
      const canvases = await hubOf(page).evaluate((hub) =>
        [...(hub.shadowRoot?.querySelectorAll('canvas') ?? [])].map((canvas) => {
          // Against the page for the content, against the view for the frame: the browser itself puts scrolling on whole pixels.
          const origin = canvas.part.contains('frame') ? { left: 0, top: 0 } : hub.getBoundingClientRect();
          const { left, top, width, height } = canvas.getBoundingClientRect();
          return {
            width: canvas.width,
            height: canvas.height,
            box: { left: left - origin.left, top: top - origin.top, width, height },
          };
        }),
      );
      expect(canvases).toHaveLength(2);
      for (const { width, height, box } of canvases) {
        expect(width).toBe(Math.round(box.width * scale));
        expect(height).toBe(Math.round(box.height * scale));
        // An edge between two device pixels would make the browser resample, that is blur, the whole canvas.
        const off = (value: number): number => Math.abs(value * scale - Math.round(value * scale));
        expect(off(box.left)).toBeLessThan(0.01);
        expect(off(box.top)).toBeLessThan(0.01);
      }
    });
  });
}

test('a font that comes late flows the page anew', async ({ page }) => {
  const late = execFileSync('fc-match', ['-f', '%{fullname[0]}|%{family[0]}', 'monospace'], { encoding: 'utf8' });
  const names = late.split('|').filter((name) => name !== '');
  await openHub(page, route);
  const before = await drawnLines(page);
  await page.evaluate((fonts) => {
    document.fonts.add(new FontFace('Late', fonts.map((name) => `local("${name}")`).join(', ')));
    // The way a host gives the hub its own family. Its first use loads the font.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('hub-glass::part(mirror) { font-family: Late, system-ui; }');
    document.adoptedStyleSheets = [sheet];
  }, names);
  await expect.poll(async () => (await drawnLines(page)).length).not.toBe(before.length);
  expect(differences(await shownLines(page), await drawnLines(page), 1)).toEqual([]);
});

test('a pinch draws what is seen as sharp as the screen is', async ({ page, context }) => {
  await openHub(page, route);
  await settle(page);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
  await settle(page);
  const seen = await hubOf(page).evaluate((hub) => {
    const canvas = hub.shadowRoot?.querySelector<HTMLCanvasElement>('canvas[part="canvas"]');
    return {
      pinch: visualViewport?.scale ?? 1,
      scale: (canvas?.width ?? 0) / (canvas?.getBoundingClientRect().width ?? 1),
    };
  });
  expect(seen.pinch).toBe(2);
  expect(seen.scale).toBeCloseTo(2, 1);
  expect((await statistics(page)).frames).toBeGreaterThan(1);
});

test('a change of height alone moves no line', async ({ page }) => {
  await openHub(page, route);
  const before = await hubOf(page).evaluate((hub) => (hub as HubElement).fragments());
  await page.setViewportSize({ width: 1280, height: 500 });
  await settle(page);
  expect(await hubOf(page).evaluate((hub) => (hub as HubElement).fragments())).toEqual(before);
});
