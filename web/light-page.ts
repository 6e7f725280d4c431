import { type Region, regions } from './mirror';
import type { PageInformation } from './viewer';

const pause = 250; // ms after a navigation; what is seen comes first

/**
 * The document that a hub in `mode="page"` is: its head, and the page that lies in the element. After a navigation it tells the same
 * story as the mirror, for everything that looks there: translators, sharing, reader modes, and ourselves should the canvas have to go.
 */
export class LightPage {
  private readonly observer: MutationObserver;
  private timer = 0;
  private write: (() => void) | undefined;

  /** `edited` is told when something else than we changes the text in the element: a translator, an extension. */
  constructor(
    private readonly element: HTMLElement,
    edited: () => void,
  ) {
    this.observer = new MutationObserver(edited);
    this.observe();
  }

  /** Says in the head what page this is, and soon afterwards in the element, too. */
  show(page: PageInformation, plain: (region: Region) => Node): void {
    document.title = page.title === page.hubTitle ? page.title : `${page.title} – ${page.hubTitle}`;
    this.element.setAttribute('route', page.route);
    document.querySelector('meta[name="description"]')?.setAttribute('content', page.description);
    // They name the page that was loaded; sharing would send that one.
    document.querySelectorAll('link:is([rel="canonical"],[rel="alternate"])').forEach((link) => link.remove());
    this.write = () => {
      this.observer.disconnect();
      for (const region of regions) {
        this.element.querySelector(`.hg-region-${region}`)?.replaceChildren(plain(region));
      }
      this.observe();
    };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.settle();
    }, pause);
  }

  /** Writes what is still to be written. */
  settle(): void {
    clearTimeout(this.timer);
    this.write?.();
    this.write = undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.observer.disconnect();
  }

  private observe(): void {
    this.observer.observe(this.element, { childList: true, characterData: true, subtree: true });
  }
}
