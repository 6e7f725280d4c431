import { button, dialog, icon, make } from './elements';
import type { Hub } from './hub';
import type { TourFile } from './tour-file';
import { words } from './words';

const house = 'M10 20v-6h4v6h5v-8h3L12 3 2 12h3v8z';
const arrow = 'M20 11v2H8l5.500 5.500-1.420 1.420L4.160 12l7.920-7.920L13.500 5.500 8 11z';
const lines = 'M3 6h18v2H3zm0 5h18v2H3zm0 5h18v2H3z';

/** Buttons within reach of somebody who sits, and on request a menu for visitors, in the lower half of the screen. */
export class LowNavigation {
  private readonly bar = make('nav', 'hg-page kiosk-bar');

  /** `menu`: routes of the pages in the menu, as the original's. `home` shows the first page. */
  constructor(
    private readonly hub: Hub,
    private readonly file: TourFile,
    private readonly menu: readonly string[],
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
    const { languages } = this.file;
    const shown = languages.find(({ code }) => code === document.documentElement.lang) ?? languages[0];
    const add = (list: HTMLElement, label: string, run: () => void): HTMLButtonElement => {
      const entry = button('kiosk-button', label, () => {
        sheet.close();
        run();
      });
      list.append(make('li', '', entry));
      return entry;
    };
    const entries = make('ul', 'kiosk-entries');
    for (const route of this.menu) {
      const page = shown?.pages[route];
      if (!page) {
        continue; // the hub has changed since
      }
      const whole = shown.prefix + route;
      const entry = add(entries, page.title, () => {
        this.hub.open(whole);
      });
      entry.lang = page.lang;
      if (this.hub.route === whole) {
        entry.setAttribute('aria-current', 'page');
      }
    }
    const others = make('ul', 'kiosk-entries kiosk-others');
    for (const { code, name } of languages.length > 1 ? languages : []) {
      const entry = add(others, name, () => {
        this.hub.speak(code);
      });
      entry.lang = code;
      if (code === shown?.code) {
        entry.setAttribute('aria-current', 'true');
      }
    }
    add(others, say.light, () => {
      this.hub.turnTheme();
    });
    const close = button('kiosk-button kiosk-primary', say.close, () => {
      sheet.close();
    });
    const sheet = dialog('kiosk-sheet', say.menuTitle, entries, make('div', 'kiosk-ends', others, close));
  }
}
