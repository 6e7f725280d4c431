// Opening a hub the way a reader does, and asking <hub-glass> what it shows.

import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { LaidOutFragment as Fragment, Statistics } from '../../../web/statistics';
import { contentSite, corpusSite, languagesSite, oddSite, type Site } from '../sites';

export type State = 'loading' | 'ready' | 'reader' | 'error';
export type Region = 'content' | 'header' | 'navigation' | 'contents';

export type { LaidOutFragment as Fragment, Statistics } from '../../../web/statistics';

export interface HubElement extends HTMLElement {
  stats(): Statistics;
  fragments(region?: Region): Fragment[];
  navigate(route: string, fragment?: string): Promise<boolean>;
}

/** Every test fails on a console error, an uncaught exception or a policy violation that it did not announce. */
export const test = base.extend<{ expectedProblems: RegExp; problems: string[] }>({
  expectedProblems: [/$^/, { option: true }],
  problems: [
    async ({ page, expectedProblems }, use) => {
      const problems: string[] = [];
      const note = (problem: string): void => {
        if (!expectedProblems.test(problem)) problems.push(problem);
      };
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          // A driver without a GPU warns about its own speed; that is no fault of the page.
          if (!/GPU stall due to ReadPixels|GL Driver Message|fallback to software WebGL/.test(message.text()))
            note(message.text());
        }
      });
      page.on('pageerror', (error) => {
        note(`uncaught: ${error.message}`);
      });
      await use(problems);
      expect(problems, 'console errors, warnings and uncaught exceptions').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const builtSites: readonly { name: string; site: Site }[] = [
  { name: 'bundled hub', site: contentSite },
  { name: 'MkDocs project', site: corpusSite },
  { name: 'odd project', site: oddSite },
  { name: 'hub of two languages', site: languagesSite },
].filter(({ site }) => site.isBuilt);

/** Says aloud which site is not tested because nobody built it. Call it once per file that loops over builtSites. */
export function nameMissingSites(): void {
  for (const { folder, isBuilt } of [contentSite, oddSite, languagesSite]) {
    test(`there is a site in ${folder}`, () => {
      expect(isBuilt, 'a built site; scripts/test --browser builds it').toBe(true);
    });
  }
  if (!corpusSite.isBuilt) {
    test.skip('the MkDocs project: no corpus to build from (HUBGLASS_CORPUS)', () => undefined);
  }
}

/** The routes of a built site, "" for its home page, else with a slash at the end. */
export function routesOf(site: Site): string[] {
  if (!site.isBuilt) return [];
  const routes: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) visit(join(folder, entry.name));
      else if (entry.name === 'index.html' && staticPage(folder).includes('<hub-glass mode="page"')) {
        const route = relative(site.folder, folder).split('\\').join('/');
        routes.push(route === '' ? '' : `${route}/`);
      }
    }
  };
  visit(site.folder);
  return routes.sort();
}

function staticPage(folder: string): string {
  return readFileSync(join(folder, 'index.html'), 'utf8');
}

/** The route of a site with the longest page; it needs more than one screen by far. */
export function longestRoute(site: Site): string {
  const routes = routesOf(site);
  const size = (route: string): number => staticPage(join(site.folder, route)).length;
  return routes.reduce((longest, route) => (size(route) > size(longest) ? route : longest), '');
}

export function addressOf(site: Site, route: string): string {
  return site.address + encodeURI(route);
}

export function hubOf(page: Page): Locator {
  return page.locator('hub-glass');
}

export async function waitForState(page: Page, state: State): Promise<void> {
  await expect(hubOf(page)).toHaveAttribute('state', state, { timeout: 15_000 });
}

/** Opens a route and waits until the canvas shows it. */
export async function openHub(page: Page, route = '', site: Site = contentSite, state: State = 'ready'): Promise<void> {
  await page.goto(addressOf(site, route));
  await waitForState(page, state);
}

/** Waits until nothing more is drawn (pictures have come, hover and focus have faded) and the last frame is shown. */
export async function settle(page: Page): Promise<void> {
  let frames = -1;
  await expect
    .poll(
      async () => {
        const now = (await statistics(page)).frames;
        const still = now === frames;
        frames = now;
        return still;
      },
      { intervals: [50, 200, 200], message: 'the hub stops drawing', timeout: 10_000 },
    )
    .toBe(true);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

export async function statistics(page: Page): Promise<Statistics> {
  return hubOf(page).evaluate((hub) => (hub as HubElement).stats());
}

export async function fragments(page: Page, region: Region = 'content'): Promise<Fragment[]> {
  return hubOf(page).evaluate((hub, name) => (hub as HubElement).fragments(name), region);
}

/** What of a hub can be seen. Set through the CSSOM, because a style attribute is refused by the pages' policy. */
export async function showOnly(page: Page, shown: 'canvases' | 'mirror' | 'nothing' | 'everything'): Promise<void> {
  await hubOf(page).evaluate((hub, what) => {
    const set = (selector: string, visible: boolean): void => {
      for (const element of hub.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []) {
        element.style.visibility = visible ? '' : 'hidden';
      }
    };
    set('canvas', what === 'canvases' || what === 'everything');
    set('[part="mirror"]', what === 'mirror' || what === 'everything');
    for (const element of hub.children) {
      (element as HTMLElement).style.visibility = what === 'everything' ? '' : 'hidden';
    }
  }, shown);
}
