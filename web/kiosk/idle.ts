import { clock } from './clock';
import { make } from './elements';
import type { Settings } from './settings';
import { untilTouched } from './until-touched';
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
    box.setAttribute('role', 'alert');
    const notice = make('dialog', 'hg-page kiosk-veil', box);
    notice.setAttribute('aria-label', say.stillThere);
    document.body.append(notice);
    notice.showModal(); // above any other dialog
    const remove = untilTouched(notice, {
      touched: () => {
        this.stop();
        this.notice = undefined;
        this.wait();
      },
    });
    this.notice = notice;
    const tick = (left: number): void => {
      number.textContent = String(left);
      if (left <= 0) {
        remove();
        this.notice = undefined;
        this.away = true;
        this.left();
      } else {
        this.stop = clock.after(1000, () => {
          tick(left - 1);
        });
      }
    };
    tick(seconds);
  }
}
