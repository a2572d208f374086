import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { openBrowser } from '../support/open-browser.ts';
import { ask, findBarriers, setPace, settingsOf, visit } from './visit.ts';

const looks = {
  'a light screen': { colorScheme: 'light' },
  'a dark screen': { colorScheme: 'dark' },
  'a light phone': { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  'a dark phone of 360 pixels': { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
} as const;

/** Goes through all views and calls back at each. */
async function walk(page: Page, look: (place: string) => Promise<void>): Promise<void> {
  await look('the empty chat');
  await fillSettings(page);
  await ask(page, 'How do tides work?');
  await page.locator('.turn .state.done').waitFor({ timeout: 30_000 });
  for (const tab of ['Timing', 'Events', 'Headers', 'Code']) {
    await page.getByRole('tab', { name: tab }).click();
    await look(tab);
  }
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('button', { name: 'Run' }).click();
  await page.locator('.lanes .state.done').nth(1).waitFor({ timeout: 30_000 });
  await look('a comparison');
  await page.getByRole('tab', { name: 'Threads' }).click();
  await page.locator('.threads li button').first().click();
  await page.locator('.messages .markdown').first().waitFor();
  await look('a thread');
  await page.getByRole('tab', { name: 'Server' }).click();
  await page.locator('.facts').waitFor();
  await look('the server');
}

// Whatever scrolls sideways, but for what is made to: code, tables, one line of data.
const findCut = `[...document.querySelectorAll('*')]
  .filter((node) => node === document.documentElement || getComputedStyle(node).overflowX !== 'visible')
  .filter((node) => !node.matches('.scroll, pre, input, textarea, .unseen, summary > *, svg, canvas, .uplot *'))
  .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 1)
  .map((node) => node.outerHTML.slice(0, 80))`;

const describeFocus = `(() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  return [document.activeElement.outerHTML.slice(0, 80), outlineStyle + ' ' + outlineWidth];
})()`;

// On a phone the settings are folded away.
async function fillSettings(page: Page): Promise<void> {
  if (!(await page.getByRole('form', { name: 'Settings' }).isVisible()))
    await page.locator('.side summary').click();
  await setPace(page, 0, 2000);
  await settingsOf(page).getByLabel('Max tokens').fill('90');
}

describe('the playground', { timeout: 120_000 }, () => {
  let browser: Browser;
  let server: StartedServer;

  beforeAll(async () => {
    browser = await openBrowser();
    server = await startServer();
    const body = JSON.stringify({ messages: [{ role: 'user', content: 'Hello!' }] });
    await fetch(`${server.url}/v1/threads`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each(Object.entries(looks))('has no barriers and nothing cut off on %s', async (_name, look) => {
    await using visited = await visit(browser, server.url, look);
    const { page, trouble } = visited;
    const found: string[] = [];
    await walk(page, async (place) => {
      for (const barrier of await findBarriers(page)) found.push(`${place}: ${barrier}`);
      for (const cut of (await page.evaluate(findCut)) as string[]) found.push(`${place}: too wide: ${cut}`);
    });
    expect(found).toEqual([]);
    expect(trouble).toEqual([]);
  });

  it('names the field for the key on a phone, in one line with the rest', async () => {
    await using visited = await visit(browser, server.url, { viewport: { width: 360, height: 740 } });
    const label = await visited.page.locator('.key > span').boundingBox();
    const title = await visited.page.locator('h1').boundingBox();
    expect(label?.width).toBeGreaterThan(30);
    expect(Math.abs((label?.y ?? 0) - (title?.y ?? Infinity))).toBeLessThan(10);
  });

  it('can be used by the keyboard alone', async () => {
    await using visited = await visit(browser, server.url);
    const { page } = visited;
    const focused = (): Promise<unknown> =>
      page.evaluate(
        'document.activeElement.textContent || document.activeElement.name || document.activeElement.tagName',
      );
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Chat');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Threads');
    expect(await page.getByRole('tab', { name: 'Threads' }).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Home');
    const message = page.getByLabel('Your message');
    for (
      let count = 0;
      count < 40 && !(await message.evaluate((node) => node.matches(':focus')));
      count += 1
    ) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('In one sentence: what is a tide?');
    await page.keyboard.press('Enter');
    await page.locator('.turn .state.done').waitFor();
    expect(await page.getByRole('status').first().innerText()).toMatch(/^Answer: done\. \d+ tokens/);
  });

  it('shows which control has the focus', async () => {
    await using visited = await visit(browser, server.url);
    const { page } = visited;
    const bare: string[] = [];
    const seen: string[] = [];
    for (let isThrough = false; !isThrough;) {
      await page.keyboard.press('Tab');
      const [name, outline] = (await page.evaluate(describeFocus)) as [string, string];
      isThrough = name.startsWith('<body') || seen.length > 60;
      if (!isThrough) seen.push(name);
      if (!isThrough && outline !== 'solid 2px') bare.push(`${name} has ${outline}`);
    }
    expect(seen.length).toBeGreaterThan(15);
    expect(bare).toEqual([]);
  });

  it('takes light or dark from the system, and from its switch for good', async () => {
    await using visited = await visit(browser, server.url, { colorScheme: 'light' });
    const { page } = visited;
    const ground = (): Promise<unknown> =>
      page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(ground).not.toBe(light);
    await page.getByLabel('Theme').selectOption('light');
    await expect.poll(ground).toBe(light);
    await page.reload();
    await expect.poll(ground).toBe(light);
  });
});
