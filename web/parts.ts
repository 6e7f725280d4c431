import { fetchPart, HubGlassError } from './errors';

/** Addresses of a hub's parts, relative to its root. */
export interface Parts {
  engine: string;
  styles: string;
}

/** The parts that an element's attributes name; those they do not name are looked up in `hub-glass.json` at the hub's root. */
export async function partsOf(element: Element, base: URL): Promise<Parts> {
  const given = {
    engine: element.getAttribute('engine'),
    styles: element.getAttribute('styles'),
  };
  if (given.engine !== null && given.styles !== null) {
    return given as Parts;
  }
  const address = new URL('hub-glass.json', base).href;
  const response = await fetchPart(address, 'hub-missing', 'list of the hub’s parts');
  try {
    return {
      ...((await response.json()) as Parts),
      ...Object.fromEntries(Object.entries(given).filter(([, v]) => v)),
    };
  } catch {
    throw new HubGlassError('hub-missing', `${address} is not JSON. Upload the whole output of the build.`);
  }
}
