import type { Mirror } from './mirror';
import type { Router } from './router';

/** What the mirror's elements ask for. */
export interface Intents {
  open(route: string, fragment: string): void;
  /** The same page in another language. */
  changeLanguage(route: string): void;
  toggleDetails(action: number): void;
}

/**
 * Follows links of the mirror inside the hub without leaving the page; everything else (other sites, files, new tabs, downloads)
 * is left to the browser. A plain click on a card, with nothing selected, follows the card's own link.
 */
export function followLinks(mirror: Mirror, router: Router, intents: Intents, signal: AbortSignal): void {
  const { root } = mirror;
  root.addEventListener(
    'click',
    (event) => {
      const target = event.target as Element;
      const summary = target.closest('summary');
      if (summary) {
        event.preventDefault();
        intents.toggleDetails(mirror.actionOf(summary));
        return;
      }
      if (target.closest('button, input')) {
        return;
      }
      const link = target.closest('a');
      const cardLink = link ?? linkOfCard(target);
      if (!cardLink || event.defaultPrevented || event.button !== 0) {
        return;
      }
      const newTab = event.ctrlKey || event.metaKey || event.shiftKey;
      if (newTab || event.altKey) {
        if (!link && newTab) {
          open(cardLink.href, '_blank', 'noopener');
        }
        return;
      }
      const found = cardLink.target ? undefined : router.match(new URL(cardLink.href));
      if (found && !cardLink.hasAttribute('download')) {
        event.preventDefault();
        if (cardLink.hreflang) {
          intents.changeLanguage(found.route);
        } else {
          intents.open(found.route, found.fragment);
        }
      } else if (!link) {
        location.assign(cardLink.href);
      }
    },
    { signal },
  );
  root.addEventListener(
    'auxclick',
    (event) => {
      const target = event.target as Element;
      const card = target.closest('a') ? undefined : linkOfCard(target);
      if (card && event.button === 1) {
        event.preventDefault();
        open(card.href, '_blank', 'noopener');
      }
    },
    { signal },
  );
  // Find in page may open a closed details block by itself; layout has to follow.
  root.addEventListener(
    'toggle',
    (event) => {
      const details = event.target as HTMLDetailsElement;
      const summary = details.querySelector('summary');
      if (summary && mirror.disagrees(details)) {
        intents.toggleDetails(mirror.actionOf(summary));
      }
    },
    { signal, capture: true },
  );
}

function linkOfCard(target: Element): HTMLAnchorElement | undefined {
  // A drag that ends on a card selects. The text tells: seen from outside, a range in a shadow tree is collapsed.
  if (String(getSelection()) !== '') {
    return undefined;
  }
  return target.closest('.hg-card')?.querySelector<HTMLAnchorElement>('a.hg-covers') ?? undefined;
}
