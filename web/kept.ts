/** What a reader chose before on this site, or null. Storage may be forbidden; then nothing is remembered. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`hubglass-${name}`);
  } catch {
    return null;
  }
}

/** Remembers a choice; `null` forgets it. See kept. */
export function keep(name: string, value: string | null): void {
  try {
    if (value === null) {
      localStorage.removeItem(`hubglass-${name}`);
    } else {
      localStorage.setItem(`hubglass-${name}`, value);
    }
  } catch {
    // See kept.
  }
}
