// One way to drive any browser that has a window.

import { Picture } from '../../browser/support/picture';

export type EngineName = 'chromium' | 'firefox' | 'webkit';

export const engineNames: readonly EngineName[] = ['chromium', 'firefox', 'webkit'];

/** CSS px from the viewport's top left corner. */
export interface Point {
  x: number;
  y: number;
}

/** A browser with one window and one page in it. */
export interface Browser {
  readonly engine: EngineName;
  /** Class of its X window, for xdotool. */
  readonly windowClass: string;
  /** Loads an address and waits for the page's load event. */
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Gives the viewport this size in CSS px. A window may lend it a few px more height. */
  resize(width: number, height: number): Promise<void>;
  /** Runs a function in the page; it sees only its argument. */
  evaluate<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  click(at: Point, count?: number): Promise<void>;
  /** Presses the main button at the first point, goes over the others and lets go at the last. */
  drag(points: readonly Point[]): Promise<void>;
  /** Keys by their DOM names, joined by +: "Control+a", "Tab", "PageDown". */
  press(keys: string): Promise<void>;
  screenshot(): Promise<Picture>;
  close(): Promise<void>;
}

/** "Control+a" as modifiers and one key. */
export function splitKeys(keys: string): { modifiers: string[]; key: string } {
  const parts = keys.split('+');
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) ?? '' };
}
