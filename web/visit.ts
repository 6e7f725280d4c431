import type { Edition } from './edition';
import { HubGlassError } from './errors';
import { tell } from './events';
import { addEntry, followHistory, keepScroll, keptScroll } from './history';
import { nameLanguage } from './language';
import type { LightPage } from './light-page';
import { followLinks } from './links';
import { loadReading, reading } from './on-demand';
import { followIntent, type PagePack, type Pages, routeOf } from './pages';
import { readingPlace, restoreReadingPlace } from './reading-place';
import { decodeFragment, directiveMark, type Place, type Router } from './router';
import type { Scroller } from './scroller';
import { problemOf } from './start-up';
import type { PageInformation, Viewer } from './viewer';

/** What a visit happens in. */
export interface Around {
  element: HTMLElement;
  viewer: Viewer;
  pages: Pages;
  router: Router;
  scroller: Scroller;
  mode: 'embed' | 'page' | 'kiosk';
  /** Where links to pages of the hub open, if not here. */
  target: () => string;
}

/** How a page is opened; see Visit.open(). */
export interface Opening {
  scroll?: number;
  stay?: boolean;
  ahead?: boolean;
}

/** Where in the hub the reader is: opens pages and places in them, and remembers the way back. */
export class Visit {
  page: PageInformation | undefined;
  /** In `mode="page"`: the document around the hub. */
  light: LightPage | undefined;
  /** In `mode="page"`: whether the site was replaced meanwhile. */
  edition: Edition | undefined;
  private seen = true; // any of the hub, when a page was opened: a reader elsewhere in the page around it is left there
  private rest: (() => void) | undefined; // to be done where the first screen of a page is drawn, and no more of it
  private pending: object | undefined; // the page that is being fetched
  private over: AbortSignal | undefined;
  private readonly past: (Place & { scroll: number })[] = []; // where the browser's history has no entries of ours

  constructor(private readonly around: Around) {}

  /** Takes on the first page, which was opened. It is seen after Viewer.show(). */
  begin(route: string): void {
    this.page = this.around.viewer.showPage(route);
  }

  /** Shows the same page again: more or less of it is wanted. */
  async again(): Promise<void> {
    const { viewer } = this.around;
    if (this.page && (await this.fetch(this.page.found ? this.page.route : this.page.asked))) {
      viewer.show();
      viewer.reflow();
    }
  }

  /** Shows the same page in another language, if the hub has it. */
  speak(language: string): boolean {
    const route = this.around.viewer.inLanguage(language);
    if (route !== undefined) {
      void this.changeLanguage(route);
    }
    return route !== undefined;
  }

  /** Follows links, and the browser's history where addresses name the pages. */
  follow(signal: AbortSignal): void {
    const { element, viewer, router, mode } = this.around;
    this.over = signal;
    // The links of the page before are still there until the rest is done; who is this quick means what they see.
    for (const type of ['pointerdown', 'keydown']) {
      element.addEventListener(type, () => this.rest?.(), { capture: true, signal });
    }
    followLinks(
      viewer.mirror,
      { element, router, inside: mode === 'kiosk', target: this.around.target },
      {
        open: (route, fragment) => {
          viewer.closeDrawer();
          void this.open(route, fragment, true, { ahead: true });
        },
        changeLanguage: (route) => {
          void this.changeLanguage(route);
        },
        toggleDetails: (action) => {
          viewer.toggleDetails(action);
        },
      },
      signal,
    );
    followIntent(viewer.mirror.root, router, this.around.pages, signal);
    if (mode === 'page') {
      // The page's own link past the frame: the browser does not look for its target in a shadow tree.
      document.addEventListener(
        'click',
        (event) => {
          const link = (event.target as Element).closest<HTMLAnchorElement>('a.hg-skip');
          if (link && !event.defaultPrevented) {
            event.preventDefault();
            this.scrollToFragment(decodeFragment(link.hash), true);
          }
        },
        { signal },
      );
    }
    if (router.routing !== 'memory') {
      followHistory(
        (scroll) => {
          // Without "#/" the address is that of the page around: the hub is where it began.
          const begun = { route: this.around.element.getAttribute('route') ?? '', fragment: '' };
          const place = router.here() ?? (location.hash === '' && router.routing === 'hash' ? begun : undefined);
          if (place) {
            void this.open(place.route, place.fragment, false, scroll === undefined ? {} : { scroll });
          }
        },
        mode === 'page',
        signal,
      );
    }
  }

  /**
   * Shows a page, and with `record` remembers the one before it. `scroll` is where to, else the fragment decides, else the top.
   * `stay`: the focus does. `ahead`: the first screen is drawn before anything else is done, so that it is seen at once. True once
   * it is shown; false when another one was wanted meanwhile.
   */
  async open(route: string, fragment: string, record: boolean, how: Opening = {}): Promise<boolean> {
    const { viewer } = this.around;
    const { top, bottom } = viewer.place.getBoundingClientRect();
    this.seen = bottom > 0 && top < innerHeight;
    const here = this.page?.found ? this.page.route : undefined;
    const elsewhere = this.rest !== undefined || this.pending !== undefined || routeOf(route) !== here;
    if (elsewhere && this.edition?.replaced) {
      this.edition.moveTo(record ? this.around.router.address(route, fragment) : undefined);
      return false;
    }
    if (record) {
      this.record(route, fragment);
    }
    if (elsewhere && !(await this.fetch(route))) {
      return false;
    }
    if (elsewhere && how.ahead && !fragment && viewer.drawsAhead) {
      const rest = (this.rest = () => {
        if (rest === this.rest && !this.over?.aborted) {
          this.arrive(elsewhere, fragment, how);
        }
      });
      this.toStart();
      viewer.drawAhead();
      requestAnimationFrame(() => setTimeout(rest));
    } else {
      this.arrive(elsewhere, fragment, how);
    }
    return true;
  }

  /**
   * Gets a page and has the viewer take it on, or what is to be said when it cannot be had. False when another page was wanted
   * meanwhile, or the browser loads this one.
   */
  private async fetch(route: string): Promise<boolean> {
    const { element, viewer, pages } = this.around;
    const turn = (this.pending = {});
    viewer.sayBusy(true);
    let pack: PagePack | undefined;
    let problem: HubGlassError | undefined;
    try {
      pack = await pages.get(route, this.page?.missing);
    } catch (error) {
      problem = error instanceof HubGlassError ? error : new HubGlassError('internal', String(error));
    }
    if (this.pending !== turn || this.over?.aborted) {
      return false;
    }
    this.pending = undefined;
    viewer.sayBusy(false);
    problem ??= pack && problemOf(viewer, pack);
    if (problem?.code === 'pack-newer' && this.edition) {
      this.edition.moveTo();
      return false;
    }
    if (problem) {
      console.error(`hub-glass: ${problem.code}: ${problem.message}`);
      tell(element, 'error', { code: problem.code, message: problem.message });
      this.page = viewer.showProblem(route, problem.message, '');
    } else {
      this.page = viewer.showPage(route);
    }
    return true;
  }

  /** Shows a page as to a new reader: what was opened in it, and the way back, are forgotten. */
  async renew(route: string): Promise<void> {
    this.forget();
    if (await this.fetch(route)) {
      this.arrive(true, '', { stay: true });
    }
  }

  /** All that is to be done once a page, or a place in it, is known. */
  private arrive(elsewhere: boolean, fragment: string, { scroll, stay }: Opening): void {
    const { viewer, scroller } = this.around;
    const page = this.page as PageInformation;
    if (elsewhere) {
      this.rest = undefined;
      viewer.show();
      reading?.showPassages(viewer.mirror.root, '', () => undefined);
      this.sayLanguage();
      if (this.light) {
        this.light.show(page, (region) => viewer.plainRegion(region));
      }
      if (fragment.startsWith(directiveMark)) {
        scroller.to(0);
      }
      if (!fragment && !stay && this.seen) {
        // A screen reader says the new title, and Tab goes on from there.
        focusOn(viewer.mirror.root.querySelector<HTMLElement>('h1'));
      }
    }
    if (scroll !== undefined) {
      scroller.to(scroll);
    } else if (fragment) {
      this.scrollToFragment(fragment, true);
    } else {
      this.toStart();
    }
    viewer.scrolled();
    tell(this.around.element, 'navigate', {
      route: page.found ? page.route : page.asked,
      language: page.language,
    });
  }

  private toStart(): void {
    const { element, scroller, mode } = this.around;
    if (mode !== 'embed' || scroller.box) {
      scroller.to(0);
    } else if (this.seen) {
      element.scrollIntoView({ block: 'start', behavior: 'instant' });
    }
  }

  /** Where the reader was before; false when this is where they began. */
  back(): boolean {
    const place = this.past.pop();
    if (place) {
      void this.open(place.route, place.fragment, false, { scroll: place.scroll });
    } else if (this.around.router.routing !== 'memory') {
      history.back();
      return true;
    }
    return place !== undefined;
  }

  /** Pages that were fetched may have become others. */
  forgetPages(): void {
    this.around.pages.forget();
  }

  /** Nobody can go back any more. */
  forget(): void {
    this.past.length = 0;
  }

  /** Shows what the page's text says behind `directives` ("text=…"). */
  showPassages(directives: string, scroll: boolean): void {
    const { viewer, scroller } = this.around;
    void loadReading().then((loaded) => {
      loaded?.showPassages(viewer.mirror.root, directives, ({ top, bottom, height }) => {
        const edge = scroller.edge + scroller.inWindow(viewer.headerHeight + 16);
        const seen = scroller.inWindow(scroller.height);
        if (scroll && (top < edge || bottom > scroller.edge + seen)) {
          scroller.by(top - Math.max(edge, scroller.edge + (seen - height) / 2));
        }
      });
    });
  }

  /** The language that is shown, said to whoever reads the document, or the element when the hub is a part of it. */
  sayLanguage(): void {
    const { page } = this;
    if (!page?.language) {
      return;
    }
    const whole = this.around.mode !== 'embed';
    const target = whole ? document.documentElement : this.around.element;
    nameLanguage(target, page.language);
    const skip = whole ? document.querySelector('a.hg-skip') : null;
    if (skip) {
      skip.textContent = page.skip;
    }
  }

  scrollToFragment(address: string, focus: boolean): void {
    const { viewer, scroller } = this.around;
    const [fragment = '', directives] = address.split(directiveMark);
    if (directives) {
      this.showPassages(directives, true);
    }
    if (!fragment) {
      return;
    }
    const target = viewer.mirror.root.querySelector<HTMLElement>(`#${CSS.escape(fragment)}`);
    const place = scroller.topOf(viewer.place);
    const anchor = viewer.anchor(fragment);
    const y = anchor !== undefined ? place + scroller.inScroll(anchor) : target ? scroller.topOf(target) : undefined;
    if (y === undefined) {
      return;
    }
    scroller.to(Math.max(0, y - scroller.inScroll(viewer.headerHeight + 16)));
    if (focus) {
      focusOn(target);
    }
  }

  private record(route: string, fragment: string): void {
    const { router, scroller } = this.around;
    const addressed = router.routing !== 'memory';
    if (addressed) {
      keepScroll(scroller.top);
    }
    if (!addressed || !addEntry(router.address(route, fragment))) {
      this.past.push({ route: this.page?.route ?? '', fragment: '', scroll: scroller.top });
    }
  }

  private async changeLanguage(route: string): Promise<void> {
    const { viewer, scroller, mode } = this.around;
    viewer.closeDrawer();
    const { content } = viewer.mirror.parts;
    const place = readingPlace(content, scroller.edge, scroller.inWindow(viewer.headerHeight));
    const shown = await this.open(route, '', true, { scroll: mode === 'embed' ? scroller.top : 0, stay: true });
    if (place && shown) {
      restoreReadingPlace(content, place, scroller);
      viewer.scrolled();
    }
  }
}

/** Where the reader was on a page they come back to, px; undefined when they come anew. */
export function scrollBefore(router: Router): number | undefined {
  return router.routing === 'memory' ? undefined : keptScroll();
}

/** Focuses also what Tab does not reach. */
function focusOn(target: HTMLElement | null): void {
  if (target && !target.hasAttribute('tabindex') && target.tabIndex < 0) {
    target.tabIndex = -1;
  }
  target?.focus({ preventScroll: true });
}
