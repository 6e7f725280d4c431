import { keep, kept } from '../kept';

/** How the kiosk behaves: `hubglass-kiosk.json`, see docs/kiosk.md. What values may be, and are without that file, the page says. */
export interface Settings {
  idle_seconds: number;
  countdown_seconds: number;
  tour: boolean;
  stop_seconds: number;
  start: string;
  language: string;
  theme: 'auto' | 'light' | 'dark';
  service_code: string;
  update_minutes: number;
  memory_megabytes: number;
  low_navigation: boolean;
  menu: readonly string[];
}

/** What the build wrote about one of them (src/cli/site/kiosk_settings.cpp). */
interface Rule {
  key: keyof Settings;
  /** What the hub's project says; another one is of the same type. */
  value: unknown;
  /** In words. */
  must: string;
  least?: number;
  most?: number;
  pattern?: string;
}

const file = 'hubglass-kiosk.json';
const patience = 4000; // ms for an answer
const longestText = 500;
const mostTexts = 500;
const keptName = `kiosk-settings-${new URL('.', document.baseURI).pathname}`; // one of the kiosk's own: see ownKeys

function fits(rule: Rule, value: unknown): boolean {
  if (typeof rule.value === 'number') {
    const { least = -Infinity, most = Infinity } = rule;
    return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  }
  if (typeof rule.value === 'string') {
    return typeof value === 'string' && value.length < longestText && new RegExp(rule.pattern ?? '').test(value);
  }
  if (Array.isArray(rule.value)) {
    const isText = (one: unknown): boolean => typeof one === 'string' && one.length < longestText;
    return Array.isArray(value) && value.length <= mostTexts && value.every(isText);
  }
  return typeof value === typeof rule.value;
}

/** The object that a text holds, or a sentence about why it holds none. */
function objectIn(text: string): Record<string, unknown> | string {
  try {
    const given: unknown = JSON.parse(text);
    return typeof given === 'object' && given !== null && !Array.isArray(given)
      ? (given as Record<string, unknown>)
      : 'must hold an object in braces';
  } catch (error) {
    return `is not JSON (${(error as Error).message})`;
  }
}

/** The settings beside the page, as far as they make sense; for the rest, the last that did, and at first those of the project. */
class Reading {
  readonly problems: string[] = [];
  private readonly rules: readonly Rule[];
  private readonly values: Record<string, unknown>;

  constructor() {
    const written = document.querySelector<HTMLElement>('script[data-settings]')?.dataset.settings;
    this.rules = JSON.parse(written ?? '[]') as Rule[];
    this.values = Object.fromEntries(this.rules.map(({ key, value }) => [key, value]));
    const last = objectIn(kept(keptName) ?? '');
    if (typeof last !== 'string') {
      this.take(last);
    }
  }

  get settings(): Settings {
    return this.values as unknown as Settings;
  }

  /** Reads an answer. What is wrong with it changes nothing, and is a sentence. */
  read(text: string): void {
    const given = objectIn(text);
    if (typeof given === 'string') {
      this.problems.push(`${file} ${given}. The last settings that could be read hold until it is mended.`);
      return;
    }
    for (const key of this.take(given)) {
      const rule = this.rules.find((one) => one.key === key);
      const holds = JSON.stringify(this.values[key]);
      this.problems.push(
        rule
          ? `${file}: "${key}" must be ${rule.must}. Until it is mended, ${key === 'service_code' ? 'the last one' : holds} holds.`
          : `${file}: the key "${key.slice(0, 60)}" is not known and has no effect.`,
      );
    }
    keep(keptName, JSON.stringify(this.values));
  }

  /** Takes over what is right, and returns the keys of what is not. */
  private take(given: Record<string, unknown>): string[] {
    return Object.entries(given).flatMap(([key, value]) => {
      const rule = this.rules.find((one) => one.key === key);
      if (!rule || !fits(rule, value)) {
        return [key];
      }
      this.values[key] = value;
      return [];
    });
  }
}

/** Fetches and reads the settings beside the page. Whatever comes instead of them, the last that could be read hold. */
export async function loadSettings(): Promise<{ settings: Settings; problems: readonly string[] }> {
  const reading = new Reading();
  const address = new URL(file, document.baseURI).href;
  try {
    const response = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(patience) });
    if (!response.ok) {
      throw new Error(`its server answers ${response.status}`);
    }
    reading.read(await response.text());
  } catch (error) {
    reading.problems.push(
      `${address} cannot be read (${(error as Error).message}). The last settings that could be read hold.`,
    );
  }
  return reading;
}
