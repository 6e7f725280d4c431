import type { Engine } from './engine';

/** CSS of one text style. Sizes in CSS px. */
interface StyleCss {
  weight: string;
  size: number;
  lineHeight: number;
  italic: boolean;
  mono: boolean;
}

const decoder = new TextDecoder();

/** Text styles by key, their CSS fonts, and measuring in them. One per instance: families come from where it stands. */
export class Text {
  private readonly styles: StyleCss[];
  private readonly contexts: (CanvasRenderingContext2D | undefined)[] = [];
  private readonly baselines = new Map<number, number>();
  private readonly unprobed = new Set<number>();
  // Its lines stay: taking them out would cost the page one more layout.
  private readonly probes = document.createElement('div');
  private sans: string;
  private mono: string;
  /** CSS px to one of the engine's; fontsChanged() makes another one hold. */
  unit = 1;

  /** `stage` is the element in whose shadow tree text is shown; `mirror` has the page's fonts; `kiosk` is 1 for a kiosk's sizes. */
  constructor(
    private readonly engine: Engine,
    stage: HTMLElement,
    private readonly mirror: HTMLElement,
    kiosk: number,
  ) {
    const lines = engine.outputText(engine.call('styles', kiosk)).split('\n');
    this.mono = lines.at(-2) ?? 'monospace';
    this.sans = lines.at(-3) ?? 'sans-serif';
    this.styles = lines.slice(0, -3).map((line) => {
      const [weight = '400', size, lineHeight, italic, mono] = line.split(' ');
      return { weight, size: Number(size), lineHeight: Number(lineHeight), italic: italic === '1', mono: mono === '1' };
    });
    this.probes.className = 'probe';
    stage.append(this.probes);
    this.fontsChanged();
  }

  /** Forgets what depends on which fonts are loaded, and reads the families that the host's styles give the page. */
  fontsChanged(): void {
    this.sans = getComputedStyle(this.mirror).fontFamily || this.sans;
    this.contexts.length = 0;
    this.baselines.clear();
    this.probes.replaceChildren();
  }

  /** The `font` shorthand of a style at a scale, for a 2D canvas. */
  font(key: number, scale: number): string {
    const style = this.styles[key];
    if (!style) {
      return `17px ${this.sans}`;
    }
    const family = style.mono ? this.mono : this.sans;
    return `${style.italic ? 'italic ' : ''}${style.weight} ${style.size * scale}px ${family}`;
  }

  /** See host_measure in src/platform/web/host.h. */
  measure(text: number, textSize: number, runs: number, count: number, advances: number): void {
    const { HEAPU8, HEAPU32, HEAPF32 } = this.engine.glue;
    const whole = decoder.decode(HEAPU8.subarray(text, text + textSize));
    let begin = 0;
    for (let i = 0; i < count; i++) {
      const length = HEAPU32[(runs >> 2) + 2 * i] ?? 0;
      const key = HEAPU32[(runs >> 2) + 2 * i + 1] ?? 0;
      this.want(key);
      HEAPF32[(advances >> 2) + i] =
        this.context(key).measureText(whole.slice(begin, begin + length)).width / this.unit;
      begin += length;
    }
  }

  /**
   * See host_baseline in src/platform/web/host.h. All styles measured so far are probed at once, since each probe costs the browser
   * a layout; no others, since each style costs it a search for fonts.
   */
  baseline(key: number): number {
    this.want(key);
    if (this.unprobed.has(key)) {
      this.probe();
    }
    return this.baselines.get(key) ?? 0;
  }

  /** Makes what one style that was not measured yet needs, ahead of the page that does. False when all styles have it. */
  prepare(): boolean {
    const key = this.styles.findIndex((_, key) => !this.contexts[key]);
    if (key >= 0) {
      this.context(key).measureText('x');
    }
    return key >= 0;
  }

  /** The font of the smallest letters, and how wide (px) a line is in them when nobody but the fonts has a say. */
  smallest(line: string): { font: string; width: number } {
    const sizes = this.styles.map(({ size, mono }) => (mono ? Infinity : size));
    const key = sizes.indexOf(Math.min(...sizes));
    const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const scale = 10; // a browser's smallest text size holds for canvases, too
    context.font = this.font(key, scale);
    prepareText(context);
    return { font: this.font(key, 1), width: context.measureText(line).width / scale };
  }

  private want(key: number): void {
    if (!this.baselines.has(key)) {
      this.unprobed.add(key);
    }
  }

  // Setting a context's font is the dear part of measuring, so each style keeps a context of its own.
  private context(key: number): CanvasRenderingContext2D {
    let context = this.contexts[key];
    if (!context) {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 1;
      context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.font = this.font(key, this.unit);
      prepareText(context);
      this.contexts[key] = context;
    }
    return context;
  }

  private probe(): void {
    const marks = [...this.unprobed].map((key) => {
      const line = document.createElement('div');
      line.style.font = this.font(key, this.unit);
      line.style.lineHeight = `${(this.styles[key]?.lineHeight ?? 0) * this.unit}px`;
      const mark = document.createElement('span');
      line.append(mark);
      this.probes.append(line);
      return { key, line, mark };
    });
    for (const { key, line, mark } of marks) {
      const baseline = mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top;
      this.baselines.set(key, baseline / this.unit);
    }
    this.unprobed.clear();
  }
}

/** Makes a 2D context shape text as the mirror's `text-rendering: geometricPrecision` does. */
export function prepareText(context: CanvasRenderingContext2D): void {
  context.textBaseline = 'alphabetic';
  context.fontKerning = 'normal';
  if ('textRendering' in context) {
    context.textRendering = 'geometricPrecision';
  }
}
