// A reader follows an address that names a passage of the text ("#:~:text=…").

import type { Page } from '@playwright/test';
import { contentSite, oddSite } from '../sites';
import { addressOf, expect, hubOf, openHub, settle, test, waitForState } from '../support/hub';
import { Picture } from '../support/picture';
import { passFrames } from '../support/frames';
import { boxesOf } from '../support/selecting';

/** The passages that the mirror has marked. */
async function marked(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('hg-passage') ?? [])].map((range) => String(range).replace(/\s+/g, ' ')),
  );
}

async function openAt(page: Page, directives: string, route = '', site = contentSite): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${addressOf(site, route)}#${directives}`);
  await waitForState(page, 'ready');
}

async function expectSeen(page: Page, phrase: string): Promise<void> {
  const boxes = await boxesOf(page, phrase, 'main', false);
  expect(boxes[0]!.top, 'below the header').toBeGreaterThan(64);
  expect(boxes.at(-1)!.bottom, 'above the end of the window').toBeLessThan(800);
}

for (const [directive, passage] of [
  [':~:text=live%20digital%20models%20of%20a%20place', 'live digital models of a place'],
  [':~:text=many%20TEAMS', 'Many teams'],
  [':~:text=The%20map%20starts,shown%20here', /^The map starts .* shown here$/],
  [':~:text=Some%20build-,local%20digital%20twins,-%3A%20live', 'local digital twins'],
  [':~:text=It%20builds%20on,-the%20work', 'It builds on'],
] as const) {
  test(`the passage is marked and seen after the canvas took over: ${directive}`, async ({ page }) => {
    await openAt(page, directive);
    await expect.poll(() => marked(page)).toHaveLength(1);
    const [text] = await marked(page);
    if (typeof passage === 'string') expect(text).toBe(passage);
    else expect(text).toMatch(passage);
    await expectSeen(page, text!);
  });
}

test('several passages, a fragment before them, and one that is not there', async ({ page }) => {
  await openAt(page, ':~:text=Many%20teams&text=six%20clusters&text=no%20such%20words');
  await expect.poll(() => marked(page)).toEqual(['Many teams', 'six clusters']);
  await openAt(page, 'the-timeline-in-words:~:text=six%20clusters');
  await expect.poll(() => marked(page)).toEqual(['six clusters']);
  await expectSeen(page, 'six clusters');
  await openAt(page, ':~:text=%E0%A4%A&text=,,&text=no%20such%20words&x=1');
  await passFrames(page, 20);
  expect(await marked(page)).toEqual([]);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`a passage is legible, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openHub(page);
    const boxes = await boxesOf(page, 'live digital models of');
    const line = { x: boxes[0]!.x + 2, y: boxes[0]!.y + 3, width: boxes[0]!.width - 4, height: boxes[0]!.height - 5 };
    await settle(page);
    const before = new Picture(await page.screenshot());
    const scroll = await page.evaluate(() => scrollY);
    await openAt(page, ':~:text=live%20digital%20models%20of%20a%20place');
    await expect.poll(() => marked(page)).toHaveLength(1);
    await page.evaluate((y) => {
      scrollTo({ top: y, behavior: 'instant' });
    }, scroll);
    await settle(page);
    const after = new Picture(await page.screenshot());
    expect(after.background(line), 'a colour of its own').not.toBe(before.background(line));
    expect(after.ink(line), 'letters stand out').toBeGreaterThan(0.7 * before.ink(line));
    expect(after.ink(line), 'letters stand out').toBeLessThan(1.5 * before.ink(line));
  });
}

test('a passage that is folded away is unfolded, marked and seen', async ({ page }) => {
  await openAt(page, ':~:text=The%20innermost%20text', 'folding/', oddSite);
  await expect.poll(() => marked(page)).toEqual(['The innermost text']);
  await expect(page.getByRole('main').getByText('The innermost text.')).toBeVisible();
  await expectSeen(page, 'The innermost text.');
});

test('a link inside the hub leads to a passage, of the same page or of another', async ({ page }) => {
  await openHub(page);
  const follow = async (address: string): Promise<void> => {
    await hubOf(page).evaluate((hub, href) => {
      const link = hub.shadowRoot!.querySelector<HTMLAnchorElement>('main a[href]')!;
      link.href = href;
      link.click();
    }, address);
  };
  await follow('#:~:text=six%20clusters');
  await expect.poll(() => marked(page)).toEqual(['six clusters']);
  await expectSeen(page, 'six clusters');
  const heading = page.getByRole('heading', { level: 1 });
  await follow(`${contentSite.address}about/#:~:text=hub`);
  await expect(heading).toHaveText(/About/);
  await expect.poll(async () => (await marked(page)).map((text) => text.toLowerCase())).toEqual(['hub']);
  expect(page.url()).toBe(`${contentSite.address}about/`);
  // Another page has no marks.
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Data Spaces' }).click();
  await expect(heading).toHaveText(/Data Spaces/);
  expect(await marked(page)).toEqual([]);
});

test('marks stay when the lines move', async ({ page }) => {
  await openAt(page, ':~:text=live%20digital%20models%20of%20a%20place');
  await expect.poll(() => marked(page)).toHaveLength(1);
  await page.setViewportSize({ width: 600, height: 800 });
  await settle(page);
  expect(await marked(page)).toEqual(['live digital models of a place']);
});

test('without the API the page still scrolls there', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSS, 'highlights');
    Reflect.deleteProperty(Object.getPrototypeOf(CSS) as object, 'highlights');
  });
  await openHub(page);
  await hubOf(page).evaluate((hub) => {
    const link = hub.shadowRoot!.querySelector<HTMLAnchorElement>('main a[href]')!;
    link.href = '#:~:text=six%20clusters';
    link.click();
  });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
  await expectSeen(page, 'six clusters');
});
