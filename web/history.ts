/** Scroll position of a history entry, kept in its state beside whatever the host keeps there; undefined forgets it. */
export function keepScroll(y: number | undefined): void {
  try {
    history.replaceState({ ...(history.state as object | null), hubglassScroll: y }, '');
  } catch {
    // Sandboxed frames may refuse; then back simply starts at the top.
  }
}

/** Adds an entry to the history; false where the browser refuses, as in a sandboxed frame without an address. */
export function addEntry(address: string): boolean {
  try {
    history.pushState(null, '', address);
    return true;
  } catch {
    return false;
  }
}

/** What keepScroll kept with the current entry (px), or undefined. */
export function keptScroll(): number | undefined {
  const state = history.state as { hubglassScroll?: unknown } | null;
  return typeof state?.hubglassScroll === 'number' ? state.hubglassScroll : undefined;
}

/** Goes where keepScroll was, and leaves it to the browser to keep the place from then on: for a page that is not ours to move. */
export function restoreScroll(): void {
  const top = keptScroll();
  history.scrollRestoration = 'auto';
  if (top !== undefined) {
    scrollTo({ top, behavior: 'instant' });
    keepScroll(undefined);
  }
}

/**
 * Keeps the scroll position with each entry of the history; `show` is told when the reader goes back or forward, and to where.
 * `whole`: the page is the hub, and scrolling it is not the browser's business.
 */
export function followHistory(show: (scroll: number | undefined) => void, whole: boolean, signal: AbortSignal): void {
  addEventListener(
    'popstate',
    () => {
      show(keptScroll());
    },
    { signal },
  );
  // Saved as it changes: when the reader goes back, the entry that is left can no longer be written.
  document.addEventListener(
    'scrollend',
    () => {
      keepScroll(scrollY);
    },
    { signal },
  );
  if (!whole) {
    return;
  }
  addEventListener(
    'pagehide',
    () => {
      keepScroll(scrollY);
      history.scrollRestoration = 'auto'; // the browser restores a reloaded static page before we run
    },
    { signal },
  );
  addEventListener(
    'pageshow',
    () => {
      history.scrollRestoration = 'manual';
    },
    { signal },
  );
}
