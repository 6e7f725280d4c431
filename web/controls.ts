import { keep, kept } from './kept';
import { followKeys, showKeys } from './shortcuts';
import { isThemeChoice, nameTheme, nextTheme, onSystemTheme, type ThemeChoice } from './theme';
import type { Viewer } from './viewer';

/** What the switches of a hub act on. */
export interface Controlled {
  element: HTMLElement;
  /** The hub is the page: its theme is the document's, and keys work wherever the focus is. */
  whole: boolean;
  /** The reader's choices are kept on this site. */
  keeps: boolean;
  viewer(): Viewer | undefined;
  /** The reader wants the ordinary page, or the canvas again. */
  plain(): void;
}

/** Theme, menu, plain page and keys: the switches in the hub's header and footer, on the canvas and on the static page. */
export class Controls {
  /** The theme that holds. */
  choice: ThemeChoice = 'auto';

  constructor(private readonly controlled: Controlled) {}

  /** Begins to listen, until `signal` aborts. */
  follow(signal: AbortSignal): void {
    const { element, whole } = this.controlled;
    onSystemTheme(() => {
      this.setTheme(this.choice);
    }, signal);
    element.addEventListener('click', this.onControl, { signal });
    followKeys(
      whole ? document : element,
      {
        n: () => this.shown.querySelector<HTMLElement>('.hg-pager-next a')?.click(),
        p: () => this.shown.querySelector<HTMLElement>('.hg-pager-previous a')?.click(),
        t: this.actions.theme,
        r: this.actions.plain,
      },
      this.actions.shortcuts,
      signal,
    );
  }

  /** What the reader chose before on this site, else what the element asks for. */
  begin(wanted: ThemeChoice): void {
    const before = this.controlled.keeps ? kept('theme') : null;
    this.setTheme(isThemeChoice(before) ? before : wanted);
  }

  /** What the reader has before them: the mirror once it is there, until then and after it the page in the element. */
  get shown(): HTMLElement {
    return this.controlled.viewer()?.mirror.root ?? this.controlled.element;
  }

  setTheme(choice: ThemeChoice): void {
    const { element, whole } = this.controlled;
    const viewer = this.controlled.viewer();
    this.choice = choice;
    const targets = whole ? [element, document.documentElement] : [element];
    if (viewer) {
      targets.push(viewer.mirror.root);
    }
    for (const target of targets) {
      if (choice === 'auto') {
        delete target.dataset.theme;
      } else {
        target.dataset.theme = choice;
      }
    }
    nameTheme(element, choice); // the static page's switch
    viewer?.setTheme(choice);
  }

  /** Says on the switch whether the ordinary page is shown. */
  sayPlain(plain: boolean): void {
    for (const root of [this.controlled.element, this.shown]) {
      root.querySelector('[data-action="plain"]')?.setAttribute('aria-pressed', String(plain));
    }
  }

  private readonly actions = {
    theme: () => {
      const choice = nextTheme(this.choice);
      if (this.controlled.keeps) {
        keep('theme', choice);
      }
      this.setTheme(choice);
    },
    menu: () => {
      const viewer = this.controlled.viewer();
      if (viewer && this.controlled.element.getAttribute('state') === 'ready') {
        viewer.toggleDrawer();
      } else {
        const navigation = this.shown.querySelector('.hg-region-navigation');
        navigation?.scrollIntoView();
        (navigation?.querySelector<HTMLElement>('[aria-current="page"]') ?? navigation?.querySelector('a'))?.focus();
      }
    },
    plain: () => {
      this.controlled.plain();
    },
    shortcuts: () => {
      const words = this.shown.querySelector<HTMLElement>('[data-action="shortcuts"]')?.dataset.names;
      if (words) {
        const { element } = this.controlled;
        showKeys(this.controlled.viewer() ? (element.shadowRoot as ShadowRoot) : document.body, words);
      }
    },
  };

  // On the canvas' mirror, and on the static page while it is shown.
  private readonly onControl = (event: Event): void => {
    const control = (event.composedPath()[0] as Element | undefined)?.closest?.('[data-action]');
    const action = control?.getAttribute('data-action') ?? '';
    if (Object.hasOwn(this.actions, action)) {
      this.actions[action as keyof typeof this.actions]();
    }
  };
}
