import type { Engine } from './engine';

const names = [
  'wide',
  'header',
  'content-x',
  'content-top',
  'content-width',
  'content-height',
  'navigation-x',
  'navigation-width',
  'navigation-height',
  'contents-x',
  'contents-width',
  'contents-height',
] as const;

/** Where the engine puts the regions, px; `wide` is 1 when there are columns beside the content. */
export type FrameSizes = Record<(typeof names)[number], number>;

export const noSizes = Object.fromEntries(names.map((name) => [name, 0])) as FrameSizes;

/** `unit`: CSS px to one of the engine's. */
export function readFrameSizes(engine: Engine, handle: number, unit: number): FrameSizes {
  const values = engine.floats(engine.call('frame_sizes', handle), names.length);
  const sized = (name: string, value: number): number => (name === 'wide' ? value : value * unit);
  return Object.fromEntries(names.map((name, index) => [name, sized(name, values[index] ?? 0)])) as FrameSizes;
}

/** Gives the sizes to the style sheet of the mirror: all in it is styled anew. */
export function applyFrameSizes(sizes: FrameSizes, mirror: HTMLElement): void {
  for (const name of names) {
    const value = `${sizes[name]}px`;
    if (mirror.style.getPropertyValue(`--hg-${name}`) !== value) {
      mirror.style.setProperty(`--hg-${name}`, value);
    }
  }
  mirror.classList.toggle('narrow', sizes.wide === 0);
}
