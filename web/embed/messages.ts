import { isLanguage, isRoute, isTheme } from './parameters';

/** The version of the protocol between `embed/` and the page around it (docs/embedding.md). */
export const version = 1;

/** What the page around may ask for. */
export type Command =
  | { type: 'hello' }
  | { type: 'navigate'; route: string; id: string }
  | { type: 'theme'; theme: string }
  | { type: 'language'; language: string };

const longestId = 500;

type Fields = Readonly<Record<string, (value: string) => boolean>>;

/** Each type's fields; all are strings. */
const shapes: ReadonlyMap<string, { needed: Fields; optional?: Fields }> = new Map([
  ['hello', { needed: {} }],
  ['navigate', { needed: { route: isRoute }, optional: { id: (value: string) => value.length <= longestId } }],
  ['theme', { needed: { theme: isTheme } }],
  ['language', { needed: { language: isLanguage } }],
]);

/**
 * What a message asks for: `other-version` when it is one of another version of the protocol, undefined when it is none at all. Looks
 * at own properties only, and at no more of them than a command has.
 */
export function commandOf(data: unknown): Command | 'other-version' | undefined {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'hubglass')) {
    return undefined;
  }
  const message = data as Record<string, unknown>;
  if (message['hubglass'] !== version) {
    return Number.isSafeInteger(message['hubglass']) ? 'other-version' : undefined;
  }
  const type = Object.hasOwn(message, 'type') ? message['type'] : undefined;
  const shape = typeof type === 'string' ? shapes.get(type) : undefined;
  if (!shape) {
    return undefined;
  }
  const { needed, optional = {} } = shape;
  for (const name in message) {
    if (name === 'hubglass' || name === 'type') {
      continue;
    }
    const fits = Object.hasOwn(needed, name)
      ? needed[name]
      : Object.hasOwn(optional, name)
        ? optional[name]
        : undefined;
    const value = message[name];
    if (!fits || typeof value !== 'string' || !fits(value)) {
      return undefined;
    }
  }
  if (!Object.keys(needed).every((name) => Object.hasOwn(message, name))) {
    return undefined;
  }
  return (type === 'navigate' ? { id: '', ...message } : message) as Command;
}
