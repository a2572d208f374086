import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { complaintOf, send } from './langbase-calls.ts';

// What looks harmless and is not, in one place or another: names of prototypes, of other languages' values, of markup and of queries.
const naughty = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e309',
  '0x0',
  ' ',
  '\t\r\n',
  '\0',
  'a\0b',
  '\u0001\u001f\u007f\u0085',
  "' OR 1=1; DROP TABLE messages; --",
  '"; DELETE FROM threads; --',
  '%00%n%s',
  '${7*7}{{7*7}}',
  '{{topic}}',
  '{{{{{{}}}}}}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'data: [DONE]\n\n',
  '\\u0000\\"',
  '\u2028\u2029\ufeff\u200b',
  '\ud800',
  'a\udc00\ud800b',
  'Ω≈ç√ 田中さん 🏳️‍🌈 👨‍👩‍👧‍👦',
  'e\u0301 \u00e9',
  'ﷺ'.repeat(50),
  '\u202eright to left',
  '\ufffe\uffff',
];

/** The members of a message that another one has, in its order, as text: a comparison of objects overlooks `__proto__`. */
function pickOf(message: object, like: object | undefined): string {
  return JSON.stringify(
    Object.fromEntries(Object.keys(like ?? {}).map((key) => [key, Reflect.get(message, key)])),
  );
}

const stores = ['memory', 'a folder'] as const;

describe.each(stores)('texts that nobody should send, kept in %s', (store) => {
  let server: StartedServer;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'understudy-hostile-'));
    server = await startServer(store === 'memory' ? {} : { data: folder });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  async function makeThread(): Promise<string> {
    const { body } = await send(server, 'POST /v1/threads', {});
    return String(Reflect.get(Object(body), 'id'));
  }

  it('come back as they were, in contents, names, metadata and calls', async () => {
    const id = await makeThread();
    const messages = naughty.map((text) => ({
      role: 'user',
      content: text,
      name: text,
      attachments: [text, { [text]: text }],
      tool_calls: [{ id: text, type: 'function', function: { name: text, arguments: text } }],
      // A literal would set the prototype.
      metadata: Object.fromEntries([[text, text]]),
    }));
    const added = await send(server, `POST /v1/threads/${id}/messages`, messages);
    expect(added.status).toBe(200);
    const listed = await send(server, `GET /v1/threads/${id}/messages`);
    expect(listed.text).toBe(added.text);
    const texts = Array.isArray(listed.body)
      ? listed.body.map((each: object) => pickOf(each, messages[0]))
      : [];
    expect(texts).toEqual(messages.map((each) => JSON.stringify(each)));
  });

  it('come back as metadata of threads', async () => {
    const metadata = Object.fromEntries(naughty.map((text) => [text, text]));
    const made = await send(server, 'POST /v1/threads', { metadata });
    expect(made.status).toBe(201);
    const id = String(Reflect.get(Object(made.body), 'id'));
    const read = await send(server, `GET /v1/threads/${id}`);
    expect(JSON.stringify(Reflect.get(Object(read.body), 'metadata'))).toBe(JSON.stringify(metadata));
    const more = await send(server, `POST /v1/threads/${id}`, {
      metadata: Object.fromEntries([['__proto__', 'x']]),
    });
    expect(more.text).toContain('"__proto__":"x"');
    expect('x' in {}).toBe(false);
  });

  it('are ids of threads, or refused as such', async () => {
    const tell = async (threadId: string): Promise<unknown> => {
      const made = await send(server, 'POST /v1/threads', { threadId });
      if (made.status !== 201) return { threadId: made.status, complaint: complaintOf(made) };
      const path = `/v1/threads/${encodeURIComponent(threadId)}` as const;
      const read = await send(server, `GET ${path}`);
      const deleted = await send(server, `DELETE ${path}`);
      return { threadId: Reflect.get(Object(read.body), 'id'), deleted: deleted.text };
    };
    const expected = (threadId: string) => [
      { threadId, deleted: '{"success":true}' },
      { threadId: 400, complaint: undefined },
    ];
    for (const threadId of naughty) expect(expected(threadId)).toContainEqual(await tell(threadId));
  });

  it('are names of pipes, or refused as such', async () => {
    const tell = async (name: string): Promise<unknown> => {
      const made = await send(server, 'POST /v1/pipes', { name });
      if (made.status !== 201) return { name: made.status, complaint: complaintOf(made) };
      const changed = await send(server, `POST /v1/pipes/${encodeURIComponent(name)}`, { name, json: true });
      return { name: Reflect.get(Object(changed.body), 'name'), same: changed.text === made.text };
    };
    const expected = (name: string) => [
      { name, same: true },
      { name: 400, complaint: undefined },
    ];
    for (const name of naughty) expect(expected(name)).toContainEqual(await tell(name));
  });

  it('are answered in runs, as messages, variables and names', async () => {
    for (const text of naughty) {
      const variables = Object.fromEntries([[text, text]]);
      const messages = [{ role: 'user', content: `${text} {{${text}}}` }];
      const run = await send(server, 'POST /v1/pipes/run', { messages, variables, name: text });
      expect({ text, status: run.status }).toEqual({ text, status: 200 });
    }
  });

  it('are threads of runs, or refused as such', async () => {
    for (const threadId of naughty) {
      const messages = [{ role: 'user', content: 'Hi' }];
      const run = await send(server, 'POST /v1/pipes/run', { messages, threadId });
      const told = { id: run.headers.get('lb-thread-id'), complaint: complaintOf(run) };
      const id = run.status === 400 ? null : threadId;
      expect({ threadId, ...told }).toEqual({ threadId, id, complaint: undefined });
    }
  });

  it('find nothing in paths, and get an error of Langbase', async () => {
    for (const path of ['threads', 'pipes', 'memory', 'agent', 'tools']) {
      const texts = naughty.map((text) => encodeURIComponent(text.toWellFormed()));
      const called = await Promise.all(texts.map((text) => send(server, `GET /v1/${path}/${text}`)));
      expect(called.map(complaintOf).filter((complaint) => complaint !== undefined)).toEqual([]);
    }
  });

  it('may have a megabyte, and come ten thousand at a time, in order', async () => {
    const id = await makeThread();
    const large = 'é"\\\u2028'.repeat(200_000);
    const one = await send(server, `POST /v1/threads/${id}/messages`, [{ role: 'user', content: large }]);
    expect(one.status).toBe(200);
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      role: 'user',
      content: `message ${index}`,
    }));
    expect((await send(server, `POST /v1/threads/${id}/messages`, { messages: many })).status).toBe(200);
    const { body } = await send(server, `GET /v1/threads/${id}/messages`);
    const contents = Array.isArray(body)
      ? body.map((each: unknown) => Reflect.get(Object(each), 'content'))
      : [];
    expect(contents).toHaveLength(10_001);
    expect(contents[0]).toBe(large);
    expect(contents.slice(1)).toEqual(many.map(({ content }) => content));
  });

  it('are texts of any kind', async () => {
    const id = await makeThread();
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const metadata = fc.dictionary(text, text, { maxKeys: 5 });
    const kept = fc.record({ content: text, name: text, tool_call_id: text, metadata });
    await fc.assert(
      fc.asyncProperty(fc.array(kept, { minLength: 1, maxLength: 5 }), async (drafts) => {
        const messages = drafts.map((draft) => ({ role: 'user', ...draft }));
        const added = await send(server, `POST /v1/threads/${id}/messages`, messages);
        expect(added.status).toBe(200);
        expect(added.body).toEqual(
          messages.map((each) => expect.objectContaining(JSON.parse(JSON.stringify(each)))),
        );
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
