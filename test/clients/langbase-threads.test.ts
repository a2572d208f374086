import { getRunner } from 'langbase';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { connectLangbase, uuid } from '../support/make-langbase.ts';

describe("Langbase's client, keeping threads", () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const thread = (id: unknown, metadata: object) => ({
    id,
    object: 'thread',
    created_at: expect.any(Number),
    metadata,
  });

  const message = (threadId: string, role: string, content: string | null) => ({
    id: expect.stringMatching(/^msg_/),
    thread_id: threadId,
    created_at: expect.any(Number),
    role,
    content,
    tool_call_id: null,
    tool_calls: [],
    name: null,
    attachments: [],
    metadata: {},
  });

  it('makes, reads, changes and deletes one', async () => {
    const { threads } = connectLangbase(server.url);
    const made = await threads.create({ metadata: { user: 'u1' } });
    expect(made).toEqual(thread(expect.stringMatching(uuid), { user: 'u1' }));
    expect(Math.abs(made.created_at - Math.floor(new Date().getTime() / 1000))).toBeLessThan(60);
    expect(await threads.get({ threadId: made.id })).toEqual(made);
    const changed = await threads.update({ threadId: made.id, metadata: { topic: 'billing' } });
    expect(changed).toEqual({ ...made, metadata: { user: 'u1', topic: 'billing' } });
    expect(await threads.get({ threadId: made.id })).toEqual(changed);
    expect(await threads.messages.list({ threadId: made.id })).toEqual([]);
    expect(await threads.delete({ threadId: made.id })).toEqual({ success: true });
    await expect(threads.get({ threadId: made.id })).rejects.toThrow(/^404 /);
    await expect(threads.messages.list({ threadId: made.id })).rejects.toThrow(/^404 /);
    await expect(threads.delete({ threadId: made.id })).rejects.toThrow(/^404 /);
  });

  it('makes one with an id and messages of its own', async () => {
    const { threads } = connectLangbase(server.url);
    const messages = [
      { role: 'system' as const, content: 'Be brief.' },
      { role: 'user' as const, content: 'Hello, I need help!', metadata: { from: 'page' } },
    ];
    expect(await threads.create({ threadId: 'custom-1', messages })).toEqual(thread('custom-1', {}));
    expect(await threads.messages.list({ threadId: 'custom-1' })).toEqual([
      message('custom-1', 'system', 'Be brief.'),
      { ...message('custom-1', 'user', 'Hello, I need help!'), metadata: { from: 'page' } },
    ]);
  });

  it('appends messages of every kind, and lists them as they are, the oldest one first', async () => {
    const { threads } = connectLangbase(server.url);
    const { id } = await threads.create({});
    const call = { id: 'call_1', type: 'function' as const, function: { name: 'add', arguments: '{"a":1}' } };
    const first = await threads.append({
      threadId: id,
      messages: [
        {
          role: 'user',
          content: 'Zürich 東京 👩‍👩‍👧 "quoted" \\ \u2028',
          name: 'Ada',
          attachments: [{ url: 'x' }],
        },
        { role: 'assistant', content: null, tool_calls: [call] },
      ],
    });
    const second = await threads.append({
      threadId: id,
      messages: [{ role: 'tool', content: '2', tool_call_id: 'call_1', name: 'add' }],
    });
    expect(first).toEqual([
      {
        ...message(id, 'user', 'Zürich 東京 👩‍👩‍👧 "quoted" \\ \u2028'),
        name: 'Ada',
        attachments: [{ url: 'x' }],
      },
      { ...message(id, 'assistant', null), tool_calls: [call] },
    ]);
    expect(second).toEqual([{ ...message(id, 'tool', '2'), tool_call_id: 'call_1', name: 'add' }]);
    expect(await threads.messages.list({ threadId: id })).toEqual([...first, ...second]);
  });

  it('copies one by appending what it has listed', async () => {
    const { threads } = connectLangbase(server.url);
    const { id } = await threads.create({ messages: [{ role: 'user', content: 'One' }] });
    const listed = await threads.messages.list({ threadId: id });
    const copy = await threads.create({});
    const messages = listed.map((each) => ({ ...each, name: each.name ?? '', tool_call_id: '' }));
    await threads.append({ threadId: copy.id, messages });
    const branch = await threads.messages.list({ threadId: copy.id });
    expect(branch.map(({ role, content, thread_id }) => [role, content, thread_id])).toEqual([
      ['user', 'One', copy.id],
    ]);
    expect(branch[0]?.id).not.toBe(listed[0]?.id);
  });

  it('goes on with one in runs, and lists every turn in order', async () => {
    const client = connectLangbase(server.url);
    const ask = (content: string, threadId?: string) =>
      client.pipes.run({
        name: 'any',
        messages: [{ role: 'user', content }],
        ...(threadId === undefined ? {} : { threadId }),
      });
    const first = await ask('My name is Ada Lovelace.');
    const threadId = first.threadId ?? '';
    expect(threadId).toMatch(uuid);
    const second = await ask('What is my name?', threadId);
    expect(second.threadId).toBe(threadId);
    expect(second.completion).toContain('Ada');
    expect(second.usage.prompt_tokens).toBeGreaterThan(
      first.usage.prompt_tokens + first.usage.completion_tokens,
    );
    const streamed = await client.pipes.run({
      name: 'any',
      threadId,
      messages: [{ role: 'user', content: 'Thanks!' }],
      stream: true,
    });
    expect(streamed.threadId).toBe(threadId);
    const third = await getRunner(streamed.stream).finalContent();
    expect(await client.threads.messages.list({ threadId })).toEqual([
      message(threadId, 'user', 'My name is Ada Lovelace.'),
      message(threadId, 'assistant', first.completion),
      message(threadId, 'user', 'What is my name?'),
      message(threadId, 'assistant', second.completion),
      message(threadId, 'user', 'Thanks!'),
      message(threadId, 'assistant', third),
    ]);
    expect(await client.threads.get({ threadId })).toEqual(thread(threadId, {}));
  });

  it('goes on with one that was made with messages', async () => {
    const client = connectLangbase(server.url);
    const { id } = await client.threads.create({
      messages: [{ role: 'user', content: 'My name is Grace Hopper.' }],
    });
    const { completion } = await client.pipes.run({
      name: 'any',
      threadId: id,
      messages: [{ role: 'user', content: 'What is my name?' }],
    });
    expect(completion).toContain('Grace');
  });

  it('keeps nothing of a run whose pipe does not store', async () => {
    const client = connectLangbase(server.url);
    await client.pipes.create({ name: 'forgetful', store: false });
    const { threadId = '' } = await client.pipes.run({
      name: 'forgetful',
      messages: [{ role: 'user', content: 'Hello!' }],
    });
    await expect(client.threads.get({ threadId })).rejects.toThrow(/^404 /);
  });
});
