import probeCss from './brand.css';

import { sayOnce } from './settings';
import { isDark, type ThemeChoice } from './theme';
import type { Viewer } from './viewer';

/** What a page says of its look; numbers as hubglass_brand in src/platform/web/exports.h takes them. */
interface Brand {
  accent: number;
  surface: number;
  text: number;
  radius: number;
  /** A CSS list of families, empty when the page says none. */
  font: string;
}

const colours = { accent: 'outlineColor', surface: 'backgroundColor', text: 'color' } as const;
const nothing = '0 0 0 -1 '; // is said
const usual = 'the hub’s own holds';

/**
 * Gives a hub in another page the look that this page says by `--hub-accent`, `--hub-surface`, `--hub-text`, `--hub-font` and
 * `--hub-radius`, and follows it: hidden elements have these values in a transition, so the browser tells of each change, whatever
 * made it, and nothing has to look again and again. `place` inherits what the page around says.
 */
export function followBrand(element: HTMLElement, place: HTMLElement, viewer: Viewer, signal: AbortSignal): void {
  const probeSheet = new CSSStyleSheet();
  probeSheet.replaceSync(probeCss);
  const sheet = new CSSStyleSheet();
  (element.shadowRoot as ShadowRoot).adoptedStyleSheets.push(probeSheet, sheet);
  const probe = document.createElement('div');
  probe.className = 'brand';
  const part = (name: string): HTMLElement => {
    const element = document.createElement('div');
    element.className = name;
    return element;
  };
  const read = part('');
  const around = part('around');
  probe.append(read, around, part('watched'), part('around watched'));
  place.append(probe);
  let before = nothing;
  let font = '';
  const apply = (): void => {
    const brand = readBrand(element, read, around);
    const now = Object.values(brand).join(' ');
    if (now === before) {
      return;
    }
    before = now;
    const [light = '', dark = '', rest = ''] = viewer.setBrand(brand.accent, brand.surface, brand.text, brand.radius);
    const [rounding = 1, ...notes] = rest.split(' ').map(Number);
    sheet.replaceSync(now === nothing ? '' : rulesOf(light, dark, rounding, brand.font));
    sayNotes(element, notes[isDark((element.dataset['theme'] ?? 'auto') as ThemeChoice) ? 1 : 0] ?? 0);
    if (font !== brand.font) {
      font = brand.font;
      viewer.fontsChanged();
    }
  };
  probe.addEventListener('transitionrun', apply, { signal });
  apply();
}

function readBrand(element: HTMLElement, probe: HTMLElement, around: HTMLElement): Brand {
  const values = getComputedStyle(element);
  const computed = getComputedStyle(probe);
  const said = (name: string): string => values.getPropertyValue(`--hub-${name}`).trim();
  const colour = (name: keyof typeof colours): number => {
    const value = said(name);
    const found = value && CSS.supports('color', value) ? opaque(computed[colours[name]]) : 0;
    if (value && found === 0) {
      sayOnce(`--hub-${name}: ${value} is no opaque colour, ${usual}. Write one such as #0b6e4f.`);
    }
    return found;
  };
  const length = said('radius');
  const radius = /^[\d.e+-]+px$/.exec(computed.borderTopLeftRadius);
  const isLength = CSS.supports('border-top-left-radius', length) && radius !== null;
  if (length && !isLength) {
    sayOnce(`--hub-radius: ${length} is no length, ${usual}. Write one such as 4px.`);
  }
  const family = said('font');
  const isFamily = CSS.supports('font-family', family);
  if (family && !isFamily) {
    sayOnce(`--hub-font: ${family} is no font family, ${usual}. Write families, or host for the font of the page.`);
  }
  return {
    accent: colour('accent'),
    surface: colour('surface'),
    text: colour('text'),
    radius: length && isLength ? parseFloat(computed.borderTopLeftRadius) : -1,
    font: !family || !isFamily ? '' : family === 'host' ? getComputedStyle(around).fontFamily : computed.fontFamily,
  };
}

/** 0xRRGGBBAA of what color-mix() gives, "color(srgb 0.2 0.4 1)"; 0 for what can be seen through. */
function opaque(value: string): number {
  const [red = NaN, green = NaN, blue = NaN, alpha = 1] = (value.match(/^color\(srgb (.*)\)$/)?.[1] ?? '')
    .split(/[ /]+/)
    .map((part) => (part === 'none' ? 0 : parseFloat(part)));
  if (!(alpha >= 1)) {
    return 0;
  }
  const bytes = [red, green, blue].map((part) => Math.round(255 * Math.min(1, Math.max(0, part))));
  return bytes.some(Number.isNaN) ? 0 : bytes.reduce((all, byte) => 256 * all + byte, 0) * 256 + 255;
}

/** Of the mirror and of what neither canvas nor mirror covers. Paper and readers who want more contrast keep the hub's own colours. */
function rulesOf(light: string, dark: string, rounding: number, font: string): string {
  const surface = (scheme: string): string => `background:${/--hg-surface:([^;]*)/.exec(scheme)?.[1] ?? ''}`;
  const scheme = (declarations: string, host: string): string =>
    `${host} .hg-page{${declarations}}${host}{${surface(declarations)}}`;
  return `.hg-page{--hg-rounding:${rounding};${font && `font-family:${font},system-ui,sans-serif`}}
    @media screen{@media not (prefers-contrast:more){
    ${scheme(light, ':host')}@media (prefers-color-scheme:dark){${scheme(dark, ':host')}}
    ${scheme(light, ':host([data-theme=light])')}${scheme(dark, ':host([data-theme=dark])')}}}`;
}

function sayNotes(element: HTMLElement, notes: number): void {
  const said = (name: string): string => getComputedStyle(element).getPropertyValue(`--hub-${name}`).trim();
  if (notes & 1) {
    sayOnce(`--hub-accent: ${said('accent')} is too faint on the surface, a stronger shade of it is used.`);
  }
  if (notes & 2) {
    sayOnce(`--hub-text: ${said('text')} is too faint on the surface, ${usual}.`);
  }
}
