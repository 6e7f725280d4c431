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

/** Reads the sizes and gives them to the style sheet of the mirror. */
export function readFrameSizes(engine: Engine, handle: number, mirror: HTMLElement): FrameSizes {
  const values = engine.floats(engine.call('frame_sizes', handle), names.length);
  const sizes = { ...noSizes };
  names.forEach((name, index) => {
    sizes[name] = values[index] ?? 0;
    mirror.style.setProperty(`--hg-${name}`, `${sizes[name]}px`);
  });
  mirror.classList.toggle('narrow', sizes.wide === 0);
  return sizes;
}
