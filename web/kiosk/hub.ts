import type { Statistics } from '../statistics';

/** What the kiosk uses of `<hub-glass>`; the element may not have begun yet, or may be unable to. */
interface Element extends HTMLElement {
  navigate?(route: string, fragment?: string): void;
  back?(): boolean;
  forget?(): void;
  stats?(): Statistics;
}

/** The hub on this page, with what a kiosk wants of it. */
export class Hub {
  constructor(readonly element: Element) {}

  /** Whether the engine shows the hub, on the canvas or as a plain page; else the page of the build is all there is. */
  get isLive(): boolean {
    return Boolean(this.element.shadowRoot?.querySelector('.hg-region-content'));
  }

  get state(): string {
    return this.element.getAttribute('state') ?? 'loading';
  }

  /** Where its elements are: in the shadow tree once it is live. */
  get root(): ParentNode {
    return this.isLive ? (this.element.shadowRoot as ShadowRoot) : this.element;
  }

  get base(): URL {
    return new URL(this.element.getAttribute('src') ?? '../', document.baseURI);
  }

  get statistics(): Statistics | undefined {
    return this.element.stats?.();
  }

  addEventListener(name: string, told: (event: Event) => void): void {
    this.element.addEventListener(name, told);
  }

  /** The route of an address of this hub; undefined for others and for files. */
  routeOf(address: URL): string | undefined {
    const { base } = this;
    if (address.origin !== base.origin || !address.pathname.startsWith(base.pathname)) {
      return undefined;
    }
    let path = address.pathname.slice(base.pathname.length).replace(/(^|\/)index\.html$/, '$1');
    try {
      path = decodeURI(path);
    } catch {
      return undefined;
    }
    return path.startsWith('kiosk/') || /\.[a-z0-9]{2,5}$/i.test(path) ? undefined : path;
  }

  /** Opens a page of the hub. Without the engine nothing happens: the page of the build stays. */
  open(route: string, hash = ''): void {
    if (this.isLive) {
      this.element.navigate?.(route, hash.replace(/^#/, ''));
    }
  }

  back(): boolean {
    return this.element.back?.() ?? false;
  }

  /** Presses one of its switches ("theme", "menu", "plain"), if it has it. */
  press(action: string): void {
    this.root.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
  }

  /** Tells once the hub can be used, or will not be. */
  whenSettled(told: () => void): void {
    const settled = (): boolean => this.isLive || ['ready', 'reader', 'error'].includes(this.state);
    if (settled()) {
      told();
      return;
    }
    const observer = new MutationObserver(() => {
      if (settled()) {
        observer.disconnect();
        told();
      }
    });
    observer.observe(this.element, { attributeFilter: ['state'] });
  }

  /** Takes away all that the last visitor did, and shows `route` as at the first start. */
  reset(route: string, theme: string): void {
    for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
      dialog.close();
    }
    for (const dialog of this.root.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
      dialog.close();
    }
    if (this.element.shadowRoot?.querySelector('.hg-page.drawer')) {
      this.press('menu');
    }
    if (this.isLive && this.state === 'reader') {
      this.press('plain'); // pressed on a plain page, it always asks for the canvas
    }
    forgetStorage();
    this.element.removeAttribute('theme'); // set to what it was, it would say nothing
    this.element.setAttribute('theme', theme);
    if (this.isLive) {
      // The page that is shown already would stay as it is, with what was opened in it.
      this.element.navigate?.('404-reset');
      this.element.navigate?.(route);
      this.element.forget?.();
    }
    for (const column of this.root.querySelectorAll('.hg-region-navigation, .hg-region-contents')) {
      column.scrollTop = 0;
    }
    getSelection()?.removeAllRanges();
    scrollTo({ top: 0, left: 0, behavior: 'instant' });
    (this.element.shadowRoot?.activeElement as HTMLElement | null)?.blur();
    (document.activeElement as HTMLElement | null)?.blur();
  }
}

/** Names of what the kiosk itself keeps begin so; all else that was kept came from a visitor. */
export const ownKeys = 'hubglass-kiosk';

function forgetStorage(): void {
  for (const storage of ['localStorage', 'sessionStorage'] as const) {
    try {
      for (const key of Object.keys(window[storage])) {
        if (!key.startsWith(ownKeys)) {
          window[storage].removeItem(key);
        }
      }
    } catch {
      // Storage may be denied; then there is nothing in it.
    }
  }
}
