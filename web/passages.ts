const name = 'hg-passage';

/** A text directive: `text=[prefix-,]start[,end][,-suffix]`. */
export interface Passage {
  prefix: string;
  start: string;
  end: string;
  suffix: string;
}

/** What the directives of a fragment name (`text=…&text=…`), as a browser reads them; what is none is left out. */
export function passagesOf(directives: string): Passage[] {
  const passages: Passage[] = [];
  for (const directive of directives.split('&')) {
    let terms = directive.startsWith('text=') ? directive.slice(5).split(',') : [];
    let prefix = '';
    let suffix = '';
    if (terms[0]?.endsWith('-')) {
      prefix = terms[0].slice(0, -1);
      terms = terms.slice(1);
    }
    if (terms.at(-1)?.startsWith('-')) {
      suffix = terms.at(-1)?.slice(1) ?? '';
      terms = terms.slice(0, -1);
    }
    try {
      const [start = '', end = ''] = terms.map(decodeURIComponent);
      if (start !== '') {
        passages.push({ prefix: decodeURIComponent(prefix), start, end, suffix: decodeURIComponent(suffix) });
      }
    } catch {
      // Not what a browser would have written: no passage.
    }
  }
  return passages;
}

/** The text of an element as it is searched: blanks collapsed, a line end between blocks. O(text). */
class Words {
  text = '';
  private readonly nodes: { node: Text; begin: number; offsets: number[] }[] = [];

  constructor(root: Element) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let last: Element | null = null;
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const block: Element | null =
        node.parentElement?.closest('.hg-box, h1, h2, h3, h4, p, li, td, th, dt, dd, pre, summary, div') ?? null;
      if (block !== last && this.text.at(-1) !== '\n') {
        this.text += '\n';
      }
      last = block;
      const offsets: number[] = [];
      const begin = this.text.length;
      for (let at = 0; at < node.length; at += 1) {
        const blank = /\s/.test(node.data[at] ?? '');
        if (!blank || !' \n'.includes(this.text.at(-1) ?? '\n')) {
          this.text += blank ? ' ' : node.data[at];
          offsets.push(at);
        }
      }
      this.nodes.push({ node, begin, offsets });
    }
  }

  range(begin: number, end: number): Range {
    const range = document.createRange();
    range.setStart(...this.point(begin));
    const [node, offset] = this.point(end - 1);
    range.setEnd(node, offset + 1);
    return range;
  }

  private point(at: number): [Text, number] {
    const holder = this.nodes.findLast(({ begin, offsets }) => begin <= at && at < begin + offsets.length);
    if (!holder) {
      throw new RangeError('No text there.');
    }
    return [holder.node, holder.offsets[at - holder.begin] ?? 0];
  }
}

function pattern(text: string): string {
  return text
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, ' ');
}

function find(words: Words, { prefix, start, end, suffix }: Passage): Range | undefined {
  const before = prefix ? `(?<=${pattern(prefix)}\\s*)` : '';
  const passage = pattern(start) + (end ? `[^]*?${pattern(end)}` : '');
  const behind = suffix ? `(?=\\s*${pattern(suffix)})` : '';
  // Whole words, unless the language knows none.
  for (const [first, last] of [
    ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'],
    ['', ''],
  ]) {
    const found = new RegExp(`${before}${first}${passage}${last}${behind}`, 'iu').exec(words.text);
    if (found) {
      return words.range(found.index, found.index + found[0].length);
    }
  }
  return undefined;
}

let shown = '';

/** Marks the passages again in a mirror that was rebuilt. Returns their ranges. */
export function markPassages(root: HTMLElement): Range[] {
  const ranges: Range[] = [];
  if (shown !== '') {
    const words = new Words(root.querySelector('.hg-region-content') ?? root);
    for (const passage of passagesOf(shown)) {
      const range = find(words, passage);
      if (range) {
        ranges.push(range);
      }
    }
  }
  if ('highlights' in CSS) {
    if (ranges.length > 0) {
      CSS.highlights.set(name, new Highlight(...ranges));
    } else {
      CSS.highlights.delete(name);
    }
  }
  return ranges;
}

/**
 * Shows what a fragment's directives (behind `:~:`) name in the mirror: opens what is closed around it, marks it, and hands the first
 * one's box to `scroll` unless all of it can be seen. Empty directives take marks away.
 */
export function showPassages(root: HTMLElement, directives: string, scroll: (box: DOMRect) => void): void {
  shown = directives;
  let [first] = markPassages(root);
  for (let closed = 0; closed < 8; closed += 1) {
    const details = first?.startContainer.parentElement?.closest('details:not([open])');
    const summary = details?.querySelector('summary');
    if (!summary || summary.contains(first?.startContainer ?? null)) {
      break;
    }
    summary.click(); // rebuilds the mirror
    [first] = markPassages(root);
  }
  if (first) {
    scroll(first.getBoundingClientRect());
  }
}
