import { clock } from './clock';
import { button, icon, make } from './elements';
import { qrCode } from './qr';
import type { Settings } from './settings';
import type { Edition, Stop, TourFile } from './tour-file';
import { untilTouched } from './until-touched';
import { wordsOf } from './words';

const shown = 2; // layers: the one that comes and the one that goes

/** A slow tour of the hub while nobody is there. Any touch ends it. */
export class Tour {
  private layer: HTMLElement | undefined;
  private at = 0;
  private stop: () => void = () => undefined;

  constructor(
    private readonly edition: Edition,
    private readonly file: TourFile,
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
    const press = (label: string, look: string, route: () => string | undefined): HTMLButtonElement =>
      button(`kiosk-button ${look}`, label, () => {
        remove();
        finish(route());
      });
    const begin = press(say.touch, 'kiosk-primary', () => undefined);
    const show = press(say.showThis, '', () => current().route);
    const bar = make('i', 'kiosk-progress');
    const code = make('div', 'kiosk-code');
    const take = make('figure', 'kiosk-take', code, make('figcaption', '', say.take));
    layer.append(
      slides,
      this.front(),
      make('div', 'kiosk-ends', make('div', 'kiosk-invitation', begin, show), take),
      bar,
    );
    this.layer = layer;
    document.body.append(layer);
    this.hide(true);
    layer.tabIndex = -1;
    layer.focus({ preventScroll: true });
    const next = (): void => {
      this.show(slides, current());
      void this.showCode(take, code, current().route, say.code);
      layer.dataset.accent = String(current().accent);
      bar.style.setProperty('--part', String(((this.at % stops.length) + 1) / stops.length));
      this.stop = clock.after(this.settings.stop_seconds * 1000, () => {
        this.at += 1;
        next();
      });
    };
    const remove = untilTouched(layer, {
      touched: () => {
        finish(undefined);
      },
      spares: (key) => ['Tab', 'Shift', 'Enter', ' '].includes(key),
    });
    next();
  }

  private end(): void {
    this.stop();
    this.layer = undefined;
    this.hide(false);
  }

  /** What lies below is not there for screen readers and keys either. */
  private hide(hidden: boolean): void {
    for (const element of document.body.children) {
      if (element instanceof HTMLElement && element !== this.layer) {
        element.inert = hidden;
      }
    }
  }

  /** Whose tour it is. */
  private front(): HTMLElement {
    const { logo } = this.file;
    return make(
      'div',
      'kiosk-front',
      ...(logo ? [pictureOf(logo.file, this.base)] : []),
      make('p', '', this.edition.title),
    );
  }

  /** A code that takes the page along, where there is an address that a phone can reach. */
  private async showCode(take: HTMLElement, code: HTMLElement, route: string, name: string): Promise<void> {
    const root = this.file.address || (isOnThisDevice(this.base) ? '' : this.base.href);
    const picture = root ? await qrCode(new URL(encodeURI(route), root).href, name) : undefined;
    take.hidden = !picture;
    code.replaceChildren(...(picture ? [picture] : []));
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

function pictureOf(file: string, base: URL): HTMLImageElement {
  const image = make('img', '');
  image.alt = '';
  image.src = new URL(file, base).href;
  return image;
}

/** Nobody else finds such an address. */
function isOnThisDevice({ protocol, hostname }: URL): boolean {
  return protocol === 'file:' || /^(localhost|127\..*|\[::1\])$/.test(hostname);
}

/** The logo, or the letters that stand for it. */
function markOf(stop: Stop, base: URL): Node[] {
  if (stop.logo) {
    return [pictureOf(stop.logo.file, base)];
  }
  return [document.createTextNode(stop.monogram ?? '')];
}
