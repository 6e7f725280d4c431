import type { Hub, State } from './hub';
import type { Region } from './mirror';
import type { Place } from './router';
import type { LaidOutFragment, Statistics } from './statistics';
import type { PlainReason } from './viewer';

// What is imported here with its code is loaded before the host's page is finished: nothing but the element itself.

/** Attributes that are followed; each has a property of its name. */
const attributes = ['src', 'route', 'mode', 'routing', 'theme', 'lang', 'view', 'height', 'target', 'loading'] as const;

const near = '800px'; // from the view; then the hub is on its way before it is seen
const longestPaint = 500; // ms

const noStatistics: Statistics = {
  frames: 0,
  lastFrameMs: 0,
  p95FrameMs: 0,
  submitMs: 0,
  drawCalls: 0,
  vertices: 0,
  mirrorNodes: 0,
  atlasBytes: 0,
  wasmBytes: 0,
  contexts: 0,
};

/**
 * `<hub-glass>`: a hub on a canvas, with a real page behind it.
 *
 * Attributes, each with a property of its name: `src` (the hub's root, relative to the page; default: where hub-glass.js lies),
 * `route` (the page shown), `mode` (`embed`, `page`: the hub is the page and links change the address, `kiosk`: it is the page and its
 * address stays), `routing` (`path`, `hash`, `memory`: what links do to the address), `theme` (`auto`, `light`, `dark`), `lang`,
 * `view` (`page`, `cards`, `cluster`, `initiative`), `height` (`auto` or a CSS length), `target` (where links to the hub's pages
 * open), `loading` (`lazy`, `eager`). Further attributes: `label` (what screen readers call a part of a page; default: the hub's title), `engine`, `pack`, `styles` (addresses of the hub's parts, relative to `src`;
 * default: those in `hub-glass.json`). Reflects `state`: `loading`, `ready`, `reader` (an ordinary page is shown: there is no WebGL,
 * or the reader, the system or a translator wants it so), `error`.
 *
 * The route decides the language ("de/…" where the hub has German); the document, or an embedded element, gets its `lang`.
 *
 * Events: `hubglass:ready`, `hubglass:navigate` (`detail.route`, `detail.language`), `hubglass:error` (`detail.code`,
 * `detail.message`), and `hubglass:link` (`detail.href`, `detail.kind`: `external`, `mail`, `tel`, `download`) before a link leads out
 * of the hub: preventDefault() keeps the reader here.
 */
export class HubGlass extends HTMLElement {
  static readonly observedAttributes: readonly string[] = attributes;

  declare src: string;
  declare route: string;
  declare mode: string;
  declare routing: string;
  declare theme: string;
  declare view: string;
  declare height: string;
  declare target: string;
  declare loading: string;

  private hub: Hub | undefined;
  private life = new AbortController(); // while the element is in a page
  private waiting: (() => void) | undefined; // ends the waiting for a reader
  private starting = false;
  private wanted: Place | undefined;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  connectedCallback(): void {
    this.life = new AbortController();
    this.starting = false;
    const { signal } = this.life;
    this.shadowRoot?.replaceChildren(document.createElement('slot'));
    const mode = this.getAttribute('mode');
    if (this.getAttribute('loading') === 'eager' || mode === 'page' || mode === 'kiosk') {
      this.start();
      return;
    }
    const start = (): void => {
      this.start();
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          start();
        }
      },
      { rootMargin: near },
    );
    observer.observe(this);
    this.waiting = () => {
      observer.disconnect();
    };
    for (const kind of ['pointerover', 'pointerdown', 'focusin']) {
      this.addEventListener(kind, start, { signal, once: true, passive: true });
    }
  }

  disconnectedCallback(): void {
    this.life.abort();
    this.waiting?.();
    this.hub?.dispose();
    this.hub = this.waiting = undefined;
  }

  attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (value !== old) {
      this.hub?.changed(name, value);
      if (name === 'loading' && value === 'eager' && this.waiting) {
        this.start();
      }
    }
  }

  get state(): State {
    return (this.getAttribute('state') ?? 'loading') as State;
  }

  /** What drawing costs; zeros before the first frame. Times in ms, sizes in bytes. */
  stats(): Statistics {
    return this.hub?.stats() ?? noStatistics;
  }

  /** The text fragments the engine laid out in a region; empty before it did. */
  fragments(region: Region = 'content'): LaidOutFragment[] {
    return this.hub?.fragments(region) ?? [];
  }

  /**
   * Shows a route of the hub (no leading slash), optionally at an element's id. Resolves to true once it is shown, and to false when
   * another one was wanted meanwhile or the hub is not there yet.
   */
  async navigate(route: string, fragment = ''): Promise<boolean> {
    const place = { route: String(route), fragment: String(fragment) }; // in a page without types anything may come
    if (this.hub) {
      return this.hub.navigate(place.route, place.fragment);
    }
    this.wanted = place;
    this.start();
    return false;
  }

  /** Goes back to the page before; false when there is none. */
  back(): boolean {
    return this.hub?.back() ?? false;
  }

  /** Nobody can go back any more: the next reader is another one. */
  forget(): void {
    this.hub?.forget();
  }

  /** Shows a route as at the first start, for the next reader: what is open is closed, the way back and all choices are forgotten. */
  reset({ route = '', theme = 'auto' }: { route?: string; theme?: string } = {}): void {
    this.setAttribute('theme', theme);
    this.hub?.reset(String(route));
  }

  /** Whether the hub's pages can be shown: its engine runs, on the canvas or behind an ordinary page. */
  get live(): boolean {
    return this.hub?.live ?? false;
  }

  /** Why an ordinary page is shown where the engine runs; empty while the canvas is. */
  get plainReasons(): readonly PlainReason[] {
    return this.hub?.plainReasons ?? [];
  }

  /** Loads the hub again and shows the same page. */
  reload(): void {
    if (this.hub) {
      this.hub.reload();
    } else {
      this.start();
    }
  }

  /** Brings what the hub is made of; until then, and if it does not come, the page in the element is shown. */
  private start(): void {
    const { signal } = this.life;
    if (this.hub || this.starting || signal.aborted || !this.isConnected) {
      return;
    }
    this.starting = true;
    this.waiting?.();
    let pressed: HTMLElement | null = null; // the switch that a reader was earlier with
    const press = (event: Event): void => {
      pressed = (event.target as Element).closest('[data-action]');
    };
    this.addEventListener('click', press, { signal });
    const shown = painted();
    const whole = /^(page|kiosk)$/.test(this.mode);
    const code = whole ? import('./hub') : shown.then(() => import('./hub'));
    code.then(
      (loaded) => {
        if (!signal.aborted) {
          this.starting = false;
          this.hub = new loaded.Hub(this, new URL('.', import.meta.url), this.wanted, shown);
          this.wanted = undefined;
          this.removeEventListener('click', press);
          pressed?.click();
        }
      },
      (error: unknown) => {
        if (signal.aborted) {
          return;
        }
        this.starting = false;
        const message = `A part of hub-glass.js could not be loaded. Upload the whole output of the build. (${String(error)})`;
        console.error(`hub-glass: script-missing: ${message}`);
        this.setAttribute('state', 'error');
        const detail = { code: 'script-missing', message };
        this.dispatchEvent(new CustomEvent('hubglass:error', { bubbles: true, composed: true, detail }));
      },
    );
  }
}

/** Resolves once the page in the element was painted: code, contexts and engine would keep the browser from it. */
async function painted(): Promise<void> {
  if (!document.hidden && performance.getEntriesByType('paint').length === 0) {
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
      setTimeout(resolve, longestPaint);
    });
  }
}

for (const name of attributes) {
  if (name !== 'lang') {
    Object.defineProperty(HubGlass.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: HubGlass) {
        return this.getAttribute(name) ?? '';
      },
      set(this: HubGlass, value: unknown) {
        this.setAttribute(name, String(value));
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hub-glass': HubGlass;
  }
}

if (!customElements.get('hub-glass')) {
  customElements.define('hub-glass', HubGlass);
}
