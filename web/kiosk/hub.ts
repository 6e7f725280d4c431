import type { HubGlass } from '../hub-glass';
import { Router } from '../router';
import { isDark, isThemeChoice } from '../theme';

/** `<hub-glass>`, which may not have begun yet, or be unable to: then it is any element. */
type Element = HTMLElement & Partial<Omit<HubGlass, keyof HTMLElement>>;

/** The hub on this page, with what a kiosk wants of it. */
export class Hub {
  /** Of the page that is shown. */
  route = '';

  constructor(readonly element: Element) {
    this.route = element.getAttribute('route') ?? '';
    this.addEventListener('hubglass:navigate', (event) => {
      this.route = (event as CustomEvent<{ route: string }>).detail.route;
    });
  }

  /** Whether the engine shows the hub, on the canvas or as a plain page; else the page of the build is all there is. */
  get isLive(): boolean {
    return this.element.live ?? false;
  }

  get state(): string {
    return this.element.getAttribute('state') ?? 'loading';
  }

  get base(): URL {
    return new URL(this.element.getAttribute('src') ?? '../', document.baseURI);
  }

  get statistics(): ReturnType<HubGlass['stats']> | undefined {
    return this.element.stats?.();
  }

  /** Whether it has lost its graphics. */
  get lost(): boolean {
    return this.element.plainReasons?.includes('lost') ?? false;
  }

  addEventListener(name: string, told: (event: Event) => void): void {
    this.element.addEventListener(name, told);
  }

  /** The route of an address of this hub; undefined for others and for files. */
  routeOf(address: URL): string | undefined {
    const route = new Router(this.base, 'path').match(address)?.route;
    return route?.startsWith('kiosk/') ? undefined : route;
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

  /** Shows the same page in another language. */
  speak(language: string): void {
    this.set('lang', language);
  }

  /** Light where it is dark, and the other way round. */
  turnTheme(): void {
    const choice = this.element.dataset.theme ?? null;
    this.set('theme', isDark(isThemeChoice(choice) ? choice : 'auto') ? 'light' : 'dark');
  }

  /** Also what it says already: a visitor may have chosen otherwise meanwhile. */
  private set(attribute: string, value: string): void {
    this.element.removeAttribute(attribute);
    this.element.setAttribute(attribute, value);
  }

  /** Tells once the hub can be used, or will not be. */
  whenSettled(told: () => void): void {
    const settled = (): boolean => ['ready', 'reader', 'error'].includes(this.state);
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
    forgetStorage();
    this.element.removeAttribute('lang');
    this.element.reset?.({ route, theme });
    getSelection()?.removeAllRanges();
    scrollTo({ top: 0, left: 0, behavior: 'instant' });
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
