/** Where a hub lies and which of its routes an address means. */
export class Router {
  /** `base` is the hub's root; it ends with a slash. */
  constructor(readonly base: URL) {}

  /** The route (no leading slash) and fragment of an address, or undefined when it is not one of this hub's pages. */
  match(address: URL): { route: string; fragment: string } | undefined {
    if (address.origin !== this.base.origin || !address.pathname.startsWith(this.base.pathname)) {
      return undefined;
    }
    let path = address.pathname.slice(this.base.pathname.length).replace(/(^|\/)index\.html$/, '$1');
    try {
      path = decodeURI(path);
    } catch {
      return undefined;
    }
    if (/\.[a-z0-9]{2,5}$/i.test(path)) {
      return undefined; // a file, such as a PDF: the browser's business
    }
    return { route: path, fragment: decodeFragment(address.hash) };
  }

  address(route: string, fragment: string): string {
    const [id] = fragment.split(directiveMark);
    return new URL(encodeURI(route), this.base).href + (id ? `#${encodeURIComponent(id)}` : '');
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
