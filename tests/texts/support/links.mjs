// The form of external links. Whether internal ones lead anywhere, `hubglass check` says.

/** Addresses without encryption that there is a reason for: address -> why. */
export const allowedPlain = {};

/** What is wrong with a link, or nothing. */
export function linkProblem(href, allowed = allowedPlain) {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(href)) return undefined; // internal
  if (/^mailto:[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+$/.test(href) || /^tel:\+?[0-9-]+$/.test(href)) return undefined;
  if (/^(mailto|tel):/.test(href)) return `'${href}' is no address to write to or to call; correct it`;
  let address;
  try {
    address = new URL(href);
  } catch {
    return `'${href}' is no address; correct it`;
  }
  if (/[\s<>"{}|\\^`]/.test(href)) return `'${href}' holds characters that addresses may not hold; encode them`;
  if (address.protocol === 'http:' && Object.hasOwn(allowed, href)) return undefined;
  if (address.protocol !== 'https:') return `'${href}' must begin with https://`;
  if (address.username || address.password) return `'${href}' holds a user name; take it out`;
  if (!/^([a-z0-9-]+\.)+[a-z]{2,}$/.test(address.hostname)) return `'${href}' names no host; correct it`;
  if (/[.,;:]$/.test(href)) return `'${href}' ends with a punctuation mark; take it out of the link`;
  return undefined;
}
