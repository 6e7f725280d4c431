import { tell } from './events';
import type { Mirror } from './mirror';
import { loadReading } from './on-demand';
import type { Router } from './router';

/** What the mirror's elements ask for. */
export interface Intents {
  open(route: string, fragment: string): void;
  /** The same page in another language. */
  changeLanguage(route: string): void;
  toggleDetails(action: number): void;
}

/** What `hubglass:link` calls a link that leads out of the hub. */
export type LinkKind = 'external' | 'mail' | 'tel' | 'download';

/** How links of the hub are followed. */
export interface Following {
  /** Sent `hubglass:link` before a link leads out of the hub. */
  element: Element;
  router: Router;
  /** Pages of the hub open here also where a reader asks for another tab: there is none. */
  inside: boolean;
  /** Where pages of the hub open, if not here: `_self` or `_blank`, at their addresses. */
  target: () => string;
}

/** The kind of a link, or undefined for one to a page of the hub. */
function kindOf(link: HTMLAnchorElement, router: Router): LinkKind | undefined {
  const address = new URL(link.href);
  if (address.protocol === 'mailto:') {
    return 'mail';
  }
  if (address.protocol === 'tel:') {
    return 'tel';
  }
  if (link.hasAttribute('download')) {
    return 'download';
  }
  if (router.placeOf(link)) {
    return link.target ? 'external' : undefined;
  }
  return address.href.startsWith(router.base.href) ? 'download' : 'external';
}

/**
 * Follows links of the mirror inside the hub without leaving the page; everything else (other sites, files, new tabs, downloads)
 * is left to the browser, once nobody objects to it. A plain click on a card, with nothing selected, follows the card's own link.
 */
export function followLinks(mirror: Mirror, following: Following, intents: Intents, signal: AbortSignal): void {
  const { root } = mirror;
  const { element, router } = following;

  // A click of any button, made by mouse, touch or key, on a link or on a card that one covers.
  const follow = (event: MouseEvent, link: HTMLAnchorElement, own: boolean): void => {
    const kind = kindOf(link, router);
    if (kind && !tell(element, 'link', { href: link.href, kind }, true)) {
      event.preventDefault();
      return;
    }
    const newTab = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!kind && following.inside && (newTab || event.altKey)) {
      event.preventDefault();
      openPage(link);
    } else if (newTab) {
      if (!own) {
        event.preventDefault();
        open(link.href, '_blank', 'noopener');
      }
    } else if (event.altKey) {
      return;
    } else if (!kind) {
      event.preventDefault();
      openPage(link);
    } else if (!own) {
      location.assign(link.href);
    }
  };

  const openPage = (link: HTMLAnchorElement): void => {
    const target = following.target();
    const place = router.placeOf(link);
    if (target || !place) {
      open(link.href, target || '_self', 'noopener');
    } else if (link.hreflang) {
      intents.changeLanguage(place.route);
    } else {
      intents.open(place.route, place.fragment);
    }
  };

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
      const link = target.closest<HTMLAnchorElement>('a[href]');
      const wanted = link ?? linkOfCard(target);
      if (wanted && !event.defaultPrevented && event.button === 0) {
        follow(event, wanted, link !== null);
      }
      const term = target.closest('abbr');
      if (term && !wanted) {
        void loadReading().then((loaded) => loaded?.explain(term, event));
      }
    },
    { signal },
  );
  root.addEventListener(
    'auxclick',
    (event) => {
      const target = event.target as Element;
      const link = target.closest<HTMLAnchorElement>('a[href]');
      const wanted = link ?? linkOfCard(target);
      if (wanted && event.button === 1) {
        follow(event, wanted, link !== null);
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
