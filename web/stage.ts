import shellCss from './shell.css';

import { Scroller } from './scroller';
import { endTask } from './end-task';
import { createContext } from './surface';

/** The two canvases of a stage and the contexts they have got so far. */
export interface Canvases {
  content: HTMLCanvasElement;
  frame: HTMLCanvasElement;
  contentContext: WebGL2RenderingContext | undefined;
  frameContext: WebGL2RenderingContext | undefined;
}

/** The boxes in the element's shadow tree that a hub is shown in. */
export interface Stage {
  /** Holds the canvases and will hold the mirror. */
  root: HTMLElement;
  /** As wide as the hub, and where it begins: what all its places are counted from. */
  place: HTMLElement;
  /** Shows the stage in place of the page in the element. */
  reveal(): void;
  scroller: Scroller;
  canvases: Canvases;
  /** Of the boxes themselves; the hub's style sheet comes before it. */
  shell: CSSStyleSheet;
}

/** Only the page in the element is shown. */
export function showSlot(element: HTMLElement): void {
  element.shadowRoot?.replaceChildren(document.createElement('slot'));
}

/**
 * Makes the boxes, with the page in the element still shown. `height`, a CSS length, gives the hub a box of its own to scroll in.
 * `whole`: the hub is the page, not a part of one.
 */
export function raiseStage(element: HTMLElement, height: string | undefined, whole: boolean): Stage {
  const content = document.createElement('canvas');
  const frame = document.createElement('canvas');
  content.setAttribute('part', 'canvas');
  frame.setAttribute('part', 'frame');
  content.setAttribute('aria-hidden', 'true');
  frame.setAttribute('aria-hidden', 'true');
  const frameHolder = document.createElement('div');
  frameHolder.className = 'frame';
  frameHolder.append(frame);
  const root = document.createElement('div');
  root.className = 'stage off';
  root.append(content, frameHolder);
  const shadow = element.shadowRoot as ShadowRoot;
  const shell = new CSSStyleSheet();
  shell.replaceSync(shellCss);
  shadow.adoptedStyleSheets = [shell];
  const slot = document.createElement('slot');
  // Not the element itself: it is its host's to style.
  const place = document.createElement('div');
  place.className = whole ? 'place' : 'place guest';
  place.append(root);
  let box: HTMLElement | undefined;
  if (height === undefined) {
    place.append(slot);
    shadow.replaceChildren(place);
  } else {
    box = document.createElement('div');
    box.className = 'box waiting';
    box.tabIndex = 0;
    box.role = 'region';
    box.style.height = height;
    box.append(place);
    shadow.replaceChildren(box, slot);
  }
  return {
    root,
    place,
    reveal: () => {
      slot.remove();
      box?.classList.remove('waiting');
    },
    scroller: new Scroller(box),
    canvases: { content, frame, contentContext: undefined, frameContext: undefined },
    shell,
  };
}

/** Gives the canvases as many contexts, the content's first. False where there is no WebGL 2. */
export async function giveContexts({ canvases }: Stage, contexts: number, whole: boolean): Promise<boolean> {
  if (contexts > 0) {
    canvases.contentContext = createContext(canvases.content) ?? undefined;
  }
  if (contexts > 1 && canvases.contentContext) {
    await endTask(whole); // each takes its time
    canvases.frameContext = createContext(canvases.frame) ?? undefined;
  }
  return [canvases.contentContext, canvases.frameContext].filter(Boolean).length === contexts;
}
