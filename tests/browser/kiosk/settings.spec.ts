// Settings that make no sense do no harm, and say what is wrong with them.

import { expect, test } from '../support/hub';
import { holdClock, kioskReady, KioskServer, pass } from '../support/kiosk';

const server = new KioskServer();
test.beforeAll(() => server.start());
test.afterAll(() => server.stop());
test.use({ expectedProblems: /hubglass-kiosk\.json/ });

for (const [what, text, sentence] of [
  ['is cut short', '{"idle_seconds": 30,', 'is not JSON'],
  ['holds a list', '[]', 'must hold an object'],
  ['has impossible values', '{"idle_seconds": -1, "theme": "pink", "colour": 1}', '"idle_seconds" must be'],
] as const) {
  test(`a file that ${what} leaves the usual settings, and the service panel says why`, async ({ page }) => {
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
