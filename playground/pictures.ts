// Takes the pictures of docs/playground.md with the browser of this machine: npx node playground/pictures.ts
import { fileURLToPath } from 'node:url';
import { startServer } from '../src/index.ts';
import { openBrowser } from '../test/support/open-browser.ts';

type Browser = Awaited<ReturnType<typeof openBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;
type Look = Parameters<Browser['newPage']>[0];

const desktop = { width: 1200, height: 690 };

await using server = await startServer({ ttft: 200, tokensPerSecond: 50 });
const browser = await openBrowser();
// What is loaded at the first question would make the first token late.
await fetch(`${server.url}/v1/chat/completions`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-understudy-instant': 'true' },
  body: '{"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Hello!"}]}',
});
await take('chat', { viewport: desktop, colorScheme: 'light' }, chat);
await take('compare', { viewport: { width: 1200, height: 800 }, colorScheme: 'dark' }, compare);
await take('phone', { viewport: { width: 390, height: 844 }, colorScheme: 'light' }, chat);
await browser.close();

async function take(name: string, look: Look, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage(look);
  await page.goto(`${server.url}/playground`);
  await act(page);
  const path = fileURLToPath(new URL(`../docs/pictures/playground-${name}.png`, import.meta.url));
  await page.screenshot({ path });
  await page.close();
}

// A stream that has been broken off once and runs again.
async function chat(page: Page): Promise<void> {
  await page.getByLabel('Your message').fill('What are server-sent events?');
  await page.getByRole('button', { name: 'Send' }).click();
  const told = page.locator('.turn footer');
  await waitForPieces(told, 45);
  await page.getByRole('button', { name: 'Drop connection' }).click();
  await page.getByText('connection lost', { exact: true }).waitFor();
  await waitForPieces(told, 125);
}

async function compare(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('form', { name: 'Comparison' }).getByRole('combobox').selectOption('Slow beside fast');
  await page.getByRole('button', { name: 'Run' }).click();
  await waitForPieces(page.getByRole('region', { name: 'Fast', exact: true }).locator('.note'), 240);
}

async function waitForPieces(told: ReturnType<Page['locator']>, count: number): Promise<void> {
  for (;;) {
    const [, pieces = '0'] = /(\d+) pieces/.exec(await told.innerText()) ?? [];
    if (Number(pieces) >= count) return;
  }
}
