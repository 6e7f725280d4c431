import { endTask } from './end-task';
import { Engine } from './engine';
import { fetchPart, HubGlassError } from './errors';
import { designedSize, usualSize } from './own-styles';
import type { PagePack } from './pages';
import { partsOf } from './parts';
import type { Stage } from './stage';
import { Viewer } from './viewer';

/** What start-up needs to know about the hub and its element. */
export interface Start {
  element: HTMLElement;
  stage: Stage;
  /** The hub's root. */
  base: URL;
  whole: boolean;
  /** Of the page that is shown first. */
  pack: Promise<PagePack>;
  glass(shown: boolean): void;
  signal: AbortSignal;
}

/** Loads engine and styles beside the first page’s pack, and gives a viewer that has read the first page; undefined when `signal` aborted meanwhile. */
export async function startUp(start: Start): Promise<Viewer | undefined> {
  const { element, stage, base, whole, glass, signal } = start;
  const kiosk = element.getAttribute('mode') === 'kiosk';
  const parts = await partsOf(element, base);
  const address = (part: string): string => new URL(part, base).href;
  // Put to use while the engine is still on its way: style and layout of the whole page are settled by then.
  const adoptStyles = async (): Promise<void> => {
    const response = await fetchPart(address(parts.styles), 'styles-missing', 'style sheet');
    const sheet = new CSSStyleSheet();
    const css = await response.text();
    // The page follows the reader's text size; the canvas and what lies over it know px, and a host's root has any size. A kiosk's
    // root has the size of its screen.
    const size = whole ? designedSize : usualSize(stage.root);
    sheet.replaceSync(kiosk ? css : css.replace(/([\d.]+)rem/g, (_, rem) => `${size * Number(rem)}px`));
    if (!signal.aborted) {
      (element.shadowRoot as ShadowRoot).adoptedStyleSheets = [sheet, stage.shell];
    }
  };
  const [engine, pack, , embedded] = await Promise.all([
    Engine.load(address(parts.engine)),
    start.pack,
    adoptStyles(),
    whole ? undefined : import('./embedded'),
  ]);
  await endTask(whole);
  if (signal.aborted) {
    return undefined;
  }
  performance.mark('hubglass:engine');
  // In a box of its own, which waits itself, it may lie as it will.
  stage.root.className = stage.scroller.box ? 'stage' : whole ? 'stage over' : 'stage waiting';
  const viewer = new Viewer(engine, stage, base, whole, glass, kiosk);
  await endTask(whole);
  if (!signal.aborted) {
    viewer.startContent();
    await endTask(whole);
  }
  if (signal.aborted) {
    viewer.dispose();
    return undefined;
  }
  const problem = problemOf(viewer, pack);
  if (problem) {
    viewer.dispose();
    throw problem;
  }
  await endTask(whole);
  if (signal.aborted) {
    viewer.dispose();
    return undefined;
  }
  if (embedded) {
    embedded.followBrand(element, stage.place, viewer, signal);
  }
  performance.mark('hubglass:pack');
  return viewer;
}

/** Has the viewer read a page's pack; returns what is wrong with it, if anything. */
export function problemOf(viewer: Viewer, pack: PagePack): HubGlassError | undefined {
  const error = viewer.openPage(pack.bytes);
  if (!error) {
    return undefined;
  }
  const [code = 'pack-malformed', message = '', where = '', remedy = ''] = error;
  const sentence = message.replace(/[.!?]?$/, '.');
  return new HubGlassError(code, `${pack.address}${where ? ` (${where})` : ''}: ${sentence} ${remedy}`.trim());
}
