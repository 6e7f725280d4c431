import createModule from 'hubglass-engine';

import { fetchPart, HubGlassError } from './errors';

/** Emscripten's table of GL objects: names on the C++ side, objects on ours. */
export interface GlTable {
  textures: (WebGLTexture | null)[];
  getNewId(table: unknown[]): number;
  registerContext(context: WebGL2RenderingContext, attributes: object): number;
  deleteContext(handle: number): void;
  makeContextCurrent(handle: number): boolean;
}

type Call = (...values: number[]) => number;

/** The engine's memory and functions (src/platform/web/exports.h). */
export interface Glue {
  HEAPU8: Uint8Array;
  HEAPU32: Uint32Array;
  HEAPF32: Float32Array;
  HEAPF64: Float64Array;
  GL: GlTable;
  [name: `_hubglass_${string}`]: Call | undefined;
}

/** What C++ asks of one instance; see src/platform/web/host.h. Pointers are byte offsets in the engine's memory. */
export interface Host {
  measure(text: number, textSize: number, runs: number, count: number, advances: number): void;
  baseline(style: number): number;
  resizeAtlas(surface: number, side: number): number;
  draw(surface: number, text: number, textSize: number, jobs: number, count: number): void;
  image(surface: number, file: string, width: number, height: number): number;
}

const abi = 3; // hubglass_abi() in src/platform/web/exports.h

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** One engine module; several instances on a page share it. */
export class Engine {
  readonly hosts = new Map<number, Host>();
  readonly mirrorTags: readonly string[];
  readonly mirrorAttributes: readonly string[];

  private constructor(
    readonly glue: Glue,
    readonly wasmBytes: number,
  ) {
    if (glue._hubglass_abi?.() !== abi) {
      throw new HubGlassError(
        'engine-version',
        'hub-glass.js and the engine are of different versions. Upload both from one build.',
      );
    }
    const [tags, attributes] = this.outputText(this.call('names')).split('\n\n');
    this.mirrorTags = (tags ?? '').split('\n');
    this.mirrorAttributes = (attributes ?? '').split('\n');
  }

  private static readonly loaded = new Map<string, Promise<Engine>>();

  /** Loads the engine from a wasm address, once per address. Rejects with code `engine-missing` or `engine-broken`. */
  static load(address: string): Promise<Engine> {
    let engine = Engine.loaded.get(address);
    if (!engine) {
      engine = Engine.instantiate(address);
      Engine.loaded.set(address, engine);
      // A failed load may be tried again.
      engine.catch(() => Engine.loaded.delete(address));
    }
    return engine;
  }

  private static async instantiate(address: string): Promise<Engine> {
    const response = await fetchPart(address, 'engine-missing', 'engine');
    const bytes = await response.arrayBuffer();
    const hosts: { current?: Map<number, Host> } = {};
    const host = (instance: number): Host => {
      const found = hosts.current?.get(instance);
      if (!found) {
        throw new HubGlassError('engine-broken', `The engine asked for instance ${instance}, which does not exist.`);
      }
      return found;
    };
    try {
      const compiled = await WebAssembly.compile(bytes);
      // The glue waits for ever when instantiation fails, so its refusal is told past it.
      let refuse: (reason: unknown) => void = () => undefined;
      const refused = new Promise<never>((_, reject) => {
        refuse = reject;
      });
      const options: Record<string, unknown> = {
        instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object => {
          WebAssembly.instantiate(compiled, imports).then(done).catch(refuse);
          return {};
        },
        host: {
          measure: (i: number, ...rest: [number, number, number, number, number]) => host(i).measure(...rest),
          baseline: (i: number, style: number) => host(i).baseline(style),
          resizeAtlas: (i: number, surface: number, side: number) => host(i).resizeAtlas(surface, side),
          draw: (i: number, ...rest: [number, number, number, number, number]) => host(i).draw(...rest),
          image: (i: number, surface: number, file: number, size: number, width: number, height: number) =>
            host(i).image(surface, engine.text(file, size), width, height),
        },
      };
      const engine = new Engine(await Promise.race([createModule(options), refused]), bytes.byteLength);
      hosts.current = engine.hosts;
      return engine;
    } catch (error) {
      if (error instanceof HubGlassError) {
        throw error;
      }
      throw new HubGlassError('engine-broken', `The engine at ${address} does not start: ${String(error)}`);
    }
  }

  call(name: string, ...values: number[]): number {
    const found = this.glue[`_hubglass_${name}`];
    if (!found) {
      throw new HubGlassError(
        'engine-broken',
        `hub-glass.js and the engine differ: it has no ${name}. Build both anew.`,
      );
    }
    return found(...values);
  }

  /** Calls a function whose bytes go in through the input buffer; `values` precede and follow the size. */
  send(name: string, bytes: Uint8Array | string, before: number[], after: number[] = []): number {
    const data = typeof bytes === 'string' ? encoder.encode(bytes) : bytes;
    const pointer = this.call('input', data.byteLength);
    this.glue.HEAPU8.set(data, pointer);
    return this.call(name, ...before, data.byteLength, ...after);
  }

  text(pointer: number, size: number): string {
    return decoder.decode(this.glue.HEAPU8.subarray(pointer, pointer + size));
  }

  /** The output buffer as text; valid until the next call. */
  outputText(size: number): string {
    return this.text(this.call('output'), size);
  }

  /** A copy of the output buffer. */
  outputBytes(size: number): Uint8Array {
    const pointer = this.call('output');
    return this.glue.HEAPU8.slice(pointer, pointer + size);
  }

  floats(pointer: number, count: number): Float32Array {
    return this.glue.HEAPF32.slice(pointer >> 2, (pointer >> 2) + count);
  }

  doubles(pointer: number, count: number): Float64Array {
    return this.glue.HEAPF64.slice(pointer >> 3, (pointer >> 3) + count);
  }
}
