import { clock } from './clock';
import { button, icon, make } from './elements';
import type { Settings } from './settings';
import { wordsOf } from './words';

interface Icon {
  width: number;
  height: number;
  path: string;
}

/** What the tour shows of a cluster or an initiative. */
export interface Stop {
  route: string;
  title: string;
  /** Of title and text, where it is not the tour's. */
  lang: string;
  text: string;
  /** 1 to 6: the cluster's colour. */
  accent: number;
  icon: Icon | null;
  /** Of a cluster: how many initiatives it has. */
  count?: number;
  /** Of an initiative. */
  cluster?: string;
  logo?: { file: string; width: number; height: number };
}

/** The hub in one language, as `tour.json` has it. */
export interface Edition {
  code: string;
  /** What its routes begin with. */
  prefix: string;
  title: string;
  stops: Stop[];
}

export interface TourFile {
  version: string;
  languages: Edition[];
}

/** Fetches what the tour shows; nothing when it cannot be had, and then there is no tour. */
export async function loadTour(): Promise<TourFile> {
  const response = await fetch(new URL('tour.json', document.baseURI), { cache: 'no-cache' });
  const read = (await response.json()) as TourFile;
  return { version: read.version ?? '', languages: Array.isArray(read.languages) ? read.languages : [] };
}

const shown = 2; // layers: the one that comes and the one that goes

/** A slow tour of the hub while nobody is there. Any touch ends it. */
export class Tour {
  private layer: HTMLElement | undefined;
  private at = 0;
  private stop: () => void = () => undefined;

  constructor(
    private readonly edition: Edition,
    private readonly base: URL,
    private readonly settings: Settings,
  ) {}

  get running(): boolean {
    return this.layer !== undefined;
  }

  /** Shows the tour over everything. `ended` is told the route that the visitor wants, or undefined for the start. */
  begin(ended: (route: string | undefined) => void): void {
    const { stops } = this.edition;
    if (this.running || stops.length === 0) {
      return;
    }
    const say = wordsOf(this.edition.code);
    const layer = make('div', 'hg-page kiosk-tour');
    layer.lang = this.edition.code;
    layer.setAttribute('role', 'region');
    layer.setAttribute('aria-label', say.tour);
    const slides = make('div', 'kiosk-slides');
    const finish = (route: string | undefined): void => {
      this.end();
      ended(route);
    };
    const current = (): Stop => stops[this.at % stops.length] as Stop;
    const show = button('kiosk-button', say.showThis, () => {
      finish(current().route);
    });
    const begin = button('kiosk-button kiosk-primary', say.touch, () => {
      finish(undefined);
    });
    const bar = make('i', 'kiosk-progress');
    layer.append(slides, make('div', 'kiosk-invitation', begin, show), bar);
    layer.addEventListener('click', ({ target }) => {
      if (!(target as Element).closest('button')) {
        finish(undefined);
      }
    });
    const keys = new AbortController();
    addEventListener(
      'keydown',
      (event) => {
        if (!['Tab', 'Shift', 'Enter', ' '].includes(event.key)) {
          event.preventDefault();
          finish(undefined);
        }
      },
      { signal: keys.signal, capture: true },
    );
    this.layer = layer;
    document.body.append(layer);
    this.hide(true);
    layer.tabIndex = -1;
    layer.focus({ preventScroll: true });
    const next = (): void => {
      this.show(slides, current());
      layer.dataset.accent = String(current().accent);
      bar.style.setProperty('--part', String(((this.at % stops.length) + 1) / stops.length));
      this.stop = clock.after(this.settings.stop_seconds * 1000, () => {
        this.at += 1;
        next();
      });
    };
    this.ending = () => {
      keys.abort();
      layer.remove();
    };
    next();
  }

  end(): void {
    this.stop();
    this.ending();
    this.ending = () => undefined;
    this.layer = undefined;
    this.hide(false);
  }

  private ending: () => void = () => undefined;

  /** What lies below is not there for screen readers and keys either. */
  private hide(hidden: boolean): void {
    for (const element of document.body.children) {
      if (element instanceof HTMLElement && element !== this.layer) {
        element.inert = hidden;
      }
    }
  }

  private show(slides: HTMLElement, stop: Stop): void {
    const slide = slideOf(stop, this.base, wordsOf(this.edition.code));
    for (const earlier of slides.children) {
      earlier.classList.add('kiosk-past');
      earlier.setAttribute('aria-hidden', 'true');
    }
    slides.append(slide);
    while (slides.childElementCount > shown) {
      slides.firstElementChild?.remove();
    }
  }
}

function slideOf(stop: Stop, base: URL, say: ReturnType<typeof wordsOf>): HTMLElement {
  const drawing = stop.icon ? [icon(stop.icon.path, stop.icon.width, stop.icon.height)] : [];
  const ground = make('div', 'kiosk-ground', ...drawing);
  const text = make('div', 'kiosk-words');
  if (stop.cluster === undefined) {
    const small = stop.icon ? [icon(stop.icon.path, stop.icon.width, stop.icon.height)] : [];
    text.append(make('div', 'kiosk-tile', ...small));
  } else {
    const mark = make('div', 'kiosk-mark', ...markOf(stop, base));
    text.append(mark, make('p', 'kiosk-cluster', stop.cluster));
  }
  const title = make('h2', '', stop.title);
  const lead = make('p', 'kiosk-lead', stop.text);
  text.append(title);
  if (stop.text) {
    text.append(lead);
  }
  if (stop.lang) {
    title.lang = lead.lang = stop.lang;
  }
  if (stop.count) {
    text.append(make('p', 'kiosk-count', `${stop.count} ${stop.count === 1 ? say.initiative : say.initiatives}`));
  }
  const slide = make('section', `kiosk-slide hg-accent-${stop.accent}`, ground, text);
  if (stop.title.length > 40) {
    slide.classList.add('kiosk-long');
  }
  return slide;
}

/** The logo, or the letters that stand for it. */
function markOf(stop: Stop, base: URL): Node[] {
  if (stop.logo) {
    const image = make('img', '');
    image.alt = '';
    image.src = new URL(stop.logo.file, base).href;
    return [image];
  }
  const letters = stop.title
    .split(/[\s–-]+/u)
    .filter((word) => /^\p{L}/u.test(word))
    .map((word) => [...word][0]?.toLocaleUpperCase() ?? '');
  const short = /^\p{Lu}[\p{Lu}\d]{1,4}\b/u.exec(stop.title)?.[0];
  return [document.createTextNode(short ?? letters.slice(0, 2).join(''))];
}
