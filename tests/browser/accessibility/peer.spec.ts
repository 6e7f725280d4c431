// What a screen reader is told of a page must not be less than what it is told of the same page made by MkDocs Material.

import { peerSite, corpusSite } from '../sites';
import { addressOf, expect, openHub, test, type HubElement, hubOf } from '../support/hub';
import { accessibilityTree, nodesOf, textOf, type Told } from '../support/tree';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The peer's pages: folders with an index.html. */
function peerRoutes(route = ''): string[] {
  const folder = join(peerSite.folder, route);
  return [
    ...(existsSync(join(folder, 'index.html')) ? [route] : []),
    ...readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => peerRoutes(`${route}${entry.name}/`)),
  ];
}

/*
 * What we do otherwise, and why. All else that the peer tells, we tell with the same role and the same name.
 *
 * 1. A picture alone over "---" is a heading to Python-Markdown and a picture over a rule to us: it names no section. The peer's
 *    contents list these headings as links without a name.
 * 2. The picture in its header and its "back to top" are widgets of its theme: the header's link has the title for a name, and
 *    the keys of every browser go to the top. Its skip link has other words.
 * 3. It says "Previous: …" in an attribute where our pager says "Previous …" in sight.
 * 4. It reads icons out as they were written, ":octicons-arrow-right-24:"; ours are drawn and say nothing.
 * 5. Two of the corpus' links lead nowhere: an address with a blank in it, which is no link in CommonMark, and a file that is not
 *    there. We show their words and report them to the author.
 */
const leadNowhere = [/^link: BDTI Knowledge Base → .*knowledge-base%20bdti/, /^link: Download as PDF → .*\.pdf$/];

function withoutIcons(text: string): string {
  return text.replace(/:[a-z0-9-]+:(\{[^}]*\})?/g, '').trim();
}

function isPicture(node: Told): boolean {
  return node.role === 'heading' && node.children.length === 1 && node.children[0]?.role === 'image';
}

function isWidget(node: Told): boolean {
  return (
    (node.role === 'image' && node.name === 'logo') || (node.role === 'link' && /^\W*Back to top$/.test(node.name))
  );
}

/** One line for each thing that can be moved to, so that two pages compare as lists of lines. */
function toldThings(tree: Told, origin: string): string[] {
  const things: string[] = [];
  for (const node of nodesOf(tree, 'heading', 'link', 'image', 'table')) {
    if (isPicture(node) || isWidget(node) || (node.role === 'image' && node.name === '')) continue;
    const name = withoutIcons(node.name.replace(/^(Previous|Next): /, '$1 '));
    if (node.role === 'heading') things.push(`heading ${node.level}: ${name}`);
    else if (node.role === 'image') things.push(`image: ${name}`);
    else if (node.role === 'link' && name !== '' && !/^Skip to/.test(name)) {
      const address = node.address.startsWith(origin) ? decodeURI(node.address.slice(origin.length)) : node.address;
      things.push(`link: ${name} → ${address}`);
    } else if (node.role === 'table') {
      const cells = (role: string): string =>
        nodesOf(node, role)
          .map((cell) => textOf(cell))
          .join(' | ');
      things.push(`table: ${cells('columnheader')} / ${cells('cell')}`);
    }
  }
  return things;
}

/** The entries of every list. */
function lists(tree: Told): string[][] {
  return nodesOf(tree, 'list').map((list) =>
    list.children
      .filter(({ role }) => role === 'listitem')
      .map((item) => withoutIcons(textOf(item)))
      .filter((text) => text !== ''),
  );
}

function isWithin<Part>(
  parts: readonly Part[],
  whole: readonly Part[],
  same: (part: Part, other: Part) => boolean,
): boolean {
  let at = 0;
  for (const other of whole) if (at < parts.length && same(parts[at]!, other)) at += 1;
  return at === parts.length;
}

/** Whether all entries of a list, and all letters of each, are in another one in the same order. Ours may have more. */
function listIsWithin(list: readonly string[], other: readonly string[]): boolean {
  return isWithin(list, other, (entry, ours) => isWithin([...entry.replace(/\s/g, '')], [...ours], (a, b) => a === b));
}

test('a screen reader is told all that MkDocs Material’s pages of the same texts tell it', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  test.skip(!corpusSite.isBuilt, 'no corpus to build from (HUBGLASS_CORPUS)');
  test.skip(!peerSite.isBuilt, 'no MkDocs Material here to build the corpus with');
  const routes = peerRoutes();
  expect(routes.length).toBeGreaterThan(5);
  const peer = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  // It asks another site for fonts.
  await peer.route(/^(?!http:\/\/127\.0\.0\.1)/, (route) => route.abort());
  await openHub(page, '', corpusSite);
  let compared = 0;
  for (const route of routes) {
    await peer.goto(addressOf(peerSite, route));
    await hubOf(page).evaluate((hub, wanted) => (hub as HubElement).navigate(wanted), route);
    const [theirs, ours] = [await accessibilityTree(peer), await accessibilityTree(page)];
    const left = toldThings(ours, corpusSite.address);
    const missing = toldThings(theirs, peerSite.address).filter((thing) => {
      const found = left.indexOf(thing);
      if (found >= 0) left.splice(found, 1);
      compared += 1;
      return found < 0 && !leadNowhere.some((known) => known.test(thing));
    });
    expect.soft(missing, `/${route}: headings, links, images and tables that only the peer tells`).toEqual([]);
    const ourLists = lists(ours);
    const missingLists = lists(theirs).filter((list) => !ourLists.some((own) => listIsWithin(list, own)));
    expect.soft(missingLists, `/${route}: lists that only the peer tells`).toEqual([]);
    compared += lists(theirs).length;
  }
  expect(compared).toBeGreaterThan(200);
  await peer.close();
});
