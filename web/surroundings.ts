import type { Stage } from './stage';
import type { Viewer } from './viewer';

/** Tells a viewer what happens around it: sizes, zoom, pinching, scrolling, system colours and motion. */
export function followSurroundings(stage: Stage, viewer: Viewer, signal: AbortSignal): void {
  const resized = (): void => {
    const change = viewer.updateViewport();
    if (change === 'lines') {
      viewer.reflow();
    } else if (change) {
      viewer.requestRedraw();
    }
  };
  const scrolled = (): void => {
    viewer.scrolled();
  };
  const observer = new ResizeObserver(resized);
  viewer.followScale(resized, signal);
  viewer.followSight(signal);
  const { box } = stage.scroller;
  observer.observe(stage.place);
  if (box) {
    observer.observe(box);
  }
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  const options = { signal, passive: true };
  addEventListener('resize', resized, options);
  visualViewport?.addEventListener('resize', resized, options);
  visualViewport?.addEventListener('scroll', scrolled, options);
  // In every ancestor that may scroll, the page itself included.
  document.addEventListener('scroll', scrolled, { ...options, capture: true });
  box?.addEventListener('scroll', scrolled, options);
  // Paper says where its page is found.
  addEventListener(
    'beforeprint',
    () => {
      viewer.mirror.root.dataset.address = location.href;
    },
    options,
  );
  matchMedia('(prefers-reduced-motion: reduce)').addEventListener('change', resized, options);
  matchMedia('(forced-colors: active)').addEventListener(
    'change',
    ({ matches }) => {
      viewer.setPlain('forced', matches);
    },
    options,
  );
}
