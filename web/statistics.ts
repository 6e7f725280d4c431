export interface Statistics {
  frames: number;
  lastFrameMs: number;
  p95FrameMs: number;
  submitMs: number;
  drawCalls: number;
  vertices: number;
  mirrorNodes: number;
  atlasBytes: number;
  wasmBytes: number;
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
  };
}

/** The engine's list of fragments, a line each, moved by the region's place. */
export function parseFragments(list: string, left: number, top: number): LaidOutFragment[] {
  return list
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [numbers = '', text = ''] = line.split('\t');
      const [x = 0, y = 0, width = 0, height = 0, baseline = 0] = numbers.split(' ').map(Number);
      return { x: x + left, y: y + top, width, height, baseline: baseline + top, text };
    });
}
