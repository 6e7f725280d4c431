type Reading = typeof import('./reading');

/** What readers need who select, copy, touch a word or come for a passage; undefined until one does. */
export let reading: Reading | undefined;

/** Loads it, once. It may be out of reach; then the browser's own ways are left. */
export async function loadReading(): Promise<Reading | undefined> {
  try {
    reading ??= await import('./reading');
  } catch {
    // Offline, or the site was replaced meanwhile.
  }
  return reading;
}

/** Loads it as soon as a reader points, types or selects, and answers `copy` for the mirror. */
export function followSelection(mirror: () => HTMLElement | undefined, paged: boolean, signal: AbortSignal): void {
  for (const kind of ['pointerdown', 'keydown', 'selectionchange']) {
    document.addEventListener(kind, () => void loadReading(), { once: true, signal, capture: true });
  }
  document.addEventListener(
    'copy',
    (event) => {
      const root = mirror();
      const target = event.composedPath()[0] as Element;
      if (
        root &&
        !event.defaultPrevented &&
        !target.closest?.('input, textarea, [contenteditable]') &&
        !reading?.copy(event, root, paged) &&
        root.classList.contains('hg-glass')
      ) {
        // The browser copies what it sees, and nobody wants letters that cannot be seen.
        root.classList.remove('hg-glass');
        setTimeout(() => root.classList.add('hg-glass'));
      }
    },
    { signal },
  );
}
