/** The reader's choice of light and dark: automatic follows the system. In the order of a switch's `data-names`. */
export const themeChoices = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const strong = matchMedia('(prefers-contrast: more)');

export function isThemeChoice(value: string | null): value is ThemeChoice {
  return themeChoices.includes(value as ThemeChoice);
}

export function nextTheme(choice: ThemeChoice): ThemeChoice {
  return themeChoices[(themeChoices.indexOf(choice) + 1) % themeChoices.length] ?? 'auto';
}

/** Says on every theme switch below `root` what is chosen now, in the words that the page brought. */
export function nameTheme(root: ParentNode, choice: ThemeChoice): void {
  for (const button of root.querySelectorAll<HTMLElement>('[data-action="theme"]')) {
    const name = button.dataset.names?.split('\n')[themeChoices.indexOf(choice)];
    if (name) {
      button.setAttribute('aria-label', name);
    }
  }
}

export function isDark(choice: ThemeChoice): boolean {
  return choice === 'dark' || (choice === 'auto' && systemDark.matches);
}

/** Whether stronger colours are wanted. */
export function isStrong(): boolean {
  return strong.matches;
}

export function onSystemTheme(changed: () => void, signal: AbortSignal): void {
  for (const query of [systemDark, strong]) {
    query.addEventListener('change', changed, { signal });
  }
}
