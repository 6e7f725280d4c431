import { Hub, type State } from './hub';
import type { Region } from './mirror';
import type { Place } from './router';
import { attributes } from './settings';
import { type LaidOutFragment, noStatistics, type Statistics } from './statistics';

/**
 * `<hub-glass>`: a hub on a canvas, with a real page behind it.
 *
 * Attributes, each with a property of its name: `src` (the hub's root, relative to the page; default: where hub-glass.js lies),
 * `route` (the page shown), `mode` (`embed`, `page`: the hub is the page and links change the address, `kiosk`: it is the page and its
 * address stays), `routing` (`path`, `hash`, `memory`: what links do to the address), `theme` (`auto`, `light`, `dark`), `lang`,
 * `view` (`page`, `cards`, `cluster`, `initiative`), `height` (`auto` or a CSS length), `target` (where links to the hub's pages
 * open), `loading` (`lazy`, `eager`). Further attributes: `engine`, `pack`, `styles` (addresses of the hub's parts, relative to `src`;
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
  private wanted: Place | undefined;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  connectedCallback(): void {
    this.hub = new Hub(this, new URL('.', import.meta.url), this.wanted);
    this.wanted = undefined;
  }

  disconnectedCallback(): void {
    this.hub?.dispose();
    this.hub = undefined;
  }

  attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (value !== old) {
      this.hub?.changed(name, value);
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

  /** Shows a route of the hub (no leading slash), optionally at an element's id. */
  navigate(route: string, fragment = ''): void {
    if (this.hub) {
      this.hub.navigate(route, fragment);
    } else {
      this.wanted = { route, fragment };
    }
  }

  /** Goes back to the page before; false when there is none. */
  back(): boolean {
    return this.hub?.back() ?? false;
  }

  /** Nobody can go back any more: the next reader is another one. */
  forget(): void {
    this.hub?.forget();
  }

  /** Loads the hub again and shows the same page. */
  reload(): void {
    this.hub?.reload();
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
