/** How the kiosk behaves: `hubglass-kiosk.json`, see docs/kiosk.md. Bounds and defaults as in src/cli/site/kiosk_settings.cpp. */
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
}

export const defaults: Readonly<Settings> = {
  idle_seconds: 60,
  countdown_seconds: 15,
  tour: true,
  stop_seconds: 12,
  start: '',
  language: '',
  theme: 'auto',
  service_code: '',
  update_minutes: 15,
  memory_megabytes: 512,
  low_navigation: true,
};

type Rule = { is: (value: unknown) => boolean; say: string };

const whole = (least: number, most: number): Rule => ({
  is: (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
  say: `a whole number from ${least} to ${most}`,
});
const flag: Rule = { is: (value) => typeof value === 'boolean', say: 'true or false, without quotes' };
const text: Rule = { is: (value) => typeof value === 'string' && value.length < 500, say: 'a text in quotes' };

const rules: Record<keyof Settings, Rule> = {
  idle_seconds: whole(5, 3600),
  countdown_seconds: whole(3, 120),
  tour: flag,
  stop_seconds: whole(4, 300),
  start: text,
  language: text,
  theme: { is: (value) => ['auto', 'light', 'dark'].includes(value as string), say: '"auto", "light" or "dark"' },
  service_code: {
    is: (value) => typeof value === 'string' && /^(\d{4,12})?$/.test(value),
    say: '4 to 12 digits in quotes, or "" for none',
  },
  update_minutes: whole(1, 10080),
  memory_megabytes: whole(64, 16384),
  low_navigation: flag,
};

/** What a settings file says. What is wrong in it is left as usual, and each problem is a sentence. */
export function readSettings(source: string, name: string): { settings: Settings; problems: string[] } {
  const settings: Settings = { ...defaults };
  const problems: string[] = [];
  let given: unknown;
  try {
    given = JSON.parse(source);
  } catch (error) {
    problems.push(`${name} is not JSON (${(error as Error).message}). The usual settings hold until it is mended.`);
    return { settings, problems };
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    problems.push(`${name} must hold an object in braces. The usual settings hold until it is mended.`);
    return { settings, problems };
  }
  for (const [key, value] of Object.entries(given)) {
    const rule = Object.hasOwn(rules, key) ? rules[key as keyof Settings] : undefined;
    if (!rule) {
      problems.push(`${name}: the key "${key.slice(0, 60)}" is not known and has no effect.`);
    } else if (rule.is(value)) {
      Object.assign(settings, { [key]: value });
    } else {
      const usual = JSON.stringify(defaults[key as keyof Settings]);
      problems.push(`${name}: "${key}" must be ${rule.say}. Until it is mended, ${usual} holds.`);
    }
  }
  return { settings, problems };
}

/** Fetches and reads the settings beside the page. */
export async function loadSettings(): Promise<{ settings: Settings; problems: string[] }> {
  const address = new URL('hubglass-kiosk.json', document.baseURI).href;
  try {
    const response = await fetch(address, { cache: 'no-cache' });
    if (!response.ok) {
      throw new Error(`it answers ${response.status}`);
    }
    return readSettings(await response.text(), 'hubglass-kiosk.json');
  } catch (error) {
    const problem = `${address} cannot be read (${(error as Error).message}). The usual settings hold.`;
    return { settings: { ...defaults }, problems: [problem] };
  }
}
