// Reads a site's "_headers" file as Cloudflare Pages and Netlify do: a line that begins at the margin names addresses, the
// indented ones below it name what is sent with them.

/** Rules in the file's order: a test of the path below the site's root (beginning with "/"), and pairs of name and value. */
export function parseHeaders(text) {
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      const pattern = line
        .trim()
        .split('*')
        .map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'))
        .join('.*');
      rules.push({ matches: new RegExp(`^${pattern}$`), headers: [] });
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 0 || rules.length === 0) throw new Error(`_headers: cannot make sense of: ${line.trim()}`);
    rules.at(-1).headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

/** What is sent with a path; where several rules name a header, its values are joined. */
export function headersOf(rules, path) {
  const sent = new Map();
  for (const { matches, headers } of rules) {
    if (!matches.test(path)) continue;
    for (const [name, value] of headers) {
      sent.set(name, sent.has(name) ? `${sent.get(name)}, ${value}` : value);
    }
  }
  return Object.fromEntries(sent);
}
