import type { Engine } from './engine';

/** Regions of a page, in the engine's order. */
export const regions = ['content', 'header', 'navigation', 'contents'] as const;
export type Region = (typeof regions)[number];

const operation = { open: 1, attribute: 2, text: 3, close: 4, box: 5, pin: 6, action: 7 } as const;

const boxNames = ['--t', '--l', '--w', '--h', '--pl', '--pt', '--lh', '--in'];
const decoder = new TextDecoder();

/** The mirror: real DOM of the page, built from the engine's node operations (src/html/mirror.h). */
export class Mirror {
  /** The `.hg-page` element; it must lie in the shadow tree. */
  readonly root: HTMLElement;
  readonly parts: Record<Region, HTMLElement>;
  private readonly actions = new WeakMap<Element, number>();
  private readonly opened = new WeakSet<Element>();
  private readonly shown = new Map<Region, Uint8Array>(); // the operations that each region was built from
  private readonly space = pinHolding(' ');
  private readonly wordBreak = pinHolding(document.createElement('wbr'));
  private readonly observer: MutationObserver;
  /** The hub's title where it is a part of another page: that one has the banner, the main part and the like. */
  partOf = '';

  /** `edited` is told when something else than the engine changed the mirror (a translator, an extension). `scales`: lengths follow the root's text size. */
  constructor(
    private readonly engine: Engine,
    edited: () => void,
    private readonly scales = false,
  ) {
    this.root = document.createElement('div');
    this.root.className = 'hg-page';
    this.root.setAttribute('part', 'mirror');
    const part = (region: Region): HTMLElement => {
      const element = document.createElement('div');
      element.className = `hg-region-${region}`;
      return element;
    };
    this.parts = {
      header: part('header'),
      navigation: part('navigation'),
      content: part('content'),
      contents: part('contents'),
    };
    // Reading order, not the engine's.
    this.root.append(this.parts.header, this.parts.navigation, this.parts.content, this.parts.contents);
    this.observer = new MutationObserver(() => edited());
  }

  get nodes(): number {
    return this.root.querySelectorAll('*').length;
  }

  /** Number by which the engine knows the closest element that can be activated; 0 for none. */
  actionOf(element: Element | null): number {
    for (let at = element; at && at !== this.root; at = at.parentElement) {
      const action = this.actions.get(at);
      if (action !== undefined) {
        return action;
      }
    }
    return 0;
  }

  regionOf(element: Element | null): Region | undefined {
    return regions.find((region) => element !== null && this.parts[region].contains(element));
  }

  elementOf(region: Region, action: number): HTMLElement | undefined {
    for (const element of this.parts[region].querySelectorAll<HTMLElement>('a, button, summary')) {
      if (this.actions.get(element) === action) {
        return element;
      }
    }
    return undefined;
  }

  /** Whether a details element is open other than the engine laid it out: find in page opens them by itself. */
  disagrees(details: HTMLDetailsElement): boolean {
    return details.open !== this.opened.has(details);
  }

  /** Replaces a region by what the engine shows now, if that is another: true. Focus stays where it was when that still exists. */
  rebuild(handle: number, region: Region, base: string): boolean {
    this.observer.disconnect();
    const bytes = this.engine.outputBytes(this.engine.send('mirror', base, [handle, regions.indexOf(region)], [0]));
    const another = !equal(bytes, this.shown.get(region));
    if (another) {
      this.shown.set(region, bytes.slice());
      this.replace(region, this.replay(bytes));
    }
    this.observer.observe(this.root, { childList: true, characterData: true, subtree: true });
    return another;
  }

  private replace(region: Region, built: DocumentFragment): void {
    const focused = (this.root.getRootNode() as ShadowRoot).activeElement;
    const action = focused && this.parts[region].contains(focused) ? this.actionOf(focused) : 0;
    if (this.partOf) {
      built.querySelector('.hg-main')?.setAttribute('aria-label', this.partOf);
    }
    this.parts[region].replaceChildren(built);
    if (action !== 0) {
      this.elementOf(region, action)?.focus({ preventScroll: true });
    }
  }

  /** A region as an ordinary page, without boxes and pins. */
  plain(handle: number, region: Region, base: string): DocumentFragment {
    return this.replay(
      this.engine.outputBytes(this.engine.send('mirror', base, [handle, regions.indexOf(region)], [1])),
    );
  }

  /** A length of the engine's in CSS. */
  private length(px: number): string {
    return this.scales ? `${px / 16}rem` : `${px}px`;
  }

  dispose(): void {
    this.observer.disconnect();
  }

  private replay(bytes: Uint8Array): DocumentFragment {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const fragment = document.createDocumentFragment();
    const open: Element[] = [];
    let at = 0;
    let parent: DocumentFragment | Element = fragment;
    // Most texts are short and ASCII; decoding each by itself would take a third of the time.
    const ascii = new TextDecoder('latin1').decode(bytes);
    const string = (): string => {
      const begin = at + 4;
      const end = begin + view.getUint32(at, true);
      at = end;
      for (let i = begin; i < end; i++) {
        if ((bytes[i] ?? 0) > 127) {
          return decoder.decode(bytes.subarray(begin, end));
        }
      }
      return ascii.slice(begin, end);
    };
    const float = (): number => {
      at += 4;
      return view.getFloat32(at - 4, true);
    };
    while (at < bytes.byteLength) {
      switch (bytes[at++]) {
        case operation.open: {
          let tag = this.engine.mirrorTags[bytes[at++] ?? 0] ?? 'span';
          if (this.partOf && /^(main|aside|header|footer)$/.test(tag)) {
            tag = 'section';
          }
          const drawing = tag === 'svg' || tag === 'path';
          const element: Element = drawing
            ? document.createElementNS('http://www.w3.org/2000/svg', tag)
            : document.createElement(tag);
          parent.append(element);
          open.push(element);
          parent = element;
          break;
        }
        case operation.attribute: {
          const name = this.engine.mirrorAttributes[bytes[at++] ?? 0] ?? 'class';
          (parent as Element).setAttribute(name, string());
          if (name === 'open') {
            this.opened.add(parent as Element);
          }
          break;
        }
        case operation.text:
          parent.appendChild(document.createTextNode(string()));
          break;
        case operation.close:
          open.pop();
          parent = open.at(-1) ?? fragment;
          break;
        case operation.box: {
          const element = parent as HTMLElement;
          element.className += element.className ? ' hg-box' : 'hg-box';
          let css = '';
          for (const name of boxNames) {
            const value = float();
            if (value !== 0) {
              css += `${name}:${this.length(value)};`; // the style sheet says 0 (src/layout/native/css_frame.cpp)
            }
          }
          element.style.cssText = css;
          break;
        }
        case operation.pin: {
          const fill = float();
          const pin = (bytes[at++] ? this.space : this.wordBreak).cloneNode(true) as HTMLElement;
          pin.style.cssText = `--f:${this.length(fill)}`;
          parent.appendChild(pin);
          const indent = float();
          if (indent > 0) {
            const start = document.createElement('span');
            start.className = 'hg-indent';
            start.style.setProperty('--i', this.length(indent));
            parent.append(start);
          }
          break;
        }
        case operation.action:
          this.actions.set(parent as Element, view.getUint32(at, true));
          at += 4;
          break;
        default:
          throw new Error(`Unknown mirror operation at byte ${at - 1}.`);
      }
    }
    return fragment;
  }
}

/** Ends a line where the engine ended it. */
function pinHolding(end: Element | string): HTMLElement {
  const pin = document.createElement('span');
  pin.className = 'hg-pin';
  pin.append(end);
  if (end instanceof Element) {
    pin.ariaHidden = 'true'; // else a screen reader is told a blank inside the word
  }
  return pin;
}

function equal(bytes: Uint8Array, others: Uint8Array | undefined): boolean {
  return bytes.length === others?.length && bytes.every((byte, index) => byte === others[index]);
}
