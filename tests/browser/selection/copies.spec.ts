// A reader copies: what the clipboard holds.

import { expect, openHub, settle, test } from '../support/hub';
import { contentSite, oddSite } from '../sites';
import { clearSelection, copied, dragOver } from '../support/selecting';

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

/** No drawing aid of ours, no style, no address that only works here. */
function expectClean(html: string): void {
  expect(html).not.toMatch(/<(span|wbr|div|svg|button|canvas)\b|class=|style=|hg-|href="(?!https?:|mailto:|tel:)/);
}

for (const [where, x, y] of [
  ['beside the text', 1200, 600],
  ['in a paragraph', 420, 345],
] as const) {
  test(`marking everything after a click ${where} copies the same`, async ({ page }) => {
    await openHub(page, 'data-spaces/');
    await page.keyboard.press('ControlOrMeta+a');
    const before = await copied(page);
    await page.mouse.click(x, y);
    await page.keyboard.press('ControlOrMeta+a');
    const after = await copied(page);
    expectClean(after.html);
    expect(after).toEqual(before);
  });
}

test('a part of a paragraph, from within a word to within a word', async ({ page }) => {
  await openHub(page);
  await dragOver(page, 'ross Europe', 'live digital mod');
  const { text, html } = await copied(page);
  expect(text).toBe(
    'ross Europe build things that help a town or region make better choices. Some share data. Some test AI. ' +
      'Some build local digital twins: live digital mod',
  );
  expectClean(html);
  expect(html).toContain('<strong>');
  expect(html.replace(/<[^>]+>/g, '')).toBe(text);
});

test('paragraphs stand apart by a blank line, a list has its markers', async ({ page }) => {
  await openHub(page);
  await dragOver(page, 'It does not start from zero', 'and computing power for AI that people can trust.');
  const { text, html } = await copied(page);
  expect(text).toBe(
    'It does not start from zero. It builds on the work shown here.\n\nWe sort the field into six clusters:\n\n' +
      '- Data Spaces – Safe places to share data, where each owner stays in control.\n' +
      '- AI for Smart Cities – Test sites, tools and computing power for AI that people can trust.',
  );
  expectClean(html);
  expect(html).toMatch(/^<p>It does not .*<\/p><p>We sort .*<\/p><ul><li>.*<\/li><li>.*<\/li><\/ul>$/);
});

test('cards are paragraphs, and their links lead somewhere', async ({ page }) => {
  await openHub(page);
  await dragOver(page, '3 initiatives', '6 initiatives', '.hg-card-grid');
  const { text, html } = await copied(page);
  expect(text).toMatch(/initiatives\n\n/);
  expectClean(html);
  expect(html).toMatch(new RegExp(`<a href="${contentSite.address}[a-z-]+/">`));
});

test('a table keeps its cells', async ({ page }) => {
  await openHub(page, 'tables/', oddSite);
  await dragOver(page, 'Left', '1 234 567,89', 'table');
  const { text, html } = await copied(page);
  expect(text).toBe(
    'Left\tCentred\tRight\none\ttwo\t3\n' +
      'a cell with enough words to go over several lines when the window is as narrow as that of a phone\tshort\t1 234 567,89',
  );
  expectClean(html);
  expect(html).toMatch(
    /^<table><thead><tr><th>Left<\/th><th>Centred<\/th><th>Right<\/th><\/tr><\/thead><tbody><tr><td>/,
  );
});

test('a part of a table is a table', async ({ page }) => {
  await openHub(page, 'tables/', oddSite);
  await dragOver(page, 'two', 'short', 'table');
  const { text, html } = await copied(page);
  expect(text).toMatch(/^two\t3\na cell with enough words .* phone\tshort$/);
  expect(html).toMatch(/^<table><tbody><tr><td>two<\/td><td>3<\/td><\/tr><tr><td>a cell .*<\/td><td>short<\/td>/);
});

for (const width of [1280, 320]) {
  test(`code keeps its lines and blanks, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openHub(page, 'code/', oddSite);
    await dragOver(page, 'def short', 'tab = True', 'pre');
    const { text, html } = await copied(page);
    const code = 'def short(value):\n    return value  # two blanks before the comment\n\n    tab = True';
    expect(text).toBe(code);
    expect(html).toBe(`<pre><code>${code}</code></pre>`);
  });
}

test('headings, numbers, hard breaks and quotations', async ({ page }) => {
  await openHub(page, '', oddSite);
  await page.getByRole('main').getByRole('heading', { level: 1 }).click({ clickCount: 3 });
  const title = await copied(page);
  expect(title.text).toMatch(/^A headline with a word as long as Donaudampf\S+gesellschaft$/);
  expect(title.html).toBe(`<h1>${title.text}</h1>`);
  await clearSelection(page);
  await dragOver(page, 'Hard breaks', 'and italic text.');
  const breaks = await copied(page);
  expect(breaks.text).toBe('Hard breaks\nstay where they are,\nalso in bold\nand italic text.');
  expect(breaks.html).toContain('Hard breaks<br>stay where they are,<br>');
  await clearSelection(page);
  await dragOver(page, 'A quotation with', 'and a last sentence.');
  const quotation = await copied(page);
  expect(quotation.text).toMatch(
    /^A quotation with a list in it:\n\n1\. one\n2\. two\n {2}- deeper\n {4}- deepest, .*\n\nand a last sentence\.$/,
  );
  expect(quotation.html).toMatch(/^<blockquote><p>A quotation .*<ol><li>one<\/li><li>two<ul><li>deeper<ul>/);
  await clearSelection(page);
  await dragOver(page, 'A list that begins with ten', 'the second paragraph.');
  const numbers = await copied(page);
  expect(numbers.text).toMatch(/^10\. A list that begins with ten\n\n11\. and goes on .*\n\nthe second paragraph\.$/);
  expect(numbers.html).toMatch(/^<ol start="10"><li>/);
});

test('an address that wraps is one word', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openHub(page, '', oddSite);
  await dragOver(page, 'no blank in it, ', 'text behind it');
  const { text } = await copied(page);
  expect(text).toBe(
    'no blank in it, https://example.org/a/very/long/path/to/something/that/nobody/can/read/aloud/in/one/breath' +
      '?with=a&query=string#and-a-fragment, and text behind it',
  );
});

test('what is folded away is not copied', async ({ page }) => {
  await openHub(page, 'folding/', oddSite);
  await dragOver(page, 'Before the folded parts', 'The text that is open from the start.');
  const { text, html } = await copied(page);
  expect(text).toBe(
    'Before the folded parts.\n\nWhat is folded away\n\nWhat is open from the start\n\nThe text that is open from the start.',
  );
  expect(html).toContain('<p><strong>What is folded away</strong></p>');
});

for (const width of [1280, 390]) {
  test(`marking everything takes the page once, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openHub(page);
    await page.keyboard.press('ControlOrMeta+a');
    const { text, html } = await copied(page);
    for (const phrase of ['Many teams across Europe', 'Made with Hubglass', 'Content version']) {
      expect(text.split(phrase).length - 1, phrase).toBe(1);
      expect(html.split(phrase).length - 1, phrase).toBe(1);
    }
    expect(text).not.toContain('Skip to the content');
    expect(text).not.toMatch(/\n\n\n| \n|[^\n]\t/);
    expectClean(html);
    expect(html).toMatch(/<h1>Smart Communities Ecosystem/);
  });
}

test('pasting gives headings, lists and links', async ({ page }) => {
  await openHub(page);
  await page.keyboard.press('ControlOrMeta+a');
  await copied(page);
  await page.route('**/editor', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Editor</title>' }),
  );
  await page.goto(`${contentSite.address}editor`);
  await page.evaluate(() => {
    document.body.contentEditable = 'true';
    document.body.focus();
  });
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByRole('heading', { level: 1, name: 'Smart Communities Ecosystem & Resources' })).toBeVisible();
  expect(await page.getByRole('listitem').count()).toBeGreaterThan(10);
  const link = page.getByRole('link', { name: 'View Details' }).first();
  await expect(link).toHaveAttribute('href', /^http:\/\/127\.0\.0\.1:\d+\/[a-z-]+\/$/);
  expect(
    await link.evaluate((element) => getComputedStyle(element).getPropertyValue('-webkit-text-fill-color')),
    'no letters that cannot be seen',
  ).not.toBe('rgba(0, 0, 0, 0)');
});

test('copying from a field, or with nothing selected, is left alone', async ({ page }) => {
  await openHub(page);
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.value = 'words of the reader';
    field.setAttribute('aria-label', 'field');
    document.body.prepend(field);
  });
  await page.getByLabel('field').focus();
  await page.keyboard.press('ControlOrMeta+a');
  expect((await copied(page)).text).toBe('words of the reader');
});

test('a host page around an embedded hub is copied with it, in letters that can be seen', async ({ page }) => {
  await openHub(page);
  await settle(page);
  await page.evaluate(() => {
    document.querySelector('hub-glass')?.removeAttribute('mode');
    const words = document.createElement('p');
    words.textContent = 'Words of the host.';
    document.body.prepend(words);
  });
  // An element reads its mode when it is put into a page.
  await page.evaluate(() => {
    const hub = document.querySelector('hub-glass')!;
    const copy = hub.cloneNode(true);
    hub.replaceWith(copy);
  });
  await expect(page.locator('hub-glass')).toHaveAttribute('state', 'ready');
  await page.keyboard.press('ControlOrMeta+a');
  const { text, html } = await copied(page);
  expect(text).toContain('Words of the host.');
  expect(text).toContain('Many teams across Europe');
  expect(html).not.toContain('-webkit-text-fill-color: rgba(0, 0, 0, 0)');
  await expect
    .poll(() =>
      page.evaluate(() => document.querySelector('hub-glass')!.shadowRoot!.querySelector('.hg-glass') !== null),
    )
    .toBe(true);
});
