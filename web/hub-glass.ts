import shellCss from './shell.css';

import { Engine } from './engine';
import { fetchPart, HubGlassError } from './errors';
import { followHistory, keepScroll, keptScroll, restoreScroll } from './history';
import { readerOf } from './handover';
import { keep, kept } from './kept';
import { LightPage } from './light-page';
import { followLinks } from './links';
import { followSelection, loadReading, reading } from './on-demand';
import { hasOwnStyles } from './own-styles';
import { partsOf } from './parts';
import { readingPlace, restoreReadingPlace } from './reading-place';
import { decodeFragment, directiveMark, Router } from './router';
import { followKeys, showKeys } from './shortcuts';
import { createContext } from './surface';
import { followSurroundings } from './surroundings';
import { isThemeChoice, nameTheme, nextTheme, onSystemTheme, type ThemeChoice } from './theme';
import type { LaidOutFragment, Statistics } from './statistics';
import { type PageInformation, Viewer } from './viewer';
import type { Region } from './mirror';

export type State = 'loading' | 'ready' | 'reader' | 'error';

/**
 * `<hub-glass>`: a hub on a canvas, with a real page behind it.
 *
 * Attributes: `base` (the hub's root, relative to the page; default: where hub-glass.js lies), `route` (the page shown first; in
 * `mode="page"` the address decides), `mode` (`page`: the hub is the page, links change the address; otherwise it is embedded),
 * `theme` (`auto`, `light`, `dark`), `engine`, `pack`, `styles` (addresses of its parts, relative to `base`; default: those in
 * `hub-glass.json`). Reflects `state`: `loading`, `ready`, `reader` (an ordinary page is shown: there is no WebGL, or the reader, the
 * system or a translator wants it so), `error`.
 *
 * The route decides the language ("de/…" where the hub has German); the document, or an embedded element, gets its `lang`.
 *
 * Events: `hubglass:ready`, `hubglass:navigate` (`detail.route`, `detail.language`), `hubglass:error` (`detail.code`, `detail.message`).
 */
export class HubGlass extends HTMLElement {
  static readonly observedAttributes = ['theme'];

  private readonly stage = document.createElement('div');
  private viewer: Viewer | undefined;
  private router = new Router(new URL('.', document.baseURI));
  private page: PageInformation | undefined;
  private light: LightPage | undefined;
  private life = new AbortController(); // while the element is in a page
  private session = new AbortController(); // while the canvas is shown, or being made ready
  private choice: ThemeChoice = 'auto';
  private plainChosen = false;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  connectedCallback(): void {
    this.life = new AbortController();
    this.router = new Router(
      new URL(this.getAttribute('base') ?? new URL('.', import.meta.url).href, document.baseURI),
    );
    const wanted = [kept('theme'), this.getAttribute('theme')];
    this.setTheme(wanted.find(isThemeChoice) ?? 'auto');
    this.plainChosen = kept('plain') !== null;
    onSystemTheme(() => {
      this.setTheme(this.choice);
    }, this.life.signal);
    this.addEventListener('click', this.onControl, { signal: this.life.signal });
    followSelection(() => this.viewer?.mirror.root, this.paged, this.life.signal);
    followKeys(
      this.paged ? document : this,
      {
        n: () => this.shown.querySelector<HTMLElement>('.hg-pager-next a')?.click(),
        p: () => this.shown.querySelector<HTMLElement>('.hg-pager-previous a')?.click(),
        t: this.controls.theme,
        r: this.controls.plain,
      },
      this.controls.shortcuts,
      this.life.signal,
    );
    this.begin();
  }

  disconnectedCallback(): void {
    this.life.abort();
    this.end();
    this.shadowRoot?.replaceChildren();
  }

  /** Makes the canvas ready, unless the reader is better served by the page that is there. */
  private begin(): void {
    if (this.paged && (this.plainChosen || hasOwnStyles(this))) {
      this.shadowRoot?.replaceChildren(document.createElement('slot'));
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
    this.light?.dispose();
    this.viewer?.dispose();
    this.light = this.viewer = undefined;
    this.stage.replaceChildren();
  }

  /** What the reader has before them: the mirror once it is there, until then and after it the page in the element. */
  private get shown(): HTMLElement {
    return this.viewer?.mirror.root ?? this;
  }

  attributeChangedCallback(_name: string, _old: string | null, value: string | null): void {
    if (isThemeChoice(value) && value !== this.choice && this.isConnected) {
      this.setTheme(value);
    }
  }

  get state(): State {
    return (this.getAttribute('state') ?? 'loading') as State;
  }

  /** What drawing costs; zeros before the first frame. Times in ms, sizes in bytes. */
  stats(): Statistics {
    return (
      this.viewer?.statistics() ?? {
        frames: 0,
        lastFrameMs: 0,
        p95FrameMs: 0,
        submitMs: 0,
        drawCalls: 0,
        vertices: 0,
        mirrorNodes: 0,
        atlasBytes: 0,
        wasmBytes: 0,
      }
    );
  }

  /** The text fragments the engine laid out in a region; empty before it did. */
  fragments(region: Region = 'content'): LaidOutFragment[] {
    return this.viewer?.fragments(region) ?? [];
  }

  /** Shows a route of the hub (no leading slash), optionally at an element's id. */
  navigate(route: string, fragment = ''): void {
    this.open(route, fragment, this.paged ? 'push' : 'none');
  }

  private get paged(): boolean {
    return this.getAttribute('mode') === 'page';
  }

  private async start(signal: AbortSignal): Promise<void> {
    const content = document.createElement('canvas');
    const frame = document.createElement('canvas');
    content.setAttribute('part', 'canvas');
    frame.setAttribute('part', 'frame');
    content.setAttribute('aria-hidden', 'true');
    frame.setAttribute('aria-hidden', 'true');
    const frameHolder = document.createElement('div');
    frameHolder.className = 'frame';
    frameHolder.append(frame);
    this.stage.className = 'stage off';
    this.stage.replaceChildren(content, frameHolder);
    const shadow = this.shadowRoot as ShadowRoot;
    shadow.replaceChildren(this.stage, document.createElement('slot'));
    const shell = new CSSStyleSheet();
    shell.replaceSync(shellCss);
    shadow.adoptedStyleSheets = [shell];

    const contentContext = createContext(content);
    const frameContext = contentContext && createContext(frame);
    if (!contentContext || !frameContext) {
      this.setState('reader');
      return;
    }
    const parts = await partsOf(this, this.router.base);
    const address = (part: string): string => new URL(part, this.router.base).href;
    // Put to use while the engine is still on its way: style and layout of the whole page are settled by then.
    const adoptStyles = async (): Promise<void> => {
      const response = await fetchPart(address(parts.styles), 'styles-missing', 'style sheet');
      const sheet = new CSSStyleSheet();
      // The page follows the reader's text size; the canvas and what lies over it know px, and a host's root has any size.
      sheet.replaceSync((await response.text()).replace(/([\d.]+)rem/g, (_, rem) => `${16 * Number(rem)}px`));
      shadow.adoptedStyleSheets = [sheet, shell];
    };
    const [engine, pack] = await Promise.all([
      Engine.load(address(parts.engine)),
      fetchPart(address(parts.pack), 'pack-missing', 'content pack').then((response) => response.arrayBuffer()),
      adoptStyles(),
    ]);
    if (signal.aborted) {
      return;
    }
    performance.mark('hubglass:engine');
    this.stage.className = 'stage over';
    const viewer = new Viewer(
      engine,
      this,
      this.stage,
      { content, frame, contentContext, frameContext },
      this.router.base,
      (glass) => {
        // Giving a context back, at the end, is told as its loss.
        if (this.viewer && this.state !== 'loading') {
          this.setState(glass ? 'ready' : 'reader');
        }
      },
    );
    this.viewer = viewer;
    viewer.mirror.root.dataset.theme = this.dataset.theme ?? 'light';
    const error = viewer.loadPack(new Uint8Array(pack));
    if (error) {
      const [code = 'pack-malformed', message = '', where = '', remedy = ''] = error;
      const sentence = message.replace(/[.!?]?$/, '.');
      throw new HubGlassError(
        code,
        `${address(parts.pack)}${where ? ` (${where})` : ''}: ${sentence} ${remedy}`.trim(),
      );
    }
    performance.mark('hubglass:pack');
    viewer.setTheme(this.choice);
    const start = this.paged ? this.router.match(new URL(location.href)) : undefined;
    this.page = viewer.navigate(start?.route ?? this.getAttribute('route') ?? '');
    viewer.mirror.root.classList.add('hg-glass');
    viewer.drawFirst();
    performance.mark('hubglass:first-frame');
    viewer.startFrame();
    await viewer.layOutRest();
    await this.released();
    const directives = this.paged ? this.directives() : '';
    if (directives || String(getSelection())) {
      await loadReading();
    }
    if (signal.aborted) {
      return;
    }
    this.takeOver(viewer);
    if (directives) {
      this.showPassages(directives, keptScroll() === undefined);
    }
  }

  /** The mirror replaces the static page: same lines, same places. */
  private takeOver(viewer: Viewer): void {
    const sameReader = readerOf(this);
    const select = reading?.keepSelection(this);
    const scroll = scrollY;
    this.stage.className = 'stage';
    this.shadowRoot?.querySelector('slot')?.remove();
    viewer.show();
    scrollTo({ top: scroll, behavior: 'instant' });
    viewer.scrolled();
    viewer.setPlain('forced', matchMedia('(forced-colors: active)').matches);
    viewer.setPlain('chosen', this.plainChosen);
    sameReader(viewer);
    select?.(viewer.mirror.root);
    this.listen(viewer);
    if (this.page) {
      this.sayLanguage(this.page);
    }
    if (this.paged) {
      this.light = new LightPage(this, () => {
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
      const kept = keptScroll();
      if (kept === undefined && location.hash) {
        this.scrollToFragment(decodeFragment(location.hash), false);
      } else if (kept !== undefined && scroll === 0) {
        // The browser gives up restoring the place of an entry when it is told not to before it has begun.
        scrollTo({ top: kept, behavior: 'instant' });
        viewer.scrolled();
      }
    }
    this.setState(viewer.plain ? 'reader' : 'ready');
    this.dispatchEvent(new CustomEvent('hubglass:ready', { bubbles: true, composed: true }));
  }

  /** The page in the element is shown again, for good: a translator changed it, or the reader set its text in a way of their own. */
  private stepBack(): void {
    this.light?.settle();
    const scroll = scrollY;
    this.end();
    this.shadowRoot?.replaceChildren(document.createElement('slot'));
    scrollTo({ top: scroll, behavior: 'instant' });
    history.scrollRestoration = 'auto';
    this.setState('reader');
    // Entries of the history that came about without loading a page.
    const signal = this.life.signal;
    addEventListener('popstate', () => location.reload(), { signal });
  }

  /** A reader who is selecting text on the static page is not interrupted: what is selected is carried over when it is. */
  private async released(): Promise<void> {
    while (this.matches(':active') && !this.session.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** What the page's address said behind its fragment, which scripts are told only here. */
  private directives(): string {
    const [entry] = performance.getEntriesByType('navigation');
    return entry?.name.split(directiveMark)[1] ?? '';
  }

  private showPassages(directives: string, scroll: boolean): void {
    const { viewer } = this;
    void loadReading().then((loaded) => {
      loaded?.showPassages((viewer as Viewer).mirror.root, directives, ({ top, bottom, height }) => {
        const edge = (viewer as Viewer).headerHeight + 16;
        if (scroll && (top < edge || bottom > innerHeight)) {
          scrollBy({ top: top - Math.max(edge, (innerHeight - height) / 2), behavior: 'instant' });
        }
      });
    });
  }

  private listen(viewer: Viewer): void {
    const { signal } = this.session;
    followLinks(
      viewer.mirror,
      this.router,
      {
        open: (route, fragment) => {
          viewer.closeDrawer();
          this.open(route, fragment, this.paged ? 'push' : 'none');
        },
        changeLanguage: (route) => {
          viewer.closeDrawer();
          const { content } = viewer.mirror.parts;
          const place = readingPlace(content, viewer.headerHeight);
          const top = scrollY;
          this.open(route, '', this.paged ? 'push' : 'none', this.paged ? 0 : top, true);
          if (place) {
            restoreReadingPlace(content, place);
            viewer.scrolled();
          }
        },
        toggleDetails: (action) => {
          viewer.toggleDetails(action);
        },
      },
      signal,
    );
    followSurroundings(this, viewer, signal);
    if (!this.paged) {
      return;
    }
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
    followHistory((scroll) => {
      const target = this.router.match(new URL(location.href));
      if (target) {
        this.open(target.route, target.fragment, 'none', scroll);
      }
    }, signal);
  }

  /** Shows a route; `scroll` is where to, else the fragment decides, else the top. `stay`: the focus does. */
  private open(route: string, fragment: string, record: 'push' | 'none', scroll?: number, stay = false): void {
    const { viewer } = this;
    if (!viewer) {
      return;
    }
    if (record === 'push') {
      keepScroll(scrollY);
      history.pushState(null, '', this.router.address(route, fragment));
    }
    const wanted = route.replace(/\/*$/, '');
    if (!this.page?.found || wanted !== this.page.route.replace(/\/*$/, '')) {
      this.page = viewer.navigate(route);
      viewer.show();
      reading?.showPassages(viewer.mirror.root, '', () => undefined);
      this.sayLanguage(this.page);
      if (this.light) {
        viewer.describe(this.light, this.page);
      }
      if (fragment.startsWith(directiveMark)) {
        scrollTo({ top: 0, behavior: 'instant' });
      }
      if (!fragment && !stay) {
        // A screen reader says the new title, and Tab goes on from there.
        focusOn(viewer.mirror.root.querySelector<HTMLElement>('h1'));
      }
    }
    if (scroll !== undefined) {
      scrollTo({ top: scroll, behavior: 'instant' });
    } else if (fragment) {
      this.scrollToFragment(fragment, true);
    } else if (this.paged) {
      scrollTo({ top: 0, behavior: 'instant' });
    } else {
      this.scrollIntoView({ block: 'start', behavior: 'instant' });
    }
    viewer.scrolled();
    this.dispatchEvent(
      new CustomEvent('hubglass:navigate', {
        bubbles: true,
        composed: true,
        detail: { route: this.page.route, language: this.page.language },
      }),
    );
  }

  private sayLanguage(page: PageInformation): void {
    if (!page.language) {
      return;
    }
    const target = this.paged ? document.documentElement : this;
    target.lang = page.language;
    const skip = this.paged ? document.querySelector('a.hg-skip') : null;
    if (skip) {
      skip.textContent = page.skip;
    }
  }

  private scrollToFragment(address: string, focus: boolean): void {
    const { viewer } = this;
    const [fragment = '', directives] = address.split(directiveMark);
    if (directives) {
      this.showPassages(directives, true);
    }
    if (!viewer || !fragment) {
      return;
    }
    const target = viewer.mirror.root.querySelector<HTMLElement>(`#${CSS.escape(fragment)}`);
    const elementTop = this.getBoundingClientRect().top + scrollY;
    const y =
      viewer.anchor(fragment) ?? (target ? target.getBoundingClientRect().top + scrollY - elementTop : undefined);
    if (y === undefined) {
      return;
    }
    scrollTo({ top: Math.max(0, y + elementTop - viewer.headerHeight - 16), behavior: 'instant' });
    if (focus) {
      focusOn(target);
    }
  }

  private setTheme(choice: ThemeChoice): void {
    this.choice = choice;
    const applied = choice === 'auto' ? undefined : choice;
    const targets: HTMLElement[] = this.paged ? [this, document.documentElement] : [this];
    if (this.viewer) {
      targets.push(this.viewer.mirror.root);
    }
    for (const target of targets) {
      if (applied) {
        target.dataset.theme = applied;
      } else {
        delete target.dataset.theme;
      }
    }
    nameTheme(this, choice); // the static page's switch
    this.viewer?.setTheme(choice);
  }

  private readonly controls = {
    theme: () => {
      const choice = nextTheme(this.choice);
      keep('theme', choice);
      this.setTheme(choice);
    },
    menu: () => {
      if (this.viewer && this.state === 'ready') {
        this.viewer.toggleDrawer();
      } else {
        const navigation = this.shown.querySelector('.hg-region-navigation');
        navigation?.scrollIntoView();
        (navigation?.querySelector<HTMLElement>('[aria-current="page"]') ?? navigation?.querySelector('a'))?.focus();
      }
    },
    plain: () => {
      this.plainChosen = this.state !== 'reader';
      keep('plain', this.plainChosen ? 'on' : null);
      if (this.viewer) {
        this.viewer.setPlain('chosen', this.plainChosen);
      } else if (this.state === 'reader') {
        this.begin();
      }
    },
    shortcuts: () => {
      const words = this.shown.querySelector<HTMLElement>('[data-action="shortcuts"]')?.dataset.names;
      if (words) {
        showKeys(this.viewer ? (this.shadowRoot as ShadowRoot) : document.body, words);
      }
    },
  };

  // On the canvas' mirror, and on the static page while it is shown.
  private readonly onControl = (event: Event): void => {
    const control = (event.composedPath()[0] as Element | undefined)?.closest?.('[data-action]');
    const action = control?.getAttribute('data-action') ?? '';
    if (Object.hasOwn(this.controls, action)) {
      this.controls[action as keyof typeof this.controls]();
    }
  };

  private setState(state: State): void {
    if (this.getAttribute('state') !== state) {
      this.setAttribute('state', state);
    }
    for (const root of [this, this.shown]) {
      root
        .querySelector('[data-action="plain"]')
        ?.setAttribute('aria-pressed', String(state === 'reader' || state === 'error'));
    }
  }

  /** The static page stays as it is; the state and the event say what happened. */
  private fail(error: unknown): void {
    const { code, message } =
      error instanceof HubGlassError ? error : new HubGlassError('internal', `hub-glass stopped: ${String(error)}`);
    this.end();
    this.shadowRoot?.replaceChildren(document.createElement('slot'));
    console.error(`hub-glass: ${code}: ${message}`);
    this.setState('error');
    this.dispatchEvent(new CustomEvent('hubglass:error', { bubbles: true, composed: true, detail: { code, message } }));
  }
}

/** Focuses also what Tab does not reach. */
function focusOn(target: HTMLElement | null): void {
  if (target && !target.hasAttribute('tabindex') && target.tabIndex < 0) {
    target.tabIndex = -1;
  }
  target?.focus({ preventScroll: true });
}

declare global {
  interface HTMLElementTagNameMap {
    'hub-glass': HubGlass;
  }
}

if (!customElements.get('hub-glass')) {
  customElements.define('hub-glass', HubGlass);
}
