import { ChatOpenAI } from '@langchain/openai';
import { describe, expect, it, vi } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';

const question = 'Hello! Please help me with a question.';

function connect({ baseURL }: StartedServer, fields: ConstructorParameters<typeof ChatOpenAI>[0] = {}) {
  const { configuration, ...options } = fields;
  return new ChatOpenAI({
    model: 'gpt-4o-mini',
    apiKey: 'mock-api-key',
    ...options,
    configuration: { ...configuration, baseURL },
  });
}

describe('LangChain', () => {
  it('invokes the model and reads its usage', async () => {
    await using server = await startServer();
    const message = await connect(server).invoke([
      ['system', 'You are a helpful assistant.'],
      ['human', question],
    ]);
    expect(message.text.length).toBeGreaterThan(100);
    expect(message.response_metadata['finish_reason']).toBe('stop');
    expect(message.usage_metadata).toMatchObject({
      input_tokens: expect.any(Number),
      output_tokens: expect.any(Number),
    });
  });

  it('streams the same text, with usage at the end', async () => {
    await using server = await startServer();
    const whole = await connect(server).invoke(question);
    const chunks = await Array.fromAsync(await connect(server).stream(question));
    expect(chunks.map(({ text }) => text).join('')).toBe(whole.text);
    expect(chunks.length).toBeGreaterThan(3);
    const usages = chunks.map(({ usage_metadata: usage }) => usage).filter((usage) => usage !== undefined);
    expect(usages.at(-1)).toEqual(whole.usage_metadata);
  });

  it('ends the stream on the server when it aborts', async () => {
    await using server = await startServer();
    const hangUp = new AbortController();
    async function hangUpOnceAsked(): Promise<void> {
      await vi.waitFor(() => expect(server.requests).toHaveLength(1));
      hangUp.abort();
    }
    const patient = connect(server, { configuration: { defaultHeaders: { 'x-understudy-ttft': '300000' } } });
    const reading = patient
      .stream(question, { signal: hangUp.signal })
      .then((stream) => Array.fromAsync(stream));
    const [error] = await Promise.all([reading.catch((reason: unknown) => reason), hangUpOnceAsked()]);
    expect(String(error)).toMatch(/abort/i);
    await vi.waitFor(() => expect(server.requests[0]?.failure).toBe('aborted'));
  });

  it('hears of a bad request without trying again', async () => {
    await using server = await startServer();
    const model = connect(server, { temperature: 3 });
    await expect(model.invoke(question)).rejects.toMatchObject({ status: 400, param: 'temperature' });
    expect(server.requests).toHaveLength(1);
  });
});
