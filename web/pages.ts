import { fetchPart, HubGlassError } from './errors';
import type { Router } from './router';

/** The pack of a page; `missing`: of the one that stands in for a page that is not there. */
export interface PagePack {
  address: string;
  bytes: Uint8Array;
  missing: boolean;
}

const mostKept = 12; // packs; some ten kilobytes each
const magic = [0x89, 0x48, 0x55, 0x42]; // src/pack/format.h

/** A route as the build names it: "a/b/", "" for the start page, or a file ("404.html"). */
export function routeOf(written: string): string {
  let route = written
    .replace(/[?#].*$/s, '')
    .replace(/^\/+/, '')
    .replace(/(^|\/)index\.html$/, '$1');
  try {
    route = decodeURIComponent(route);
  } catch {
    // A per cent sign that means itself.
  }
  return route === '' || route.endsWith('.html') ? route : route.replace(/\/*$/, '/');
}

/** The file of a page's pack, relative to the hub's root (src/cli/site/page_files.h). */
export function packOf(route: string): string {
  const path = route.endsWith('.html') ? route.slice(0, -'.html'.length) : `${route}index`;
  return `${path.split('/').map(encodeURIComponent).join('/')}.hubpack`;
}

/** The packs of a hub's pages: fetched when they are wanted, or soon will be, and kept for a while. */
export class Pages {
  private readonly kept = new Map<string, Promise<PagePack>>();

  /** `base`: the hub's root. */
  constructor(private readonly base: URL) {}

  /**
   * The pack of a page. `absent` is the route of the one for wrong addresses. Rejects with code `pack-missing` when the host cannot
   * be reached, and when it has neither.
   */
  get(route: string, absent = '404.html'): Promise<PagePack> {
    const file = packOf(routeOf(route));
    return this.keep(file, async () => {
      const found = await this.fetch(file, true);
      return found ?? { ...(await this.named(packOf(absent))), missing: true };
    });
  }

  /** The pack at a file of the hub that is known to be there; that of the page for wrong addresses is `missing`. */
  named(file: string): Promise<PagePack> {
    return this.keep(file, async () => {
      const found = (await this.fetch(file, false)) as PagePack;
      return { ...found, missing: /(^|\/)404\.hubpack$/.test(file) };
    });
  }

  /** What is kept may be out of date. */
  forget(): void {
    this.kept.clear();
  }

  /** The reader may be about to open this page. */
  prefetch(route: string): void {
    this.get(route).catch(() => undefined); // told when the page is opened
  }

  /** `optional`: undefined when there is no such file, also at hosts that answer with a page of theirs then. */
  private async fetch(file: string, optional: boolean): Promise<PagePack | undefined> {
    const address = new URL(file, this.base).href;
    const response = await fetchPart(address, 'pack-missing', 'page’s pack', optional ? [404, 410, 403] : []);
    const bytes = new Uint8Array(response.ok ? await response.arrayBuffer() : []);
    const absent = optional && !magic.every((byte, i) => bytes[i] === byte);
    return absent ? undefined : { address, bytes, missing: false };
  }

  private keep(file: string, make: () => Promise<PagePack>): Promise<PagePack> {
    const pack = this.kept.get(file) ?? make();
    this.kept.delete(file);
    this.kept.set(file, pack); // the one used last comes last
    pack.catch((error: unknown) => {
      if (error instanceof HubGlassError && this.kept.get(file) === pack) {
        this.kept.delete(file); // may be tried again
      }
    });
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) {
      this.kept.delete(oldest);
    }
    return pack;
  }
}

const rest = 65; // ms; a pointer that only crosses a link means nothing

/** Fetches the page behind a link that the reader points at, presses or has the focus on, so that opening it is no wait. */
export function followIntent(root: HTMLElement, router: Router, pages: Pages, signal: AbortSignal): void {
  let timer = 0;
  const placeOf = (event: Event): string | undefined => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    return link && !link.target ? router.placeOf(link)?.route : undefined;
  };
  const fetchSoon = (event: Event): void => {
    clearTimeout(timer);
    const route = placeOf(event);
    if (route !== undefined) {
      timer = setTimeout(() => {
        pages.prefetch(route);
      }, rest);
    }
  };
  const fetchNow = (event: Event): void => {
    const route = placeOf(event);
    if (route !== undefined) {
      pages.prefetch(route);
    }
  };
  root.addEventListener('pointerover', fetchSoon, { signal, passive: true });
  root.addEventListener('focusin', fetchSoon, { signal });
  root.addEventListener('pointerdown', fetchNow, { signal, passive: true });
}
