// A page left open on a battery costs nothing; a page being scrolled is never blank.

import { contentSite } from './sites';
import { passFrames } from './support/frames';
import { expect, type HubElement, hubOf, longestRoute, openHub, settle, statistics, test } from './support/hub';

interface Counts {
  timers: number;
  frames: number;
}

test('nothing is drawn and no timer runs while nothing happens', async ({ page }) => {
  await page.addInitScript(() => {
    const counts = { timers: 0, frames: 0 };
    Object.assign(window, { counts });
    const { setTimeout: timeout, setInterval: interval, requestAnimationFrame: frame } = window;
    Object.assign(window, {
      uncountedFrame: frame.bind(window),
      setTimeout: (...values: Parameters<typeof setTimeout>) => {
        counts.timers += 1;
        return timeout.apply(window, values);
      },
      setInterval: (...values: Parameters<typeof setInterval>) => {
        counts.timers += 1;
        return interval.apply(window, values);
      },
      requestAnimationFrame: (callback: FrameRequestCallback) => {
        counts.frames += 1;
        return frame.call(window, callback);
      },
    });
  });
  const read = (): Promise<Counts> => page.evaluate(() => ({ ...(window as unknown as { counts: Counts }).counts }));
  for (const route of ['', 'data-spaces/', 'data-spaces/simpl/']) {
    await openHub(page, route);
    await settle(page);
    const drawn = (await statistics(page)).frames;
    const before = await read();
    expect(before.frames, 'the counting works').toBeGreaterThan(0);
    await passFrames(page, 120);
    expect(await read(), `/${route}`).toEqual(before);
    expect((await statistics(page)).frames).toBe(drawn);
  }
});

test('a hidden pointer and a pointer that rests ask for no frame', async ({ page }) => {
  await openHub(page);
  await page.mouse.move(400, 300);
  await settle(page);
  const drawn = (await statistics(page)).frames;
  await passFrames(page, 60);
  expect((await statistics(page)).frames).toBe(drawn);
});

test('while the wheel turns, the canvas covers all that is seen', async ({ page }) => {
  await openHub(page, longestRoute(contentSite));
  await settle(page);
  await hubOf(page).evaluate((hub) => {
    const uncovered: number[] = [];
    Object.assign(window, { uncovered });
    const canvas = hub.shadowRoot?.querySelector('canvas[part="canvas"]') as HTMLCanvasElement;
    const look = (): void => {
      // After the frame's callbacks, so that a canvas moved in this frame is seen where it is painted.
      setTimeout(() => {
        const box = canvas.getBoundingClientRect();
        const page = hub.getBoundingClientRect();
        const gap = Math.max(box.top - Math.max(0, page.top), Math.min(innerHeight, page.bottom) - box.bottom);
        uncovered.push(gap);
      });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.mouse.move(600, 400);
  for (let turn = 0; turn < 60; turn += 1) {
    // As fast as a hand that still looks; what flies past faster is the mirror's (see scroll/never-blank).
    await page.mouse.wheel(0, turn < 40 ? 40 : -40);
    await passFrames(page, 1);
  }
  const gaps = await page.evaluate(() => (window as unknown as { uncovered: number[] }).uncovered);
  expect(gaps.length).toBeGreaterThan(10);
  expect(Math.max(...gaps), 'px of the view without canvas').toBeLessThanOrEqual(1);
});

test('the canvas travels with the page between its frames', async ({ page }) => {
  await openHub(page, longestRoute(contentSite));
  await settle(page);
  const drawn = (await statistics(page)).frames;
  const before = await hubOf(page).evaluate(
    (hub) => hub.shadowRoot?.querySelector('canvas[part="canvas"]')?.getBoundingClientRect().top,
  );
  await page.evaluate(() => {
    scrollTo(0, 40);
  });
  const after = await hubOf(page).evaluate(
    (hub) => hub.shadowRoot?.querySelector('canvas[part="canvas"]')?.getBoundingClientRect().top,
  );
  expect(after).toBe(before! - 40);
  expect((await statistics(page)).frames - drawn).toBeLessThanOrEqual(2);
});

test('“On this page” follows the scroll', async ({ page }) => {
  await openHub(page, 'glossary/');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const current = contents.locator('[aria-current]');
  for (const name of ['Working together', 'Data', 'Twins and places']) {
    await page
      .getByRole('main')
      .getByRole('heading', { level: 2, name, exact: true })
      .evaluate((heading) => {
        scrollTo(0, heading.getBoundingClientRect().top + scrollY - 90);
      });
    await expect(current).toHaveText(name);
    await expect(current).toHaveCount(1);
  }
});

test('“On this page” shows its current entry, also when it is longer than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 400 });
  await openHub(page, 'glossary/');
  await page.keyboard.press('End');
  const current = page.getByRole('navigation', { name: 'On this page' }).locator('[aria-current]');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  await expect(current).toBeInViewport();
});

test('the wheel scrolls the page from over the columns, too', async ({ page }) => {
  await openHub(page, 'data-spaces/');
  for (const name of ['On this page', 'Main']) {
    const column = (await page.getByRole('navigation', { name }).boundingBox())!;
    await page.mouse.move(column.x + column.width / 2, column.y + 40);
    const before = await page.evaluate(() => scrollY);
    for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel(0, 120);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100);
  }
});

test('leaving the page gives the graphics contexts back', async ({ page }) => {
  await openHub(page);
  const left = await hubOf(page).evaluate((hub) => {
    const canvases = [...(hub.shadowRoot?.querySelectorAll('canvas') ?? [])];
    const contexts = canvases.map((canvas) => canvas.getContext('webgl2'));
    hub.remove();
    return contexts.map((context) => context?.isContextLost());
  });
  expect(left).toEqual([true, true]);
});

test('the element can be taken out and put back', async ({ page }) => {
  await openHub(page);
  await hubOf(page).evaluate((hub) => {
    const parent = hub.parentElement;
    hub.remove();
    parent?.append(hub);
  });
  await expect(hubOf(page)).toHaveAttribute('state', 'ready');
  await expect.poll(() => hubOf(page).evaluate((hub) => (hub as HubElement).fragments().length)).toBeGreaterThan(10);
});
