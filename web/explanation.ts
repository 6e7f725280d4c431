import { windowHeight, windowWidth } from './window';

const gap = 8; // px between a word and what it means
const edge = 12; // px that are left free at the window's edges
const widest = 22; // em

/**
 * Shows what a word of the glossary means below it, for those who touch: a mouse finds it as the browser shows any `title`. Another
 * touch, another page, scrolling or Esc ends it.
 */
export function explain(term: HTMLElement, { pointerType }: { pointerType?: string }): void {
  const root = term.getRootNode() as ShadowRoot;
  const tip = document.createElement('div');
  if (pointerType === 'mouse' || !term.title || !('popover' in tip)) {
    return;
  }
  const page = getComputedStyle(term.closest('.hg-page') ?? term);
  const colour = (name: string): string => page.getPropertyValue(`--hg-${name}`);
  tip.popover = 'auto';
  tip.role = 'tooltip';
  tip.textContent = term.title;
  tip.lang = term.closest<HTMLElement>('[lang]')?.lang ?? '';
  Object.assign(tip.style, {
    font: `${page.fontSize}/1.5 ${page.fontFamily}`,
    color: colour('surface'),
    background: colour('text'),
    position: 'fixed',
    inset: 'auto',
    margin: '0',
    border: '0',
    padding: '10px 14px',
    borderRadius: '8px',
    boxSizing: 'border-box',
    width: 'max-content',
    maxWidth: `min(${widest}em, 100vw - ${2 * edge}px)`,
  });
  const life = new AbortController();
  tip.addEventListener('toggle', ({ newState }) => {
    if (newState === 'closed') {
      life.abort();
      tip.remove();
    }
  });
  const over = (): void => {
    tip.hidePopover();
  };
  root.append(tip);
  tip.showPopover();
  place(tip, term.getBoundingClientRect());
  root.host.addEventListener('hubglass:navigate', over, { signal: life.signal });
  document.addEventListener('scroll', over, { capture: true, signal: life.signal });
  addEventListener('resize', over, { signal: life.signal });
}

/** Below a word, or above it where there is no room, and never beyond the window. */
function place(tip: HTMLElement, word: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.min(word.left + (word.width - width) / 2, windowWidth() - width - edge);
  const below = word.bottom + gap;
  const top = below + height > windowHeight() ? word.top - gap - height : below;
  tip.style.left = `${Math.max(edge, left)}px`;
  tip.style.top = `${Math.max(edge, top)}px`;
}
