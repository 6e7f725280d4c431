import type { Viewer } from './viewer';

const focusable = 'a[href], button, summary';

/**
 * What a reader did to the page in `element` while the canvas was being made ready. The function returned does the same to the
 * mirror, which has the same elements in the same order.
 */
export function readerOf(element: HTMLElement): (viewer: Viewer) => void {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  const ordinal = focused ? [...element.querySelectorAll(focusable)].indexOf(focused) : -1;
  const folds = [...element.querySelectorAll('details')].map(({ open }) => open);
  return (viewer) => {
    const { root, parts } = viewer.mirror;
    for (const [i, open] of folds.entries()) {
      const details = root.querySelectorAll('details')[i];
      if (details && details.open !== open) {
        viewer.toggleDetails(viewer.mirror.actionOf(details.querySelector('summary')));
      }
    }
    const target = root.querySelectorAll<HTMLElement>(focusable)[ordinal];
    if (target && parts.navigation.contains(target)) {
      viewer.openDrawer();
    }
    target?.focus({ preventScroll: true });
  };
}
