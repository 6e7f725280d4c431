// Screenshots as pixels.

import { PNG } from 'pngjs';

/** px of the picture. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export class Picture {
  readonly width: number;
  readonly height: number;
  private readonly data: Buffer;

  /** Of a PNG file's bytes, or of what was decoded already. */
  constructor(picture: Buffer | PNG) {
    const decoded = picture instanceof PNG ? picture : PNG.sync.read(picture);
    this.width = decoded.width;
    this.height = decoded.height;
    this.data = decoded.data;
  }

  /** 0xRRGGBB. */
  at(x: number, y: number): number {
    const i = (y * this.width + x) * 4;
    return ((this.data[i] ?? 0) << 16) | ((this.data[i + 1] ?? 0) << 8) | (this.data[i + 2] ?? 0);
  }

  get whole(): Box {
    return { x: 0, y: 0, width: this.width, height: this.height };
  }

  /** The box in whole pixels, cut to the picture. */
  private cut(box: Box): Box {
    const x = Math.max(0, Math.floor(box.x));
    const y = Math.max(0, Math.floor(box.y));
    return {
      x,
      y,
      width: Math.max(0, Math.min(this.width, Math.ceil(box.x + box.width)) - x),
      height: Math.max(0, Math.min(this.height, Math.ceil(box.y + box.height)) - y),
    };
  }

  /** The colour that most pixels of a box have. */
  background(box: Box): number {
    const counts = new Map<number, number>();
    const { x, y, width, height } = this.cut(box);
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) {
        const colour = this.at(column, row);
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
    }
    let most = 0;
    let background = 0;
    for (const [colour, count] of counts) {
      if (count > most) [most, background] = [count, colour];
    }
    return background;
  }

  /** How many pixels of a box stand out from a colour (its own background unless told). */
  ink(box: Box, background = this.background(box)): number {
    const { x, y, width, height } = this.cut(box);
    let count = 0;
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) {
        if (distance(this.at(column, row), background) > 24) count += 1;
      }
    }
    return count;
  }

  /** The box of all pixels in a box that stand out from its background about as much as any does; undefined when none does. */
  inkBox(box: Box): Box | undefined {
    const background = this.background(box);
    const { x, y, width, height } = this.cut(box);
    let strongest = 0;
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) {
        strongest = Math.max(strongest, distance(this.at(column, row), background));
      }
    }
    if (strongest < 24) return undefined;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) {
        if (distance(this.at(column, row), background) > strongest / 2) {
          [left, right] = [Math.min(left, column), Math.max(right, column + 1)];
          [top, bottom] = [Math.min(top, row), Math.max(bottom, row + 1)];
        }
      }
    }
    return right > left ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
  }

  /** How steep the edges in a box are, against the strongest contrast in it: blurred letters have none that is steep. 0–100. */
  sharpness(box: Box): number {
    const { x, y, width, height } = this.cut(box);
    const background = this.background(box);
    let [steepest, strongest] = [0, 1];
    const steps: number[] = [];
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) {
        strongest = Math.max(strongest, distance(this.at(column, row), background));
        if (column > x) steps.push(distance(this.at(column, row), this.at(column - 1, row)));
      }
    }
    steps.sort((a, b) => b - a);
    steepest = steps[Math.floor(steps.length / 50)] ?? 0;
    return (100 * steepest) / strongest;
  }

  colours(box: Box = this.whole): number {
    const found = new Set<number>();
    const { x, y, width, height } = this.cut(box);
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) found.add(this.at(column, row));
    }
    return found.size;
  }

  /** Mean difference of the channels, 0–255, to the same box of another picture. */
  difference(other: Picture, box: Box = this.whole): number {
    const { x, y, width, height } = this.cut(box);
    let sum = 0;
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) {
        sum += distance(this.at(column, row), other.at(column, row));
      }
    }
    return width * height === 0 ? 0 : sum / (width * height);
  }
}

function distance(a: number, b: number): number {
  const channel = (shift: number): number => Math.abs(((a >> shift) & 0xff) - ((b >> shift) & 0xff));
  return (channel(16) + channel(8) + channel(0)) / 3;
}
