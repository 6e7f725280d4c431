import type { Share } from './contexts';
import { Controls } from './controls';
import { Edition } from './edition';
import { endTask } from './end-task';
import { HubGlassError } from './errors';
import { tell } from './events';
import { readerOf } from './handover';
import { restoreScroll } from './history';
import { keep, kept } from './kept';
import { LightPage } from './light-page';
import { loadReading, followSelection, reading } from './on-demand';
import { hasOwnStyles } from './own-styles';
import { type PagePack, Pages, routeOf } from './pages';
import { directiveMark, type Place, Router } from './router';
import { type Choice, heightOf, sayOnce, settingOf } from './settings';
import { giveContexts, raiseStage, showSlot, type Stage } from './stage';
import { problemOf, startUp } from './start-up';
import type { LaidOutFragment, Statistics } from './statistics';
import { followSurroundings } from './surroundings';
import type { Region } from './mirror';
import type { PlainReason, Viewer } from './viewer';
import { scrollBefore, Visit } from './visit';

export type State = 'loading' | 'ready' | 'reader' | 'error';

/** Hubs whose pages the document's address names; it names those of the first. */
const addressed = 'hub-glass:is([mode="page"]:not([routing]), [routing="path"], [routing="hash"])';

/** The hub behind an element that is in a page: starts it, hands the page over to it, steps back when it has to go. */
export class Hub {
  private readonly life = new AbortController(); // while the element is in a page
  private session = new AbortController(); // while the canvas is shown, or being made ready
  private readonly mode: Choice<'mode'>;
  private readonly controls: Controls;
  private router: Router;
  private stage: Stage | undefined;
  private viewer: Viewer | undefined;
  private visit: Visit | undefined;
  private share: Share | undefined; // of the contexts on another page
  private plainChosen = false;

  /** `root`: where a hub lies whose element does not say. `wanted`: asked for before the hub was there. */
  constructor(
    private readonly element: HTMLElement,
    private readonly root: URL,
    private wanted: Place | undefined,
    /** Resolves once the page in the element was painted. */
    private readonly shown: Promise<void>,
  ) {
    this.mode = settingOf(element, 'mode');
    settingOf(element, 'loading'); // what means nothing is named before it is needed
    settingOf(element, 'target');
    this.router = this.makeRouter();
    this.controls = new Controls({
      element,
      whole: this.whole,
      keeps: this.mode !== 'kiosk',
      viewer: () => this.viewer,
      plain: () => {
        this.choosePlain(this.state !== 'reader'); // pressed on a plain page, it always asks for the canvas
      },
    });
    this.controls.begin(settingOf(element, 'theme'));
    this.plainChosen = this.mode !== 'kiosk' && kept('plain') !== null;
    this.controls.follow(this.life.signal);
    followSelection(() => this.viewer?.mirror.root, this.whole, this.life.signal);
    this.begin();
  }

  /** The element left the page. */
  dispose(): void {
    this.life.abort();
    this.end();
    this.element.shadowRoot?.replaceChildren();
  }

  get state(): State {
    return (this.element.getAttribute('state') ?? 'loading') as State;
  }

  stats(): Statistics | undefined {
    return this.viewer?.statistics();
  }

  fragments(region: Region): LaidOutFragment[] {
    return this.viewer?.fragments(region) ?? [];
  }

  async navigate(route: string, fragment: string): Promise<boolean> {
    if (this.visit && this.state !== 'loading') {
      return this.visit.open(route, fragment, true);
    }
    this.wanted = { route, fragment };
    return false;
  }

  back(): boolean {
    return this.visit?.back() ?? false;
  }

  forget(): void {
    this.visit?.forget();
  }

  /** The engine runs, and pages can be opened. */
  get live(): boolean {
    return this.visit?.page !== undefined && this.state !== 'loading';
  }

  get plainReasons(): readonly PlainReason[] {
    return this.viewer?.plainReasons ?? [];
  }

  /** Shows a page as to a new reader, in the theme of the attribute, which may say what it said before. */
  reset(route: string): void {
    this.controls.setTheme(settingOf(this.element, 'theme'));
    if (this.plainChosen) {
      this.choosePlain(false);
    }
    const { activeElement } = this.element.shadowRoot as ShadowRoot;
    (activeElement as HTMLElement | null)?.blur();
    for (const dialog of this.element.shadowRoot?.querySelectorAll<HTMLDialogElement>('dialog[open]') ?? []) {
      dialog.close();
    }
    this.viewer?.closeDrawer(false);
    if (this.live) {
      void this.visit?.renew(route);
    } else {
      this.wanted = { route, fragment: '' };
    }
    for (const column of this.controls.shown.querySelectorAll('.hg-region-navigation, .hg-region-contents')) {
      column.scrollTop = 0;
    }
  }

  /** Starts again, at the page that is shown. */
  reload(): void {
    const { page } = this.visit ?? {};
    this.wanted ??= page && { route: page.route, fragment: '' };
    this.end();
    this.router = this.makeRouter();
    this.begin();
  }

  /** An attribute has another value. */
  changed(name: string, value: string | null): void {
    if (name === 'theme') {
      const choice = settingOf(this.element, 'theme');
      if (choice !== this.controls.choice) {
        this.controls.setTheme(choice);
      }
    } else if (name === 'route') {
      if (value !== (this.visit?.page?.route ?? this.wanted?.route)) {
        void this.navigate(value ?? '', '');
      }
    } else if (name === 'view') {
      this.viewer?.setView(viewOf(this.element));
      this.share?.change(contextsOf(this.element));
      void this.visit?.again();
    } else if (name === 'lang') {
      if (value !== this.visit?.page?.language && this.mode !== 'page') {
        if (value && this.visit?.speak(value) === false) {
          sayOnce(unknownLanguage(value));
        }
        this.visit?.sayLanguage();
      }
    } else if (name === 'height' && this.stage?.scroller.box && heightOf(this.element)) {
      this.stage.scroller.box.style.height = heightOf(this.element) ?? '';
    } else if (name === 'src' || name === 'height' || name === 'routing') {
      if (name === 'src') {
        this.visit = undefined; // another hub has other pages
      }
      this.reload();
    }
  }

  /** The hub is the page: in `mode="page"`, and on a kiosk, where its address never changes. */
  private get whole(): boolean {
    return this.mode !== 'embed';
  }

  private firstRoute(): string {
    return (this.wanted ?? this.router.here())?.route ?? this.element.getAttribute('route') ?? '';
  }

  /** Of the page in the element, which says where its pack is, or of the one that is asked for. */
  private firstPack(pages: Pages, route: string): Promise<PagePack> {
    const own = this.whole && !this.wanted ? this.element.getAttribute('pack') : null;
    return own ? pages.named(own) : pages.get(route);
  }

  /**
   * Opens the page in another language, where an embed names one or a wrong address begins with one. Returns the route of what is
   * open.
   */
  private async openInLanguage(viewer: Viewer, pages: Pages, route: string, missing: boolean): Promise<string> {
    const wrong = this.whole && missing;
    const placed = this.wanted ?? this.router.here();
    const lang = wrong ? (route.split('/')[0] ?? '') : placed || this.mode === 'page' ? '' : this.element.lang;
    if (!lang) {
      return route;
    }
    const inLanguage = viewer.inLanguage(lang);
    if (inLanguage === undefined) {
      if (!wrong) {
        sayOnce(unknownLanguage(lang));
      }
    } else if (inLanguage !== routeOf(route)) {
      const problem = problemOf(viewer, await pages.get(inLanguage));
      if (problem) {
        throw problem;
      }
      return wrong ? route : inLanguage;
    }
    return route;
  }

  private makeRouter(): Router {
    const base = new URL(this.element.getAttribute('src') ?? this.root.href, document.baseURI);
    base.search = base.hash = '';
    base.pathname = base.pathname.replace(/\/index\.html$|([^/])$/, '$1/');
    const routing = settingOf(this.element, 'routing');
    if (routing === 'path' && !new Router(base, 'path').match(new URL(location.href))) {
      sayOnce('routing="path" needs the page to lie below the hub’s root; the address stays as it is.');
      return new Router(base, 'memory');
    }
    const first = document.querySelector(addressed);
    if (routing !== 'memory' && first && first !== this.element) {
      sayOnce(`routing="${routing}" is taken: another hub on this page has the address, which names one page only.`);
      return new Router(base, 'memory');
    }
    return new Router(base, routing);
  }

  /** Makes the canvas ready, unless the reader is better served by the page that is there. */
  private begin(): void {
    if (this.mode === 'page' && (this.plainChosen || hasOwnStyles(this.element))) {
      showSlot(this.element);
      this.setState('reader');
      restoreScroll();
      return;
    }
    this.session = new AbortController();
    const { signal } = this.session;
    this.setState('loading');
    this.start(signal).catch((error: unknown) => {
      if (!signal.aborted) {
        this.fail(error);
      }
    });
  }

  private end(): void {
    this.session.abort();
    this.visit?.light?.dispose();
    this.viewer?.dispose();
    this.stage?.root.replaceChildren();
    this.viewer = this.visit = this.stage = undefined;
  }

  private async start(signal: AbortSignal): Promise<void> {
    const { element, router, whole, mode } = this;
    const [embedded] = await Promise.all([whole ? undefined : import('./embedded'), this.shown]);
    if (signal.aborted) {
      return;
    }
    const noGlass = (): void => {
      this.sayNoGlass();
    };
    const pages = new Pages(router.base);
    const asked = this.firstRoute();
    const pack = this.firstPack(pages, asked);
    pack.catch(() => undefined); // told when it is missed
    const share = (this.share = embedded && new embedded.Share(element, contextsOf(element), signal, noGlass));
    const stage = (this.stage = raiseStage(element, heightOf(element), whole));
    const began = stage.scroller.top;
    const given = await giveContexts(stage, share ? share.contexts : 2, whole);
    if (signal.aborted) {
      return;
    }
    if (!given && whole) {
      this.stage = undefined;
      showSlot(element);
      this.setState('reader');
      return;
    }
    const viewer = (this.viewer = await startUp({
      element,
      stage,
      base: router.base,
      whole,
      pack,
      signal,
      glass: (shown) => {
        // Giving a context back, at the end, is told as its loss.
        if (this.viewer && this.state !== 'loading') {
          this.setState(shown ? 'ready' : 'reader');
        }
      },
    }));
    await endTask(whole);
    if (!viewer || signal.aborted) {
      return;
    }
    if (!given) {
      // In the tag there may be nothing but a link: the engine makes the page all the same.
      viewer.setPlain('missing', true);
      noGlass();
    }
    this.controls.setTheme(this.controls.choice);
    const { scroller } = stage;
    const target = (): string => settingOf(element, 'target');
    const visit = (this.visit = new Visit({ element, viewer, pages, router, scroller, mode, target }));
    viewer.setView(viewOf(element));
    const route = await this.openInLanguage(viewer, pages, asked, (await pack).missing);
    if (signal.aborted) {
      return;
    }
    visit.begin(route);
    viewer.mirror.root.classList.toggle('hg-glass', !viewer.plain);
    await endTask(whole);
    if (signal.aborted) {
      return;
    }
    if (embedded) {
      await embedded.startGently(viewer, signal);
      performance.mark('hubglass:first-frame');
    } else {
      viewer.drawFirst();
      performance.mark('hubglass:first-frame');
      viewer.startFrame();
      await viewer.layOutRest();
    }
    await this.released();
    const directives = mode === 'page' ? directivesOfAddress() : '';
    if (directives || String(getSelection())) {
      await loadReading();
    }
    if (signal.aborted) {
      return;
    }
    await this.takeOver(viewer, stage, visit, began, given);
    if (directives) {
      visit.showPassages(directives, scrollBefore(router) === undefined);
    }
  }

  /**
   * The mirror replaces the page in the element: same lines, same places. `began`: where the reader was at first, px. `given`: there
   * are contexts to draw in, now or later.
   */
  private async takeOver(viewer: Viewer, stage: Stage, visit: Visit, began: number, given: boolean): Promise<void> {
    const { element, mode, whole } = this;
    const { signal } = this.session;
    const { scroller } = stage;
    const sameReader = readerOf(element);
    const select = reading?.keepSelection(element);
    const scroll = scroller.top;
    stage.root.classList.remove('over', 'waiting');
    visit.sayLanguage();
    stage.reveal();
    await endTask(whole);
    if (signal.aborted) {
      return;
    }
    viewer.show();
    scroller.to(scroll);
    viewer.scrolled();
    viewer.setPlain('forced', matchMedia('(forced-colors: active)').matches);
    viewer.setPlain('chosen', this.plainChosen);
    sameReader(viewer);
    select?.(viewer.mirror.root);
    visit.follow(signal);
    followSurroundings(stage, viewer, signal);
    if (mode === 'page') {
      this.becomePage(viewer, visit);
    } else if (mode === 'embed') {
      viewer.watchOwnStyles(() => {
        viewer.setPlain('sized', true);
      });
    }
    const before = scroller.box ? undefined : scrollBefore(this.router);
    if (before === undefined && !this.wanted) {
      visit.scrollToFragment(this.router.here()?.fragment ?? '', false);
    } else if (before !== undefined && before > scroll && scroll === (mode === 'page' ? 0 : began)) {
      // The browser gives up restoring the place of an entry when it is told not to before it has begun; and around
      // a hub that was not there yet, the page ended before that place.
      scroller.to(before);
      viewer.scrolled();
    }
    this.setState(viewer.plain ? 'reader' : 'ready');
    tell(element, 'ready');
    const { wanted } = this;
    this.wanted = undefined;
    if (wanted?.fragment || (wanted && wanted.route.replace(/\/*$/, '') !== visit.page?.route.replace(/\/*$/, ''))) {
      void visit.open(wanted.route, wanted.fragment, false);
    }
    await endTask(whole);
    if (!signal.aborted) {
      if (given) {
        this.share?.steer(viewer);
      }
      viewer.prepareText();
    }
  }

  private becomePage(viewer: Viewer, visit: Visit): void {
    visit.light = new LightPage(this.element, () => {
      this.stepBack();
    });
    viewer.watchOwnStyles(() => {
      this.stepBack();
    });
    // The browser reads a relative address anew against each page that is shown.
    for (const icon of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')) {
      icon.href = new URL(icon.href).href;
    }
    history.scrollRestoration = 'manual';
    const renewed = (): void => {
      visit.forgetPages();
    };
    visit.edition = new Edition(this.router.base, this.element, import.meta.url, renewed, this.session.signal);
  }

  /** The page in the element is shown again, for good: a translator changed it, or the reader set its text in a way of their own. */
  private stepBack(): void {
    this.visit?.light?.settle();
    const scroll = scrollY;
    this.end();
    showSlot(this.element);
    scrollTo({ top: scroll, behavior: 'instant' });
    history.scrollRestoration = 'auto';
    this.setState('reader');
    // Entries of the history that came about without loading a page.
    const { signal } = this.life;
    addEventListener('popstate', () => location.reload(), { signal });
  }

  /** A reader who is selecting text on the static page is not interrupted: what is selected is carried over when it is. */
  private async released(): Promise<void> {
    while (this.element.matches(':active') && !this.session.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private choosePlain(plain: boolean): void {
    this.plainChosen = plain;
    if (this.mode !== 'kiosk') {
      keep('plain', this.plainChosen ? 'on' : null);
    }
    if (this.viewer) {
      this.viewer.setPlain('chosen', this.plainChosen);
    } else if (this.state === 'reader') {
      this.begin();
    }
  }

  private setState(state: State): void {
    if (this.element.getAttribute('state') !== state) {
      this.element.setAttribute('state', state);
    }
    this.controls.sayPlain(state === 'reader' || state === 'error');
  }

  /** In another page, that page is told; a page of its own has all there is. */
  private sayNoGlass(): void {
    if (!this.whole) {
      const message = 'The browser gives no WebGL 2, so the hub is shown as an ordinary page.';
      sayOnce(`webgl-missing: ${message}`);
      tell(this.element, 'error', { code: 'webgl-missing', message });
    }
  }

  /** The page in the element stays as it is; the state and the event say what happened. */
  private fail(error: unknown): void {
    const { code, message } =
      error instanceof HubGlassError ? error : new HubGlassError('internal', `hub-glass stopped: ${String(error)}`);
    this.end();
    showSlot(this.element);
    console.error(`hub-glass: ${code}: ${message}`);
    this.setState('error');
    tell(this.element, 'error', { code, message });
  }
}

/** The ordinal of the view that the element asks for (src/app/view.h). */
function viewOf(element: Element): number {
  return ['page', 'cards', 'cluster', 'initiative'].indexOf(settingOf(element, 'view'));
}

/** Header and columns have a canvas of their own, where they are shown. */
function contextsOf(element: Element): number {
  return viewOf(element) === 0 ? 2 : 1;
}

function unknownLanguage(language: string): string {
  return `lang="${language}" means nothing: the hub is not in this language, and its own holds.`;
}

/** What the page's address said behind its fragment, which scripts are told only here. */
function directivesOfAddress(): string {
  const [entry] = performance.getEntriesByType('navigation');
  return entry?.name.split(directiveMark)[1] ?? '';
}
