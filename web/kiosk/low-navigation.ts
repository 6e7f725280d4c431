import { button, dialog, icon, make } from './elements';
import type { Hub } from './hub';
import { words } from './words';

const house = 'M10 20v-6h4v6h5v-8h3L12 3 2 12h3v8z';
const arrow = 'M20 11v2H8l5.500 5.500-1.420 1.420L4.160 12l7.920-7.920L13.500 5.500 8 11z';
const lines = 'M3 6h18v2H3zm0 5h18v2H3zm0 5h18v2H3z';

/** Buttons within reach of somebody who sits, and on request the navigation, in the lower half of the screen. */
export class LowNavigation {
  private readonly bar = make('nav', 'hg-page kiosk-bar');

  /** `home` shows the first page. */
  constructor(
    private readonly hub: Hub,
    private readonly home: () => void,
  ) {
    document.body.append(this.bar);
    document.body.classList.add('kiosk-has-bar');
    this.name();
  }

  /** Names the buttons in the language that is shown now. */
  name(): void {
    const say = words();
    const press = (path: string, label: string, run: () => void): HTMLButtonElement => {
      const made = button('kiosk-button', '', run);
      made.append(icon(path), make('span', '', label));
      return made;
    };
    this.bar.setAttribute('aria-label', say.bar);
    this.bar.replaceChildren(
      press(arrow, say.back, () => {
        if (!this.hub.back()) {
          this.home();
        }
      }),
      press(house, say.home, this.home),
      press(lines, say.menu, () => {
        this.open();
      }),
    );
  }

  private open(): void {
    const say = words();
    const entries = make('ul', 'kiosk-entries');
    const add = (list: HTMLElement, source: HTMLElement, label: string): void => {
      const entry = button('kiosk-button', label, () => {
        sheet.close();
        source.click();
      });
      if (source.lang || source.getAttribute('hreflang')) {
        entry.lang = source.getAttribute('hreflang') ?? source.lang;
      }
      if (source.getAttribute('aria-current') === 'page') {
        entry.setAttribute('aria-current', 'page');
      }
      list.append(make('li', '', entry));
    };
    for (const link of this.hub.root.querySelectorAll<HTMLAnchorElement>(
      '.hg-region-navigation a[href]:not(.hg-language)',
    )) {
      if (!link.closest('.hg-languages-drawer, .hg-languages')) {
        add(entries, link, link.textContent ?? '');
      }
    }
    const others = make('ul', 'kiosk-entries kiosk-others');
    const seen = new Set<string>();
    for (const link of this.hub.root.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) {
      if (!seen.has(link.hreflang)) {
        seen.add(link.hreflang);
        add(others, link, link.textContent ?? '');
      }
    }
    const theme = this.hub.root.querySelector<HTMLElement>('[data-action="theme"]');
    if (theme) {
      add(others, theme, say.light);
    }
    const close = button('kiosk-button kiosk-primary', say.close, () => {
      sheet.close();
    });
    const sheet = dialog('kiosk-sheet', say.menuTitle, entries, others, close);
  }
}
