import type { Engine } from './engine';
import { prepareText, type Text } from './text';

const jobWords = 16; // RasterWords in src/platform/web/web_raster.h
// The largest fragments are slice_width by slice_height (src/paint/fragment_atlas.h).
const stagingWidth = 2048;
const stagingHeight = 256;
const iconJob = 1;
const maximumImages = 64;
const mostTexels = 8_000_000; // of an image; much more than a screen shows of one

const decoder = new TextDecoder();

interface Strip {
  stagingX: number;
  stagingY: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Fragments and images of one surface: drawn on a 2D canvas by the browser, uploaded to its GL context. Nothing is read back. */
export class Raster {
  private staging: CanvasRenderingContext2D | undefined;
  private atlas: WebGLTexture | undefined;
  private readonly names: number[] = []; // of textures in the engine's table
  private readonly images = new Map<string, number>();
  private strips: Strip[] = [];

  constructor(
    private readonly engine: Engine,
    private readonly text: Text,
    private readonly pictures: Pictures,
    private readonly gl: WebGL2RenderingContext,
  ) {}

  /** See host_resize_atlas in src/platform/web/host.h. */
  resizeAtlas(side: number): number {
    if (this.atlas) {
      this.gl.deleteTexture(this.atlas);
    }
    const { gl } = this;
    this.atlas = gl.createTexture() as WebGLTexture;
    gl.bindTexture(gl.TEXTURE_2D, this.atlas);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, side, side);
    this.sample(gl.NEAREST); // fragments are drawn texel to pixel, and without a GPU filtering is half of a frame's time
    return this.name(this.atlas);
  }

  /** See host_draw in src/platform/web/host.h. */
  draw(text: number, textSize: number, jobs: number, count: number): void {
    const { HEAPU8, HEAPU32, HEAPF32 } = this.engine.glue;
    const whole = decoder.decode(HEAPU8.subarray(text, text + textSize));
    const context = (this.staging ??= makeStaging());
    context.clearRect(0, 0, stagingWidth, stagingHeight);
    let begin = 0;
    let cursorX = 0;
    let cursorY = 0;
    let rowHeight = 0;
    let strip: Strip | undefined;
    for (let i = 0; i < count; i++) {
      const at = (jobs >> 2) + i * jobWords;
      const [kind = 0, length = 0, style = 0, colour = 0] = HEAPU32.subarray(at, at + 4);
      const [x = 0, y = 0, width = 0, height = 0] = HEAPU32.subarray(at + 5, at + 9);
      const [scale = 1] = HEAPF32.subarray(at + 4, at + 5);
      const [originX = 0, originY = 0, viewWidth = 24, viewHeight = 24] = HEAPF32.subarray(at + 9, at + 13);
      const [drawnWidth = 0, drawnHeight = 0] = HEAPF32.subarray(at + 13, at + 15);
      const follows =
        strip !== undefined && y === strip.y && x >= strip.x + strip.width && x - strip.x - strip.width <= 2;
      const room =
        strip !== undefined && cursorX + (x - strip.x) + width <= stagingWidth && cursorY + height <= stagingHeight;
      if (!strip || !follows || !room) {
        if (strip) {
          cursorX += strip.width + 1;
        }
        if (cursorX + width > stagingWidth) {
          cursorX = 0;
          cursorY += rowHeight + 1;
          rowHeight = 0;
        }
        if (cursorY + height > stagingHeight) {
          this.upload();
          context.clearRect(0, 0, stagingWidth, stagingHeight);
          cursorX = cursorY = rowHeight = 0;
        }
        strip = { stagingX: cursorX, stagingY: cursorY, x, y, width: 0, height: 0 };
        this.strips.push(strip);
      }
      const left = strip.stagingX + (x - strip.x);
      strip.width = x - strip.x + width;
      strip.height = Math.max(strip.height, height);
      rowHeight = Math.max(rowHeight, height);
      const piece = whole.slice(begin, begin + length);
      begin += length;

      context.save();
      context.beginPath();
      context.rect(left, strip.stagingY, width, height);
      context.clip();
      context.translate(left, strip.stagingY);
      context.fillStyle = cssColour(colour);
      if (kind === iconJob) {
        context.translate(originX, originY);
        context.scale(drawnWidth / viewWidth, drawnHeight / viewHeight);
        context.fill(new Path2D(piece));
      } else {
        context.font = this.text.font(style, scale);
        prepareText(context);
        context.fillText(piece, originX, originY);
      }
      context.restore();
    }
    this.upload();
  }

  /** See host_image in src/platform/web/host.h. */
  image(file: string, width: number, height: number): number {
    const limit = this.gl.getParameter(this.gl.MAX_TEXTURE_SIZE) as number;
    const shrink = Math.min(1, limit / width, limit / height, Math.sqrt(mostTexels / (width * height)));
    const key = `${width}x${height} ${file}`;
    const known = this.images.get(key);
    if (known !== undefined) {
      this.images.delete(key); // most recently used goes last
      this.images.set(key, known);
      return known;
    }
    const picture = this.pictures.get(file);
    if (!picture || width < 1 || height < 1) {
      return 0;
    }
    // Scaled by the 2D canvas to the very size it is shown at: sharper than a mipmap, and the only way SVG reaches WebGL.
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(width * shrink));
    canvas.height = Math.max(1, Math.floor(height * shrink));
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const { gl } = this;
    const texture = gl.createTexture() as WebGLTexture;
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
    this.sample(gl.LINEAR); // may be smaller than it is shown
    const name = this.name(texture);
    this.images.set(key, name);
    this.dropOldImages();
    return name;
  }

  /** Takes the textures out of the engine's table: what stays there keeps the context, the canvas and all around it alive. */
  dispose(): void {
    const { textures } = this.engine.glue.GL;
    for (const name of this.names) {
      this.gl.deleteTexture(textures[name] ?? null);
      textures[name] = null;
    }
    this.names.length = 0;
    this.images.clear();
    this.atlas = undefined;
  }

  private dropOldImages(): void {
    const textures = this.engine.glue.GL.textures;
    for (const [key, name] of this.images) {
      if (this.images.size <= maximumImages) {
        return;
      }
      this.gl.deleteTexture(textures[name] ?? null);
      textures[name] = null;
      this.images.delete(key);
    }
  }

  private sample(filter: number): void {
    const { gl } = this;
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, filter);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, filter);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  }

  private name(texture: WebGLTexture): number {
    const { GL } = this.engine.glue;
    const name = GL.getNewId(GL.textures);
    GL.textures[name] = texture;
    this.names.push(name);
    return name;
  }

  private upload(): void {
    const { gl } = this;
    if (!this.staging || !this.atlas) {
      this.strips = [];
      return;
    }
    gl.bindTexture(gl.TEXTURE_2D, this.atlas);
    for (const strip of this.strips) {
      gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, strip.stagingX);
      gl.pixelStorei(gl.UNPACK_SKIP_ROWS, strip.stagingY);
      const { x, y, width, height } = strip;
      gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, this.staging.canvas);
    }
    gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, 0);
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 0);
    this.strips = [];
  }
}

/** Image files of a hub, decoded by the browser, shared by its surfaces. */
export class Pictures {
  private readonly pictures = new Map<string, HTMLImageElement | undefined>();

  /** `loaded` is told when one more picture can be drawn. */
  constructor(
    private readonly base: URL,
    private readonly loaded: () => void,
  ) {}

  /** The picture, or undefined while it loads or when it cannot. */
  get(file: string): HTMLImageElement | undefined {
    if (!this.pictures.has(file)) {
      this.pictures.set(file, undefined);
      const picture = new Image();
      picture.crossOrigin = 'anonymous'; // else it taints the texture
      const address = new URL(file, this.base).href;
      picture.src = address;
      // As the page's own <img> has it (see hub::plain_picture()): the browser takes the same file for both.
      if (/\.2x\.\w+$/.test(file)) {
        picture.srcset = `${address.replace(/2x(\.\w+)$/, '1x$1')} 1x, ${address} 2x`;
      }
      picture.decode().then(
        () => {
          this.pictures.set(file, picture);
          this.loaded();
        },
        () => {
          console.warn(`hub-glass: the image ${picture.src} cannot be shown; its text alternative stays readable.`);
        },
      );
    }
    return this.pictures.get(file);
  }
}

function makeStaging(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = stagingWidth;
  canvas.height = stagingHeight;
  return canvas.getContext('2d') as CanvasRenderingContext2D;
}

function cssColour(rgba: number): string {
  const alpha = (rgba & 0xff) / 255;
  return `rgb(${rgba >>> 24} ${(rgba >>> 16) & 0xff} ${(rgba >>> 8) & 0xff} / ${alpha})`;
}
