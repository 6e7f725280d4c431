// Something is wrong with what the host serves: the reader keeps the page, the owner is told what and what to do.

import type { Page, Route } from '@playwright/test';
import { contentSite } from './sites';
import { expect, hubOf, test, waitForState } from './support/hub';
import { Picture } from './support/picture';

interface Failure {
  code: string;
  message: string;
}

test.use({ expectedProblems: /hub-glass: |Failed to load resource|preload/ });

async function openBroken(page: Page): Promise<Failure> {
  await page.addInitScript(() => {
    addEventListener('hubglass:error', (event) => {
      Object.assign(window, { failure: (event as CustomEvent<Failure>).detail });
    });
  });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(contentSite.address);
  await waitForState(page, 'error');
  const failure = await page.evaluate(() => (window as unknown as { failure: Failure }).failure);
  expect(said.join('\n'), 'the console says it, too').toContain(failure.message);
  return failure;
}

async function expectPageStays(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const picture = new Picture(await page.screenshot());
  expect(picture.ink(picture.whole)).toBeGreaterThan(5000);
  await page.getByRole('main').getByRole('link', { name: 'View Details' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Spaces', exact: true })).toBeVisible();
}

function withBytes(change: (bytes: Buffer) => Buffer) {
  return async (route: Route): Promise<void> => {
    const response = await route.fetch({ headers: { 'accept-encoding': 'identity' } });
    const body = change(Buffer.from(await response.body()));
    await route.fulfill({ status: 200, contentType: 'application/octet-stream', body });
  };
}

const missing = (route: Route): Promise<void> => route.fulfill({ status: 404, body: 'Not found' });

const cases: { what: string; file: string; answer(route: Route): Promise<void>; code: string; message: RegExp }[] = [
  {
    what: 'the engine is missing',
    file: '**/*.wasm',
    answer: missing,
    code: 'engine-missing',
    message: /\.wasm answered 404\. .*Upload/,
  },
  {
    what: 'the engine is no WebAssembly',
    file: '**/*.wasm',
    answer: (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
    code: 'engine-broken',
    message: /\.wasm does not start/,
  },
  {
    what: 'the engine is cut short',
    file: '**/*.wasm',
    answer: withBytes((bytes) => bytes.subarray(0, bytes.length >> 1)),
    code: 'engine-broken',
    message: /\.wasm does not start/,
  },
  {
    what: 'the host cannot be reached for the pack',
    file: '**/*.hubpack',
    answer: (route) => route.abort('connectionrefused'),
    code: 'pack-missing',
    message: /\.hubpack could not be reached\. Check/,
  },
  {
    what: 'the pack is missing',
    file: '**/*.hubpack',
    answer: missing,
    code: 'pack-missing',
    message: /\.hubpack answered 404\. .*Upload/,
  },
  {
    what: 'the pack is empty',
    file: '**/*.hubpack',
    answer: withBytes(() => Buffer.alloc(0)),
    code: 'pack-',
    message: /\.hubpack.*: .+/,
  },
  {
    what: 'the pack is cut short',
    file: '**/*.hubpack',
    answer: withBytes((bytes) => bytes.subarray(0, bytes.length - 100)),
    code: 'pack-truncated',
    message: /\.hubpack.*: .+\./,
  },
  {
    what: 'the pack is another file',
    file: '**/*.hubpack',
    answer: (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>'.repeat(9) }),
    code: 'pack-not-a-pack',
    message: /\.hubpack.*: .+\./,
  },
  {
    what: 'a byte of a page in the pack was altered',
    file: '**/*.hubpack',
    answer: withBytes((bytes) => {
      bytes[bytes.length - 200]! ^= 0x20;
      return bytes;
    }),
    code: 'pack-altered',
    message: /\.hubpack \(header\): .+\./,
  },
  {
    what: 'a byte of the pack’s list was altered',
    file: '**/*.hubpack',
    answer: withBytes((bytes) => {
      bytes[100]! ^= 0x01;
      return bytes;
    }),
    code: 'pack-altered',
    message: /\.hubpack.*: .+\./,
  },
  {
    what: 'the pack is from a newer Hubglass',
    file: '**/*.hubpack',
    answer: withBytes((bytes) => {
      bytes.writeUInt16LE(bytes.readUInt16LE(8) + 1, 8); // the major version
      return bytes;
    }),
    code: 'pack-newer',
    message: /\.hubpack.*: .*newer.*\./i,
  },
  {
    what: 'the style sheet is missing when the element asks for it',
    file: '**/*.css',
    answer: missing,
    code: 'styles-missing',
    message: /\.css answered 404\. .*Upload/,
  },
];

for (const { what, file, answer, code, message } of cases) {
  test(`when ${what}, the page stays and says so`, async ({ page }) => {
    await page.route(file, answer);
    const failure = await openBroken(page);
    expect(failure.code).toContain(code);
    expect(failure.message).toMatch(message);
    await expectPageStays(page);
    await page.unrouteAll({ behavior: 'wait' }); // the preload and the element's request may both be under way
  });
}

test('when the script itself is missing, the page stays', async ({ page }) => {
  await page.route('**/hub-glass*.js', missing);
  await page.goto(contentSite.address);
  await expect(hubOf(page)).not.toHaveAttribute('state', /./);
  await expectPageStays(page);
});
