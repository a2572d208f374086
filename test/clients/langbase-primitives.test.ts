import { Pipe, printStreamToStdout } from 'langbase';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { connectLangbase, failureOf, uuid } from '../support/make-langbase.ts';

const messages = [{ role: 'user' as const, content: 'What is server-sent events?' }];

describe("Langbase's client, with single tasks", () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('embeds texts', async () => {
    const vectors = await connectLangbase(server.url).embed({
      chunks: ['a cup of tea', 'a cup of green tea', 'quantum field theory'],
      embeddingModel: 'openai:text-embedding-3-large',
    });
    expect(vectors).toHaveLength(3);
    const dot = (a: readonly number[] = [], b: readonly number[] = []) =>
      a.reduce((sum, value, index) => sum + value * (b[index] ?? NaN), 0);
    expect(dot(vectors[0], vectors[0])).toBeCloseTo(1, 3);
    expect(dot(vectors[0], vectors[1])).toBeGreaterThan(dot(vectors[0], vectors[2]));
  });

  it('cuts a text into chunks', async () => {
    const content = Array.from({ length: 400 }, (_each, index) => `This is sentence ${index}.`).join(' ');
    const { chunker, chunk } = connectLangbase(server.url);
    const chunks = await chunker({ content, chunkMaxLength: 1024, chunkOverlap: 256 });
    expect(chunks.length).toBeGreaterThan(8);
    for (const each of chunks) expect(each.length).toBeLessThanOrEqual(1024);
    expect(chunks[0]?.startsWith('This is sentence 0.')).toBe(true);
    expect(chunks.at(-1)?.endsWith('sentence 399.')).toBe(true);
    expect(await chunk({ content, chunkMaxLength: 1024, chunkOverlap: 256 })).toEqual(chunks);
    expect(await failureOf(chunker({ content, chunkMaxLength: 10 }))).toMatchObject({
      name: 'BadRequestError',
    });
  });

  it.each([
    ['text/plain', 'note.txt', 'Plain words.', 'Plain words.'],
    ['text/markdown', 'note.md', '# Title\n\nWords.', 'Words.'],
    ['text/csv', 'table.csv', 'a,b\n1,2\n', '1'],
  ] as const)('reads the text of a file: %s', async (contentType, documentName, text, expected) => {
    const { parser } = connectLangbase(server.url);
    const parsed = await parser({ document: Buffer.from(text), documentName, contentType });
    expect(parsed.documentName).toBe(documentName);
    expect(parsed.content).toContain(expected);
  });

  it('searches and crawls pages of the web, which are on this machine', async () => {
    const { tools } = connectLangbase(server.url);
    const found = await tools.webSearch({
      query: 'What is Langbase?',
      service: 'exa',
      totalResults: 2,
      apiKey: 'exa-key',
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(2);
    for (const { url, content } of found)
      expect([URL.canParse(url), content]).toEqual([true, expect.stringMatching(/\S/)]);
    const crawled = await tools.crawl({
      url: [found[0]?.url ?? '', 'https://nobody.example/'],
      apiKey: 'spider-key',
    });
    expect(crawled.map(({ url }) => url)).toEqual([found[0]?.url, 'https://nobody.example/']);
    for (const { content } of crawled) expect(content).toMatch(/\S/);
  });

  it('draws images', async () => {
    const result = await connectLangbase(server.url).images.generate({
      prompt: 'A lighthouse at dusk',
      model: 'openai:gpt-image-1',
      width: 128,
      height: 64,
      apiKey: 'llm-key',
    });
    expect(result).toMatchObject({
      id: expect.any(String),
      provider: expect.any(String),
      model: expect.any(String),
      object: expect.any(String),
      created: expect.any(Number),
      usage: { prompt_tokens: expect.any(Number), total_tokens: expect.any(Number) },
    });
    const [image] = result.choices[0]?.message.images ?? [];
    expect(image).toMatchObject({ type: 'image_url', index: 0 });
    // A data URL, or one of this server's, that shows an image.
    const picture = await fetch(image?.image_url.url ?? '');
    expect(picture.headers.get('content-type')).toMatch(/^image\//);
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(50);
  });

  it('traces the steps of a workflow', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const client = connectLangbase(server.url);
    const traces = vi.spyOn(client.traces, 'create');
    const workflow = client.workflow({ name: 'research' });
    const run = await workflow.step({ id: 'run', run: () => client.pipes.run({ name: 'any', messages }) });
    const agent = await workflow.step({
      id: 'agent',
      timeout: 10_000,
      run: () => client.agent.run({ model: 'openai:gpt-4o-mini', input: 'Hi', apiKey: 'llm-key' }),
    });
    const vectors = await workflow.step({ id: 'embed', run: () => client.embed({ chunks: ['a'] }) });
    await workflow.end();
    expect(run.completion).toMatch(/\S/);
    expect(agent.output).toMatch(/\S/);
    expect(vectors).toHaveLength(1);
    expect(errors).not.toHaveBeenCalled();
    const steps = traces.mock.calls[0]?.[0]?.workflow?.steps;
    expect(steps).toMatchObject([{ name: 'run' }, { name: 'agent' }, { name: 'embed' }]);
    // Each step knows the trace that the server has given its call.
    for (const step of steps) expect(step.traces).toEqual([expect.stringMatching(/\S/)]);
    expect(await traces.mock.results[0]?.value).not.toHaveProperty('error');
    errors.mockRestore();
  });
});

// The class has one address and takes no other: its calls are led here on the way.
describe("Langbase's old class for pipes", () => {
  const original = globalThis.fetch;
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    globalThis.fetch = (input, init) =>
      original(new Request(input).url.replace('https://api.langbase.com', server.url), init);
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(async () => {
    globalThis.fetch = original;
    await server.close();
  });

  // Only chats have threads.
  const kinds = [
    { chat: false, thread: /^none$/ },
    { chat: true, thread: uuid },
  ];

  it.each(kinds)('generates a text, as a chat: $chat', async ({ chat, thread }) => {
    const pipe = new Pipe({ apiKey: 'pipe-key' });
    const result = await pipe.generateText({ messages, chat });
    expect(result.completion.length).toBeGreaterThan(50);
    expect(result.choices[0]?.message.content).toBe(result.completion);
    expect(result.threadId ?? 'none').toMatch(thread);
  });

  it.each(kinds)('streams a text, as a chat: $chat', async ({ chat, thread }) => {
    const pipe = new Pipe({ apiKey: 'pipe-key' });
    const whole = await pipe.generateText({ messages, chat });
    const { stream, threadId } = await pipe.streamText({ messages, chat });
    expect(threadId ?? 'none').toMatch(thread);
    const written: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    await printStreamToStdout(stream);
    expect(written.join('')).toBe(whole.completion);
  });

  it('goes on with a chat', async () => {
    const pipe = new Pipe({ apiKey: 'pipe-key' });
    const first = await pipe.generateText({
      messages: [{ role: 'user', content: 'My name is Ada Lovelace.' }],
      chat: true,
    });
    const second = await pipe.generateText({
      messages: [{ role: 'user', content: 'What is my name?' }],
      threadId: first.threadId ?? '',
      chat: true,
    });
    expect(second.completion).toContain('Ada');
  });
});
