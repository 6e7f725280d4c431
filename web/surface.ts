import type { Engine } from './engine';
import type { Limits, PageRectangle } from './canvas-area';
import { type Pictures, Raster } from './raster';
import type { Text } from './text';

/** How much of a rectangle a frame draws; all of it unless it says otherwise. */
export interface Part {
  /** y of the page, px, below which nothing is drawn yet. */
  until?: number;
  /** Fragments rasterised at most; those left want another frame. */
  most?: number;
}

const contextAttributes: WebGLContextAttributes = {
  alpha: true,
  antialias: false,
  depth: false,
  stencil: false,
  premultipliedAlpha: true,
  preserveDrawingBuffer: false,
};

const noLimits: Limits = { width: Infinity, height: Infinity, pixels: Infinity };
const crowded = 6; // of the statistics
const less = 0.7; // of the pixels whose text found no room

/** A WebGL 2 context for a canvas, or null where the browser has none to give. */
export function createContext(canvas: HTMLCanvasElement): WebGL2RenderingContext | null {
  const gl = canvas.getContext('webgl2', contextAttributes);
  if (gl) {
    answerFromHere(gl);
  }
  return gl;
}

/**
 * The GUI library asks for the state it will change and restores it after each frame. Browsers keep most of that state at hand, but
 * for some of it they wait until the GPU process has done all it was given. The context is ours alone and each frame sets these
 * values anew, so any valid answer will do.
 */
function answerFromHere(gl: WebGL2RenderingContext): void {
  const known = new Map<number, unknown>([
    [gl.VIEWPORT, new Int32Array(4)],
    [gl.SCISSOR_BOX, new Int32Array(4)],
    [gl.BLEND_SRC_RGB, gl.ONE],
    [gl.BLEND_DST_RGB, gl.ZERO],
    [gl.BLEND_SRC_ALPHA, gl.ONE],
    [gl.BLEND_DST_ALPHA, gl.ZERO],
    [gl.BLEND_EQUATION_RGB, gl.FUNC_ADD],
    [gl.BLEND_EQUATION_ALPHA, gl.FUNC_ADD],
  ]);
  const ask = gl.getParameter.bind(gl);
  gl.getParameter = (name: number): unknown => (known.has(name) ? known.get(name) : ask(name));
}

/** One canvas with its GL context, kept through loss and return of the context. */
export class Surface {
  private own: Raster | undefined;
  private registered = 0;
  /** Whether it is meant to draw, and whether its context is on the way back to it. */
  private resting = false;
  private waking = false;
  private lossTold = false;
  private given: WEBGL_lose_context | null | undefined; // by which the context was given back
  private shown: PageRectangle = { left: 0, top: 0, width: 0, height: 0 };
  private scale = 0;
  /** CSS px to one of the engine's. */
  unit = 1;
  private most = noLimits; // of the context
  private room = Infinity; // device px of a canvas whose text fits in the atlas
  private fence: WebGLSync | null = null;

  /** `index` is the engine's: 0 content, 1 frame. `changed` is told when the context is lost or back. */
  constructor(
    private readonly engine: Engine,
    private readonly handle: number,
    private readonly index: number,
    readonly canvas: HTMLCanvasElement,
    private gl: WebGL2RenderingContext | undefined,
    private readonly text: Text,
    private readonly pictures: Pictures,
    changed: () => void,
  ) {
    this.resting = !gl;
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // asks for the context back
      this.stop();
      this.lossTold = true;
      if (this.waking) {
        // Only after this event it can be had.
        setTimeout(() => {
          this.given?.restoreContext();
        });
      } else if (!this.resting) {
        changed();
      }
    });
    canvas.addEventListener('webglcontextrestored', () => {
      this.lossTold = false;
      if (this.resting) {
        this.rest();
      } else {
        this.start();
        changed();
      }
    });
  }

  get running(): boolean {
    return this.registered !== 0;
  }

  /** Its context was taken away: it should draw and cannot. */
  get lost(): boolean {
    return !this.running && !this.resting && !this.waking;
  }

  /** Whether it keeps one of the few contexts that the browser has. */
  get holds(): boolean {
    return !this.resting && this.gl !== undefined;
  }

  get raster(): Raster {
    return this.own as Raster; // the engine asks for it only while the surface runs
  }

  /** Gives the context back to the browser until wake(). */
  rest(): void {
    this.resting = true;
    this.waking = false;
    this.stop();
    this.shown = { left: 0, top: 0, width: 0, height: 0 };
    if (this.gl && !this.gl.isContextLost()) {
      this.given ??= this.gl.getExtension('WEBGL_lose_context');
      this.given?.loseContext();
    }
  }

  /** Draws again, at once or when the context is back. False when the browser has none to give. */
  wake(): boolean {
    if (!this.resting) {
      return true;
    }
    this.resting = false;
    if (this.gl) {
      this.waking = true;
      if (this.lossTold) {
        this.given?.restoreContext();
      }
      return true;
    }
    this.gl = createContext(this.canvas) ?? undefined;
    return this.start();
  }

  start(): boolean {
    this.waking = false;
    if (!this.gl || this.gl.isContextLost()) {
      return false;
    }
    this.own = new Raster(this.engine, this.text, this.pictures, this.gl);
    this.registered = this.engine.glue.GL.registerContext(this.gl, {
      majorVersion: 2,
      enableExtensionsByDefault: false, // some thirty round trips, and we use none of them
      ...contextAttributes,
    });
    this.scale = 0;
    this.most = limitsOf(this.gl);
    if (this.engine.call('surface_start', this.handle, this.index, this.registered) === 0) {
      this.stop();
    }
    return this.running;
  }

  stop(): void {
    if (this.running) {
      this.engine.call('surface_stop', this.handle, this.index);
      this.own?.dispose();
      this.engine.glue.GL.deleteContext(this.registered);
      this.registered = 0;
    }
  }

  /** What can be drawn at once. */
  get limits(): Limits {
    return { ...this.most, pixels: Math.min(this.most.pixels, this.room) };
  }

  /** What the canvas shows now. */
  get rectangle(): PageRectangle {
    return this.shown;
  }

  needsFrame(): boolean {
    return this.running && this.engine.call('needs_frame', this.handle, this.index) !== 0;
  }

  /**
   * Draws `rectangle` at `scale` device px per CSS px and moves the canvas there, in the same frame. Its edges are put on device
   * pixels, else the browser would resample the canvas. Returns ms until the next wanted frame, negative for none; undefined when the
   * rectangle is more than can be drawn at once, which `limits` now tell.
   */
  draw(rectangle: PageRectangle, scale: number, { until = Infinity, most = -1 }: Part = {}): number | undefined {
    const { gl } = this;
    if (!gl || !this.running) {
      return -1;
    }
    const width = Math.max(1, Math.round(rectangle.width * scale));
    const height = Math.max(1, Math.round(rectangle.height * scale));
    const left = Math.floor(rectangle.left * scale) / scale;
    const top = Math.floor(rectangle.top * scale) / scale;
    const { canvas } = this;
    if (canvas.width !== width || canvas.height !== height || this.scale !== scale) {
      if (this.scale !== scale) {
        this.room = Infinity;
      }
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${width / scale}px`;
      canvas.style.height = `${height / scale}px`;
      this.scale = scale;
      if ((gl.drawingBufferWidth < width || gl.drawingBufferHeight < height) && !gl.isContextLost()) {
        this.most = { ...this.most, pixels: gl.drawingBufferWidth * gl.drawingBufferHeight };
        this.shown = { left, top, width: 0, height: 0 };
        return undefined;
      }
    }
    if (left !== this.shown.left || top !== this.shown.top) {
      canvas.style.transform = `translate(${left}px, ${top}px)`;
    }
    this.shown = { left, top, width: width / scale, height: height / scale };
    const now = performance.now();
    const sizes = [left, top, width / scale, height / scale, until].map((size) => size / this.unit);
    const wants = this.engine.call('frame', this.handle, this.index, ...sizes, now, most);
    if (this.statistics()[crowded]) {
      this.room = width * height * less;
      return undefined;
    }
    return wants;
  }

  /** Whether the GPU has done all that it was given until the first of these calls in a row. */
  settled(): boolean {
    const { gl } = this;
    if (!gl || !this.running) {
      return true;
    }
    if (!this.fence) {
      this.fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
    }
    const done = !this.fence || gl.isContextLost() || gl.getSyncParameter(this.fence, gl.SYNC_STATUS) === gl.SIGNALED;
    if (done) {
      gl.deleteSync(this.fence);
      this.fence = null;
    }
    return done;
  }

  /** See hubglass_statistics in src/platform/web/exports.h. */
  statistics(): Float64Array {
    return this.engine.doubles(this.engine.call('statistics', this.handle, this.index), 8);
  }

  /** Gives the GL context back to the browser, which allows only a few. */
  dispose(): void {
    this.rest();
  }
}

function limitsOf(gl: WebGL2RenderingContext): Limits {
  const [width, height] = gl.getParameter(gl.MAX_VIEWPORT_DIMS) as Int32Array;
  const side = Math.min(
    ...[gl.MAX_TEXTURE_SIZE, gl.MAX_RENDERBUFFER_SIZE].map((name) => gl.getParameter(name) as number),
  );
  return { width: Math.min(width ?? side, side), height: Math.min(height ?? side, side), pixels: Infinity };
}
