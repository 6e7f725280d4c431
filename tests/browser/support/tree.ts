// What Chromium tells assistive technology of a page: the accessibility tree, reduced to what a reader moves by.

import type { CDPSession, Page } from '@playwright/test';

interface Node {
  nodeId: string;
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
}

/** A node that is told, with the nodes below it. */
export interface Told {
  role: string;
  /** Of a run of text, that text as it is; else with its blanks as one each. */
  name: string;
  /** Of a heading or a list's entry; 0 for others. */
  level: number;
  /** Where a link leads, made whole; empty for others. */
  address: string;
  children: Told[];
}

// One session for a page's whole life, as a screen reader has: switching accessibility on and off at every navigation ends
// Chromium 156's renderer now and then.
const sessions = new WeakMap<Page, Promise<CDPSession>>();

async function listen(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  return session;
}

/** The tree of a page without the nodes that are not told. Light and shadow DOM are one there. */
export async function accessibilityTree(page: Page): Promise<Told> {
  const session = sessions.get(page) ?? listen(page);
  sessions.set(page, session);
  const { nodes } = (await (await session).send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const told = (node: Node): Told[] => {
    const children = (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? told(child) : [];
    });
    const role = node.role?.value ?? '';
    if (node.ignored || role === 'InlineTextBox') return children;
    const property = (name: string): unknown => node.properties?.find((one) => one.name === name)?.value.value;
    return [
      {
        role,
        name: role === 'StaticText' ? (node.name?.value ?? '') : squeezed(node.name?.value ?? ''),
        level: Number(property('level') ?? 0),
        address: role === 'link' ? String(property('url') ?? '') : '',
        children,
      },
    ];
  };
  const root = nodes[0] ? told(nodes[0])[0] : undefined;
  if (!root) throw new Error('Chromium tells nothing of this page.');
  return root;
}

/** All nodes with one of these roles, in reading order. */
export function nodesOf(tree: Told, ...roles: string[]): Told[] {
  return [...(roles.includes(tree.role) ? [tree] : []), ...tree.children.flatMap((child) => nodesOf(child, ...roles))];
}

/** The text below a node, nested lists left out. */
export function textOf(tree: Told): string {
  const text = (node: Told): string =>
    node.role === 'StaticText'
      ? node.name
      : node.children.map((child) => (child.role === 'list' ? '' : text(child))).join('');
  return squeezed(text(tree));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
