import type { HubGlass } from '../hub-glass';
import { type Command, commandOf, version } from './messages';

const pause = 100; // ms between what is done of what was asked for; of a burst the last of each kind counts

/**
 * Talks with the page around the frame by messages (docs/embedding.md). Hears the window around it alone, and only from `origin`;
 * what is no command is counted, and said once.
 */
export class Bridge {
  private readonly asked = new Map<Command['type'], Command>();
  private timer = 0;
  private refused = 0;
  private versionSaid = false;
  private place: { route: string; language: string };
  private height = 0;
  private ready = false;
  private failed: object | undefined;

  constructor(
    private readonly element: HubGlass,
    private readonly origin: string,
  ) {
    this.place = { route: element.getAttribute('route') ?? '', language: '' };
    addEventListener('message', (event: MessageEvent<unknown>) => {
      this.hear(event);
    });
    const on = (name: string, told: (detail: unknown) => void): void => {
      element.addEventListener(`hubglass:${name}`, (event) => {
        told((event as CustomEvent<unknown>).detail);
      });
    };
    on('ready', () => {
      this.ready = true;
      this.failed = undefined;
      this.place.language ||= element.lang || document.documentElement.lang;
      this.say('ready', this.place);
    });
    on('navigate', (detail) => {
      const { route, language } = detail as { route: string; language: string };
      this.place = { route, language };
      this.say('navigated', this.place);
    });
    on('link', (detail) => {
      const { href, kind } = detail as { href: string; kind: string };
      this.say('link', { href, kind });
    });
    on('error', (detail) => {
      const { code, message } = detail as { code: string; message: string };
      this.failed = { code, message };
      this.say('error', this.failed);
    });
  }

  /** Tells a new height of the content, px. */
  grow(height: number): void {
    this.height = height;
    this.say('height', { height });
  }

  private say(type: string, fields: object): void {
    parent.postMessage({ hubglass: version, type, ...fields }, this.origin);
  }

  private hear({ source, origin, data }: MessageEvent<unknown>): void {
    const command = source === parent && origin === this.origin ? commandOf(data) : undefined;
    if (command === 'other-version') {
      if (!this.versionSaid) {
        this.versionSaid = true;
        this.say('version', { supported: [version] });
      }
    } else if (command) {
      this.asked.set(command.type, command);
      this.timer ||= setTimeout(() => {
        this.obey();
      }, pause);
    } else {
      this.refused += 1;
      this.element.dataset.refused = String(this.refused);
      if (this.refused === 1) {
        console.warn(
          'hub-glass: embed: a message was ignored; it is no command, or not from the page around the frame.',
        );
      }
    }
  }

  private obey(): void {
    this.timer = 0;
    const commands = [...this.asked.values()];
    this.asked.clear();
    for (const command of commands) {
      if (command.type === 'hello') {
        this.repeat();
      } else if (command.type === 'navigate') {
        this.element.navigate(command.route, command.id);
      } else if (command.type === 'theme') {
        this.element.theme = command.theme;
      } else {
        this.element.lang = command.language;
      }
    }
  }

  /** For a page whose script came later than what was said. */
  private repeat(): void {
    if (this.ready) {
      this.say('ready', this.place);
    } else if (this.failed) {
      this.say('error', this.failed);
    }
    if (this.height > 0) {
      this.say('height', { height: this.height });
    }
  }
}
