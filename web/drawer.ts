import type { Mirror } from './mirror';

/** The navigation drawer of narrow pages: opens from the menu button, keeps the focus inside, closes with Escape or beside it. */
export class Drawer {
  private open = false;
  private narrow = false;

  /** `changed` is told when the drawer opens or closes. */
  constructor(
    private readonly mirror: Mirror,
    private readonly changed: (open: boolean) => void,
  ) {
    mirror.root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.open) {
        event.stopPropagation();
        this.close();
      }
    });
    mirror.root.addEventListener('click', (event) => {
      if (
        this.open &&
        !mirror.parts.navigation.contains(event.target as Node) &&
        !this.button()?.contains(event.target as Node)
      ) {
        event.preventDefault();
        event.stopImmediatePropagation();
        this.close();
      }
    });
    mirror.parts.navigation.addEventListener('focusout', (event) => {
      const next = event.relatedTarget as Node | null;
      if (this.open && next && !mirror.parts.navigation.contains(next)) {
        this.close(false);
      }
    });
  }

  /** The mirror was built anew for a page that has, or has not, a drawer. */
  rebuilt(narrow: boolean): void {
    this.narrow = narrow;
    if (!narrow && this.open) {
      this.close(false);
    }
    this.describe();
  }

  toggle(): void {
    if (this.open) {
      this.close();
    } else if (this.show()) {
      const { navigation } = this.mirror.parts;
      (
        navigation.querySelector<HTMLElement>('.hg-navigation [aria-current]') ?? navigation.querySelector('a')
      )?.focus();
    }
  }

  /** Opens it where there is one; the focus stays where it is. */
  show(): boolean {
    if (this.narrow) {
      this.set(true);
    }
    return this.narrow;
  }

  close(returnFocus = true): void {
    if (this.open) {
      this.set(false);
      if (returnFocus) {
        this.button()?.focus();
      }
    }
  }

  private set(open: boolean): void {
    this.open = open;
    this.mirror.root.classList.toggle('drawer', open);
    this.describe();
    this.changed(open);
  }

  private describe(): void {
    this.button()?.setAttribute('aria-expanded', String(this.open));
  }

  private button(): HTMLElement | null {
    return this.mirror.parts.header.querySelector('[data-action="menu"]');
  }
}
