// For pages that show a hub in a frame: sizes it, and tells and asks by messages (docs/embedding.md). Has no imports and exports
// nothing, so it may be loaded as a module or as an ordinary script.

const version = 1;
const highest = 100_000; // px

interface Embed {
  frame: HTMLIFrameElement;
  origin: string;
  /** The frame has no origin of its own. */
  opaque: boolean;
  life: AbortController;
}

const embeds = new Map<HTMLIFrameElement, Embed>();

const say = (frame: HTMLIFrameElement, type: string, fields: object = {}): boolean => {
  const embed = embeds.get(frame);
  embed?.frame.contentWindow?.postMessage({ hubglass: version, type, ...fields }, embed.opaque ? '*' : embed.origin);
  return Boolean(embed);
};

/** Begins to mind a frame. Its address is its `src`, or `data-hubglass`, to which this page's origin is added. */
const attach = (frame: HTMLIFrameElement): boolean => {
  const wanted = frame.dataset['hubglass'] || frame.src;
  if (embeds.has(frame) || !URL.canParse(wanted, document.baseURI)) {
    return false;
  }
  const address = new URL(wanted, document.baseURI);
  const opaque = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  embeds.set(frame, { frame, origin: address.origin, opaque, life: new AbortController() });
  if (frame.src) {
    say(frame, 'hello');
  } else {
    address.searchParams.set('origin', location.origin);
    frame.src = address.href;
  }
  frame.addEventListener('load', () => say(frame, 'hello'), { signal: embeds.get(frame)?.life.signal as AbortSignal });
  return true;
};

/** Lets go of a frame; it keeps the size that it has. */
const destroy = (frame: HTMLIFrameElement): void => {
  embeds.get(frame)?.life.abort();
  embeds.delete(frame);
};

/** Fields of what the frame tells, beyond its height: strings all. */
const told: Record<string, [name: string, fields: string[]]> = {
  ready: ['ready', ['route', 'language']],
  navigated: ['navigate', ['route', 'language']],
  link: ['link', ['href', 'kind']],
  error: ['error', ['code', 'message']],
};

addEventListener('message', ({ source, origin, data }: MessageEvent<Record<string, unknown> | null>) => {
  const embed = source && [...embeds.values()].find(({ frame }) => frame.contentWindow === source);
  if (!embed || origin !== (embed.opaque ? 'null' : embed.origin) || data?.['hubglass'] !== version) {
    return;
  }
  const { type, height } = data;
  if (type === 'height' && typeof height === 'number' && height > 0 && height <= highest) {
    embed.frame.style.height = `${Math.ceil(height)}px`;
  } else if (typeof type === 'string' && Object.hasOwn(told, type)) {
    const [name, fields] = told[type] as (typeof told)[string];
    if (fields.every((field) => typeof data[field] === 'string')) {
      const detail = Object.fromEntries(fields.map((field) => [field, data[field]]));
      embed.frame.dispatchEvent(new CustomEvent(`hubglass:${name}`, { bubbles: true, detail }));
    }
  }
});

const attachAll = (): void => {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-hubglass]')) {
    attach(frame);
  }
};

Object.assign(globalThis, {
  hubglassEmbed: {
    attach,
    destroy,
    navigate: (frame: HTMLIFrameElement, route: string, id?: string) =>
      say(frame, 'navigate', { route, ...(id ? { id } : {}) }),
    setTheme: (frame: HTMLIFrameElement, theme: string) => say(frame, 'theme', { theme }),
    setLanguage: (frame: HTMLIFrameElement, language: string) => say(frame, 'language', { language }),
  },
});

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', attachAll);
} else {
  attachAll();
}

export {};
