import type { Text } from './text';

/** px: the usual size of text, which the engine lays out for. */
export const designedSize = 16;

const text = 'Hubglass 0123456789 The quick brown fox';

/**
 * Inherited values that nobody but the reader sets on a page of ours. A text size other than the usual counts: the page follows it
 * by its own units, the canvas does not.
 */
export function hasOwnStyles(element: Element): boolean {
  const { letterSpacing, wordSpacing, lineHeight } = getComputedStyle(element);
  const zero = (spacing: string): boolean => spacing === 'normal' || parseFloat(spacing) === 0;
  const { fontSize } = getComputedStyle(document.documentElement);
  return parseFloat(fontSize) !== designedSize || !zero(letterSpacing) || !zero(wordSpacing) || lineHeight !== 'normal';
}

/** px that the reader's browser gives text of the usual size, which nothing in the page around `stage` can change. */
export function usualSize(stage: Element): number {
  return parseFloat(getComputedStyle(stage).fontSize) || designedSize;
}

/**
 * Watches two lines of text in `stage`: one that inherits from `host`, if the hub is the page, and one in the smallest letters that should be as wide as the
 * fonts make it. `changed` is told once when the reader's own styles, or a smallest text size of the browser, change them.
 */
export function watchOwnStyles(
  stage: HTMLElement,
  host: Element | undefined,
  fonts: Text,
  changed: () => void,
  signal: AbortSignal,
): void {
  const inherited = document.createElement('span');
  const sized = document.createElement('span');
  inherited.className = 'watch';
  sized.className = 'watch sized';
  inherited.append(text);
  sized.append(text);
  stage.append(inherited, sized);
  const observer = new ResizeObserver(() => {
    const { font, width: wanted } = fonts.smallest(text);
    sized.style.font = font;
    const own = host ? hasOwnStyles(host) : usualSize(stage) !== designedSize;
    if (own || Math.abs(parseFloat(getComputedStyle(sized).width) - wanted) > wanted / 50) {
      observer.disconnect();
      changed();
    }
  });
  observer.observe(inherited);
  observer.observe(sized);
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
}
