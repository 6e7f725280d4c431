import { keep, kept } from './kept';

/** What the single keys do. Keys with Ctrl, Alt or Meta, and keys typed into a field, are never ours. */
const keys = ['?', 'n', 'p', 't', 'r'] as const;
type Key = (typeof keys)[number];

/** Commands by key; `?` is ours. */
export type Commands = Record<Exclude<Key, '?'>, () => void>;

const off = (): boolean => kept('shortcuts') === 'off';

/** Listens for single keys on `target` until `signal` aborts. Once a reader switched them off, only the list's button shows it. */
export function followKeys(target: EventTarget, commands: Commands, list: () => void, signal: AbortSignal): void {
  target.addEventListener(
    'keydown',
    (event) => {
      const { key, ctrlKey, altKey, metaKey, isComposing, defaultPrevented } = event as KeyboardEvent;
      const place = event.composedPath()[0];
      const typing =
        place instanceof HTMLElement && (place.isContentEditable || place.matches('input,textarea,select,dialog *'));
      if (ctrlKey || altKey || metaKey || isComposing || defaultPrevented || typing || off()) {
        return;
      }
      if (key === '?') {
        list();
      } else if ((keys as readonly string[]).includes(key)) {
        commands[key as keyof Commands]();
      }
    },
    { signal },
  );
}

/**
 * Shows the list of keys as a dialog in `parent`. `words`, a line each: name of the list, what each key does, "use the shortcuts",
 * "close".
 */
export function showKeys(parent: Node, words: string): void {
  const [title = '', ...rest] = words.split('\n');
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, ...children: (Node | string)[]) => {
    const element = document.createElement(tag);
    element.append(...children);
    return element;
  };
  const list = make('dl', ...keys.flatMap((key, i) => [make('dt', make('kbd', key)), make('dd', rest[i] ?? '')]));
  const use = make('input');
  use.type = 'checkbox';
  use.checked = !off();
  use.onchange = () => {
    keep('shortcuts', use.checked ? null : 'off');
  };
  const close = make('button', rest[keys.length + 1] ?? '');
  const dialog = make('dialog', make('h2', title), list, make('label', use, ` ${rest[keys.length] ?? ''}`), close);
  dialog.className = 'hg-page hg-dialog';
  dialog.ariaLabel = title;
  dialog.onclose = () => {
    dialog.remove();
  };
  dialog.onclick = ({ target }) => {
    if (target === dialog || target === close) {
      dialog.close(); // its padding is empty: a click on it is one beside it
    }
  };
  parent.appendChild(dialog);
  dialog.showModal();
}
