// A line that is wider than a texture may be.

import { oddSite } from './sites';
import { expect, fragments, openHub, settle, showOnly, test } from './support/hub';
import { Picture } from './support/picture';

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 });

test('it is drawn from its beginning, and scrolls to its end', async ({ page }) => {
  test.skip(!oddSite.isBuilt, 'tests/browser/project was not built');
  await openHub(page, 'code/', oddSite);
  await settle(page);
  const line = (await fragments(page)).find(({ text }) => text.startsWith('word0000'));
  expect(line).toBeDefined();
  const block = page.getByRole('main').locator('pre').filter({ hasText: 'word0000' });
  const box = (await block.boundingBox())!;
  await showOnly(page, 'canvases');
  const inkOf = async (): Promise<number[]> => {
    await settle(page);
    const picture = new Picture(await page.screenshot());
    // Ink in four quarters of the block's visible width.
    const quarter = ((Math.min(box.width, 1280 - box.x) - 40) / 4) * 2;
    return [0, 1, 2, 3].map((index) =>
      picture.ink({ x: (box.x + 20) * 2 + index * quarter, y: line!.y * 2, width: quarter, height: line!.height * 2 }),
    );
  };
  for (const ink of await inkOf()) expect(ink).toBeGreaterThan(200);
});
