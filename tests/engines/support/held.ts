// Sites whose pages stay static until a test lets the canvas begin.

import { join } from 'node:path';
import { projectRoot, type Site } from '../../browser/sites';

/** The copy of a site in which <hub-glass> waits for startHub(). */
export function heldSite(site: Site): Site {
  const port = site.port + 8;
  return {
    ...site,
    folder: join(projectRoot, `build/held/${port}`),
    port,
    address: site.address.replace(`:${site.port}`, `:${port}`),
  };
}

/** The command that makes and serves it. */
export function heldServer(site: Site): { command: string; cwd: string; url: string; reuseExistingServer: boolean } {
  const { folder, port, base, address } = heldSite(site);
  const copy = `node tests/engines/support/hold.mjs ${site.folder} ${folder}`;
  return {
    command: `${copy} && exec node scripts/serve.mjs ${folder} --port ${port} --base ${base}`,
    cwd: projectRoot,
    url: address,
    reuseExistingServer: false,
  };
}
