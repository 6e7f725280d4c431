import { screenUnit } from '../screen-unit';

const finger = 9; // px around its middle: with a line of 34 px, that makes targets of 48 px and more
const acts = 'a[href],button,summary,input,[data-action]';

/** A touch that falls just beside a link counts for it. */
export function reachFurther(): void {
  addEventListener('click', (event) => {
    const { clientX, clientY, isTrusted, defaultPrevented } = event;
    const [hit] = event.composedPath();
    if (!isTrusted || defaultPrevented || !(hit instanceof Element) || hit.closest(acts) || hit.closest('dialog')) {
      return;
    }
    const root = hit.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) {
      return; // it is gone already
    }
    const reach = finger * screenUnit();
    for (const distance of [reach / 2, reach]) {
      for (const [x, y] of [
        [0, -1],
        [0, 1],
        [-1, 0],
        [1, 0],
      ] as const) {
        const near = root.elementFromPoint(clientX + x * distance, clientY + y * distance)?.closest<HTMLElement>(acts);
        if (near) {
          near.click();
          return;
        }
      }
    }
  });
}
