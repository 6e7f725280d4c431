import type { Text } from './text';

const text = 'Hubglass 0123456789 The quick brown fox';

/**
 * Inherited values that nobody but the reader sets on a page of ours. A text size other than the usual counts: the page follows it
 * by its own units, the canvas does not.
 */
export function hasOwnStyles(element: Element): boolean {
  const { letterSpacing, wordSpacing, lineHeight } = getComputedStyle(element);
  const zero = (spacing: string): boolean => spacing === 'normal' || parseFloat(spacing) === 0;
  const { fontSize } = getComputedStyle(document.documentElement);
  return fontSize !== '16px' || !zero(letterSpacing) || !zero(wordSpacing) || lineHeight !== 'normal';
}

/**
 * Watches two lines of text in `stage`: one that inherits from `host`, and one in the smallest letters that should be as wide as the
 * fonts make it. `changed` is told once when the reader's own styles, or a smallest text size of the browser, change them.
 */
export function watchOwnStyles(
  stage: HTMLElement,
  host: Element,
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
    if (hasOwnStyles(host) || Math.abs(sized.getBoundingClientRect().width - wanted) > wanted / 50) {
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
