import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { openBrowser } from '../support/open-browser.ts';
import { breakableProxy } from './breakable-proxy.ts';
import { ask, readAnswer, setPace, settingsOf, visit, waitForText } from './visit.ts';

const question = 'How do tides work?';

/** Bodies that the server got for a path, oldest first. */
function bodiesOf(server: StartedServer, path: string): readonly Record<string, unknown>[] {
  return server.requests.filter((request) => request.path === path).map(({ body }) => body as never);
}

async function post(url: string, body: object): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }).then((response) =>
    response.text(),
  );
}

/** The ids of all events that the page lists, page after page. */
async function readIds(page: Page): Promise<readonly string[]> {
  await page.getByRole('tab', { name: 'Events' }).click();
  const earlier = page.getByRole('button', { name: 'Earlier' });
  while (await earlier.isEnabled()) await earlier.click();
  const ids = await page.locator('.events summary span').allTextContents();
  const later = page.getByRole('button', { name: 'Later' });
  while (await later.isEnabled()) {
    await later.click();
    ids.push(...(await page.locator('.events summary span').allTextContents()));
  }
  return ids;
}

describe('the chat of the playground', { timeout: 90_000 }, () => {
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

  /** What the server says to the question when it answers whole. */
  async function askWhole(): Promise<string> {
    const body = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: question }] };
    return JSON.parse(await post(`${server.url}/v1/chat/completions`, body)).choices[0].message.content;
  }

  const references = {
    'OpenAI chat': askWhole,
    Prompt: async () => {
      const body = { prompt: question, model: 'gpt-4o-mini', stream: true };
      const chunks = [
        ...(await post(`${server.url}/v1/chat/completions`, body)).matchAll(/^data: (\{.*)$/gm),
      ];
      return chunks.map(([, chunk = '']) => JSON.parse(chunk).choices[0].delta.content).join('');
    },
    'Langbase pipe': async () => {
      const body = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: question }] };
      return JSON.parse(await post(`${server.url}/v1/pipes/run`, body)).completion;
    },
    'Completion (GPT-2)': async () => {
      const path = `/completion/${encodeURIComponent(question)}?format=raw`;
      return (await fetch(server.url + path)).text();
    },
  };

  it.each(Object.entries(references))(
    'streams in the dialect %s what the server says',
    async (name, reference) => {
      await using visited = await visit(browser, server.url);
      const { page, trouble } = visited;
      await settingsOf(page).getByLabel('Dialect').selectOption({ label: name });
      await setPace(page, 0, 2000);
      await ask(page, question);
      expect(await readAnswer(page)).toBe(await reference());
      expect((await readIds(page)).length).toBeGreaterThan(5);
      expect(trouble).toEqual([]);
    },
  );

  it('asks for the model, pace, seed, budget and system message that the form says', async () => {
    await using visited = await visit(browser, server.url);
    const { page } = visited;
    await page.getByRole('combobox', { name: 'Model' }).fill('gpt-4.1');
    await setPace(page, 7, 900);
    await settingsOf(page).getByLabel('Jitter').fill('0.5');
    await settingsOf(page).getByLabel('Seed').fill('42');
    await settingsOf(page).getByLabel('Max tokens').fill('12');
    await settingsOf(page).getByLabel('System message').fill('Be brief.');
    await ask(page, question);
    await readAnswer(page);
    const sent = server.requests.at(-1);
    expect(sent?.body).toEqual({
      model: 'gpt-4.1',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: question },
      ],
      stream: true,
      stream_options: { include_usage: true },
      seed: 42,
      max_completion_tokens: 12,
    });
    expect(sent?.headers).toMatchObject({
      'x-understudy-ttft': '7',
      'x-understudy-tokens-per-second': '900',
      'x-understudy-jitter': '0.5',
    });
    expect(await page.locator('.turn footer').innerText()).toContain('12 tokens');
  });

  it("keeps the server's own pace until another one is typed, and holds arrivals against it", async () => {
    const models = { 'gpt-4.1': { tokensPerSecond: 300 } };
    await using paced = await startServer({ ttft: 150, tokensPerSecond: 400, jitter: 0.25, models });
    await using visited = await visit(browser, paced.url);
    const { page } = visited;
    const form = settingsOf(page);
    const shown = (): Promise<readonly (string | null)[]> =>
      Promise.all(
        ['First token, ms', 'Tokens/s', 'Jitter'].map((label) =>
          form.getByLabel(label).getAttribute('placeholder'),
        ),
      );
    await expect.poll(shown).toEqual(['150', '400', '0.25']);
    await ask(page, question);
    await readAnswer(page);
    expect(Object.keys(paced.requests.at(-1)?.headers ?? {}).join()).not.toMatch(/ttft|tokens-per|jitter/);
    await expect.poll(() => page.locator('.tiles').innerText()).toMatch(/asked 150 ms[^]*asked 400\/s/);
    await page.getByRole('combobox', { name: 'Model' }).fill('gpt-4.1');
    await expect.poll(shown).toEqual(['150', '300', '0.25']);
    await form.getByLabel('First token, ms').fill('5');
    await expect.poll(shown).toEqual(['5', '400', '0.25']);
  });

  it('shows a whole answer where none is streamed', async () => {
    await using visited = await visit(browser, server.url);
    const { page, trouble } = visited;
    await settingsOf(page).getByLabel('Stream').uncheck();
    await setPace(page, 0, 2000);
    await ask(page, question);
    expect(await readAnswer(page)).toBe(await askWhole());
    const timing = page.locator('#wire-timing');
    await expect.poll(() => timing.innerText()).toMatch(/Whole after\s+\d+(?:\.\d)? ms\s+Tokens\s+\d\d+/);
    expect(await timing.innerText()).toContain('it came at once');
    expect(await timing.innerText()).not.toMatch(/late|rate/i);
    expect(await readIds(page)).toHaveLength(1);
    expect(trouble).toEqual([]);
  });

  it('tells that it waits until text comes, though the head of the answer is there', async () => {
    await using visited = await visit(browser, server.url);
    const { page } = visited;
    await settingsOf(page).getByLabel('Dialect').selectOption('langbase');
    await setPace(page, 60_000, 50);
    await ask(page, question);
    await page.locator('.turn .state.streaming').waitFor();
    expect(await page.locator('.turn .answer').innerText()).toBe('Waiting for the first token …');
    await page.getByRole('button', { name: 'Stop' }).first().click();
    await page.locator('.turn .state.stopped').waitFor();
    expect(await page.locator('.turn .answer').innerText()).toBe('');
  });

  it.each(['the button', 'Escape', 'Escape after a click elsewhere'])(
    'stops an answer by %s, on the server too',
    async (way) => {
      await using visited = await visit(browser, server.url);
      const { page, trouble } = visited;
      await setPace(page, 0, 5);
      await ask(page, question);
      await waitForText(page, 8);
      server.requests.length = 0;
      if (way === 'the button') await page.getByRole('button', { name: 'Stop' }).first().click();
      else {
        if (way !== 'Escape') await page.locator('.turn .question').click();
        await page.keyboard.press('Escape');
      }
      const said = await readAnswer(page, 'stopped');
      expect(said.length).toBeGreaterThan(0);
      expect((await askWhole()).startsWith(said)).toBe(true);
      const ended = () => server.requests.findLast(({ method }) => method === 'DELETE');
      await expect.poll(() => ended()?.status).toBe(200);
      expect(ended()?.path).toMatch(/^\/v1\/streams\/req_/);
      expect(trouble).toEqual([]);
    },
  );

  it('takes a dropped stream up where it broke off: nothing doubled, nothing lost', async () => {
    await using visited = await visit(browser, server.url);
    const { page, trouble } = visited;
    await settingsOf(page).getByLabel('Comes back by itself').uncheck();
    await setPace(page, 0, 60);
    await ask(page, question);
    await waitForText(page, 60);
    await page.getByRole('button', { name: 'Drop connection' }).click();
    await page.locator('.state.dropped').waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    expect(await readAnswer(page)).toBe(await askWhole());
    expect(await page.locator('.turn .state').innerText()).toBe('done, resumed');
    const ids = (await readIds(page)).filter((id) => !id.includes('.'));
    expect(ids).toEqual(ids.map((_, index) => String(index)));
    const came = server.requests.filter(({ path }) => path.startsWith('/v1/streams/'));
    expect(Number(came.at(-1)?.headers['last-event-id'])).toBeGreaterThan(3);
    expect(trouble).toEqual([]);
  });

  it('comes back by itself when the network breaks the connection', async () => {
    await using proxy = await breakableProxy(server.url);
    await using visited = await visit(browser, proxy.url);
    const { page } = visited;
    await setPace(page, 0, 60);
    await ask(page, question);
    await waitForText(page, 60);
    proxy.break();
    await page.locator('.state.dropped').waitFor();
    expect(await readAnswer(page)).toBe(await askWhole());
  });

  it('says so when a stream that does not outlive its client is lost', async () => {
    await using proxy = await breakableProxy(server.url);
    await using visited = await visit(browser, proxy.url);
    const { page } = visited;
    await settingsOf(page).getByLabel('Outlives a lost connection').uncheck();
    await setPace(page, 0, 30);
    await ask(page, question);
    await waitForText(page, 20);
    proxy.break();
    const said = await readAnswer(page, 'failed');
    expect((await askWhole()).startsWith(said)).toBe(true);
  });

  it('follows the answer on a phone, until somebody scrolls up', async () => {
    await using visited = await visit(browser, server.url, { viewport: { width: 360, height: 640 } });
    const { page } = visited;
    await page.locator('.side summary').click();
    await setPace(page, 0, 150);
    await ask(page, 'Tell me all about tides, in ten paragraphs.');
    // The end of the answer against the top of what stands under it; both are to be seen.
    const place = async (): Promise<{ end: number; under: number; bottom: number }> => {
      const end = await page.locator('.turn footer').last().boundingBox();
      const under = await page.locator('.composer').boundingBox();
      if (end === null || under === null) throw new Error('Nothing is shown.');
      return { end: end.y + end.height, under: under.y, bottom: under.y + under.height };
    };
    for (const length of [200, 700, 1200]) {
      await waitForText(page, length);
      await expect.poll(async () => (await place()).bottom).toBeCloseTo(640, -1);
      await expect.poll(async () => (({ end, under }) => end - under)(await place())).toBeLessThan(4);
    }
    await page.mouse.move(180, 200);
    await page.mouse.wheel(0, -400);
    await expect.poll(async () => (({ end, under }) => end - under)(await place())).toBeGreaterThan(100);
    const top = await page.evaluate('scrollY');
    await waitForText(page, (await page.locator('.turn .answer').innerText()).length + 150);
    expect(await page.evaluate('scrollY')).toBe(top);
  });

  it('sends what was said before with the next question', async () => {
    await using visited = await visit(browser, server.url);
    const { page } = visited;
    await setPace(page, 0, 5000);
    await ask(page, question);
    const answer = await readAnswer(page);
    await ask(page, 'And neap tides?');
    await page.locator('.turn:nth-of-type(2) .state.done').waitFor();
    expect(bodiesOf(server, '/v1/chat/completions').at(-1)?.['messages']).toEqual([
      { role: 'user', content: question },
      { role: 'assistant', content: answer },
      { role: 'user', content: 'And neap tides?' },
    ]);
  });

  it('goes on in the thread that the first answer of a pipe made', async () => {
    await using visited = await visit(browser, server.url);
    const { page } = visited;
    await settingsOf(page).getByLabel('Dialect').selectOption('langbase');
    await setPace(page, 0, 5000);
    await ask(page, 'My name is Ada Lovelace.');
    await readAnswer(page);
    const thread = await settingsOf(page).getByLabel('Thread').inputValue();
    await ask(page, 'What is my name?');
    await page.locator('.turn:nth-of-type(2) .state.done').waitFor();
    expect(await readAnswer(page)).toContain('Ada');
    const [first, second] = bodiesOf(server, '/v1/pipes/run').slice(-2);
    expect(first).not.toHaveProperty('threadId');
    expect(second?.['threadId']).toBe(thread);
    await page.getByRole('button', { name: 'New thread' }).click();
    await ask(page, 'What is my name?');
    await page.locator('.turn:nth-of-type(3) .state.done').waitFor();
    expect(bodiesOf(server, '/v1/pipes/run').at(-1)).not.toHaveProperty('threadId');
  });

  it('tells what the server refuses, in its words', async () => {
    await using visited = await visit(browser, server.url);
    const { page } = visited;
    await settingsOf(page).getByLabel('Jitter').fill('9');
    await ask(page, question);
    await page.locator('.state.failed').waitFor();
    expect(await page.locator('.turn .error').innerText()).toMatch(
      /^400: Invalid value: '9'.*x-understudy-jitter/,
    );
  });
});
