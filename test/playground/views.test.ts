import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { openBrowser } from '../support/open-browser.ts';
import { ask, readAnswer, setPace, settingsOf, visit, waitForText } from './visit.ts';

const run = promisify(execFile);

describe('the playground', { timeout: 90_000 }, () => {
  let browser: Browser;
  let server: StartedServer;

  beforeAll(async () => {
    browser = await openBrowser();
    server = await startServer();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  describe('compares', () => {
    async function compare(page: Page, name: string): Promise<readonly string[]> {
      await page.getByRole('tab', { name: 'Compare' }).click();
      await page
        .getByRole('form', { name: 'Comparison' })
        .getByRole('combobox')
        .selectOption({ label: name });
      await page.getByRole('button', { name: 'Run' }).click();
      const lanes = page.locator('.lanes > section');
      await lanes.first().waitFor();
      for (const lane of await lanes.all()) await lane.locator('.state.done').waitFor({ timeout: 40_000 });
      return page.locator('.lanes .answer').allInnerTexts();
    }

    it('a stream beside a whole answer', async () => {
      await using visited = await visit(browser, server.url);
      const { page, trouble } = visited;
      await setPace(page, 0, 1000);
      const [streamed, whole] = await compare(page, 'Streaming beside whole');
      expect(streamed).toBe(whole);
      expect(streamed?.length).toBeGreaterThan(100);
      const sent = server.requests
        .slice(-2)
        .map(({ body }) => (body as { stream?: boolean }).stream === true);
      expect(new Set(sent)).toEqual(new Set([false, true]));
      const rows = await page.locator('.figures tbody tr:not(.asked) td:nth-child(2)').allInnerTexts();
      expect(Number(rows[0])).toBeGreaterThan(10);
      expect(rows[1]).toBe('1');
      expect(trouble).toEqual([]);
    });

    it('a slow stream beside a fast one, each at its pace', async () => {
      await using visited = await visit(browser, server.url);
      const { page, trouble } = visited;
      await settingsOf(page).getByLabel('Max tokens').fill('15');
      await compare(page, 'Slow beside fast');
      const paces = server.requests.slice(-2).map(({ headers }) => headers['x-understudy-tokens-per-second']);
      expect(new Set(paces)).toEqual(new Set(['10', '100']));
      expect(
        await page
          .getByRole('img', { name: /^Pieces over seconds/ })
          .last()
          .getAttribute('aria-label'),
      ).toMatch(/Slow: 15 pieces, .*; Fast: 15 pieces/);
      expect(trouble).toEqual([]);
    });

    it('all dialects at once, the longest path within its card', async () => {
      await using visited = await visit(browser, server.url);
      const { page, trouble } = visited;
      await setPace(page, 0, 1000);
      await page.getByRole('tab', { name: 'Compare' }).click();
      await page
        .getByRole('textbox', { name: 'Question' })
        .fill('Why is the sky blue, and why is the sea? '.repeat(5));
      const texts = await compare(page, 'All dialects');
      const wide = `[...document.querySelectorAll('.lanes > section')].filter((card) => card.scrollWidth > card.clientWidth)`;
      expect(await page.evaluate(`${wide}.length`)).toBe(0);
      expect(texts).toHaveLength(4);
      expect(texts.every((text) => text.length > 10)).toBe(true);
      expect(trouble).toEqual([]);
    });
  });

  it('offers no dialect that the server does not speak', async () => {
    await using strict = await startServer({ strict: true });
    await using visited = await visit(browser, strict.url);
    const { page, trouble } = visited;
    await page.getByLabel('API key').fill('anything');
    await page.getByLabel('API key').press('Tab');
    const offered = settingsOf(page).getByLabel('Dialect').locator('option');
    await expect
      .poll(() => offered.allInnerTexts())
      .toEqual(['OpenAI chat', 'Langbase pipe', 'Completion (GPT-2)']);
    await page.getByRole('tab', { name: 'Compare' }).click();
    const form = page.getByRole('form', { name: 'Comparison' });
    await form.getByRole('combobox').selectOption('All dialects');
    await form.getByRole('button', { name: 'Run' }).click();
    await expect.poll(() => page.locator('.lanes .state.done').count(), { timeout: 40_000 }).toBe(3);
    expect(trouble).toEqual([]);
  });

  it('lists threads, opens one and goes on with it', async () => {
    const headers = { 'content-type': 'application/json' };
    const messages = [
      { role: 'user', content: 'My dog is called **Rex**.' },
      { role: 'assistant', content: 'A fine name.' },
    ];
    const body = JSON.stringify({ messages, metadata: { topic: 'dogs' } });
    const made = await fetch(`${server.url}/v1/threads`, { method: 'POST', headers, body });
    const { id } = (await made.json()) as { id: string };
    await using visited = await visit(browser, server.url);
    const { page, trouble } = visited;
    await page.getByRole('tab', { name: 'Threads' }).click();
    const row = page.locator('.threads li', { hasText: id });
    expect(await row.innerText()).toContain('dogs');
    await row.getByRole('button').click();
    await expect.poll(() => page.locator('.messages article').allInnerTexts()).toHaveLength(2);
    expect(await page.locator('.messages strong').innerText()).toBe('Rex');
    await page.getByRole('button', { name: 'Go on with it' }).click();
    expect(await settingsOf(page).getByLabel('Thread').inputValue()).toBe(id);
    const earlier = page.getByRole('region', { name: 'Earlier messages' });
    expect(await earlier.getByRole('heading', { level: 2 }).innerText()).toBe(`Goes on with thread ${id}`);
    await expect.poll(() => earlier.locator('article').count()).toBe(2);
    await setPace(page, 0, 1000);
    await ask(page, 'What is a dog?');
    await readAnswer(page);
    expect(server.requests.findLast(({ path }) => path === '/v1/pipes/run')?.body).toMatchObject({
      threadId: id,
    });
    expect(await earlier.locator('article').count()).toBe(2);
    await page.getByRole('tab', { name: 'Threads' }).click();
    await page.locator('.threads li', { hasText: id }).getByRole('button').click();
    await expect.poll(() => page.locator('.messages article').count()).toBe(4);
    await page.getByRole('tab', { name: 'Chat' }).click();
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await earlier.count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Ask something' }).isVisible()).toBe(true);
    expect(trouble).toEqual([]);
  });

  it('tells what the server does while a stream runs', async () => {
    await using own = await startServer();
    await using visited = await visit(browser, own.url);
    const { page, trouble } = visited;
    await setPace(page, 0, 5);
    await ask(page, 'How do tides work?');
    await waitForText(page, 5);
    await page.getByRole('tab', { name: 'Server' }).click();
    const fact = (name: string): Promise<string> =>
      page.locator('.facts > div', { hasText: name }).locator('dd').innerText();
    await page.locator('.facts').waitFor();
    expect(await fact('State')).toBe('healthy');
    expect(await fact('Streams running')).toBe('1');
    expect(await fact('Queue depth')).toBe('0');
    expect(await fact('Workers')).toBe('in this process');
    const links = page.locator('.server .note').getByRole('link');
    expect(await links.allInnerTexts()).toEqual(['/health', '/metrics', '/docs']);
    expect(trouble).toEqual([]);
  });

  it('plots each token and tells the figures beside what was asked for', async () => {
    await using visited = await visit(browser, server.url);
    const { page } = visited;
    await setPace(page, 300, 40);
    await settingsOf(page).getByLabel('Max tokens').fill('12');
    await ask(page, 'How do tides work?');
    await readAnswer(page);
    await expect.poll(() => page.locator('.tiles').innerText()).toMatch(/Pieces\s+12\s+12 tokens/);
    const tiles = await page.locator('.tiles').innerText();
    expect(tiles).toMatch(/First token\s+(?:[3-9]\d\d|\d{4,}) ms\s+asked 300 ms/);
    expect(tiles).toContain('asked 40.0/s');
    expect(tiles).toMatch(/Late, p99\s+\d/);
    expect(
      await page
        .getByRole('img', { name: /piece by piece\. arrived: 12 pieces/ })
        .locator('canvas')
        .count(),
    ).toBe(1);
  });

  it('counts a piece of several tokens as one, and tells the tokens that the server counted', async () => {
    await using rare = await startServer({ message: '𓀀𓁐𓂀 𒀀𒁀', repeatCount: 1 });
    await using visited = await visit(browser, rare.url);
    const { page } = visited;
    await ask(page, 'Write.');
    await readAnswer(page);
    const [, pieces, tokens] =
      /Pieces\s+(\d+)\s+(\d+) tokens/.exec(await page.locator('.tiles').innerText()) ?? [];
    const { length } = await page.locator('.turn .answer').innerText();
    expect(Number(pieces)).toBeLessThanOrEqual(length);
    expect(Number(tokens)).toBeGreaterThan(Number(pieces));
    expect(await page.locator('.turn footer').innerText()).toContain(`${tokens} tokens`);
  });

  describe('gives a call as code', () => {
    async function copy(language: string): Promise<string> {
      await using visited = await visit(browser, server.url, {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const { page } = visited;
      await setPace(page, 0, 1000);
      await ask(page, `It's "quoted" $HOME \\ 你好`);
      await readAnswer(page);
      await page.getByRole('tab', { name: 'Code' }).click();
      await page.getByRole('button', { name: `Copy as ${language}` }).click();
      await page.getByText('Copied').waitFor();
      return (await page.evaluate('navigator.clipboard.readText()')) as string;
    }

    it.each([
      ['curl', 'sh', ['-c']],
      ['Python', 'python3', ['-c']],
      ['JavaScript', process.execPath, ['--input-type=module', '-e']],
    ])('that does the same in %s', async (language, program, flags) => {
      const code = await copy(language);
      const sent = server.requests.at(-1)?.body;
      const { stdout } = await run(program, [...flags, code]);
      expect(stdout).toMatch(/^id: 0\ndata: \{[^]*\ndata: \[DONE\]\n\n$/);
      expect(server.requests.at(-1)?.body).toEqual(sent);
    });
  });

  it('asks for the key of a server that has one, keeps it for the tab alone, and copies it nowhere', async () => {
    await using keyed = await startServer({ apiKey: ['key-one'] });
    await using visited = await visit(browser, keyed.url);
    const { page, trouble } = visited;
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('answers only calls with a key');
    await setPace(page, 0, 1000);
    await ask(page, 'How do tides work?');
    await page.locator('.state.failed').waitFor();
    expect(await page.locator('.turn .error').innerText()).toMatch(
      /^401: This server answers only calls with a key\. Put one into the field/,
    );
    const reach = page.locator('.server .note');
    await page.getByRole('tab', { name: 'Server' }).click();
    expect(await reach.getByRole('link').allInnerTexts()).toEqual(['/health']);
    await page.getByRole('tab', { name: 'Chat' }).click();
    await page.getByLabel('API key').fill('key-one');
    await page.getByLabel('API key').press('Tab');
    await expect.poll(() => page.locator('#models option').count()).toBeGreaterThan(5);
    await ask(page, 'How do tides work?');
    expect((await readAnswer(page)).length).toBeGreaterThan(50);
    await page.getByRole('tab', { name: 'Code' }).click();
    const curl = await page.getByRole('region', { name: 'curl' }).locator('code').innerText();
    expect(curl).not.toContain('key-one');
    const { stdout } = await run('sh', ['-c', curl], { env: { ...process.env, OPENAI_API_KEY: 'key-one' } });
    expect(stdout).toContain('[DONE]');
    await page.getByRole('tab', { name: 'Headers' }).click();
    expect(await page.locator('#wire-headers').innerText()).toContain('Bearer …');
    expect(await page.locator('#wire-headers').innerText()).not.toContain('key-one');
    expect(
      await page.evaluate('JSON.stringify(localStorage) + document.cookie + location.href'),
    ).not.toContain('key-one');
    for (const view of ['Threads', 'Server']) await page.getByRole('tab', { name: view }).click();
    await page.locator('.facts').waitFor();
    expect(await reach.getByRole('link').allInnerTexts()).toEqual(['/health']);
    expect(trouble).toEqual([]);
  });

  it.each([
    ['is not the right one', 'key-two', 'does not know the key'],
    ['cannot be sent', 'ключ', 'holds a character that no header can carry'],
  ])('tells that a key %s', async (_title, key, told) => {
    await using keyed = await startServer({ apiKey: ['key-one'] });
    await using visited = await visit(browser, keyed.url);
    const { page, trouble } = visited;
    await page.getByLabel('API key').fill(key);
    await page.getByLabel('API key').press('Tab');
    await expect.poll(() => page.getByRole('alert').innerText()).toContain(told);
    await ask(page, 'How do tides work?');
    await page.locator('.turn .state.failed').waitFor();
    expect(await page.locator('.turn .error').innerText()).toContain(told);
    expect(trouble).toEqual([]);
  });
});
