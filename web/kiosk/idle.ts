import { clock } from './clock';
import { make } from './elements';
import type { Settings } from './settings';
import { words } from './words';

/** Notices when nobody is there any more. The last seconds of the wait are counted down on the screen; any touch ends that. */
export class Idle {
  private stop: () => void = () => undefined;
  private notice: HTMLElement | undefined;
  private away = true;

  /** `left` is told when the wait is over. */
  constructor(
    private readonly settings: Settings,
    private readonly left: () => void,
  ) {
    for (const name of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const) {
      addEventListener(
        name,
        () => {
          this.touched();
        },
        { capture: true, passive: true },
      );
    }
  }

  /** Somebody is there: the wait begins anew. */
  begin(): void {
    this.away = false;
    this.wait();
  }

  get counting(): boolean {
    return this.notice !== undefined;
  }

  private touched(): void {
    if (!this.away && !this.counting) {
      this.wait();
    }
  }

  private wait(): void {
    this.stop();
    const { idle_seconds, countdown_seconds } = this.settings;
    const counted = Math.min(countdown_seconds, idle_seconds);
    this.stop = clock.after((idle_seconds - counted) * 1000, () => {
      this.count(counted);
    });
  }

  private count(seconds: number): void {
    const say = words();
    const number = make('span', 'kiosk-seconds', String(seconds));
    number.setAttribute('aria-hidden', 'true');
    const text = make('div', '', make('strong', '', say.stillThere), make('p', '', say.backIn));
    const box = make('div', 'kiosk-countdown', number, text);
    // It lies over all: the touch that ends the countdown does nothing else.
    const notice = make('div', 'hg-page kiosk-veil', box);
    notice.setAttribute('role', 'alert');
    notice.dataset.kiosk = 'countdown';
    const end = (event: Event): void => {
      event.preventDefault();
      this.clear();
      this.wait();
    };
    // A touch ends where it began, on the veil: what is below must not be clicked by it.
    notice.addEventListener('click', end);
    const keys = new AbortController();
    addEventListener('keydown', end, { capture: true, signal: keys.signal });
    this.notice = notice;
    this.parent().append(notice);
    const tick = (left: number): void => {
      number.textContent = String(left);
      if (left <= 0) {
        this.clear();
        this.away = true;
        this.left();
      } else {
        this.stop = clock.after(1000, () => {
          tick(left - 1);
        });
      }
    };
    this.clear = () => {
      keys.abort();
      notice.remove();
      this.notice = undefined;
      this.stop();
      this.clear = () => undefined;
    };
    tick(seconds);
  }

  /** Above an open dialog only what is in it can be touched. */
  private parent(): Element {
    return document.querySelector('dialog[open]') ?? document.body;
  }

  private clear: () => void = () => undefined;
}
