import { themeChoices } from './theme';

/** What attributes may say; the first is what holds without one. */
const known = {
  mode: ['embed', 'page', 'kiosk'],
  routing: ['memory', 'path', 'hash'],
  theme: themeChoices,
  view: ['page', 'cards', 'cluster', 'initiative'],
  loading: ['lazy', 'eager'],
  target: ['', '_self', '_blank'],
} as const;

export type Setting = keyof typeof known;
export type Choice<S extends Setting> = (typeof known)[S][number];

const said = new Set<string>();

/** Says a sentence in the console, once on a page. */
export function sayOnce(sentence: string): void {
  if (!said.has(sentence)) {
    said.add(sentence);
    console.warn(`hub-glass: ${sentence}`);
  }
}

/** What an attribute says. A value that means nothing is named in the console, and the usual one holds. */
export function settingOf<S extends Setting>(element: Element, name: S): Choice<S> {
  const values: readonly string[] = known[name];
  const usual = name === 'routing' && element.getAttribute('mode') === 'page' ? 'path' : values[0];
  const value = element.getAttribute(name);
  if (value !== null && !values.includes(value)) {
    const list = values.filter((one) => one).join(', ');
    sayOnce(
      `${name}="${value}" means nothing, ${usual ? `"${usual}" holds` : 'it is left out'}. Write one of: ${list}.`,
    );
    return usual as Choice<S>;
  }
  return (value ?? usual) as Choice<S>;
}

/** A CSS length, or undefined for a hub that is as high as its page. A bare number counts px. */
export function heightOf(element: Element): string | undefined {
  const value = element.getAttribute('height')?.trim() ?? 'auto';
  const length = /^\d+(\.\d+)?$/.test(value) ? `${value}px` : value;
  if (length === 'auto' || element.getAttribute('mode') === 'page' || element.getAttribute('mode') === 'kiosk') {
    return undefined;
  }
  if (!/^(\d|\.\d|calc|min|max|clamp)/.test(length) || !CSS.supports('height', length)) {
    sayOnce(`height="${value}" means nothing, "auto" holds. Write auto or a CSS length such as 480px.`);
    return undefined;
  }
  return length;
}
