// Settings that make no sense do no harm, and say what is wrong with them.

import { expect, test } from '../support/hub';
import { holdClock, kioskReady, KioskServer, pass } from '../support/kiosk';

let server: KioskServer;
test.beforeEach(async () => {
  server = new KioskServer();
  await server.start();
});
test.afterEach(() => server.stop());
test.use({ expectedProblems: /hubglass-kiosk\.json|Failed to load resource|ServiceWorker/ });

for (const [what, text, sentence] of [
  ['is cut short', '{"idle_seconds": 30,', 'is not JSON'],
  ['holds a list', '[]', 'must hold an object'],
  ['has impossible values', '{"idle_seconds": -1, "theme": "pink", "colour": 1}', '"idle_seconds" must be'],
] as const) {
  test(`a file that ${what} leaves the settings of the project, and the service panel says why`, async ({ page }) => {
    server.replaced.set('kiosk/hubglass-kiosk.json', Buffer.from(text));
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await holdClock(page);
    await page.goto(server.address);
    await kioskReady(page);
    expect(said.join('\n')).toContain(sentence);
    await pass(page, 46);
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByRole('alert').click();
    for (let i = 0; i < 5; i++) await page.mouse.click(12, 110);
    await expect(page.getByRole('dialog', { name: 'Service' })).toContainText(sentence);
  });
}

test('a code guards the service panel, and settings of the device hold', async ({ page }) => {
  const settings = { idle_seconds: 20, countdown_seconds: 5, service_code: '4711', theme: 'dark', start: 'glossary/' };
  server.replaced.set('kiosk/hubglass-kiosk.json', Buffer.from(JSON.stringify(settings)));
  await holdClock(page);
  await page.goto(server.address);
  await kioskReady(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
  await expect(page.locator('hub-glass')).toHaveAttribute('data-theme', 'dark');
  for (let i = 0; i < 5; i++) await page.mouse.click(12, 110);
  const guard = page.getByRole('dialog', { name: 'Service code' });
  for (const digit of '1234') await guard.getByRole('button', { name: digit, exact: true }).click();
  await expect(guard).toContainText('not the code');
  for (const digit of '4711') await guard.getByRole('button', { name: digit, exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Service', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await pass(page, 16);
  await expect(page.getByRole('alert')).toContainText('4');
});

const login =
  '<!DOCTYPE html><title>Wi-Fi</title><form method="post">Please accept our terms. <button>Go on</button></form>';

for (const [what, status, type, text] of [
  ['a login page', 200, 'text/html', login],
  ['an error as JSON', 200, 'application/json', '{"error": "unauthorised", "status": 401}'],
  ['a list', 200, 'application/json', '[]'],
  ['nothing', 200, 'application/json', ''],
  ['"bad gateway"', 502, 'text/html', '<h1>502</h1>'],
  ['"bad gateway" with settings in it', 502, 'application/json', '{"service_code": "", "start": ""}'],
  ['"not found"', 404, 'text/html', 'Not found'],
] as const) {
  test(`the last good settings hold when the server answers everything with ${what}`, async ({ page, context }) => {
    const given = { service_code: '4711', start: 'glossary/', language: 'de', theme: 'dark', idle_seconds: 20 };
    server.replaced.set('kiosk/hubglass-kiosk.json', Buffer.from(JSON.stringify(given)));
    await page.goto(server.address);
    await kioskReady(page);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    server.everything = { status, type, text };
    await page.close();
    // The second start shows that a bad answer is not kept either.
    for (let start = 0; start < 2; start++) {
      const again = await context.newPage();
      await holdClock(again);
      await again.goto(server.address);
      await kioskReady(again);
      await expect(again.locator('html')).toHaveAttribute('lang', 'de');
      await expect(again.getByRole('heading', { level: 1, name: 'Glossar' })).toBeVisible();
      await expect(again.locator('hub-glass')).toHaveAttribute('data-theme', 'dark');
      for (let i = 0; i < 5; i++) await again.mouse.click(12, 110);
      await expect(again.getByRole('dialog', { name: 'Service code' })).toBeVisible();
      await expect(again.getByRole('dialog', { name: 'Service', exact: true })).toHaveCount(0);
      await again.keyboard.press('Escape');
      await pass(again, 6);
      await expect(again.getByRole('alert')).toBeVisible();
      await again.close();
    }
  });
}

test('a setting that makes no sense leaves the last one that did', async ({ page }) => {
  const write = (settings: object): void => {
    server.replaced.set('kiosk/hubglass-kiosk.json', Buffer.from(JSON.stringify(settings)));
  };
  write({ service_code: '4711', theme: 'dark' });
  await page.goto(server.address);
  await kioskReady(page);
  write({ service_code: 4711, theme: 'light' });
  await page.reload();
  await kioskReady(page);
  await expect(page.locator('hub-glass')).toHaveAttribute('data-theme', 'light');
  for (let i = 0; i < 5; i++) await page.mouse.click(12, 110);
  await expect(page.getByRole('dialog', { name: 'Service code' })).toBeVisible();
});
