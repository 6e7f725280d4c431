/** A page of the hub (no leading slash) and a place in it. */
export interface Place {
  route: string;
  fragment: string;
}

/** How addresses name the pages: as their paths, behind "#/", or not at all. */
export type Routing = 'path' | 'hash' | 'memory';

/** Where a hub lies and which of its routes an address means. */
export class Router {
  /** `base` is the hub's root; it ends with a slash. */
  constructor(
    readonly base: URL,
    readonly routing: Routing,
  ) {}

  /** The place that an address leads to, or undefined when it is not one of this hub's pages. */
  match(address: URL): Place | undefined {
    if (address.origin !== this.base.origin || !address.pathname.startsWith(this.base.pathname)) {
      return undefined;
    }
    let path = address.pathname.slice(this.base.pathname.length).replace(/(^|\/)index\.html$/, '$1');
    try {
      path = decodeURI(path);
    } catch {
      return undefined;
    }
    if (/\.(?!html$)[a-z0-9]{2,5}$/i.test(path)) {
      return undefined; // a file, such as a PDF: the browser's business
    }
    return { route: path, fragment: decodeFragment(address.hash) };
  }

  /** The place that a link leads to; undefined where the build says that it is a file of the author's. */
  placeOf(link: HTMLAnchorElement): Place | undefined {
    return link.relList.contains('external') ? undefined : this.match(new URL(link.href));
  }

  /** The place that the page's own address names; undefined when it names none. */
  here(): Place | undefined {
    if (this.routing === 'path') {
      return this.match(new URL(location.href));
    }
    if (this.routing === 'memory' || !location.hash.startsWith('#/')) {
      return undefined;
    }
    const [path = '', fragment = ''] = location.hash.slice(2).split(/#(.*)/s);
    try {
      return { route: decodeURI(path), fragment: decodeFragment(fragment) };
    } catch {
      return undefined;
    }
  }

  /** What the page's address becomes for a place. */
  address(route: string, fragment: string): string {
    const [name] = fragment.split(directiveMark);
    const id = name ? `#${encodeURIComponent(name)}` : '';
    if (this.routing === 'hash') {
      const [page = ''] = location.href.split('#'); // a relative address would be read against <base>
      return `${page}#/${encodeURI(route)}${id}`;
    }
    return this.link(route) + id;
  }

  /** The address of a page of the hub on its own site. */
  link(route: string): string {
    return new URL(encodeURI(route), this.base).href;
  }
}

/** Between a fragment's id and what it says about the text ("#id:~:text=…"). */
export const directiveMark = ':~:';

/** Directives stay as they are: their commas and hyphens mean something. */
export function decodeFragment(hash: string): string {
  const [fragment = '', ...directives] = hash.replace(/^#/, '').split(directiveMark);
  try {
    return [decodeURIComponent(fragment), ...directives].join(directiveMark);
  } catch {
    return hash.replace(/^#/, '');
  }
}
