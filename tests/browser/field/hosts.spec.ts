// Hosts of every age and script: their rendering mode, their writing direction, their own look, browsers without WebGL.

import type { Page } from '@playwright/test';
import { contentSite } from '../sites';
import { expect, hubOf, settle, test, waitForState } from '../support/hub';
import { differences, drawnLines, shownLines } from '../support/lines';
import { followEvents, openPortal, toldBy } from '../support/portal';
import { expectSeen } from '../support/seen';

const tag = '<hub-glass loading="eager" route="data-spaces/"></hub-glass>';

/** Opens a page that is written exactly so, on the hub's own origin. */
async function openPage(page: Page, html: string): Promise<void> {
  await page.route('**/a-host', (answer) => answer.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto(`${contentSite.address}a-host`);
  await waitForState(page, 'ready');
}

const head = `<title>Host</title><link rel="icon" href="data:,"><script type="module" src="/hub-glass.js"></script>`;

const transitional =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

async function expectWhole(page: Page): Promise<void> {
  await settle(page);
  expect(differences(await shownLines(page), await drawnLines(page), 1)).toEqual([]);
  await expectSeen(page, 20);
}

for (const [name, doctype] of [
  ['quirks', ''],
  ['limited quirks', transitional],
] as const) {
  test(`a host in ${name} mode shows the hub as any other`, async ({ page }) => {
    await openPage(page, `${doctype}<html lang="en"><head>${head}</head><body>${tag}</body></html>`);
    await expectWhole(page);
    const highest = await hubOf(page).evaluate((hub) =>
      Math.max(...[...(hub.shadowRoot?.querySelectorAll('canvas') ?? [])].map(({ height }) => height)),
    );
    expect(highest, 'px of the canvases, for a view of 800').toBeLessThanOrEqual(3 * 800);
  });
}

for (const [name, html, css] of [
  ['written from right to left', '<html lang="ar" dir="rtl">', ''],
  ['in small capitals', '<html lang="en">', 'body { font-variant: small-caps; font-feature-settings: "smcp" }'],
  ['with its last lines justified', '<html lang="en">', 'body { text-align: justify; text-align-last: justify }'],
  ['with text in another size', '<html lang="en">', 'body { font: italic 700 30px/3 serif; font-size-adjust: 0.8 }'],
  ['that is underlined', '<html lang="en">', 'body { text-decoration: underline red 6px }'],
  ['with wide letters', '<html lang="en">', 'body { letter-spacing: 4px; word-spacing: 9px; text-indent: 40px }'],
  ['in capitals', '<html lang="en">', 'body { text-transform: uppercase; white-space: pre; tab-size: 2 }'],
  ['written in columns', '<html lang="ja">', '#host { writing-mode: vertical-rl; width: 1200px; height: 900px }'],
] as const) {
  test(`nothing is taken over from a host ${name}`, async ({ page }) => {
    const page_ = (style: string, root: string): string =>
      `<!doctype html>${root}<head>${head}<style>body { margin: 0 } ${style}</style></head><body><div id="host">${tag}</div></body></html>`;
    await openPage(page, page_(css, html));
    await expectWhole(page);
    const styled = await drawnLines(page);
    if (name !== 'written in columns') {
      await page.unrouteAll();
      await openPage(page, page_('', '<html lang="en">'));
      expect(differences(styled, await drawnLines(page), 0.1), 'lines of a plain host').toEqual([]);
    }
  });
}

test.describe('in a browser without WebGL', () => {
  test.use({ expectedProblems: /webgl-missing/ });

  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext as (...values: unknown[]) => unknown;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : original.call(this, kind, ...rest);
      } as typeof HTMLCanvasElement.prototype.getContext;
    });
  });

  test('a tag shows the hub as an ordinary page, which leads on', async ({ page }) => {
    await followEvents(page);
    await openPortal(page, tag.replace('></', '><a href="https://hub.example/">The hub</a></'));
    await waitForState(page, 'reader');
    await expect(hubOf(page).getByRole('heading', { level: 1, name: 'Data Spaces' })).toBeVisible();
    expect((await toldBy(page)).filter(({ name }) => name === 'error')).toHaveLength(1);
    await hubOf(page).getByRole('link', { name: 'More about Simpl' }).click();
    await expect(hubOf(page).getByRole('heading', { level: 1, name: 'Simpl' })).toBeVisible();
    await hubOf(page).getByRole('link', { name: 'Deutsch' }).click();
    await expect(hubOf(page)).toHaveAttribute('lang', 'de');
  });

  test('a frame shows the hub as an ordinary page', async ({ page }) => {
    await page.goto(`${contentSite.address}embed/?route=data-spaces/&view=cluster`);
    await waitForState(page, 'reader');
    await expect(hubOf(page).getByRole('heading', { level: 1, name: 'Data Spaces' })).toBeVisible();
    await expect(hubOf(page).getByRole('link', { name: 'More about Simpl' })).toBeVisible();
  });
});

test.describe('a frame as high as its content, on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true });

  test('draws what is seen, and no more', async ({ page }) => {
    await page.route('**/a-host', (answer) =>
      answer.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Host</title>
          <link rel="icon" href="data:,"><script type="module" src="/embed/host.js"></script></head>
          <body><iframe title="Hub" data-hubglass="/embed/?route=glossary/" style="width: 100%; border: 0"></iframe></body>`,
      }),
    );
    await page.goto(`${contentSite.address}a-host`);
    const hub = page.frameLocator('iframe').locator('hub-glass');
    await expect(hub).toHaveAttribute('state', 'ready');
    await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height ?? 0).toBeGreaterThan(3 * 844);
    for (const top of [0, 1500, 3000]) {
      await page.evaluate((y) => {
        scrollTo(0, y);
      }, top);
      await expect
        .poll(() =>
          hub.evaluate((element, seen) => {
            const edges = (canvas: HTMLCanvasElement): number[] => {
              const { top: upper, bottom } = canvas.getBoundingClientRect();
              return [upper, bottom];
            };
            const [content = [], frame = []] = [...(element.shadowRoot?.querySelectorAll('canvas') ?? [])].map(edges);
            return [content, frame].map(([upper = 0, bottom = 0]) => upper <= seen && bottom >= seen + 800);
          }, top),
        )
        .toEqual([true, true]);
      const pixels = await hub.evaluate((element) =>
        [...(element.shadowRoot?.querySelectorAll('canvas') ?? [])].map(({ width, height }) => width * height),
      );
      for (const count of pixels) expect(count).toBeLessThanOrEqual(16_500_000);
    }
  });
});
