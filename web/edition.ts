const names = ['engine', 'styles'];
const pause = 60_000; // ms between two questions

/**
 * Whether the site was replaced by another edition while it is being read. The program's parts that are loaded belong together and
 * go on working; what is not loaded yet may be gone. So where they are others, the page stays as it is, and the next one is loaded
 * anew. `renewed` is told when the content may be another one.
 *
 * It asks only when the reader does something, and at most once a minute; never by a timer.
 */
export class Edition {
  /** Another edition is online. */
  replaced = false;
  private asked = performance.now();
  private edition: string | undefined; // of the content, when it was last asked for

  constructor(
    private readonly base: URL,
    private readonly element: Element, // whose attributes name the parts that are loaded
    private readonly script: string, // the address of the code that is loaded
    private readonly renewed: () => void,
    signal: AbortSignal,
  ) {
    // A press comes before its click, and a page that was in the background may have been there for days.
    for (const kind of ['pointerdown', 'keydown', 'visibilitychange']) {
      document.addEventListener(kind, () => void this.ask(), { signal, capture: true, passive: true });
    }
  }

  private async ask(): Promise<void> {
    const now = performance.now();
    if (this.replaced || document.hidden || now - this.asked < pause) {
      return;
    }
    this.asked = now;
    try {
      const response = await fetch(new URL('hub-glass.json', this.base), { cache: 'no-cache' });
      if (response.ok) {
        const online = (await response.json()) as Record<string, string | undefined>;
        const replaced = (name: string, loaded: string | null): boolean =>
          loaded !== null && online[name] !== undefined && online[name] !== loaded;
        this.replaced =
          names.some((name) => replaced(name, this.element.getAttribute(name))) ||
          replaced('script', this.script.replace(/^.*\//, ''));
        if (online.edition !== this.edition) {
          this.edition = online.edition;
          this.renewed();
        }
      }
    } catch {
      // Offline, or half uploaded: what is here goes on.
    }
  }

  /** Loads a page of the new edition; without an address, the one that the browser's history has just come to. */
  moveTo(address?: string): void {
    if (address === undefined) {
      location.reload();
    } else {
      location.assign(address);
    }
  }
}
