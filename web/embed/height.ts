/**
 * Tells how high the hub's content is, in whole px, whenever that changes. It is never the page's own height: a page is at least as
 * high as its frame, so a frame that followed it could only grow.
 */
export function followHeight(element: HTMLElement, told: (height: number) => void): void {
  let last = 0;
  let asked = false;
  const measure = (): void => {
    asked = false;
    const height = contentHeight(element);
    if (height > 0 && height !== last) {
      last = height;
      told(height);
    }
  };
  // Not a frame of the screen: there are none in a frame that is out of view, which may be so because it is not high enough.
  const ask = (): void => {
    if (!asked) {
      asked = true;
      setTimeout(measure);
    }
  };
  const sizes = new ResizeObserver(ask);
  const changes = new MutationObserver(ask);
  const watch = (): void => {
    sizes.disconnect();
    changes.disconnect();
    sizes.observe(element);
    for (const page of element.shadowRoot?.querySelectorAll('.hg-page') ?? []) {
      // Layout writes its sizes there; a box that is higher than its content would keep quiet.
      changes.observe(page, { attributeFilter: ['style', 'class'] });
    }
    for (const part of partsOf(element)) {
      sizes.observe(part);
    }
    ask();
  };
  new MutationObserver(watch).observe(element, { attributeFilter: ['state'] });
  for (const name of ['ready', 'navigate']) {
    element.addEventListener(`hubglass:${name}`, watch);
  }
  element.shadowRoot?.addEventListener('toggle', ask, { capture: true });
  watch();
}

/** The lower edge of the content, counted from the top of the hub. */
function contentHeight(element: HTMLElement): number {
  const { top } = element.getBoundingClientRect();
  const content = element.shadowRoot?.querySelector('.hg-glass > .hg-region-content');
  if (content && element.getAttribute('state') === 'ready') {
    // The engine says; the box itself is as high as the frame.
    return Math.ceil(content.getBoundingClientRect().top - top + parseFloat(getComputedStyle(content).minHeight));
  }
  return Math.ceil(Math.max(0, ...partsOf(element).map((part) => part.getBoundingClientRect().bottom - top)));
}

/** The last element of each region that makes the page longer; of what lies in the tag while that is shown. */
function partsOf(element: HTMLElement): Element[] {
  const page = element.shadowRoot?.querySelector('.hg-page');
  const state = element.getAttribute('state');
  if (!page || (state !== 'ready' && state !== 'reader')) {
    return element.lastElementChild ? [element.lastElementChild] : [];
  }
  // Beside the canvas, the columns scroll by themselves.
  const regions = state === 'ready' ? page.querySelectorAll('.hg-region-content') : page.children;
  return [...regions].flatMap((region) => region.lastElementChild ?? []);
}
