import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Langbase, MemoryListDocResponse } from 'langbase';
import { type StartedServer, startServer } from '../../src/index.ts';
import { connectLangbase, failureOf } from '../support/make-langbase.ts';

const manual = [
  '# The Zephyr coffee machine',
  'To descale the Zephyr, hold the steam button for seven seconds and pour in citric acid.',
  '# Warranty',
  'The warranty of the Zephyr lasts 31 months from the day of purchase.',
].join('\n\n');

describe("Langbase's client, keeping memories", () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  /** Uploads a text, and waits until it has been read. */
  async function upload(client: Langbase, memoryName: string, documentName: string, text = manual) {
    const response = await client.memories.documents.upload({
      memoryName,
      documentName,
      contentType: 'text/plain',
      document: Buffer.from(text),
      meta: { language: 'en', file: documentName },
    });
    const found = (documents: readonly MemoryListDocResponse[]) =>
      documents.find(({ name }) => name === documentName);
    await vi.waitFor(async () =>
      expect(found(await client.memories.documents.list({ memoryName }))?.status).toBe('completed'),
    );
    return response;
  }

  it('makes one, lists it and deletes it', async () => {
    const { memories } = connectLangbase(server.url);
    const made = await memories.create({ name: 'manuals', description: 'All manuals', top_k: 3 });
    expect(made).toMatchObject({
      name: 'manuals',
      description: 'All manuals',
      owner_login: expect.stringMatching(/\S/),
      url: expect.stringMatching(/^https:\/\/langbase\.com\/.+manuals$/),
      chunk_size: 10_000,
      chunk_overlap: 2048,
      embedding_model: 'openai:text-embedding-3-large',
    });
    expect((await memories.list()).find(({ name }) => name === 'manuals')).toMatchObject({
      name: 'manuals',
      description: 'All manuals',
      owner_login: made.owner_login,
      url: made.url,
      embeddingModel: 'openai:text-embedding-3-large',
    });
    expect(await failureOf(memories.create({ name: 'manuals' }))).toMatchObject({
      name: 'ConflictError',
      status: 409,
    });
    expect(await memories.delete({ name: 'manuals' })).toEqual({ success: true });
    expect((await memories.list()).map(({ name }) => name)).not.toContain('manuals');
    expect(await failureOf(memories.delete({ name: 'manuals' }))).toMatchObject({ name: 'NotFoundError' });
  });

  it('uploads documents, lists them, finds what they say, tries again and deletes them', async () => {
    const client = connectLangbase(server.url);
    await client.memories.create({ name: 'machines' });
    const response = await upload(client, 'machines', 'zephyr manual.txt');
    expect(response.ok).toBe(true);
    await upload(client, 'machines', 'recipes.txt', 'Pancakes need two eggs, milk and flour.');
    const listed = await client.memories.documents.list({ memoryName: 'machines' });
    expect(listed.find(({ name }) => name === 'zephyr manual.txt')).toMatchObject({
      name: 'zephyr manual.txt',
      status: 'completed',
      status_message: null,
      metadata: { size: Buffer.byteLength(manual), type: 'text/plain' },
      enabled: true,
      chunk_size: expect.any(Number),
      chunk_overlap: expect.any(Number),
      owner_login: expect.any(String),
    });
    const ask = { query: 'How do I descale the Zephyr?', memory: [{ name: 'machines' }] };
    const [best, ...others] = await client.memories.retrieve({ ...ask, topK: 5 });
    expect(best?.text).toContain('hold the steam button for seven seconds');
    expect(best?.similarity).toBeGreaterThan(0);
    expect(best?.similarity).toBeLessThanOrEqual(1);
    expect(best?.meta).toMatchObject({ language: 'en', file: 'zephyr manual.txt' });
    for (const { similarity } of others) expect(similarity).toBeLessThanOrEqual(best?.similarity ?? 0);
    expect(await client.memories.retrieve({ ...ask, topK: 1 })).toHaveLength(1);
    const document = { memoryName: 'machines', documentName: 'zephyr manual.txt' };
    expect(await client.memories.documents.embeddings.retry(document)).toEqual({ success: true });
    expect(await client.memories.documents.delete(document)).toEqual({ success: true });
    const left = await client.memories.documents.list({ memoryName: 'machines' });
    expect(left.map(({ name }) => name)).toEqual(['recipes.txt']);
    const after = await client.memories.retrieve(ask);
    expect(after.map(({ text }) => text).join()).not.toContain('steam button');
  });

  it('finds only what filters let in', async () => {
    const client = connectLangbase(server.url);
    await client.memories.create({ name: 'filtered' });
    await upload(client, 'filtered', 'a.txt');
    await upload(client, 'filtered', 'b.txt');
    const filesOf = async (filters: [string, 'Eq' | 'NotEq' | 'In' | 'NotIn', string | string[]]) => {
      const memory = [{ name: 'filtered', filters }];
      const found = await client.memories.retrieve({ query: 'Zephyr warranty', memory });
      return new Set(found.map(({ meta }) => meta['file']));
    };
    expect(await filesOf(['file', 'Eq', 'a.txt'])).toEqual(new Set(['a.txt']));
    expect(await filesOf(['file', 'NotEq', 'a.txt'])).toEqual(new Set(['b.txt']));
    expect(await filesOf(['file', 'In', ['a.txt', 'b.txt']])).toEqual(new Set(['a.txt', 'b.txt']));
    expect(await filesOf(['file', 'NotIn', ['a.txt', 'b.txt']])).toEqual(new Set([]));
    const nested = await client.memories.retrieve({
      query: 'Zephyr warranty',
      memory: [
        {
          name: 'filtered',
          filters: [
            'And',
            [
              ['language', 'Eq', 'en'],
              [
                'Or',
                [
                  ['file', 'Eq', 'b.txt'],
                  ['file', 'Eq', 'c.txt'],
                ],
              ],
            ],
          ],
        },
      ],
    });
    expect(new Set(nested.map(({ meta }) => meta['file']))).toEqual(new Set(['b.txt']));
  });

  it("answers runs from what a memory says, the pipe's own and one of the run", async () => {
    const client = connectLangbase(server.url);
    await client.memories.create({ name: 'support' });
    await upload(client, 'support', 'zephyr.txt');
    await client.pipes.create({ name: 'helper', memory: [{ name: 'support' }] });
    const messages = [{ role: 'user' as const, content: 'How long does the warranty of the Zephyr last?' }];
    const plain = await client.pipes.run({ name: 'any', messages });
    const stored = await client.pipes.run({ name: 'helper', messages });
    const given = await client.pipes.run({ name: 'any', messages, memory: [{ name: 'support' }] });
    expect(stored.usage.prompt_tokens).toBeGreaterThan(plain.usage.prompt_tokens + 20);
    expect(given.usage).toEqual(stored.usage);
    expect(given.completion).toBe(stored.completion);
  });

  it('is told of memories and documents that are not there', async () => {
    const { memories } = connectLangbase(server.url);
    const notFound = { name: 'NotFoundError', status: 404, code: 'NOT_FOUND' };
    const nobody = { memoryName: 'nobody', documentName: 'nothing.txt' };
    expect(await failureOf(memories.documents.list(nobody))).toMatchObject(notFound);
    expect(await failureOf(memories.documents.delete(nobody))).toMatchObject(notFound);
    expect(await failureOf(memories.retrieve({ query: 'x', memory: [{ name: 'nobody' }] }))).toMatchObject(
      notFound,
    );
    const document = { ...nobody, contentType: 'text/plain' as const, document: Buffer.from('x') };
    expect(await failureOf(memories.documents.upload(document))).toMatchObject(notFound);
  });
});
