import { watchOwnStyles } from './own-styles';
import { canvasArea, type CanvasPlace, covers, coversFrame, frameArea, type PageRectangle } from './canvas-area';
import { Cover } from './cover';
import { Drawer } from './drawer';
import type { Engine } from './engine';
import { FrameClock } from './frame-clock';
import { applyFrameSizes, noSizes, readFrameSizes } from './frame-sizes';
import { Mirror, regions, type Region } from './mirror';
import { nameLanguage } from './language';
import { reading } from './on-demand';
import { Pace } from './pace';
import { followPointer, keepInView, markEntry } from './pointing';
import { Pictures } from './raster';
import { boxPlace, restoreBoxPlace } from './reading-place';
import { ScreenScale } from './screen-scale';
import { screenUnit } from './screen-unit';
import type { Scroller } from './scroller';
import { sayOnce } from './settings';
import { type LaidOutFragment, parseFragments, type Statistics, statisticsOf } from './statistics';
import type { Stage } from './stage';
import { type Part, Surface } from './surface';
import { Text } from './text';
import { isDark, isStrong, nameTheme, type ThemeChoice, themeChoices } from './theme';
import { followSight, hasLineQuirk } from './window';

/** Why the mirror is shown instead of the canvas: no GL context, edited by something else, system colours, the reader's choice, too many hubs, a GPU that cannot hold what is seen, no WebGL at all, text in a size of the reader's. */
export type PlainReason = 'lost' | 'edited' | 'forced' | 'chosen' | 'crowded' | 'limits' | 'missing' | 'sized';

export interface PageInformation {
  found: boolean;
  /** The route that was to be shown. */
  asked: string;
  title: string;
  description: string;
  route: string;
  /** Of the interface and, unless the page is not translated, of the page. */
  language: string;
  hubTitle: string;
  /** Route of the page that stands in for missing ones, in this language. */
  missing: string;
  /** Words of the link past the frame. */
  skip: string;
}

const narrowest = 120; // px; nobody reads a hub that is hidden, or this narrow
const usualWidth = 320; // px, for a hub that begins so
const seenViews = 3; // that the canvas holds of a page which can be scrolled
// WebKit throws away what a canvas got while it was not displayed.
const dropsUnseenCanvases = CSS.supports('-webkit-nbsp-mode', 'space');
const pause = 60; // ms after which a page that flies past is looked at again
const slice = 1600; // px laid out between two chances for the browser to do something else

// Safari has no idle time to give.
const whenIdle: (work: () => void) => unknown =
  'requestIdleCallback' in globalThis ? requestIdleCallback : (work) => setTimeout(work, pause);

/** Shows one hub with one engine instance: canvases in front, mirror over them, drawing only when something changed. */
export class Viewer {
  readonly mirror: Mirror;
  readonly pictures: Pictures;
  private readonly handle: number;
  private readonly text: Text;
  private readonly screenScale: ScreenScale;
  private readonly content: Surface;
  private readonly frame: Surface;
  private readonly drawer: Drawer;
  private readonly cover: Cover;
  private readonly stopListening = new AbortController();
  private readonly clock = new FrameClock(() => {
    if (this.begun) {
      this.drawNow();
    }
  });
  private sizes = noSizes;
  private width = 0;
  private height = 0;
  private scale = 1;
  private unit = 1; // CSS px to one of the engine's
  private layoutScale = 1; // without the reader's pinching
  private told: number[] = []; // to the engine, of the viewport
  private theme: ThemeChoice = 'auto';
  private readonly stale = { content: true, frame: true };
  private complete = false;
  private currentEntry = -1;
  private readonly pace = new Pace();
  private drawnAt = 0; // px, the top of the view when the content was last drawn
  private begun = false; // what is drawn from now on is seen
  private live = false;
  private bare = false; // without header and columns
  private resting: boolean; // off screen, without contexts

  private readonly reasons = new Set<PlainReason>();

  /** `whole`: the hub is the page, not a part of one. `glass`: the canvas shows the page, or no longer. `kiosk`: larger text and targets. */
  constructor(
    private readonly engine: Engine,
    private readonly stage: Stage,
    private readonly base: URL,
    private readonly whole: boolean,
    private readonly glass: (shown: boolean) => void,
    private readonly kiosk = false,
  ) {
    const { canvases } = stage;
    this.resting = !canvases.contentContext;
    this.handle = engine.call('create', kiosk ? 1 : 0);
    this.mirror = new Mirror(
      engine,
      () => {
        this.setPlain('edited', true);
      },
      kiosk,
    );
    this.mirror.root.classList.toggle('quirks', hasLineQuirk());
    stage.root.append(this.mirror.root);
    this.cover = new Cover(stage.root, this.mirror.parts.content, stage.scroller);
    this.text = new Text(engine, stage.root, this.mirror.root, kiosk ? 1 : 0);
    this.screenScale = new ScreenScale(stage.root);
    this.pictures = new Pictures(base, () => {
      this.requestRedraw();
    });
    const surface = (index: number, canvas: HTMLCanvasElement, context?: WebGL2RenderingContext): Surface =>
      new Surface(engine, this.handle, index, canvas, context, this.text, this.pictures, () => {
        this.setPlain('lost', this.content.lost || this.frame.lost);
        this.requestRedraw();
      });
    this.content = surface(0, canvases.content, canvases.contentContext);
    this.frame = surface(1, canvases.frame, canvases.frameContext);
    engine.hosts.set(this.handle, {
      measure: (...values) => {
        this.text.measure(...values);
      },
      baseline: (style) => this.text.baseline(style),
      resizeAtlas: (index, side) => this.surface(index).raster.resizeAtlas(side),
      draw: (index, ...values) => {
        this.surface(index).raster.draw(...values);
      },
      image: (index, file, width, height) => this.surface(index).raster.image(file, width, height),
    });
    this.drawer = new Drawer(this.mirror, (open) => {
      engine.call('drawer', this.handle, open ? 1 : 0);
      this.clock.request();
    });
    this.listen();
  }

  /** Starts the surface of the content; without it nothing is drawn. */
  startContent(): void {
    this.content.start();
  }

  /** Reads a page's pack, for showPage(). Returns undefined, or the error's code, sentence, part and remedy. */
  openPage(bytes: Uint8Array): string[] | undefined {
    return this.errorOf(this.engine.send('open_page', bytes, [this.handle]));
  }

  private errorOf(size: number): string[] | undefined {
    return size === 0 ? undefined : this.engine.outputText(size).split('\n');
  }

  /** The page that is wanted is on its way. */
  sayBusy(busy: boolean): void {
    this.stage.root.classList.toggle('busy', busy);
    this.mirror.root.setAttribute('aria-busy', String(busy));
  }

  /** Takes on the page that was opened last. It is seen after show(). */
  showPage(asked: string): PageInformation {
    this.engine.call('show_page', this.handle);
    return this.takePage(asked);
  }

  /** Takes on, in place of a page, what says that it cannot be shown. It is seen after show(). */
  showProblem(asked: string, sentence: string, remedy: string): PageInformation {
    this.engine.send('show_problem', `${sentence.replace(/\n/g, ' ')}\n${remedy}`, [this.handle]);
    return this.takePage(asked);
  }

  private takePage(asked: string): PageInformation {
    const lines = this.engine.outputText(this.engine.call('page', this.handle)).split('\n');
    const [
      found = '',
      title = '',
      description = '',
      route = '',
      language = '',
      hubTitle = '',
      missing = '',
      skip = '',
    ] = lines;
    nameLanguage(this.mirror.root, language);
    this.complete = false;
    this.currentEntry = -1;
    const part = (this.stage.root.getRootNode() as ShadowRoot).host.getAttribute('label') || hubTitle;
    this.mirror.partOf = this.whole ? '' : part;
    this.nameBox(part);
    return { found: found === '1', title, description, asked, route, language, hubTitle, missing, skip };
  }

  /** How much of the hub showPage() shows: the ordinal of a view (src/app/view.h); 0 is all of it. */
  setView(view: number): void {
    this.engine.call('view', this.handle, view);
    this.bare = view !== 0;
    this.mirror.root.classList.toggle('bare', this.bare);
    this.steerFrame();
  }

  /** The route in a language of the page that was opened last, or else of the one shown; undefined when the hub is not in it. */
  inLanguage(language: string): string | undefined {
    const size = this.engine.send('in_language', language, [this.handle]);
    return size === 0 ? undefined : this.engine.outputText(size).replace(/\n$/, '');
  }

  setTheme(theme: ThemeChoice): void {
    this.theme = theme;
    nameTheme(this.mirror.root, this.theme);
    if (this.updateViewport() === 'lines' && this.live) {
      this.reflow();
    }
    this.requestRedraw();
  }

  /** The look of the page around (brand.ts); returns what it comes to, a line each (hubglass_brand in exports.h). */
  setBrand(accent: number, surface: number, text: number, radius: number): string[] {
    const size = this.engine.call('brand', this.handle, accent, surface, text, radius);
    this.requestRedraw();
    return this.engine.outputText(size).split('\n');
  }

  /** Other families, or files of them that have come: measures and lays out anew. */
  fontsChanged(): void {
    this.text.fontsChanged();
    this.engine.call('fonts_changed', this.handle);
    if (this.live) {
      this.reflow();
    }
  }

  /** Words that name the hub where it scrolls by itself. */
  private nameBox(name: string): void {
    this.scroller.box?.setAttribute('aria-label', name);
  }

  /** Tells the engine how large the element is, how sharp the screen, and what the reader prefers. Says what that changes, if anything. */
  updateViewport(): 'lines' | 'look' | undefined {
    const { clientWidth } = this.stage.place;
    const width = clientWidth < narrowest ? this.width || usualWidth : clientWidth;
    this.scroller.scale = this.screenScale.value;
    const layoutScale = devicePixelRatio * this.scroller.scale;
    const { height } = this.scroller;
    const scale = layoutScale * (visualViewport?.scale ?? 1);
    const unit = this.kiosk ? screenUnit() : 1;
    const outdated = (this.text.guessed || layoutScale !== this.layoutScale) && this.text.outdated;
    const lines = width !== this.width || unit !== this.unit || outdated;
    this.setUnit(unit);
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.layoutScale = layoutScale;
    const flags =
      (isDark(this.theme) ? 1 : 0) |
      (matchMedia('(prefers-reduced-motion: reduce)').matches ? 2 : 0) |
      (isStrong() ? 4 : 0) |
      (CSS.supports('-moz-appearance', 'none') ? 8 : 0) |
      (dropsUnseenCanvases ? 16 : 0);
    const told = [width / unit, height / unit, scale * unit, flags, themeChoices.indexOf(this.theme)];
    const look = told.some((value, i) => value !== this.told[i]);
    this.told = told;
    this.engine.call('viewport', this.handle, ...told);
    this.mirror.root.style.setProperty('--hg-visible', `${height}px`);
    if (lines) {
      this.complete = false; // also while the hub is being prepared: show() lays out what is missing
    }
    if (outdated) {
      this.text.fontsChanged();
      this.engine.call('fonts_changed', this.handle);
    }
    return lines ? 'lines' : look ? 'look' : undefined;
  }

  private setUnit(unit: number): void {
    if (unit !== this.unit) {
      this.unit = this.text.unit = this.content.unit = this.frame.unit = unit;
      this.text.fontsChanged();
      this.engine.call('fonts_changed', this.handle);
    }
  }

  /** Lays out and draws what is visible, without touching the mirror: the first thing a reader sees of the engine. */
  drawFirst(): void {
    this.begun = true;
    this.updateViewport();
    this.layOut(this.visible().top + this.height);
    this.sizeMirror();
    this.drawNow();
  }

  /** Lays out until `bottom`, px of the content. True when that is all. */
  layOut(bottom: number): boolean {
    this.complete = this.engine.call('lay_out', this.handle, bottom / this.unit) !== 0;
    return this.complete;
  }

  /** Brings a region of the mirror up to date. True when it was not. */
  rebuild(region: Region): boolean {
    return this.mirror.rebuild(this.handle, region, this.base.href);
  }

  /** Draws what is seen once the page is shown, with `most` new fragments in one of the canvases. True when nothing is missing. */
  drawPart(most: number): boolean {
    if (this.draws && (this.stale.content || this.content.needsFrame())) {
      this.drawContent(this.visible(), true, { most });
    } else if (this.draws && (this.stale.frame || this.frame.needsFrame())) {
      this.drawFrame({ most });
    }
    return !this.draws || !this.missesFrames;
  }

  /** Whether a canvas does not show what it should by now. */
  private get missesFrames(): boolean {
    return this.stale.content || this.stale.frame || this.content.needsFrame() || this.frame.needsFrame();
  }

  /** All is drawn, and laid out unseen: hides the mirror's text where the canvas will show it. */
  coverAhead(): void {
    if (!dropsUnseenCanvases) {
      this.cover.update(this.content.rectangle);
    }
  }

  /** Whether the GPU has done all that it was given. */
  settled(): boolean {
    return this.content.settled() && this.frame.settled();
  }

  /** Whether a first screen that is drawn ahead would be seen. */
  get drawsAhead(): boolean {
    return this.live && !this.plain && !document.hidden;
  }

  /** Draws the first screen of the page that showPage() took on. The mirror is still the old page's until show(). */
  drawAhead(): void {
    this.live = false;
    this.cover.rebuilt();
    this.layOut(this.height);
    this.sizes = readFrameSizes(this.engine, this.handle, this.unit);
    const { rectangle } = this.content;
    const visible = this.visible();
    const area = canvasArea(visible, this.canvasPlace(), 1, 0, this.scale, this.content.limits);
    if (!area) {
      return; // drawNow() says so
    }
    // The canvas stays as high as it is: a new one costs more than all that is drawn on it.
    const height = Math.abs(area.width - rectangle.width) < 1 ? Math.max(area.height, rectangle.height) : area.height;
    this.drawnAt = area.top;
    if (this.content.draw({ ...area, height }, this.scale, { until: area.top + area.height }) === undefined) {
      this.requestRedraw();
    }
    this.drawFrame();
  }

  /** Starts the surface of header and columns: after the content's first frame, because each context takes its time. */
  startFrame(): void {
    if (!this.bare) {
      this.frame.start();
    }
  }

  /** Far from the view: gives the contexts back. The mirror's text stays where it is. */
  rest(): void {
    if (!this.resting) {
      this.resting = true;
      this.content.rest();
      this.steerFrame();
      this.clock.stop();
      this.cover.update(this.content.rectangle);
    }
  }

  /** Near the view again. False when the browser has no context to give: the mirror is then shown. */
  wake(): boolean {
    if (this.resting) {
      this.resting = false;
      const woken = this.content.wake() && this.steerFrame();
      this.setPlain('lost', this.content.lost || this.frame.lost);
      this.requestRedraw();
      return woken;
    }
    return true;
  }

  /** Header and columns are drawn where there are any. */
  private steerFrame(): boolean {
    if (!this.bare && !this.resting) {
      return this.frame.wake();
    }
    this.frame.rest();
    return true;
  }

  /** While the browser has nothing to do: what a page with other text styles would have to wait for. */
  prepareText(): void {
    whenIdle(() => {
      if (!this.stopListening.signal.aborted && this.text.prepare()) {
        this.prepareText();
      }
    });
  }

  /** Lays out the rest in slices, leaving the browser time in between. */
  async layOutRest(): Promise<void> {
    let bottom = this.visible().top + this.height;
    while (!this.complete) {
      await new Promise((resolve) => setTimeout(resolve));
      bottom += slice;
      this.layOut(bottom);
    }
    this.sizeMirror();
  }

  /** Lays out all, rebuilds the mirror and draws: the page changed. */
  show(): void {
    if (!this.complete) {
      this.layOut(Infinity);
    }
    // The sizes after: an element that loses the focus has the browser lay out anew all that changed before.
    const rebuilt = regions.filter((region) => this.rebuild(region)).length > 0;
    const ready = !this.live && !rebuilt && this.cover.known;
    this.sizeMirror();
    this.begun = this.live = true;
    this.currentEntry = -1;
    if (!ready) {
      this.cover.rebuilt();
    }
    if (!ready || this.missesFrames) {
      this.requestRedraw();
    }
    this.drawer.rebuilt(this.sizes.wide === 0);
    nameTheme(this.mirror.root, this.theme);
    this.glass(!this.plain);
    const { navigation } = this.mirror.parts;
    const shown = navigation.querySelector('[aria-current="page"]');
    if (shown) {
      keepInView(navigation, shown);
    }
    this.scrolled();
  }

  /** Called when the lines may have moved: new width, new fonts. Keeps the place that is being read. */
  reflow(): void {
    const { content } = this.mirror.parts;
    const place =
      this.live && this.visible().top > 0
        ? boxPlace(content, this.scroller.edge + this.scroller.inWindow(this.sizes.header))
        : undefined;
    this.complete = false;
    const select = reading?.keepSelection(this.mirror.root);
    this.show();
    select?.(this.mirror.root);
    reading?.markPassages(this.mirror.root);
    if (place) {
      restoreBoxPlace(content, place, this.scroller);
    }
    this.drawNow(); // in this very frame: a stretched old canvas is never seen
  }

  /** Shows the mirror as an ordinary page while there is a reason to, else the canvas. Keeps the place that is being read. */
  setPlain(reason: PlainReason, holds: boolean): void {
    const before = this.plain;
    if (holds) {
      this.reasons.add(reason);
    } else {
      this.reasons.delete(reason);
    }
    const { plain } = this;
    if (plain === before) {
      return;
    }
    const { content } = this.mirror.parts;
    const place =
      this.live && this.visible().top > 0
        ? boxPlace(content, this.scroller.edge + this.scroller.inWindow(this.sizes.header))
        : undefined;
    this.stage.root.classList.toggle('plain', plain);
    this.mirror.root.classList.toggle('hg-glass', !plain);
    if (place) {
      restoreBoxPlace(content, place, this.scroller);
    }
    this.glass(!plain);
    if (!plain) {
      this.requestRedraw();
      this.drawNow();
    }
  }

  get plainReasons(): readonly PlainReason[] {
    return [...this.reasons];
  }

  get plain(): boolean {
    return this.reasons.size > 0;
  }

  /** y of an element with this id, px from the element's top, or undefined. */
  anchor(id: string): number | undefined {
    const y = this.plain ? -1 : this.engine.send('anchor', id, [this.handle]);
    return y < 0 ? undefined : y * this.unit + this.contentTop();
  }

  /** What all places are counted from. */
  get place(): HTMLElement {
    return this.stage.place;
  }

  get headerHeight(): number {
    return this.sizes.header;
  }

  openDrawer(): void {
    this.drawer.show();
  }

  closeDrawer(returnFocus = true): void {
    this.drawer.close(returnFocus);
  }

  toggleDrawer(): void {
    this.drawer.toggle();
  }

  /** Opens or closes a details block by the action of its summary. */
  toggleDetails(action: number): void {
    if (this.engine.call('toggle', this.handle, action) !== 0) {
      this.reflow();
    }
  }

  /** The document scrolled: the canvas in the flow came along by itself; it is redrawn only when its edge comes near. */
  scrolled(): void {
    const visible = this.visible();
    this.pace.moved(visible.top, performance.now());
    const entry = this.engine.call('scrolled', this.handle, (visible.top - this.sizes['content-top']) / this.unit);
    if (entry !== this.currentEntry) {
      this.currentEntry = entry;
      markEntry(this.mirror.parts.contents, entry);
    }
    const moved = !covers(this.content.rectangle, visible, this.canvasPlace());
    if (moved || this.frameMoved || this.frame.needsFrame()) {
      this.clock.request();
    }
  }

  /** Asks for a frame that draws both canvases whole. */
  requestRedraw(): void {
    this.stale.content = this.stale.frame = true;
    this.clock.request();
  }

  statistics(): Statistics {
    return statisticsOf(
      [this.content.statistics(), this.frame.statistics()],
      this.clock.times,
      this.mirror.nodes,
      this.engine.wasmBytes,
      [this.content, this.frame].filter(({ holds }) => holds).length,
    );
  }

  /** Follows how much is seen of a hub in a frame as high as its content. */
  followSight(signal: AbortSignal): void {
    followSight(
      this.stage.root,
      (sight) => {
        this.scroller.sight = sight;
        this.scrolled();
      },
      signal,
    );
  }

  /** Tells `changed` when the host shows the hub in another size. */
  followScale(changed: () => void, signal: AbortSignal): void {
    this.screenScale.follow(this.stage.place, changed, signal);
  }

  /** Tells `changed` once when the reader's own styles change how text is shown (see watchOwnStyles). */
  watchOwnStyles(changed: () => void): void {
    const { root, place } = this.stage;
    watchOwnStyles(root, this.whole ? place : undefined, this.text, changed, this.stopListening.signal);
  }

  /** A region of what is shown as an ordinary page has it. */
  plainRegion(region: Region): DocumentFragment {
    return this.mirror.plain(this.handle, region, this.base.href);
  }

  /** What the engine laid out in a region, for tests and for tools that compare it with the mirror. */
  fragments(region: Region): LaidOutFragment[] {
    const size = this.engine.call('fragments', this.handle, regions.indexOf(region));
    const left = region === 'content' ? this.sizes['content-x'] : 0;
    const top = region === 'content' ? this.contentTop() : 0;
    return parseFragments(this.engine.outputText(size), this.unit, left, top);
  }

  dispose(): void {
    this.stopListening.abort();
    this.clock.stop();
    this.mirror.dispose();
    this.content.dispose();
    this.frame.dispose();
    this.engine.call('destroy', this.handle);
    this.engine.hosts.delete(this.handle);
  }

  private surface(index: number): Surface {
    return index === 0 ? this.content : this.frame;
  }

  private get scroller(): Scroller {
    return this.stage.scroller;
  }

  private visible(): PageRectangle {
    return this.scroller.visible(this.stage.place, this.width);
  }

  /** y of the content region's origin, px from the element's top. */
  private contentTop(): number {
    return this.sizes.header + this.sizes['content-top'];
  }

  private pageHeight(): number {
    // Beside a column the page is at least as high as the view.
    return Math.max(this.contentTop() + this.sizes['content-height'], this.bare ? 0 : this.height);
  }

  private canvasPlace(): CanvasPlace {
    return {
      left: this.sizes['content-x'],
      right: this.sizes['content-x'] + this.sizes['content-width'],
      height: this.pageHeight(),
    };
  }

  private drawNow(): void {
    if (this.resting || this.width === 0) {
      return;
    }
    const visible = this.visible();
    if (this.reasons.has('limits') && this.contentArea(visible, 1, 0) && this.frameArea()) {
      this.setPlain('limits', false); // and draws
      return;
    }
    if (!this.draws) {
      return;
    }
    const flies = this.pace.flies(performance.now());
    const moved = !flies && !covers(this.content.rectangle, visible, this.canvasPlace());
    const { stale } = this;
    let wants = flies ? pause : Infinity;
    let spent = 0;
    const drawn = (surface: Surface, next: number): void => {
      wants = next >= 0 ? Math.min(wants, next) : wants;
      spent += surface.statistics()[1] ?? 0;
    };
    if (stale.content || moved || this.content.needsFrame()) {
      drawn(this.content, this.drawContent(visible, stale.content || moved));
      if (this.live) {
        this.cover.update(this.content.rectangle);
      }
    }
    if (stale.frame || this.frameMoved || (!flies && this.frame.needsFrame())) {
      drawn(this.frame, this.drawFrame());
    }
    this.clock.took(spent);
    this.clock.next(wants);
  }

  /** `anew`: the part of the page that the canvas shows is chosen again. */
  private drawContent(visible: PageRectangle, anew: boolean, part?: Part): number {
    this.stale.content = false;
    const motion = visible.top - this.drawnAt;
    this.drawnAt = visible.top;
    const views = this.begun && !this.live ? 1 : seenViews;
    const kept = anew ? undefined : this.content.rectangle;
    return this.drawWithin(this.content, () => this.contentArea(visible, views, motion), kept, part);
  }

  private drawFrame(part?: Part): number {
    this.stale.frame = false;
    return this.drawWithin(this.frame, () => this.frameArea(), undefined, part);
  }

  /** Draws `kept`, or what `choose` says; chooses again, of what is left of the limits, while that was too much to draw. */
  private drawWithin(
    surface: Surface,
    choose: () => PageRectangle | undefined,
    kept: PageRectangle | undefined,
    part?: Part,
  ): number {
    for (let area = kept ?? choose(); area; area = choose()) {
      const wants = surface.draw(area, this.scale, part);
      if (wants !== undefined) {
        return wants;
      }
    }
    sayOnce('limits: the GPU cannot hold a canvas as large as the window; the hub is shown as an ordinary page.');
    this.setPlain('limits', true);
    return -1;
  }

  private contentArea(visible: PageRectangle, views: number, motion: number): PageRectangle | undefined {
    return canvasArea(visible, this.canvasPlace(), views, motion, this.scale, this.content.limits);
  }

  private frameArea(): PageRectangle | undefined {
    const { width, height } = this;
    return frameArea(this.seenOfFrame(), width, height, this.scale, this.frame.limits);
  }

  private seenOfFrame(): PageRectangle {
    return this.scroller.visibleFrame(this.stage.place, this.width);
  }

  /** Header and columns are seen where their canvas is not: in a pinched view that was moved. */
  private get frameMoved(): boolean {
    return this.frame.running && !coversFrame(this.frame.rectangle, this.seenOfFrame(), this.width, this.height);
  }

  /** Whether there is a canvas to draw on, and it is seen. */
  private get draws(): boolean {
    return !this.plain && !this.resting && this.width !== 0;
  }

  /** Gives the mirror the sizes of what was laid out. */
  sizeMirror(): void {
    this.sizes = readFrameSizes(this.engine, this.handle, this.unit);
    applyFrameSizes(this.sizes, this.mirror.root);
  }

  private listen(): void {
    const { signal } = this.stopListening;
    followPointer(
      this.mirror,
      this.scroller,
      {
        point: (region, x, y) => {
          const content = region === 'content';
          this.pointer(
            region,
            x - (content ? this.sizes['content-x'] : 0),
            y - (content ? this.sizes['content-top'] : 0),
          );
        },
        focus: (region, action) => {
          this.engine.call('focus', this.handle, regions.indexOf(region), action);
          this.clock.request();
        },
        scroll: (region, top) => {
          this.engine.call('region_scroll', this.handle, regions.indexOf(region), top / this.unit);
          this.clock.request();
        },
      },
      signal,
    );
    document.fonts.addEventListener(
      'loadingdone',
      () => {
        this.fontsChanged();
      },
      { signal },
    );
  }

  private pointer(region: Region, x: number, y: number): void {
    this.engine.call('pointer', this.handle, regions.indexOf(region), x / this.unit, y / this.unit);
    if (this.content.needsFrame() || this.frame.needsFrame()) {
      this.clock.request();
    }
  }
}
