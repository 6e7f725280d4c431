import { themeChoices } from '../theme';

/** What the query of `embed/` may say, and what each may hold. */
const allowed: Readonly<Record<string, (value: string) => boolean>> = {
  route: isRoute,
  theme: isTheme,
  lang: isLanguage,
  view: (value) => ['page', 'cards', 'cluster', 'initiative'].includes(value),
  origin: (value) => /^https?:\/\//.test(value) && URL.canParse(value) && new URL(value).origin === value,
};

const longestRoute = 2000;
const longestShown = 60;

/** A route of a hub: no scheme, no host, nothing that leads above its root. */
export function isRoute(value: string): boolean {
  return value.length <= longestRoute && !/^[/\\]|^[a-z][a-z0-9+.-]*:|(^|\/)\.\.(\/|$)|[\p{Cc}\\?]/iu.test(value);
}

export function isTheme(value: string): boolean {
  return (themeChoices as readonly string[]).includes(value);
}

/** A language tag such as `de` or `pt-BR`. */
export function isLanguage(value: string): boolean {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(value);
}

export interface Parameters {
  values: ReadonlyMap<string, string>;
  /** A sentence for each parameter that is left out. */
  problems: readonly string[];
}

/** Reads a query. What is unknown, said twice or means nothing is left out and named. */
export function readParameters(query: string): Parameters {
  const values = new Map<string, string>();
  const problems: string[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    const short = (text: string): string => JSON.stringify(text.slice(0, longestShown));
    if (!Object.hasOwn(allowed, name)) {
      problems.push(`the parameter ${short(name)} is unknown. Known are: ${Object.keys(allowed).join(', ')}.`);
    } else if (values.has(name)) {
      problems.push(`the parameter ${short(name)} is said twice; the first holds.`);
    } else if (!allowed[name]?.(value)) {
      problems.push(`${name}=${short(value)} means nothing and is left out.`);
    } else {
      values.set(name, value);
    }
  }
  return { values, problems };
}
