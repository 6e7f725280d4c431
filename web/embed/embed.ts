// Minds the hub on `embed/`, the page for frames: takes its settings from the query, and talks with the page around the frame.

import { Bridge } from './bridge';
import { followHeight } from './height';
import { readParameters } from './parameters';

const element = document.querySelector('hub-glass');
if (element) {
  const { values, problems } = readParameters(location.search);
  for (const name of ['route', 'theme', 'lang', 'view']) {
    const value = values.get(name);
    if (value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  if (problems.length > 0) {
    console.warn(`hub-glass: embed: ${problems.slice(0, 5).join(' ')}`);
  }
  const origin = values.get('origin');
  const bridge = parent !== window && origin ? new Bridge(element, origin) : undefined;
  if (bridge) {
    void customElements.whenDefined('hub-glass').then(() => {
      followHeight(element, (height) => {
        bridge.grow(height);
      });
    });
  }
  // What the hub does not cover, such as the room for a scrollbar, is the page's.
  const colour = (): void => {
    const theme = element.dataset.theme;
    if (theme) {
      document.documentElement.dataset.theme = theme;
    } else {
      delete document.documentElement.dataset.theme;
    }
  };
  new MutationObserver(colour).observe(element, { attributeFilter: ['data-theme'] });
  // In a frame most other sites refuse to be shown.
  element.addEventListener('hubglass:link', (event) => {
    const { href, kind } = (event as CustomEvent<{ href: string; kind: string }>).detail;
    if (kind === 'external') {
      event.preventDefault();
      open(href, '_blank', 'noopener');
    }
  });
}
