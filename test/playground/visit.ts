import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A page of the playground, and what went wrong on it. */
export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** Errors of the console, exceptions, breaches of the policy, and requests to other hosts. */
  readonly trouble: readonly string[];
}

/** Opens the playground of a server. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const trouble: string[] = [];
  await context.addInitScript(
    `addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective));`,
  );
  const page = await context.newPage();
  page.on('console', (message) => {
    // A refused call is what some tests are about; the page tells it, and the browser does so too.
    const isRefusal = message
      .text()
      .startsWith('Failed to load resource: the server responded with a status of 4');
    if (['error', 'warning'].includes(message.type()) && !isRefusal) trouble.push(message.text());
  });
  page.on('pageerror', ({ message }) => trouble.push(message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== url) trouble.push(`request to ${request.url()}`);
  });
  await page.goto(`${url}/playground`);
  return { page, trouble, [Symbol.asyncDispose]: () => context.close() };
}

/** The form of the chat's settings. */
export function settingsOf(page: Page): Locator {
  return page.getByRole('form', { name: 'Settings' });
}

/** Sets the pace in the form of the chat. */
export async function setPace(page: Page, ttft: number, tokensPerSecond: number): Promise<void> {
  const form = settingsOf(page);
  await form.getByLabel('First token, ms').fill(String(ttft));
  await form.getByLabel('Tokens/s').fill(String(tokensPerSecond));
}

/** Puts a question in the chat. */
export async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('Your message').fill(question);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** The newest answer of the chat once it has got into a state, byte for byte. */
export async function readAnswer(page: Page, state = 'done'): Promise<string> {
  const turn = page.locator('.turn').last();
  await turn.locator(`.state.${state}`).waitFor({ timeout: 40_000 });
  const raw = turn.getByRole('button', { name: 'Raw text' });
  if ((await raw.getAttribute('aria-pressed')) === 'false') await raw.click();
  return (await turn.locator('.answer .plain').textContent()) ?? '';
}

/** Waits until the newest answer has so many characters. */
export async function waitForText(page: Page, length: number): Promise<void> {
  const answer = page.locator('.turn .answer').last();
  await expect
    .poll(async () => (await answer.innerText()).length, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(length);
}

const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** What axe finds wrong with the page, the worst two grades of it. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results: AxeResults = await page.evaluate('axe.run(document)');
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
