import { kindOf, type LinkKind, showAddress } from './address-panel';
import type { Hub } from './hub';

/** Keys that open something of the browser's, or leave the page. What is typed, and moving about, stays. */
function leaves(event: KeyboardEvent): boolean {
  return (
    event.ctrlKey || event.metaKey || event.altKey || /^F\d{1,2}$/.test(event.key) || event.key.startsWith('Browser')
  );
}

function linkIn(event: Event): HTMLAnchorElement | undefined {
  return event
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && !!node.href);
}

const stop = (event: Event): void => {
  event.preventDefault();
};

/**
 * Closes every way out of the hub that a page can close. What leads out is shown as an address; pages of the hub open here, however
 * they are clicked. `tappedKey` is told the keys that were stopped.
 */
export function closeExits(hub: Hub, tappedKey: (event: KeyboardEvent) => void): void {
  const blocked = { capture: true, passive: false } as const;
  hub.addEventListener('hubglass:link', (event) => {
    event.preventDefault();
    const { href, kind } = (event as CustomEvent<{ href: string; kind: LinkKind }>).detail;
    showAddress(href, kind);
  });
  addEventListener('click', (event) => followInside(event, hub), blocked);
  addEventListener('auxclick', (event) => followInside(event, hub), blocked);
  addEventListener(
    'keydown',
    (event) => {
      if (leaves(event)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        tappedKey(event);
      }
    },
    blocked,
  );
  for (const name of ['contextmenu', 'dragstart', 'dragover', 'drop', 'gesturestart', 'gesturechange', 'selectstart']) {
    addEventListener(name, stop, blocked);
  }
  addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) {
        event.preventDefault(); // a pinch on a touchpad
      }
    },
    blocked,
  );
  addEventListener(
    'touchmove',
    (event) => {
      if (event.touches.length > 1) {
        event.preventDefault();
      }
    },
    blocked,
  );
  // The buttons of a mouse for back and forward.
  for (const name of ['mousedown', 'mouseup', 'pointerdown', 'pointerup'] as const) {
    addEventListener(name, (event) => event.button > 2 && event.preventDefault(), blocked);
  }
  window.open = (address) => {
    showAddress(String(address ?? ''));
    return null;
  };
  window.print = () => undefined;
  watchNavigation();
}

/** A click of any button and with any key held. */
function followInside(event: MouseEvent, hub: Hub): void {
  const link = linkIn(event);
  if (!link) {
    return;
  }
  const address = new URL(link.href);
  const route = hub.routeOf(address);
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (route !== undefined && !link.hasAttribute('download')) {
    if (plain && hub.isLive && !link.target) {
      return; // the hub follows it itself
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    hub.open(route, address.hash);
    return;
  }
  if (link.getAttribute('href')?.startsWith('#')) {
    return; // the page's own link past its frame
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  showAddress(link.href, link.hasAttribute('download') ? 'download' : undefined);
}

/** The slice of the Navigation API that is used; TypeScript's library does not know it yet. */
interface NavigateEvent extends Event {
  readonly navigationType: string;
  readonly cancelable: boolean;
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
}

/** Whatever else would load another page: scripts, the browser's own keys. */
function watchNavigation(): void {
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    const { destination, navigationType, cancelable } = event as NavigateEvent;
    const address = new URL(destination.url);
    const here = address.origin === location.origin && address.pathname === location.pathname;
    if (destination.sameDocument || navigationType === 'reload' || here || !cancelable) {
      return;
    }
    event.preventDefault();
    if (kindOf(address)) {
      showAddress(address.href);
    }
  });
}
