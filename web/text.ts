import type { Engine } from './engine';

/** CSS of one text style. Sizes in CSS px. */
interface StyleCss {
  weight: string;
  size: number;
  lineHeight: number;
  italic: boolean;
  mono: boolean;
}

const markHeight = 128; // px, as in shell.css: more than any line is high

const decoder = new TextDecoder();

/** Text styles by key, their CSS fonts, and measuring in them. One per instance: families come from where it stands. */
export class Text {
  private readonly styles: StyleCss[];
  private readonly contexts: (CanvasRenderingContext2D | undefined)[] = [];
  private readonly baselines = new Map<number, number>();
  private readonly unprobed = new Set<number>();
  /** A baseline was guessed, because nothing is displayed. */
  guessed = false;
  private readonly marks = new Map<number, [HTMLElement, HTMLElement]>();
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
    this.marks.clear();
    this.unprobed.clear();
    this.probes.replaceChildren();
    this.guessed = false;
  }

  /** Whether lines that were measured would now be measured otherwise: they were not displayed, or were shown in another size. */
  get outdated(): boolean {
    const displayed = this.probes.getClientRects().length > 0;
    return displayed && (this.guessed || [...this.baselines].some(([key, known]) => known !== this.measured(key)));
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
    const baseline = this.baselines.get(key);
    this.guessed ||= baseline === undefined;
    return baseline ?? this.guess(key);
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
    for (const key of this.unprobed) {
      if (!this.marks.has(key)) {
        this.marks.set(key, this.addLines(key));
      }
    }
    for (const key of this.unprobed) {
      const baseline = this.measured(key);
      if (baseline !== undefined) {
        this.baselines.set(key, baseline);
        this.unprobed.delete(key);
      }
    }
  }

  /** A line in a style, and one that something high stands on, as much higher as the baseline is from the top. */
  private addLines(key: number): [HTMLElement, HTMLElement] {
    const add = (mark: string): HTMLElement => {
      const line = document.createElement('div');
      line.style.font = this.font(key, this.unit);
      line.style.lineHeight = `${(this.styles[key]?.lineHeight ?? 0) * this.unit}px`;
      // Without text, a line may count for nothing where the host's page is in quirks mode.
      line.append('x');
      line.append(Object.assign(document.createElement('span'), { className: mark }));
      this.probes.append(line);
      return line;
    };
    return [add(''), add('high')];
  }

  /** px of the layout; undefined while nothing is displayed. Rectangles would be px after whatever the host does to its page. */
  private measured(key: number): number | undefined {
    const [line, raised] = this.marks.get(key) ?? [];
    const [height = NaN, all = NaN] = [line, raised].map((element) =>
      element ? parseFloat(getComputedStyle(element).height) : NaN,
    );
    const baseline = (markHeight - (all - height)) / this.unit;
    return Number.isFinite(baseline) ? Math.round(baseline * 1000) / 1000 : undefined;
  }

  /** Until it can be measured. */
  private guess(key: number): number {
    const { size = 0, lineHeight = 0 } = this.styles[key] ?? {};
    return Math.round(lineHeight / 2 + size / 3);
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
