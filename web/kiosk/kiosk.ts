// Minds the hub on a screen that nobody looks after: no way out, back to the start when the visitor has left, a tour until the next
// one comes, a copy for when the network is gone, and a restart when something is stuck.

import kioskCss from './kiosk.css';

import { clock } from './clock';
import { closeExits } from './exits';
import { Hub, ownKeys } from './hub';
import { Idle } from './idle';
import { followErrors, log } from './log';
import { LowNavigation } from './low-navigation';
import { Offline } from './offline';
import { reachFurther } from './reach';
import { factsOf, ServicePanel } from './service';
import { loadSettings } from './settings';
import { Tour } from './tour';
import { type Edition, loadTour, noTour, type TourFile } from './tour-file';
import { WakeLock } from './wake-lock';
import { restarts, Watchdog } from './watchdog';

const idleKey = `${ownKeys}-idle`; // set while nobody is there, so that a restart goes on with the tour
const started = clock.now();

async function begin(element: HTMLElement): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(kioskCss);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.documentElement.classList.add('kiosk');

  const hub = new Hub(element);
  followErrors(element);
  followTheme(element);
  reachFurther();
  // Before anything is waited for: there is no way out at any time.
  const panel: { service?: ServicePanel } = {};
  closeExits(hub, (event) => panel.service?.key(event));

  const [{ settings, problems }, tours] = await Promise.all([loadSettings(), loadTour().catch(withoutTour)]);
  for (const problem of problems) {
    console.error(`hubglass kiosk: ${problem}`);
    log(`settings: ${problem}`);
  }
  const edition = editionOf(tours, settings.language);
  const start = startOf(tours, edition, settings.start);
  let nobody = false;

  const offline = new Offline(() => {
    location.reload();
  });
  const watchdog = new Watchdog(hub, {
    idle: () => nobody,
    memoryMegabytes: settings.memory_megabytes,
    reachable: async () =>
      Boolean(navigator.serviceWorker?.controller) ||
      (await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
        ({ ok }) => ok,
        () => false,
      )),
  });
  const lock = new WakeLock();
  lock.begin();

  const setNobody = (now: boolean): void => {
    nobody = now;
    document.documentElement.classList.toggle('kiosk-idle', now);
    remember(now);
    offline.setIdle(now);
  };
  const tour = edition && new Tour(edition, tours, hub.base, settings);
  const home = (): void => {
    hub.reset(start, settings.theme);
  };
  const arrive = (route?: string): void => {
    setNobody(false);
    if (route !== undefined) {
      hub.open(route);
    }
    idle.begin();
  };
  const leave = (): void => {
    home();
    if (settings.tour && tour && edition.stops.length > 0) {
      tour.begin(arrive);
    } else {
      const waiting = new AbortController();
      const back = (): void => {
        waiting.abort();
        arrive();
      };
      for (const name of ['pointerdown', 'wheel', 'keydown']) {
        addEventListener(name, back, { capture: true, passive: true, signal: waiting.signal });
      }
    }
    setNobody(true);
  };
  const idle = new Idle(settings, leave);
  const bar = settings.low_navigation ? new LowNavigation(hub, tours, settings.menu, home) : undefined;
  element.addEventListener('hubglass:navigate', (event) => {
    const { language } = (event as CustomEvent<{ language: string }>).detail;
    if (language && document.documentElement.lang !== language) {
      document.documentElement.lang = language;
    }
    bar?.name();
  });

  panel.service = new ServicePanel({
    code: settings.service_code,
    facts: () => factsOf({ hub, offline, watchdog, lock, version: tours.version, started, problems }),
    actions: [
      ['Look for a new version', () => void offline.check()],
      ['Restart', () => location.reload()],
    ],
  });

  hub.whenSettled(() => {
    home();
    if (remembered()) {
      leave();
    } else {
      arrive();
    }
    document.documentElement.dataset.kiosk = 'ready';
  });
  const earlier = restarts().length;
  if (earlier > 0) {
    log(`started again (${earlier} in the last hour)`);
  }
  await offline.begin(settings.update_minutes);
}

function withoutTour(error: unknown): TourFile {
  log(`tour: tour.json cannot be read (${String(error)}), so there is no tour`);
  return noTour;
}

function editionOf({ languages }: TourFile, code: string): Edition | undefined {
  const found = languages.find((edition) => edition.code === code);
  if (code && !found) {
    log(`settings: "language": this hub is not in "${code}", so the first of its languages is shown`);
  }
  return found ?? languages[0];
}

/** The first page's route in the language of the kiosk. */
function startOf({ languages }: TourFile, edition: Edition | undefined, route: string): string {
  const prefix = edition?.prefix ?? '';
  const inLanguage = languages.some((other) => other.prefix && route.startsWith(other.prefix));
  return inLanguage ? route : prefix + route;
}

/** Panels are outside the hub: they take its light or dark from the document. */
function followTheme(element: HTMLElement): void {
  const follow = (): void => {
    const { theme } = element.dataset;
    if (theme) {
      document.documentElement.dataset.theme = theme;
    } else {
      delete document.documentElement.dataset.theme;
    }
  };
  new MutationObserver(follow).observe(element, { attributeFilter: ['data-theme'] });
  follow();
}

function remember(nobody: boolean): void {
  try {
    if (nobody) {
      sessionStorage.setItem(idleKey, '1');
    } else {
      sessionStorage.removeItem(idleKey);
    }
  } catch {
    // Without storage a restart begins at the first page instead of the tour.
  }
}

function remembered(): boolean {
  try {
    return sessionStorage.getItem(idleKey) !== null;
  } catch {
    return false;
  }
}

const element = document.querySelector<HTMLElement>('hub-glass[mode="kiosk"]');
if (element) {
  begin(element).catch((error: unknown) => {
    log(`error: ${String(error)}`);
    console.error('hubglass kiosk:', error);
  });
}
