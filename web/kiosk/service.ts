import { screenUnit } from '../screen-unit';
import { clock } from './clock';
import { button, dialog, make } from './elements';
import type { Hub } from './hub';
import { clearLog, logged } from './log';
import type { Offline } from './offline';
import type { WakeLock } from './wake-lock';
import { heapMegabytes, restarts, type Watchdog } from './watchdog';

const corner = 120; // px from the top left of the screen
const taps = 5;
const within = 4000; // ms

/** What the panel tells: names and values, and what can be done. */
export interface Service {
  code: string;
  facts: () => [string, string][];
  actions: [string, () => void][];
}

/** What the facts are taken from. */
export interface Sources {
  hub: Hub;
  offline: Offline;
  watchdog: Watchdog;
  lock: WakeLock;
  /** Of the content. */
  version: string;
  /** ms of the clock. */
  started: number;
  /** What is wrong with the settings. */
  problems: readonly string[];
}

/** How the screen is doing, in words. */
export function factsOf({ hub, offline, watchdog, lock, version, started, problems }: Sources): [string, string][] {
  const statistics = hub.statistics;
  const heap = heapMegabytes();
  const minutes = Math.floor((clock.now() - started) / 60_000);
  const offlineWords =
    offline.state === 'unsupported' || offline.state === 'failed' ? `no: ${offline.reason}` : offline.state;
  return [
    ['Content version', version || 'not stated'],
    ['Build', offline.build || 'not known (no worker yet)'],
    ['Up for', `${Math.floor(minutes / 60)} h ${minutes % 60} min`],
    ['Works offline', offlineWords],
    ['Last update check', offline.lastCheck?.toISOString().replace(/\..*$/, 'Z') ?? 'none yet'],
    ['Last refusal', offline.state === 'ready' || offline.state === 'waiting' ? offline.reason || 'none' : 'none'],
    ['State', hub.state],
    ['Memory of scripts', heap === undefined ? 'this browser does not tell' : `${heap.toFixed(1)} MB`],
    ['Memory for drawing', statistics ? `${(statistics.atlasBytes / 2 ** 20).toFixed(1)} MB` : 'none'],
    ['Frames drawn', statistics ? `${statistics.frames}, 95 % within ${statistics.p95FrameMs.toFixed(1)} ms` : 'none'],
    ['Heartbeat', `${watchdog.frames} frames`],
    ['Elements', String(statistics?.mirrorNodes ?? 0)],
    ['Screen kept on', lock.state],
    ['Restarts in the last hour', String(restarts().length)],
    ['Settings', problems.length > 0 ? problems.join(' ') : 'good'],
  ];
}

/** Five taps into the top left corner, or Ctrl+Alt+K, open a panel for whoever looks after the screen. In English, as is the log. */
export class ServicePanel {
  private times: number[] = [];

  constructor(private readonly service: Service) {
    addEventListener(
      'pointerdown',
      ({ clientX, clientY }) => {
        const now = clock.now();
        const side = corner * screenUnit();
        this.times = clientX < side && clientY < side ? [...this.times.filter((time) => now - time < within), now] : [];
        if (this.times.length >= taps) {
          this.times = [];
          this.open();
        }
      },
      { capture: true, passive: true },
    );
  }

  /** A key that the kiosk stopped. */
  key(event: KeyboardEvent): void {
    if (event.ctrlKey && event.altKey && event.key.toLowerCase() === 'k') {
      this.open();
    }
  }

  private open(): void {
    if (document.querySelector('.kiosk-service, .kiosk-code-panel')) {
      return;
    }
    for (const other of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
      other.close();
    }
    if (this.service.code) {
      this.ask();
    } else {
      this.show();
    }
  }

  private ask(): void {
    let typed = '';
    const shown = make('output', 'kiosk-typed', ' ');
    const pad = make('div', 'kiosk-pad');
    const press = (digit: string): void => {
      typed += digit;
      shown.textContent = '•'.repeat(typed.length);
      if (typed === this.service.code) {
        panel.close();
        this.show();
      } else if (typed.length >= this.service.code.length) {
        typed = '';
        shown.textContent = 'That is not the code.';
      }
    };
    for (const digit of '1234567890') {
      pad.append(
        button('kiosk-button', digit, () => {
          press(digit);
        }),
      );
    }
    const close = button('kiosk-button', 'Close', () => {
      panel.close();
    });
    const panel = dialog('kiosk-code-panel', 'Service code', shown, pad, close);
    panel.lang = 'en';
    panel.addEventListener('keydown', ({ key }) => {
      if (/^\d$/.test(key)) {
        press(key);
      }
    });
  }

  private show(): void {
    const list = make('dl', '');
    const errors = make('ol', 'kiosk-log');
    const fill = (): void => {
      list.replaceChildren(
        ...this.service.facts().flatMap(([name, value]) => [make('dt', '', name), make('dd', '', value)]),
      );
      const latest = logged().slice(-20).reverse();
      errors.replaceChildren(
        ...latest.map(({ time, message }) =>
          make('li', '', make('time', '', time.replace(/\..*$/, 'Z')), ` ${message}`),
        ),
      );
    };
    fill();
    const actions = make('div', 'kiosk-actions');
    for (const [name, run] of [
      ...this.service.actions,
      ['Clear the log', clearLog] as [string, () => void],
      ['Close', () => panel.close()] as [string, () => void],
    ]) {
      actions.append(
        button('kiosk-button', name, () => {
          run();
          fill();
        }),
      );
    }
    const again = (): void => {
      if (panel.open) {
        fill();
        clock.after(1000, again);
      }
    };
    const panel = dialog('kiosk-service', 'Service', actions, list, make('h3', '', 'Log'), errors);
    panel.lang = 'en';
    clock.after(1000, again);
  }
}
