/** What `stats()` tells, of both canvases together. */
export interface Statistics {
  /** Drawn since the element started. */
  frames: number;
  /** ms of processor time in the engine, without WebGL submission. */
  lastFrameMs: number;
  /** The same, 95th percentile of the latest frames. */
  p95FrameMs: number;
  /** ms of handing the last frame to WebGL. */
  submitMs: number;
  /** Of the last frame. */
  drawCalls: number;
  /** Of the last frame. */
  vertices: number;
  /** Elements of the mirror. */
  mirrorNodes: number;
  /** Of the textures that hold text and icons. */
  atlasBytes: number;
  /** Of the engine's file, uncompressed. */
  wasmBytes: number;
  /** WebGL contexts that it holds now; none while it is far off screen. */
  contexts: number;
}

/** A line fragment as the engine laid it out; px from the element's top left corner (content) or the region's. */
export interface LaidOutFragment {
  x: number;
  y: number;
  width: number;
  height: number;
  /** y of the baseline. */
  baseline: number;
  text: string;
}

/** Sums the surfaces' numbers (see hubglass_statistics in src/platform/web/exports.h); `frameTimes` are ms of the latest frames. */
export function statisticsOf(
  surfaces: readonly Float64Array[],
  frameTimes: readonly number[],
  mirrorNodes: number,
  wasmBytes: number,
  contexts: number,
): Statistics {
  const sum = (index: number): number => surfaces.reduce((total, values) => total + (values[index] ?? 0), 0);
  const sorted = [...frameTimes].sort((a, b) => a - b);
  return {
    frames: sum(0),
    lastFrameMs: frameTimes.at(-1) ?? 0,
    p95FrameMs: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    submitMs: sum(2),
    drawCalls: sum(3),
    vertices: sum(4),
    mirrorNodes,
    atlasBytes: sum(5),
    wasmBytes,
    contexts,
  };
}

/** The engine's list of fragments, a line each, moved by the region's place. `unit`: CSS px to one of the engine's. */
export function parseFragments(list: string, unit: number, left: number, top: number): LaidOutFragment[] {
  return list
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [numbers = '', text = ''] = line.split('\t');
      const [x = 0, y = 0, width = 0, height = 0, baseline = 0] = numbers
        .split(' ')
        .map((value) => Number(value) * unit);
      return { x: x + left, y: y + top, width, height, baseline: baseline + top, text };
    });
}
