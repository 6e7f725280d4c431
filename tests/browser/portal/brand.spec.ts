// A hub takes on the look of the page around it, and follows it.

import type { Page } from '@playwright/test';
import { expect, hubOf, settle, showOnly, statistics, test, waitForState } from '../support/hub';
import { Picture } from '../support/picture';
import { openPortal, strictPolicy } from '../support/portal';

const embed = '<hub-glass loading="eager" view="cards"></hub-glass>';
const policy = `${strictPolicy}; style-src 'self' 'unsafe-inline'`;

/** Opens a partner's page with a style sheet of its own. */
async function openBranded(page: Page, css: string, body = embed): Promise<void> {
  await openPortal(page, `<style>${css}</style>${body}`, policy);
  await waitForState(page, 'ready');
  await settle(page);
}

/** Pixels of the canvas alone, by how many there are of each colour. */
async function canvasColours(page: Page): Promise<(colour: number) => number> {
  await showOnly(page, 'canvases');
  const picture = new Picture(await hubOf(page).screenshot());
  await showOnly(page, 'everything');
  const counts = new Map<number, number>();
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      counts.set(picture.at(x, y), (counts.get(picture.at(x, y)) ?? 0) + 1);
    }
  }
  return (colour) => counts.get(colour) ?? 0;
}

/** A computed style of something in the mirror. */
async function mirrored(page: Page, selector: string, name: string): Promise<string> {
  return hubOf(page).evaluate(
    (hub, [where = '', what = '']) =>
      getComputedStyle(hub.shadowRoot?.querySelector(`.hg-page ${where}`) as Element).getPropertyValue(what),
    [selector, name],
  );
}

test('canvas and mirror have the colours, corners and font of the page', async ({ page }) => {
  await openBranded(
    page,
    `:root { --hub-accent: oklch(0.45 0.2 15); --hub-surface: #fff4e6; --hub-text: #3b1d0a; --hub-radius: 0; --hub-font: host }
     body { font-family: monospace }`,
  );
  const count = await canvasColours(page);
  expect(count(0xfff4e6)).toBeGreaterThan(20_000);
  expect(count(0x3b1d0a)).toBeGreaterThan(100);
  expect(count(0xffffff)).toBeLessThan(3000); // a row of the page around
  expect(await mirrored(page, 'a', '--hg-surface')).toBe('#fff4e6');
  expect(await mirrored(page, '.hg-card-title', 'color')).toBe('rgb(59, 29, 10)');
  expect(await mirrored(page, 'a', 'font-family')).toMatch(/^monospace/);
  expect(await mirrored(page, 'a', '--hg-rounding')).toBe('0');
  // Canvas and mirror measure in the same font: the text of a card is as wide on both.
  const widths = await hubOf(page).evaluate((hub) => {
    const own = (hub as HTMLElement & { fragments(): { text: string; width: number }[] }).fragments();
    const { text = '', width = 0 } = own.find((fragment) => fragment.text.includes('View Details')) ?? {};
    const link = [...(hub.shadowRoot?.querySelectorAll('a') ?? [])].find((one) => one.textContent?.includes(text));
    const range = document.createRange();
    range.selectNodeContents(link as Node);
    return [width, range.getBoundingClientRect().width];
  });
  expect(widths[0]).toBeGreaterThan(50);
  expect(Math.abs((widths[0] ?? 0) - (widths[1] ?? 0))).toBeLessThan(30); // an icon follows the words
});

test('a change on the page is followed at once, and nothing runs in between', async ({ page }) => {
  await openBranded(
    page,
    `.night { --hub-surface: #10241c; --hub-text: #e8fff4; --hub-accent: #7ce0b0; font-family: serif; --hub-font: host }
     @media (max-width: 700px) { :root { --hub-surface: #eef6ff } }
     * { transition: none !important }`,
  );
  const surface = () => mirrored(page, 'a', '--hg-surface');
  const before = await surface();
  expect(before).toBe('#ffffff');
  await page.evaluate(() => document.body.classList.add('night'));
  await expect.poll(surface).toBe('#10241c');
  await settle(page);
  const count = await canvasColours(page);
  expect(count(0x10241c)).toBeGreaterThan(20_000);
  expect(count(0xffffff)).toBeLessThan(3000);
  expect(await mirrored(page, 'a', 'color-scheme')).toBe('dark');
  await expect.poll(() => mirrored(page, 'a', 'font-family')).toMatch(/^serif/);
  await page.evaluate(() => document.body.classList.remove('night'));
  await expect.poll(surface).toBe(before);
  await page.setViewportSize({ width: 640, height: 800 });
  await expect.poll(surface).toBe('#eef6ff');
  await settle(page);
  const { frames } = await statistics(page);
  const timers = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let asked = 0;
        const ask = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (callback) => {
          asked += 1;
          return ask(callback);
        };
        let rounds = 0;
        const round = (): void => {
          rounds += 1;
          if (rounds < 20) ask(round);
          else resolve(asked);
        };
        ask(round);
      }),
  );
  expect(timers).toBe(0);
  expect((await statistics(page)).frames).toBe(frames);
});

test('light and dark of the page are followed by the reader’s choice of theme', async ({ page }) => {
  await openBranded(
    page,
    ':root { --hub-surface: light-dark(#fffbe6, #1b1a10) }',
    '<hub-glass loading="eager"></hub-glass>',
  );
  const surface = () => mirrored(page, 'a', '--hg-surface');
  expect(await surface()).toBe('#fffbe6');
  await hubOf(page).evaluate((hub) => {
    hub.setAttribute('theme', 'dark');
  });
  await expect.poll(surface).toBe('#1b1a10');
});

test.describe('what cannot be', () => {
  test.use({ expectedProblems: /^hub-glass: --hub-/ });

  test('is named once, and the rest holds', async ({ page }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await openBranded(
      page,
      `:root { --hub-accent: reddish; --hub-surface: #8888; --hub-text: #101010; --hub-radius: round; --hub-font: 12px }
       .faint { --hub-text: #eeeeee; --hub-accent: #ffee99 }`,
      embed + embed.replace('<hub-glass', '<hub-glass id="second"'),
    ).catch(() => undefined);
    await expect(page.locator('#second')).toHaveAttribute('state', 'ready', { timeout: 15_000 });
    for (const name of ['accent', 'surface', 'radius', 'font']) {
      expect(said.filter((line) => line.includes(`--hub-${name}: `))).toHaveLength(1);
    }
    const text = () =>
      page
        .locator('#second')
        .evaluate((hub) =>
          getComputedStyle(hub.shadowRoot?.querySelector('.hg-page a') as Element).getPropertyValue('--hg-text'),
        );
    expect(await text()).toBe('#101010');
    await page.evaluate(() => document.body.classList.add('faint'));
    await expect.poll(text).toBe('#1a2233');
    expect(said.filter((line) => line.includes('--hub-text: #eeeeee is too faint'))).toHaveLength(1);
    expect(said.filter((line) => line.includes('--hub-accent: #ffee99 is too faint'))).toHaveLength(1);
  });
});

test('styles keep to their side', async ({ page }) => {
  await openBranded(
    page,
    `a, p, h2, h3, li, div { color: rgb(1, 2, 3) !important; font-size: 40px !important; letter-spacing: 5px; margin: 40px }
     p { --hg-surface: #123456 }`,
    `${embed}<p class="hg-page hg-card" id="outside">Outside <a href="#x">a link</a></p>`,
  );
  for (const selector of ['a', '.hg-card-title', '.hg-card']) {
    expect(await mirrored(page, selector, 'color')).not.toBe('rgb(1, 2, 3)');
    expect(await mirrored(page, selector, 'font-size')).not.toBe('40px');
    expect(await mirrored(page, selector, 'letter-spacing')).toBe('normal');
  }
  const outside = await page.locator('#outside').evaluate((element) => {
    const { display, borderTopStyle, backgroundColor } = getComputedStyle(element);
    return { display, borderTopStyle, backgroundColor };
  });
  expect(outside).toEqual({ display: 'block', borderTopStyle: 'none', backgroundColor: 'rgba(0, 0, 0, 0)' });
});
