/** What the reader selected, in whichever tree it lies; `backward` when the end that moves comes first. */
export interface Selected {
  range: StaticRange;
  backward: boolean;
}

/** Engines that lack getComposedRanges, or have an older form of it, tell about selections in shadow trees in other ways. */
interface ShadowSelection {
  getComposedRanges?(...trees: unknown[]): StaticRange[];
  getSelection?(): Selection | null;
}

/** The reader's selection, seen from `root` (in a shadow tree or not); undefined when nothing is selected. */
export function selected(root: Element): Selected | undefined {
  const selection = getSelection();
  const tree = root.getRootNode();
  if (!selection || selection.rangeCount === 0) {
    return undefined;
  }
  let range: StaticRange | undefined;
  if (tree instanceof ShadowRoot) {
    const composed = selection as ShadowSelection;
    try {
      range = composed.getComposedRanges?.({ shadowRoots: [tree] })[0];
    } catch {
      range = composed.getComposedRanges?.(tree)[0];
    }
    const own = range ? undefined : (tree as ShadowSelection).getSelection?.();
    range ??= own?.rangeCount ? own.getRangeAt(0) : undefined;
  }
  range ??= selection.getRangeAt(0);
  const collapsed = range.startContainer === range.endContainer && range.startOffset === range.endOffset;
  return collapsed ? undefined : { range, backward: (selection as { direction?: string }).direction === 'backward' };
}

/** A place in a page's text, as it is found again in another DOM of the same page: letters count, blanks do not. */
interface Place {
  region: number;
  letters: number;
}

const blanks = /\s+/g;

function regionsOf(root: Element): Element[] {
  return [...root.querySelectorAll('[class^="hg-region-"]')];
}

function placeOf(root: Element, node: Node, offset: number): Place {
  const region = regionsOf(root).findIndex((element) => element.contains(node));
  const before = document.createRange();
  before.setStart(regionsOf(root)[region] ?? root, 0);
  before.setEnd(node, offset);
  return { region, letters: before.toString().replace(blanks, '').length };
}

/** Before the letter with the number `letters`, or, for the end of a range, behind the one before it. O(text). */
function pointOf(root: Element, { region, letters }: Place, end: boolean): [Text, number] | undefined {
  const walker = document.createTreeWalker(regionsOf(root)[region] ?? root, NodeFilter.SHOW_TEXT);
  let left = letters + (end ? 0 : 1);
  let last: [Text, number] | undefined;
  while (left > 0 && walker.nextNode()) {
    const text = walker.currentNode as Text;
    for (let at = 0; at < text.length && left > 0; at += 1) {
      if (/\S/.test(text.data[at] ?? ' ')) {
        left -= 1;
        last = [text, end ? at + 1 : at];
      }
    }
  }
  return last;
}

/**
 * Notes what of a page (`.hg-page`) is selected. The function it returns selects the same in another DOM of the same page; undefined
 * when nothing is selected there.
 */
export function keepSelection(root: Element): ((root: Element) => void) | undefined {
  const found = selected(root);
  if (!found || !root.contains(found.range.startContainer) || !root.contains(found.range.endContainer)) {
    return undefined;
  }
  const { startContainer, startOffset, endContainer, endOffset } = found.range;
  const start = placeOf(root, startContainer, startOffset);
  const end = placeOf(root, endContainer, endOffset);
  return (other) => {
    const from = pointOf(other, start, false);
    const to = pointOf(other, end, true);
    if (from && to) {
      const [anchor, focus] = found.backward ? [to, from] : [from, to];
      getSelection()?.setBaseAndExtent(...anchor, ...focus);
    }
  };
}
