import OpenAI from 'openai';
import { startServer } from 'understudy';
import { expect, it } from 'vitest';

/** What is tested: a function of yours that streams an answer into your page. */
async function answer(client: OpenAI, question: string, show: (text: string) => void): Promise<string> {
  const stream = client.chat.completions.stream({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: question }],
  });
  stream.on('content', show);
  return (await stream.finalContent()) ?? '';
}

it('shows the answer piece by piece', async () => {
  await using server = await startServer({ message: 'The answer is forty-two.' });
  const client = new OpenAI({ baseURL: server.baseURL, apiKey: 'any' });
  const shown: string[] = [];
  expect(await answer(client, 'What is the answer?', (text) => shown.push(text))).toBe(
    'The answer is forty-two.',
  );
  expect(shown).toEqual(['The', ' answer', ' is', ' forty-two.']);
});

it('sends the question to the model', async () => {
  await using server = await startServer();
  const client = new OpenAI({ baseURL: server.baseURL, apiKey: 'any' });
  await answer(client, 'What is the answer?', () => {});
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]?.body).toMatchObject({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: 'What is the answer?' }],
  });
});

it('tries again when the API is full', async () => {
  await using server = await startServer({ limits: { maxStreams: 1 }, ttft: 300, tokensPerSecond: 1000 });
  const client = new OpenAI({ baseURL: server.baseURL, apiKey: 'any' });
  const questions = ['one', 'two'].map((question) => answer(client, question, () => {}));
  expect(await Promise.all(questions)).toHaveLength(2);
  expect(server.requests.map(({ status }) => status).sort()).toEqual([200, 200, 503]);
});
