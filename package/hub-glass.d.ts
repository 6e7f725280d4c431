/** What `hubglass:navigate` says. */
export interface NavigateDetail {
  /** The route now shown, without a slash at its beginning. */
  route: string;
  /** Its language, as a tag such as `en`. */
  language: string;
}

/** What `hubglass:link` says, before a link leads out of the hub. */
export interface LinkDetail {
  href: string;
  kind: 'external' | 'mail' | 'tel' | 'download';
}

/** What `hubglass:error` says. */
export interface ErrorDetail {
  /** Stable, such as `hub-missing`. */
  code: string;
  /** A sentence with the remedy. */
  message: string;
}

/** What drawing costs: times in ms, sizes in bytes. */
export interface Statistics {
  frames: number;
  lastFrameMs: number;
  p95FrameMs: number;
  submitMs: number;
  drawCalls: number;
  vertices: number;
  mirrorNodes: number;
  atlasBytes: number;
  wasmBytes: number;
}

/** The events of `<hub-glass>`. They bubble; `hubglass:link` can be prevented. */
export interface HubGlassEventMap {
  'hubglass:ready': CustomEvent<null>;
  'hubglass:navigate': CustomEvent<NavigateDetail>;
  'hubglass:link': CustomEvent<LinkDetail>;
  'hubglass:error': CustomEvent<ErrorDetail>;
}

/** `<hub-glass>`: a hub on a canvas, with a real page behind it. Each attribute has a property of its name. */
export class HubGlass extends HTMLElement {
  static readonly observedAttributes: readonly string[];
  /** The hub's root, relative to the page. */
  src: string;
  /** The page shown, such as `data-spaces/`. */
  route: string;
  /** `embed`, `page` or `kiosk`. */
  mode: string;
  /** `memory`, `path` or `hash`: what links do to the page's address. */
  routing: string;
  /** `auto`, `light` or `dark`. */
  theme: string;
  /** `page`, `cards`, `cluster` or `initiative`. */
  view: string;
  /** `auto` or a CSS length. */
  height: string;
  /** Where links to the hub's pages open: empty, `_self` or `_blank`. */
  target: string;
  /** `lazy` or `eager`. */
  loading: string;
  /** How things are; `reader` is an ordinary page without the canvas. */
  get state(): 'loading' | 'ready' | 'reader' | 'error';
  /** What drawing costs; zeros before the first frame. */
  stats(): Statistics;
  /** Shows a route of the hub, optionally at an element's id. */
  navigate(route: string, fragment?: string): Promise<boolean>;
  /** Goes back to the page before; false when there is none. */
  back(): boolean;
  /** Nobody can go back any more. */
  forget(): void;
  /** Shows a route as at the first start, for the next reader: what is open is closed, the way back and all choices are forgotten. */
  reset(place?: { route?: string; theme?: string }): void;
  /** Whether the hub's pages can be shown: its engine runs, on the canvas or behind an ordinary page. */
  get live(): boolean;
  /** Why an ordinary page is shown where the engine runs; empty while the canvas is. */
  get plainReasons(): readonly ('lost' | 'edited' | 'forced' | 'chosen' | 'crowded')[];
  /** Loads the hub again and shows the same page. */
  reload(): void;
  addEventListener<Name extends keyof HubGlassEventMap>(
    type: Name,
    listener: (this: HubGlass, event: HubGlassEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'hub-glass': HubGlass;
  }
}
