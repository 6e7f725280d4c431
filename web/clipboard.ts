import { selected } from './selection';

const block =
  /^(H[1-6]|P|DIV|UL|OL|LI|TABLE|THEAD|TBODY|TR|T[HD]|PRE|BLOCKQUOTE|D[LTD]|FIGURE|DETAILS|SUMMARY|MAIN|NAV|ASIDE|HEADER|FOOTER|SECTION|ARTICLE|HR)$/;
const kept =
  /^(H[1-6]|P|UL|OL|LI|TABLE|THEAD|TBODY|TR|T[HD]|PRE|BLOCKQUOTE|D[LTD]|FIGURE|A|ABBR|STRONG|B|EM|I|CODE|DEL|S|INS|MARK|SUB|SUP|KBD|SMALL)$/;
/** What means nothing without what is around it. */
const part = /^(LI|TR|THEAD|TBODY|T[HD]|D[TD])$/;
const whole = /^(UL|OL|TABLE|DL|BLOCKQUOTE|FIGURE)$/;
const skipped = 'svg, button, canvas, .hg-icon, [aria-hidden="true"]';
/** Blanks as CSS collapses them: not the ones that do not break. */
const blanks = /[ \t\n\r\f]+/g;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

function isLeaf(element: Element): boolean {
  return ![...element.children].some((child) => block.test(child.tagName));
}

/** Writes a range of the mirror (or of any page of ours) as plain text and as HTML, in one walk. */
class Copy {
  text = '';
  private gap = 0; // line ends before the next text
  private marker = ''; // of a list item that has no text yet

  constructor(private readonly range: Range) {}

  /** HTML of what is selected in a node. */
  html(node: Node): string {
    if (!this.range.intersectsNode(node)) {
      return '';
    }
    if (node instanceof Text) {
      return this.words(node);
    }
    if (!(node instanceof Element) || node.matches(skipped) || !this.seen(node)) {
      return '';
    }
    switch (node.tagName) {
      case 'BR':
        this.gap = Math.max(this.gap, 1);
        return '<br>';
      case 'HR':
        this.gap = 2;
        return '<hr>';
      case 'INPUT':
        this.say((node as HTMLInputElement).checked ? '[x] ' : '[ ] ');
        return (node as HTMLInputElement).checked ? '[x] ' : '[ ] ';
      case 'IMG':
        return this.picture(node as HTMLImageElement);
      default:
        return block.test(node.tagName) ? this.block(node) : this.wrap(node, this.inside(node));
    }
  }

  inside(element: Element): string {
    let html = '';
    for (const child of element.childNodes) {
      html += this.html(child);
    }
    return html;
  }

  private seen(element: Element): boolean {
    return !('checkVisibility' in element) || element.checkVisibility({ visibilityProperty: true });
  }

  private block(element: Element): string {
    const { tagName } = element;
    const item = element.parentElement?.closest('li, td, th, dt, dd');
    const tight =
      element.tagName === 'DIV' || tagName === 'UL' || tagName === 'OL' ? Boolean(item) : part.test(tagName);
    const lines = tight || element.matches('dl > div') ? 1 : 2;
    const cell = tagName === 'TD' || tagName === 'TH';
    if (cell) {
      const before = element.previousElementSibling;
      if (before && this.range.intersectsNode(before)) {
        this.gap = 0;
        this.text += '\t';
      }
    } else {
      this.gap = Math.max(this.gap, lines);
    }
    if (tagName === 'LI') {
      this.marker = this.markerOf(element as HTMLLIElement);
    }
    const inside = this.inside(element);
    this.marker = '';
    if (!cell) {
      this.gap = Math.max(this.gap, lines);
    }
    if (tagName === 'SUMMARY') {
      return inside && `<p><strong>${inside}</strong></p>`;
    }
    if (tagName === 'DIV' && !item && inside && isLeaf(element)) {
      return `<p>${inside}</p>`;
    }
    return this.wrap(element, inside);
  }

  /** As it is drawn: lists of links and of cards have no markers. */
  private markerOf(item: HTMLLIElement): string {
    const list = item.parentElement;
    if (!list || item.matches('nav li, .hg-card') || item.classList.contains('hg-task')) {
      return '';
    }
    let depth = -1;
    for (let at: Element | null = list; at; at = at.parentElement?.closest('ul, ol') ?? null) {
      depth += 1;
    }
    const first = list instanceof HTMLOListElement ? list.start : undefined;
    const number = first === undefined ? '-' : `${first + [...list.children].indexOf(item)}.`;
    return `${'  '.repeat(depth)}${number} `;
  }

  private picture(image: HTMLImageElement): string {
    if (image.alt) {
      this.say(image.alt);
    }
    return `<img src="${escaped(image.src)}" alt="${escaped(image.alt)}">`;
  }

  private wrap(element: Element, inside: string): string {
    const tag = element.tagName.toLowerCase();
    if (!kept.test(element.tagName) || (inside.trim() === '' && !/^t[hd]$/.test(tag))) {
      return inside;
    }
    let attributes = '';
    if (element instanceof HTMLAnchorElement) {
      attributes = ` href="${escaped(element.href)}"`;
    } else if (tag === 'abbr' && (element as HTMLElement).title) {
      attributes = ` title="${escaped((element as HTMLElement).title)}"`;
    } else if (element instanceof HTMLOListElement && element.start !== 1) {
      attributes = ` start="${element.start}"`;
    }
    return `<${tag}${attributes}>${inside}</${tag}>`;
  }

  private words(node: Text): string {
    const { startContainer, startOffset, endContainer, endOffset } = this.range;
    const data = node.data.slice(
      node === startContainer ? startOffset : 0,
      node === endContainer ? endOffset : node.length,
    );
    if (node.parentElement?.closest('pre')) {
      this.say(data, true);
      return escaped(data);
    }
    const words = data.replace(blanks, ' ');
    // Between blocks there are blanks that nobody sees.
    if (words === ' ' && node.parentElement && !isLeaf(node.parentElement)) {
      return '';
    }
    this.say(words);
    return escaped(words);
  }

  private say(words: string, code = false): void {
    if (words === '') {
      return;
    }
    let said = words;
    if (!code && (this.gap > 0 || ' \t\n'.includes(this.text.at(-1) ?? ' '))) {
      said = said.replace(/^ /, '');
    }
    if (said === '') {
      return;
    }
    if (this.text !== '' && this.gap > 0) {
      this.text = (this.text.endsWith(' ') ? this.text.slice(0, -1) : this.text) + '\n'.repeat(this.gap);
    }
    this.gap = 0;
    this.text += this.marker + said;
    this.marker = '';
  }
}

/** The range as plain text and as HTML with the structure that a reader sees, its links absolute. */
export function copyOf(range: Range): { text: string; html: string } {
  const { commonAncestorContainer: common } = range;
  let top = common instanceof Element ? common : (common.parentElement as Element);
  while (!block.test(top.tagName) && top.parentElement) {
    top = top.parentElement;
  }
  const copy = new Copy(range);
  if (isLeaf(top)) {
    const letters = (text: string): string => text.replace(blanks, '');
    const html = copy.inside(top);
    const all = letters(range.toString()) === letters(top.textContent);
    const { tagName } = top;
    if (tagName === 'PRE' || (all && /^(H[1-6]|P)$/.test(tagName))) {
      const tag = tagName.toLowerCase();
      return { text: copy.text.replace(/^\n+|\n+$/g, ''), html: `<${tag}>${html}</${tag}>` };
    }
    return { text: copy.text.trim(), html };
  }
  while (top.parentElement && (part.test(top.tagName) || top.matches('dl > div'))) {
    top = top.parentElement;
  }
  const html = whole.test(top.tagName) ? copy.html(top) : copy.inside(top);
  return { text: copy.text.replace(/^\n+|\n+$/g, ''), html };
}

/**
 * Answers `copy` for what is selected in the mirror (`root`). `paged`: the hub is the whole page, so that a selection that goes
 * beyond it holds nothing else. True when the clipboard was filled; false when the browser has to copy the host's page, too.
 */
export function copy(event: ClipboardEvent, root: HTMLElement, paged: boolean): boolean {
  const found = selected(root);
  const host = (root.getRootNode() as ShadowRoot).host;
  if (!found || !event.clipboardData) {
    return true;
  }
  const { startContainer, startOffset, endContainer, endOffset } = found.range;
  const range = document.createRange();
  const startsInside = root.contains(startContainer);
  const endsInside = root.contains(endContainer);
  if (!startsInside && !endsInside) {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    // Around the mirror in its own tree, or around the element in the page; what lies in the element is not shown.
    const around = startContainer.getRootNode() === root.getRootNode() ? root : host;
    if (!range.intersectsNode(around) || (host.contains(startContainer) && host.contains(endContainer))) {
      return true;
    }
  }
  if (!paged && !(startsInside && endsInside)) {
    return false;
  }
  range.selectNodeContents(root);
  if (startsInside) {
    range.setStart(startContainer, startOffset);
  }
  if (endsInside) {
    range.setEnd(endContainer, endOffset);
  }
  const { text, html } = copyOf(range);
  if (text !== '' || html !== '') {
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
  }
  return true;
}
