import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { complaintOf, refusal, send } from './langbase-calls.ts';

const message = { role: 'user', content: 'Hello!' };

// Every path of Langbase's that reads JSON, with a body that it takes.
const bodies: readonly (readonly [`/${string}`, object])[] = [
  ['/v1/pipes/run', { messages: [message], max_tokens: 5, threadId: 'kept', variables: { a: 'b' } }],
  ['/v1/agent/run', { model: 'openai:gpt-4o-mini', input: 'Hi', max_tokens: 5, instructions: 'Be brief.' }],
  ['/v1/threads', { metadata: { a: 'b' }, messages: [message] }],
  ['/v1/threads/kept', { metadata: { a: 'b' } }],
  ['/v1/threads/kept/messages', [{ ...message, metadata: { a: 'b' } }]],
  ['/v1/pipes', { name: 'a', upsert: true, messages: [message], stop: ['x'], tools: [] }],
  ['/v1/pipes/a', { name: 'a', temperature: 1, response_format: { type: 'text' } }],
  ['/v1/memory', { name: 'other', top_k: 5, chunk_size: 2000, chunk_overlap: 200 }],
  ['/v1/memory/retrieve', { query: 'x', memory: [{ name: 'm', filters: ['a', 'Eq', 'b'] }], topK: 5 }],
  ['/v1/memory/documents', { memoryName: 'm', fileName: 'a.txt', meta: { a: 'b' } }],
  ['/v1/embed', { chunks: ['a'] }],
  ['/v1/chunker', { content: 'a', chunkMaxLength: 1024, chunkOverlap: 256 }],
  ['/v1/tools/web-search', { query: 'a', service: 'exa', totalResults: 2, domains: [] }],
  ['/v1/tools/crawl', { url: ['https://example.com'], maxPages: 1 }],
  ['/v1/images', { prompt: 'a', model: 'openai:gpt-image-1', width: 64, height: 64, n: 1 }],
  ['/beta/generate', { messages: [message], max_tokens: 5 }],
  ['/beta/chat', { messages: [message], max_tokens: 5 }],
];

const wrong = [
  null,
  true,
  0,
  -1,
  1.5,
  1e9,
  1e308,
  '',
  'text',
  '\0',
  [],
  [[]],
  [null],
  [''],
  [{}],
  {},
  { type: null },
  { a: { b: [1, { c: null }] } },
  Array.from({ length: 200 }, String),
  '🦆'.repeat(1000),
];

describe("a body that nobody should send to Langbase's paths", () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    await send(server, 'POST /v1/threads', { threadId: 'kept' });
    await send(server, 'POST /v1/pipes', { name: 'a' });
    await send(server, 'POST /v1/memory', { name: 'm' });
  });
  afterAll(() => server.close());

  it.each(bodies)('is not the one that %s takes', async (path, body) => {
    const answer = await send(server, `POST ${path}`, body);
    expect({ path, status: answer.status }).toEqual({
      path,
      status: expect.toSatisfy((status) => status < 300),
    });
  });

  it.each(bodies)('is refused by %s when it is no JSON', async (path) => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const sent = [
      '{"a":',
      '{}{}',
      'a=b',
      'NaN',
      '\uFEFF{}',
      '1e999',
      '"x"',
      'null',
      deep,
      `{"messages":${deep}}`,
    ];
    for (const text of sent) {
      const answer = await send(server, `POST ${path}`, text);
      expect({ text: text.slice(0, 20), status: answer.status, body: answer.body }).toEqual({
        text: text.slice(0, 20),
        status: 400,
        body: refusal(400),
      });
    }
    const broken = await send(server, `POST ${path}`, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]));
    expect(broken).toMatchObject({ status: 400, body: refusal(400) });
  });

  it.each(bodies)('is refused by %s when it does not say that it is JSON', async (path, body) => {
    const answer = await send(server, `POST ${path}`, JSON.stringify(body), { 'content-type': 'text/html' });
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 415, body: refusal(415) });
  });

  it.each(bodies)(
    "is answered or refused in Langbase's words by %s, whatever a member is",
    async (path, body) => {
      const known = Array.isArray(body) ? Object.keys(Object(body[0])) : Object.keys(body);
      const members = [
        'name',
        'metadata',
        'messages',
        'stream',
        'tools',
        'memory',
        'variables',
        'threadId',
        ...known,
      ];
      const change = (name: string, value: unknown): object =>
        Array.isArray(body) ? [{ ...Object(body[0]), [name]: value }] : { ...body, [name]: value };
      const sent = members.flatMap((name) => wrong.map((value) => change(name, value)));
      const answers = await Promise.all(sent.map((each) => send(server, `POST ${path}`, each)));
      expect(answers.map(complaintOf).filter((complaint) => complaint !== undefined)).toEqual([]);
      expect(answers.some(({ status }) => status === 400)).toBe(true);
    },
  );

  it.each(bodies)("is answered or refused in Langbase's words by %s, whatever it is", async (path, body) => {
    const base = Array.isArray(body) ? { messages: body } : body;
    const members = [...Object.keys(base), 'messages', 'tools', 'stop', 'role', 'content'];
    const value = fc.jsonValue({ maxDepth: 3 });
    const changed = fc.dictionary(fc.constantFrom(...members), value, { maxKeys: 3 });
    const property = fc.asyncProperty(fc.oneof(value, changed), async (sent) => {
      const merged =
        typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? { ...base, ...sent } : sent;
      // A text would go out as it is, and be no JSON.
      const text = JSON.stringify(merged);
      return complaintOf(await send(server, `POST ${path}`, text)) === undefined;
    });
    const { failed, counterexample } = await fc.check(property, { seed: 11, numRuns: 60 });
    expect({ failed, counterexample }).toEqual({ failed: false, counterexample: null });
  });

  it('changes no prototype by a member that is named __proto__', async () => {
    const polluted = '"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}';
    const objects = bodies.filter(([, body]) => !Array.isArray(body));
    const answers = await Promise.all(
      objects.map(([path, body]) =>
        send(server, `POST ${path}`, `{${polluted},${JSON.stringify(body).slice(1)}`),
      ),
    );
    expect(answers.map(complaintOf)).toEqual(objects.map(() => undefined));
    expect('polluted' in {}).toBe(false);
  });

  it('may have a content of parts, and roles that are known alone', async () => {
    const run = (messages: unknown) => send(server, 'POST /v1/pipes/run', { messages });
    const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,AA' } };
    expect((await run([{ role: 'user', content: [{ type: 'text', text: 'Hi' }, image] }])).status).toBe(200);
    for (const role of ['', 'User', 'robot', '__proto__', null, 5]) {
      expect(await run([{ role, content: 'Hi' }])).toMatchObject({ status: 400, body: refusal(400) });
    }
  });

  it.each(bodies)(
    'comes to %s by a method that is not there, or too large, and is refused',
    async (path, body) => {
      const patched = await send(server, `PATCH ${path}`, body);
      expect(patched).toMatchObject({ status: 405, body: refusal(405) });
      const beyond = await send(server, `POST ${path}/x/y/z/%20`, body);
      expect(beyond).toMatchObject({ status: 404, body: refusal(404) });
      const large = await send(server, `POST ${path}`, `{"a":"${'x'.repeat(17 * 1024 * 1024)}"}`);
      expect(large).toMatchObject({ status: 413, body: refusal(413) });
    },
  );

  it('leaves the server as it was', async () => {
    expect((await send(server, 'GET /v1/threads/kept')).status).toBe(200);
  });
});
