// The core of the product, the same on every engine: opens, draws, aligns, selects, navigates, keyboard, context loss.

import { contentSite } from '../browser/sites';
import { differences, drawnLines, shownLines } from '../browser/support/lines';
import type { Picture } from '../browser/support/picture';
import type { Browser } from './support/engine';
import { boxOf, expect, middleOf, openHub, scrollTop, settle, test, until, waitForState } from './support/test';

const home = 'Smart Communities Ecosystem & Resources';
const paragraph =
  'Many teams across Europe build things that help a town or region make better choices. Some share data. Some test AI. ' +
  'Some build local digital twins: live digital models of a place. This hub shows who does what, and what you can use today.';

async function selected(hub: Browser): Promise<string> {
  return hub.evaluate(() => String(getSelection()).trim(), undefined);
}

async function title(hub: Browser): Promise<string> {
  return hub.evaluate(
    () =>
      (document.querySelector('hub-glass')?.shadowRoot?.querySelector('[part="mirror"] h1')?.textContent ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    undefined,
  );
}

/** Shows the canvases without the mirror, the mirror without them, or both. */
async function show(hub: Browser, what: 'canvases' | 'mirror' | 'both'): Promise<Picture> {
  await hub.evaluate((shown) => {
    const root = document.querySelector('hub-glass')?.shadowRoot;
    const set = (selector: string, visible: boolean): void => {
      for (const element of root?.querySelectorAll<HTMLElement>(selector) ?? []) {
        element.style.visibility = visible ? '' : 'hidden';
      }
    };
    set('canvas', shown !== 'mirror');
    set('[part="mirror"]', shown !== 'canvases');
  }, what);
  await settle(hub);
  return hub.screenshot();
}

test.beforeEach(async ({ hub }) => {
  await hub.resize(1280, 800);
});

test('opens a deep link and takes over from the static page', async ({ hub }) => {
  await openHub(hub, 'data-spaces/simpl/');
  expect(await title(hub)).toBe('Simpl');
  expect(await hub.evaluate(() => document.title, undefined)).toBe('Simpl – Smart Communities Hub');
});

test('draws the text on the canvas, and nothing else does', async ({ hub }) => {
  await openHub(hub, 'glossary/');
  const drawn = await show(hub, 'canvases');
  const fragments = (await drawnLines(hub)).filter(({ baseline }) => baseline > 90 && baseline < 790);
  expect(fragments.length).toBeGreaterThan(5);
  const blank = fragments.filter(({ text, x, baseline, width }) => {
    const letters = text.replace(/\s/g, '').length;
    return drawn.ink({ x, y: baseline - 12, width, height: 16 }) < 4 * letters;
  });
  expect(blank, 'text that left no ink').toEqual([]);
  const page = { x: 0, y: 0, width: 1260, height: 800 }; // without the scroll bar
  expect((await show(hub, 'mirror')).colours(page), 'the mirror is transparent').toBe(1);
  await show(hub, 'both');
});

for (const width of [320, 1280]) {
  test(`aligns mirror and canvas at ${width} px`, async ({ hub }) => {
    await hub.resize(width, 800);
    for (const route of ['', 'glossary/', 'guides/write-for-it/']) {
      await openHub(hub, route);
      // In a narrow header the title is cut to the lines that there is room for.
      for (const region of width > 600 ? (['content', 'header'] as const) : (['content'] as const)) {
        const drawn = await drawnLines(hub, region);
        expect(drawn.length, `/${route} ${region}`).toBeGreaterThan(0);
        expect.soft(differences(await shownLines(hub, region), drawn, 1), `/${route} ${region}`).toEqual([]);
      }
    }
  });
}

test.describe('selects', () => {
  test.beforeEach(async ({ hub }) => {
    await openHub(hub);
  });

  test('a word, a paragraph and everything by clicks and keys, and shows what is selected', async ({ hub }) => {
    const box = await boxOf(hub, 'p', 'Many teams across Europe');
    await settle(hub);
    const line = { x: box.x + 2, y: box.y + 5, width: Math.min(box.width, 500) - 12, height: 18 };
    const before = await hub.screenshot();
    await hub.click({ x: box.x + 10, y: box.y + 12 }, 2);
    expect(await selected(hub)).toBe('Many');
    await hub.click({ x: 5, y: box.y + 12 });
    for (const select of [
      async () => {
        await hub.click({ x: box.x + 30, y: box.y + 12 }, 3);
        expect(await selected(hub)).toBe(paragraph);
      },
      // What a script gets to know of it is each browser's own affair when there is a shadow tree.
      () => hub.press('Control+a'),
    ]) {
      await select();
      await settle(hub);
      const after = await hub.screenshot();
      expect(after.background(line)).not.toBe(before.background(line));
      expect(after.ink(line), 'letters stand out from the highlight').toBeGreaterThan(0.6 * before.ink(line));
      expect(after.ink(line), 'letters stand out from the highlight').toBeLessThan(1.6 * before.ink(line));
    }
  });

  test('by dragging, with spaces and over line ends', async ({ hub }) => {
    const box = await boxOf(hub, 'p', 'Many teams across Europe');
    await hub.drag([
      { x: box.x + 1, y: box.y + 8 },
      { x: box.x + box.width / 2, y: box.y + box.height / 2 },
      { x: box.x + box.width - 2, y: box.y + box.height - 8 },
    ]);
    const text = await selected(hub);
    expect(text.length).toBeGreaterThan(150);
    expect(paragraph.startsWith(text), text).toBe(true);
  });

  test('what a script looks for, over line ends', async ({ hub }) => {
    if (hub.engine === 'webkit') return; // there window.find() does not look into shadow trees; the find bar does
    for (const phrase of ['help a town or region', 'live digital models of a place', 'and what you can use today']) {
      const found = await hub.evaluate((text) => {
        getSelection()?.removeAllRanges();
        return (window as unknown as { find(text: string): boolean }).find(text);
      }, phrase);
      expect(found, phrase).toBe(true);
      expect(await selected(hub)).toBe(phrase);
    }
  });
});

test.describe('navigates', () => {
  test('by a link, back where the page was left, and forward', async ({ hub }) => {
    await openHub(hub);
    await boxOf(hub, 'main a', 'View Details');
    const link = middleOf(await boxOf(hub, 'main a', 'View Details'));
    await settle(hub);
    const left = await scrollTop(hub);
    expect(left).toBeGreaterThan(0);
    await hub.click(link);
    await until(
      () => title(hub),
      (now) => now === 'Data Spaces',
      'the cluster is shown',
    );
    expect(await hub.evaluate(() => location.href, undefined)).toBe(`${contentSite.address}data-spaces/`);
    expect(await scrollTop(hub)).toBe(0);
    await hub.back();
    await until(
      () => title(hub),
      (now) => now === home,
      'the home page is shown',
    );
    await until(
      () => scrollTop(hub),
      (now) => now === left,
      `the page is at ${left} px again`,
    );
    await hub.forward();
    await until(
      () => title(hub),
      (now) => now === 'Data Spaces',
      'the cluster is shown again',
    );
  });

  test('and a reload keeps the place', async ({ hub }) => {
    await openHub(hub, 'glossary/');
    await hub.evaluate(() => {
      scrollTo({ top: 900, behavior: 'instant' });
    }, undefined);
    await settle(hub);
    await hub.reload();
    await waitForState(hub, 'ready');
    await until(
      () => scrollTop(hub),
      (now) => now === 900,
      'the page is at 900 px again',
    );
  });
});

test.describe('keyboard', () => {
  const focused = (hub: Browser): Promise<string> =>
    hub.evaluate(() => {
      const inside = document.querySelector('hub-glass')?.shadowRoot?.activeElement;
      const element = inside ?? document.activeElement;
      return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    }, undefined);

  test('Tab goes from link to link in reading order, each with a ring, and Enter follows', async ({ hub }) => {
    await openHub(hub, 'data-spaces/');
    const without = await hub.screenshot();
    await hub.press('Tab');
    expect(await focused(hub)).toBe('Skip to the content');
    const order: string[] = [];
    for (let i = 0; i < 8 && order.at(-1) !== 'Ecosystem'; i += 1) {
      await hub.press('Tab');
      const name = await focused(hub);
      if (name.length < 40) order.push(name); // to Firefox, what scrolls is a stop of its own
    }
    expect(order).toEqual(['Smart Communities Hub', 'English', 'Deutsch', 'Français', 'Theme: automatic', 'Ecosystem']);
    await settle(hub);
    const box = await boxOf(hub, 'nav a', 'Ecosystem');
    const around = { x: box.x - 5, y: box.y - 5, width: box.width + 10, height: box.height + 10 };
    const inside = { x: box.x + 20, y: box.y + 14, width: 40, height: 10 };
    const withRing = await hub.screenshot();
    expect(withRing.difference(without, around), 'a ring is seen').toBeGreaterThan(2);
    expect(inside.width).toBeGreaterThan(0);
    await hub.press('Enter');
    await until(
      () => title(hub),
      (now) => now === home,
      'the home page is shown',
    );
  });

  test('PageDown and End scroll without a click first', async ({ hub }) => {
    await openHub(hub, 'glossary/');
    await hub.press('PageDown');
    await until(
      () => scrollTop(hub),
      (now) => now > 400,
      'a page further down',
    );
    await hub.press('End');
    await until(
      () => hub.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY, undefined),
      (left) => left < 2,
      'the end',
    );
  });

  test('Esc closes the drawer', async ({ hub }) => {
    await hub.resize(600, 800);
    await openHub(hub);
    const open = (): Promise<boolean> =>
      hub.evaluate(() => document.querySelector('hub-glass')?.shadowRoot?.querySelector('.drawer') !== null, undefined);
    await hub.click(middleOf(await boxOf(hub, 'button[data-action="menu"]')));
    await until(open, (is) => is, 'the drawer is open');
    await hub.press('Escape');
    await until(open, (is) => !is, 'the drawer is closed');
  });
});

test('a lost graphics context leaves a plain page until it is back', async ({ hub }) => {
  await openHub(hub, 'glossary/');
  const before = await hub.screenshot();
  await hub.evaluate(() => {
    const kept: WEBGL_lose_context[] = [];
    for (const canvas of document.querySelector('hub-glass')?.shadowRoot?.querySelectorAll('canvas') ?? []) {
      const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      if (!extension) throw new Error('no context');
      extension.loseContext();
      kept.push(extension);
    }
    Object.assign(window, { kept });
  }, undefined);
  await waitForState(hub, 'reader');
  const plain = await hub.screenshot();
  expect(plain.ink(plain.whole), 'the plain page is seen').toBeGreaterThan(5000);
  await hub.evaluate(() => {
    for (const extension of (window as unknown as { kept: WEBGL_lose_context[] }).kept) extension.restoreContext();
  }, undefined);
  await waitForState(hub, 'ready');
  await settle(hub);
  const after = await hub.screenshot();
  expect(after.difference(before), 'the canvas shows what it showed').toBeLessThan(1);
});
