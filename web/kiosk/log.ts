import { clock } from './clock';
import { ownKeys } from './hub';

/** What happened, for whoever looks after the screen. Nothing of what visitors did is in it. */
export interface Entry {
  /** ISO 8601 */
  time: string;
  message: string;
}

const most = 100;
const longest = 400;
const key = `${ownKeys}-log`;
let entries: Entry[] | undefined;

function read(): Entry[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as Entry[]).filter((entry) => typeof entry?.message === 'string') : [];
  } catch {
    return [];
  }
}

export function logged(): readonly Entry[] {
  return (entries ??= read());
}

/** Writes down what happened; the latest hundred stay, also when the browser ends. */
export function log(message: string): void {
  entries = [...logged(), { time: new Date(clock.date()).toISOString(), message: message.slice(0, longest) }].slice(
    -most,
  );
  keep();
}

export function clearLog(): void {
  entries = [];
  keep();
}

function keep(): void {
  try {
    localStorage.setItem(key, JSON.stringify(entries));
  } catch {
    // Without storage the log lasts as long as the page.
  }
}

/** Writes down what goes wrong anywhere on the page. */
export function followErrors(hub: EventTarget): void {
  addEventListener('error', (event) => {
    log(`error: ${event.message} (${event.filename.split('/').at(-1) ?? ''}:${event.lineno})`);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    log(`error: ${String(reason)}`);
  });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    log(`policy: ${violatedDirective} stopped ${blockedURI}`);
  });
  hub.addEventListener('hubglass:error', (event) => {
    const { code, message } = (event as CustomEvent<{ code: string; message: string }>).detail;
    log(`${code}: ${message}`);
  });
}
