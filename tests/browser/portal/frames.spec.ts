// A hub in a frame of a partner's page: as high as its content, steered and heard by messages, deaf to all others.

import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentSite } from '../sites';
import { faults } from '../support/axe';
import { expect, type HubElement, test } from '../support/hub';
import { followEvents, openPortal, strictPolicy, toldBy } from '../support/portal';
import { type Host, messagesTo, openHost } from '../support/frame';

const embed = `${contentSite.address}embed/`;

interface Api {
  navigate(frame: Element, route: string, id?: string): boolean;
  setTheme(frame: Element, theme: string): boolean;
  setLanguage(frame: Element, language: string): boolean;
  attach(frame: Element): boolean;
  destroy(frame: Element): void;
}

/** Calls one of the host script's functions with the page's frame; returns what it says. */
async function call(page: Page, name: keyof Api, ...values: string[]): Promise<unknown> {
  return page.evaluate(
    ([method, args]) => {
      const api = (window as unknown as { hubglassEmbed: Record<string, (...all: unknown[]) => unknown> })
        .hubglassEmbed;
      return api[method]?.(document.querySelector('iframe'), ...args);
    },
    [name, values] as const,
  );
}

async function ready({ frame }: Host): Promise<void> {
  await expect(frame.locator('hub-glass')).toHaveAttribute('state', 'ready', { timeout: 20_000 });
}

const heightOf = async (page: Page): Promise<number> => (await page.locator('iframe').boundingBox())?.height ?? 0;

/** Waits until the frame is as high as what it shows: no less, and no more. */
async function expectFits(page: Page, { frame }: Host): Promise<number> {
  await expect
    .poll(async () => {
      const end = await frame.locator('.hg-region-content > :last-child').evaluate((last) => {
        const room = last.closest('.bare') ? 16 : 0; // below the last card, for its shadow
        return last.getBoundingClientRect().bottom + scrollY + room;
      });
      return Math.abs((await heightOf(page)) - end);
    })
    .toBeLessThanOrEqual(1.5);
  return heightOf(page);
}

test('the script for pages around a frame is small', () => {
  expect(readFileSync(join(contentSite.folder, 'embed/host.js.br')).length).toBeLessThanOrEqual(2048);
});

for (const kind of ['module', 'classic'] as const) {
  test(`a frame follows its content's height, with the script as ${kind}`, async ({ page }) => {
    await followEvents(page);
    const host = await openHost(page, `<iframe data-hubglass="${embed}?route=glossary/" title="Hub"></iframe>`, kind);
    await ready(host);
    const long = await expectFits(page, host);
    await call(page, 'navigate', 'about/');
    await expect(host.frame.getByRole('heading', { level: 1 }).last()).toHaveText(/^About/);
    const short = await expectFits(page, host);
    expect(short).toBeLessThan(long - 500);
    await page.setViewportSize({ width: 420, height: 800 });
    await expect.poll(() => heightOf(page)).toBeGreaterThan(short + 100);
    await expectFits(page, host);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => heightOf(page)).toBe(short);
    const told = await toldBy(page);
    expect(told.map(({ name }) => name)).toEqual(['ready', 'navigate']);
    expect(told[1]?.detail).toEqual({ route: 'about/', language: 'en' });
    expect(page.url()).toBe(host.address);
  });
}

test('a frame without an origin of its own is heard and steered all the same', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const body = `<iframe sandbox="allow-scripts" data-hubglass="${embed}?view=cards" title="Hub"></iframe>`;
  const host = await openHost(page, body);
  await ready(host);
  await expect(host.frame.getByRole('link', { name: 'View Details' })).toHaveCount(6);
  await expectFits(page, host);
  await call(page, 'setTheme', 'dark');
  await expect(host.frame.locator('hub-glass')).toHaveAttribute('data-theme', 'dark');
  const elsewhere = asked.filter((url) => !url.startsWith(contentSite.address) && !url.startsWith(host.origin));
  expect(elsewhere.filter((url) => !url.startsWith('data:'))).toEqual([]);
});

test('a frame is shown in the language that the page around asks for', async ({ page }) => {
  await followEvents(page);
  const host = await openHost(page, `<iframe data-hubglass="${embed}?route=data-spaces/" title="Hub"></iframe>`);
  await ready(host);
  const title = host.frame.getByRole('heading', { level: 1 }).last();
  await expect(title).toHaveText('Data Spaces');
  await expectFits(page, host);
  expect(await call(page, 'setLanguage', 'de')).toBe(true);
  await expect(title).toHaveText('Datenräume');
  await expect(host.frame.locator('hub-glass')).toHaveAttribute('lang', 'de');
  await expectFits(page, host);
  await expect
    .poll(() => toldBy(page))
    .toContainEqual({
      name: 'navigate',
      detail: { route: 'de/data-spaces/', language: 'de' },
    });
  await call(page, 'setLanguage', 'en');
  await expect(title).toHaveText('Data Spaces');
});

test('a frame that is let go of keeps its size, is not told of, and can be taken on again', async ({ page }) => {
  await followEvents(page);
  const host = await openHost(page, `<iframe data-hubglass="${embed}?route=glossary/" title="Hub"></iframe>`);
  await ready(host);
  const title = host.frame.getByRole('heading', { level: 1 }).last();
  const before = await expectFits(page, host);
  await expect.poll(async () => (await toldBy(page)).length).toBe(1);
  await call(page, 'destroy');
  for (const [name, value] of [
    ['navigate', 'about/'],
    ['setTheme', 'dark'],
    ['setLanguage', 'de'],
  ] as const) {
    expect(await call(page, name, value), name).toBe(false);
  }
  // What the frame still says reaches the page, but nobody minds it.
  await host.frame.locator('hub-glass').evaluate((hub) => {
    void (hub as HubElement).navigate('about/');
  });
  await expect(title).toHaveText(/^About/);
  await expect.poll(async () => (await messagesTo(page)).filter(({ type }) => type === 'navigated').length).toBe(1);
  await expect.poll(async () => (await messagesTo(page)).at(-1)?.['type']).toBe('height');
  expect(await heightOf(page)).toBe(before);
  expect((await toldBy(page)).map(({ name }) => name)).toEqual(['ready']);
  expect(await call(page, 'attach')).toBe(true);
  expect(await call(page, 'attach'), 'it is minded once').toBe(false);
  await expect.poll(async () => (await toldBy(page)).map(({ name }) => name)).toEqual(['ready', 'ready']);
  expect(await expectFits(page, host)).toBeLessThan(before - 500);
});

test('a frame that is let go of and loads again is asked for nothing', async ({ page }) => {
  await page.addInitScript(() => {
    if (window !== top) {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      addEventListener('message', ({ data }) => heard.push(data));
    }
  });
  const host = await openHost(page, `<iframe data-hubglass="${embed}?view=cards" title="Hub"></iframe>`);
  await ready(host);
  const heard = () => host.frame.locator('hub-glass').evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  const again = async (): Promise<void> => {
    const loaded = page.waitForEvent('framenavigated');
    await host.frame.locator('hub-glass').evaluate(() => {
      location.reload();
    });
    await loaded;
    await ready(host);
  };
  await again();
  expect(await heard()).toEqual([{ hubglass: 1, type: 'hello' }]);
  await call(page, 'destroy');
  await again();
  expect(await heard()).toEqual([]);
});

test.describe('in a frame without an origin and without windows', () => {
  // The browser itself says that it opens none.
  test.use({ expectedProblems: /^Blocked opening/ });

  /** The tag in a frame of the page. */
  const tag = (attributes: string): string => {
    const script = `<script type='module' src='${contentSite.address}hub-glass.js'></script>`;
    const inside = `<!doctype html><title>Hub</title>${script}<hub-glass loading='eager' ${attributes}></hub-glass>`;
    return `<iframe sandbox="allow-scripts" title="Hub" width="1100" height="700" srcdoc="${inside}"></iframe>`;
  };

  test('the tag works, keeps nothing, and its links stay inside', async ({ page, context }) => {
    const portal = await openPortal(page, tag(''));
    const frame = page.frameLocator('iframe');
    const hub = frame.locator('hub-glass');
    await expect(hub).toHaveAttribute('state', 'ready', { timeout: 20_000 });
    expect(
      await hub.evaluate(() => {
        try {
          return [location.origin, origin, localStorage.length];
        } catch (error) {
          return [origin, (error as Error).name];
        }
      }),
    ).toEqual(['null', 'SecurityError']);
    await frame.getByRole('button', { name: /^Theme/ }).click();
    await expect(frame.getByRole('button', { name: 'Theme: light' })).toBeVisible();
    await frame.getByRole('link', { name: 'View Details' }).first().click();
    await expect(frame.getByRole('heading', { level: 1, name: 'Data Spaces' })).toBeVisible();
    expect(page.url()).toBe(portal);
    expect(context.pages()).toHaveLength(1);
  });

  test('links are followed, and back leads back, also where the browser lets no address be written', async ({
    page,
  }) => {
    await openPortal(page, tag(`routing='hash' view='cards'`));
    const frame = page.frameLocator('iframe');
    const hub = frame.locator('hub-glass');
    await expect(hub).toHaveAttribute('state', 'ready', { timeout: 20_000 });
    await frame.getByRole('link', { name: 'View Details' }).first().click();
    await expect(frame.getByRole('heading', { level: 1, name: 'Data Spaces' })).toBeVisible();
    await hub.evaluate((element) => (element as HubElement & { back(): boolean }).back());
    await expect(frame.getByRole('link', { name: 'View Details' })).toHaveCount(6);
  });

  for (const target of ['_blank', '_self']) {
    test(`links of the tag leave the page around alone, with target="${target}"`, async ({ page, context }) => {
      const portal = await openPortal(page, tag(`target='${target}' view='cards'`), `${strictPolicy}; frame-src *`);
      const frame = page.frameLocator('iframe');
      await expect(frame.locator('hub-glass')).toHaveAttribute('state', 'ready', { timeout: 20_000 });
      const link = frame.getByRole('link', { name: 'View Details' });
      if (target === '_self') {
        await link.first().click();
        await expect.poll(() => page.frames()[1]?.url()).toBe(`${contentSite.address}data-spaces/`);
        await ready({ frame } as Host);
      } else {
        const blocked = page.waitForEvent('console', (message) => message.text().startsWith('Blocked opening'));
        await link.first().click();
        await blocked;
        await expect(link).toHaveCount(6);
      }
      expect(page.url()).toBe(portal);
      expect(context.pages()).toHaveLength(1);
    });
  }

  test('a link to another site leaves neither the frame nor the page around', async ({ page, context }) => {
    await followEvents(page);
    const host = await openHost(
      page,
      `<iframe sandbox="allow-scripts" data-hubglass="${embed}?route=data-spaces/simpl/&view=initiative" title="Hub"></iframe>`,
    );
    await ready(host);
    await host.frame.locator('hub-glass a[href^="https://"]').first().click();
    await expect.poll(async () => (await toldBy(page)).map(({ name }) => name)).toContain('link');
    await expect(host.frame.getByRole('heading', { level: 1, name: 'Simpl' })).toBeVisible();
    expect(page.url()).toBe(host.address);
    expect(context.pages()).toHaveLength(1);
  });
});

test('a frame keeps nothing in the browser, and its faults by axe are none', async ({ page, context }) => {
  const host = await openHost(
    page,
    `<iframe data-hubglass="${embed}?view=cluster&route=data-spaces/" title="Hub"></iframe>`,
  );
  await ready(host);
  const inside = page.frames().find((frame) => frame.url().startsWith(embed));
  expect(await inside?.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ]);
  expect(await context.cookies()).toEqual([]);
  await page.goto(`${embed}?route=about/`);
  await expect(page.locator('hub-glass')).toHaveAttribute('state', 'ready');
  expect(await faults(page, 'no')).toEqual([]);
});

test('the keyboard goes into a frame and out again', async ({ page }) => {
  const host = await openHost(page, `<iframe data-hubglass="${embed}?view=cards" title="Hub"></iframe>`);
  await ready(host);
  await page.getByRole('link', { name: 'Before' }).focus();
  await page.keyboard.press('Tab');
  const focused = () =>
    page
      .frames()[1]
      ?.evaluate(() => document.hasFocus() && document.querySelector('hub-glass')?.shadowRoot?.activeElement?.tagName);
  await expect.poll(focused).toBe('A');
  const after = page.getByRole('link', { name: 'After' });
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab');
      return after.evaluate((link) => link === document.activeElement);
    })
    .toBe(true);
  await page.keyboard.press('Shift+Tab');
  await expect.poll(focused).toBe('A');
});

test.describe('hostile', () => {
  // The browser itself says that a page is of another origin than a message is for.
  test.use({ expectedProblems: /hub-glass: embed: |Failed to execute 'postMessage'/ });

  test('messages that are no commands change nothing, and are said once', async ({ page }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    const host = await openHost(page, `<iframe data-hubglass="${embed}?route=about/" title="Hub"></iframe>`);
    await ready(host);
    await page.locator('iframe').evaluate((frame) => {
      const target = (frame as HTMLIFrameElement).contentWindow!;
      const wrong: unknown[] = [
        null,
        7,
        'navigate',
        [],
        { type: 'navigate', route: 'glossary/' },
        { hubglass: '1', type: 'navigate', route: 'glossary/' },
        { hubglass: 1, type: 'constructor' },
        { hubglass: 1, type: '__proto__' },
        { hubglass: 1, type: ['navigate'], route: 'glossary/' },
        { hubglass: 1, type: 'navigate' },
        { hubglass: 1, type: 'navigate', route: 7 },
        { hubglass: 1, type: 'navigate', route: '//evil.example/' },
        { hubglass: 1, type: 'navigate', route: 'javascript:alert(1)' },
        { hubglass: 1, type: 'navigate', route: '../../other/' },
        { hubglass: 1, type: 'navigate', route: 'x'.repeat(5_000_000) },
        { hubglass: 1, type: 'navigate', route: 'glossary/', more: 'x' },
        JSON.parse('{"hubglass": 1, "type": "navigate", "route": "glossary/", "__proto__": {"x": 1}}'),
        { hubglass: 1, type: 'theme', theme: 'toString' },
        { hubglass: 1, type: 'language', language: '<b>' },
      ];
      for (const message of wrong) target.postMessage(message, '*');
    });
    const hub = host.frame.locator('hub-glass');
    await expect(hub).toHaveAttribute('data-refused', '19');
    // From the frame itself: not from the page around it.
    await hub.evaluate(() => {
      postMessage({ hubglass: 1, type: 'navigate', route: 'glossary/' }, '*');
    });
    await expect(hub).toHaveAttribute('data-refused', '20');
    await expect(host.frame.getByRole('heading', { level: 1 }).last()).not.toHaveText('Glossary');
    expect(said.filter((line) => line.includes('a message was ignored'))).toHaveLength(1);
  });

  test('a page of another origin than the one allowed is not heard, and told nothing', async ({ page }) => {
    const body = `<iframe src="${embed}?route=about/&origin=https://portal.example" title="Hub"></iframe>`;
    const host = await openHost(page, body, 'none');
    test
      .info()
      .annotations.push({ type: 'note', description: 'the browser itself says that the origin does not match' });
    await ready(host);
    await page.locator('iframe').evaluate((frame) => {
      (frame as HTMLIFrameElement).contentWindow?.postMessage(
        { hubglass: 1, type: 'navigate', route: 'glossary/' },
        '*',
      );
    });
    await expect(host.frame.locator('hub-glass')).toHaveAttribute('data-refused', '1');
    expect(await messagesTo(page)).toEqual([]);
  });
  test('a flood of ten thousand messages leaves the last of them, and the hub usable', async ({ page }) => {
    const host = await openHost(page, `<iframe data-hubglass="${embed}?route=about/" title="Hub"></iframe>`);
    await ready(host);
    await page.locator('iframe').evaluate((frame) => {
      const target = (frame as HTMLIFrameElement).contentWindow!;
      for (let i = 0; i < 5000; i += 1) {
        target.postMessage({ hubglass: 1, type: 'navigate', route: i % 2 ? 'glossary/' : 'about/' }, '*');
        target.postMessage({ hubglass: 2, type: 'navigate' }, '*');
      }
      target.postMessage({ hubglass: 1, type: 'navigate', route: 'cities-network/' }, '*');
    });
    await expect(host.frame.getByRole('heading', { level: 1 }).last()).toHaveText(/^Cities Network/);
    const told = await messagesTo(page);
    expect(told.filter(({ type }) => type === 'version')).toEqual([{ hubglass: 1, type: 'version', supported: [1] }]);
    expect(told.filter(({ type }) => type === 'navigated').length).toBeLessThan(200);
  });

  test('parameters that mean nothing are left out and said once', async ({ page }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(`${embed}?route=about/&theme=blue&onload=x&route=glossary/&origin=javascript:0&view=cards/`);
    await expect(page.locator('hub-glass')).toHaveAttribute('state', 'ready');
    await expect(page.getByRole('heading', { level: 1 }).last()).toHaveText(/About/);
    expect(said.filter((line) => line.includes('hub-glass: embed: '))).toHaveLength(1);
  });

  test('a page is told nothing by other frames in the name of the hub', async ({ page }) => {
    await followEvents(page);
    const host = await openHost(page, `<iframe data-hubglass="${embed}?view=cards" title="Hub"></iframe>`);
    await ready(host);
    const height = await expectFits(page, host);
    const before = await toldBy(page);
    await page.evaluate(() => {
      postMessage({ hubglass: 1, type: 'height', height: 9 }, '*'); // from the page itself
      postMessage({ hubglass: 1, type: 'error', code: 'x', message: 'y' }, '*');
    });
    await host.frame.locator('hub-glass').evaluate(() => {
      for (const height of [-1, 1e9, NaN, '9px']) parent.postMessage({ hubglass: 1, type: 'height', height }, '*');
      parent.postMessage({ hubglass: 1, type: '__proto__' }, '*');
      parent.postMessage({ hubglass: 1, type: 'link', href: { toString: 1 }, kind: 'x' }, '*');
      parent.postMessage({ hubglass: 1, type: 'end' }, '*');
    });
    await expect.poll(async () => (await messagesTo(page)).some(({ type }) => type === 'end')).toBe(true);
    expect(await heightOf(page)).toBe(height);
    expect(await toldBy(page)).toEqual(before);
  });
});

for (const system of ['light', 'dark'] as const) {
  test(`a frame has the theme it was given to its edges, on a ${system} system`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: system });
    const other = system === 'light' ? 'dark' : 'light';
    const host = await openHost(page, `<iframe data-hubglass="${embed}?theme=${other}" title="Hub"></iframe>`);
    await ready(host);
    const edge = () =>
      host.frame.locator('html').evaluate((root) => {
        const { backgroundColor, colorScheme } = getComputedStyle(root);
        return [colorScheme, backgroundColor];
      });
    const surface = () =>
      host.frame
        .locator('hub-glass')
        .evaluate((hub) => [getComputedStyle(hub).colorScheme, getComputedStyle(hub).backgroundColor]);
    expect((await edge())[0]).toBe(other);
    expect(await edge()).toEqual(await surface());
    await call(page, 'setTheme', system);
    await expect.poll(async () => (await edge())[0]).toBe(system);
    expect(await edge()).toEqual(await surface());
  });
}
