import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../src/index.ts';
import { startProcess } from '../cli/start-process.ts';
import { refusal, send } from './langbase-calls.ts';

const hello = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hello!' }], stream: true };

describe('many calls at one time', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'understudy-storage-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const stores = [
    ['memory', () => ':memory:'],
    ['a folder', () => folder],
  ] as const;

  it.each(stores)('make a thread once, kept in %s', async (_name, data) => {
    await using server = await startServer({ data: data() });
    const made = await Promise.all(
      Array.from({ length: 50 }, () => send(server, 'POST /v1/threads', { threadId: 'one' })),
    );
    expect(made.filter(({ status }) => status === 201)).toHaveLength(1);
    const others = made.filter(({ status }) => status !== 201).map(({ status, body }) => ({ status, body }));
    expect(others).toEqual(Array.from({ length: 49 }, () => ({ status: 409, body: refusal(409) })));
  });

  it.each(stores)('make a pipe once, kept in %s', async (_name, data) => {
    await using server = await startServer({ data: data() });
    const made = await Promise.all(
      Array.from({ length: 50 }, () => send(server, 'POST /v1/pipes', { name: 'one' })),
    );
    expect(made.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(made.filter(({ status }) => status === 409)).toHaveLength(49);
  });

  it.each(stores)('append to a thread, and none is lost or torn, kept in %s', async (_name, data) => {
    await using server = await startServer({ data: data() });
    await send(server, 'POST /v1/threads', { threadId: 'many' });
    const append = (index: number) =>
      send(server, 'POST /v1/threads/many/messages', [
        { role: 'user', content: `${index} a` },
        { role: 'assistant', content: `${index} b` },
      ]);
    const added = await Promise.all(Array.from({ length: 500 }, (_each, index) => append(index)));
    expect(new Set(added.map(({ status }) => status))).toEqual(new Set([200]));
    const { body } = await send(server, 'GET /v1/threads/many/messages');
    const listed = Array.isArray(body)
      ? body.map((each: unknown) => String(Reflect.get(Object(each), 'content')))
      : [];
    const pairs = Array.from({ length: 500 }, (_each, index) => `${index} a`);
    expect(listed.filter((content) => content.endsWith('a')).toSorted()).toEqual(pairs.toSorted());
    const firsts = listed.filter((_content, place) => place % 2 === 0);
    expect(listed).toEqual(firsts.flatMap((content) => [content, content.replace('a', 'b')]));
    expect(listed).toHaveLength(1000);
  });

  it('go on with one thread in runs, and each turn stays whole', async () => {
    await using server = await startServer({ data: folder });
    const run = (index: number) =>
      send(server, 'POST /v1/pipes/run', {
        threadId: 'turns',
        messages: [{ role: 'user', content: `question ${index}` }],
        max_tokens: 3,
      });
    const runs = await Promise.all(Array.from({ length: 30 }, (_each, index) => run(index)));
    const { body } = await send(server, 'GET /v1/threads/turns/messages');
    const listed = Array.isArray(body)
      ? body.map((each: unknown) => String(Reflect.get(Object(each), 'content')))
      : [];
    expect(listed).toHaveLength(60);
    for (const [index, { body: answer }] of runs.entries()) {
      const place = listed.indexOf(`question ${index}`);
      expect(listed[place + 1]).toBe(Reflect.get(Object(answer), 'completion'));
    }
  });

  it('come to two servers of one folder, and none is lost', async () => {
    await using first = await startServer({ data: folder });
    await using second = await startServer({ data: folder });
    await send(first, 'POST /v1/threads', { threadId: 'shared' });
    const append = (index: number) =>
      send(index % 2 === 0 ? first : second, 'POST /v1/threads/shared/messages', [
        { role: 'user', content: String(index) },
      ]);
    const added = await Promise.all(Array.from({ length: 100 }, (_each, index) => append(index)));
    expect(new Set(added.map(({ status }) => status))).toEqual(new Set([200]));
    const listed = await Promise.all(
      [first, second].map((server) => send(server, 'GET /v1/threads/shared/messages')),
    );
    expect(listed[0]?.body).toHaveLength(100);
    expect(listed[1]?.text).toBe(listed[0]?.text);
  });

  it('are all there after a restart', async () => {
    const data = join(folder, 'restarted');
    const calls = ['a', 'b', 'c'];
    {
      await using server = await startServer({ data });
      for (const threadId of calls) {
        await send(server, 'POST /v1/threads', {
          threadId,
          metadata: { threadId },
          messages: hello.messages,
        });
      }
      await send(server, 'POST /v1/pipes', { name: 'kept', temperature: 0.5 });
    }
    await using server = await startServer({ data });
    for (const threadId of calls) {
      expect((await send(server, `GET /v1/threads/${threadId}`)).body).toMatchObject({
        metadata: { threadId },
      });
      expect((await send(server, `GET /v1/threads/${threadId}/messages`)).body).toMatchObject(hello.messages);
    }
    expect((await send(server, 'GET /v1/pipes')).body).toMatchObject([{ name: 'kept', temperature: 0.5 }]);
  });
});

describe('a data folder that cannot be used', () => {
  it('stops the start with one line that names --data', async () => {
    await using server = startProcess(['--port', '0', '--data', 'file/folder']);
    writeFileSync(join(server.folder, 'file'), 'no folder');
    expect(await server.ended).toBeGreaterThan(0);
    expect(server.told.messages.trim().split('\n')).toEqual([expect.stringMatching(/--data/)]);
    expect(server.told.messages).not.toContain('    at ');
  });

  it('stops the start where a file in it is no database', async () => {
    await using server = startProcess(['--port', '0', '--data', 'data']);
    mkdirSync(join(server.folder, 'data'));
    writeFileSync(join(server.folder, 'data/understudy.db'), 'This is no database.'.repeat(500));
    expect(await server.ended).toBeGreaterThan(0);
    expect(server.told.messages.trim().split('\n')).toEqual([expect.stringMatching(/--data/)]);
  });

  it('is told by threads alone where nobody named it, and answers of OpenAI stream on', async () => {
    await using server = startProcess(['--port', '0', '--instant']);
    writeFileSync(join(server.folder, '.understudy'), 'no folder');
    const [, url = ''] = await server.message(/(http:\/\/127\.0\.0\.1:\d+) speaks openai/);
    const refused = await send({ url }, 'POST /v1/threads', {});
    expect(refused).toMatchObject({ status: 500, body: refusal(500) });
    expect(refused.text).toContain('--data');
    const run = await send({ url }, 'POST /v1/pipes/run', { messages: hello.messages });
    expect(run).toMatchObject({ status: 500, body: refusal(500) });
    const streamed = await send({ url }, 'POST /v1/chat/completions', hello);
    expect(streamed.status).toBe(200);
    const agent = await send({ url }, 'POST /v1/agent/run', { model: 'openai:gpt-4o-mini', input: 'Hi' });
    expect(agent.status).toBe(200);
    // It is mended while the server runs.
    rmSync(join(server.folder, '.understudy'));
    expect((await send({ url }, 'POST /v1/threads', {})).status).toBe(201);
    expect(readdirSync(join(server.folder, '.understudy'))).toContain('understudy.db');
  });

  it('is full at its bound: writers are told, readers and answers of OpenAI go on, and room can be made', async () => {
    const data = mkdtempSync(join(tmpdir(), 'understudy-full-'));
    const server = await startServer({ data, storage: { maxBytes: 512 * 1024 } });
    await send(server, 'POST /v1/threads', { threadId: 'a' });
    const large = [{ role: 'user', content: 'x'.repeat(100_000) }];
    let last = await send(server, 'POST /v1/threads/a/messages', large);
    for (let count = 0; count < 10 && last.status === 200; count += 1) {
      last = await send(server, 'POST /v1/threads/a/messages', large);
    }
    expect(last).toMatchObject({ status: 403, body: refusal(403) });
    const { body } = await send(server, 'GET /v1/threads/a/messages');
    expect(Array.isArray(body) && body.length).toBeGreaterThan(0);
    expect((await send(server, 'POST /v1/chat/completions', hello)).status).toBe(200);
    expect((await send(server, 'DELETE /v1/threads/a')).status).toBe(200);
    expect((await send(server, 'POST /v1/threads', { threadId: 'b', messages: large })).status).toBe(201);
    await server.close();
    rmSync(data, { recursive: true });
  });
});
