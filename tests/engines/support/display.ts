// The X display the browsers have their windows on: real keys in, what is on the glass out.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Picture } from '../../browser/support/picture';
import { PNG } from 'pngjs';
import { findProgram } from './programs';

function xdotool(...words: string[]): string {
  return execFileSync(findProgram('xdotool'), words, { encoding: 'utf8', timeout: 10_000 }).trim();
}

/** Gives the keyboard to the window of a class; there is no window manager to do it. */
export function focusWindow(windowClass: string): void {
  const windows = xdotool('search', '--onlyvisible', '--class', windowClass).split('\n');
  const largest = windows
    .map((id) => {
      const [, width = '0', height = '0'] = /Geometry: (\d+)x(\d+)/.exec(xdotool('getwindowgeometry', id)) ?? [];
      return { id, area: Number(width) * Number(height) };
    })
    .sort((a, b) => b.area - a.area)[0];
  if (!largest) throw new Error(`no window of class ${windowClass}`);
  xdotool('windowraise', largest.id);
  xdotool('windowfocus', largest.id);
}

/** Presses keys as a keyboard would: "ctrl+f", "Return". */
export function pressKeys(...keys: string[]): void {
  xdotool('key', '--delay', '40', ...keys);
}

export function typeText(text: string): void {
  xdotool('type', '--delay', '20', text);
}

/** What the whole display shows, out of the file that Xvfb keeps its pixels in (the format of xwd). */
export function photograph(): Picture {
  const folder = process.env['HUBGLASS_FRAMEBUFFER'];
  if (!folder) throw new Error('HUBGLASS_FRAMEBUFFER does not name the folder of the display’s pixels.');
  const bytes = readFileSync(join(folder, 'Xvfb_screen0'));
  const field = (index: number): number => bytes.readUInt32BE(index * 4);
  const [headerSize, width, height, bitsPerPixel, rowSize, colours] = [0, 4, 5, 11, 12, 19].map(field) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (bitsPerPixel !== 32) throw new Error(`the display has ${bitsPerPixel} bits per pixel, not 32`);
  const begin = headerSize + colours * 12;
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = begin + y * rowSize + x * 4;
      const to = (y * width + x) * 4;
      png.data[to] = bytes[from + 2]!;
      png.data[to + 1] = bytes[from + 1]!;
      png.data[to + 2] = bytes[from]!;
      png.data[to + 3] = 255;
    }
  }
  return new Picture(png);
}
