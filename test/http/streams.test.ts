import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ManualClock, createManualClock } from '../../src/core/manual-clock.ts';
import { createPrompt } from '../../src/dialects/prompt.ts';
import { createWordstream } from '../../src/dialects/wordstream.ts';
import { openCompletionServer } from '../support/completion-server.ts';
import { createHandEngine, settle } from '../support/hand-engine.ts';
import { makeStore, openLangbaseServer } from '../support/make-langbase.ts';
import { createTold, steady } from '../support/make-generate.ts';
import {
  type TestServer,
  type TestServerOptions,
  openTestServer,
  saying,
} from '../support/open-test-server.ts';
import {
  goOn,
  idOf,
  lasting,
  readAll,
  splitEvents,
  streamIdOf,
  takeStream,
  whileMoving,
} from '../support/stream-client.ts';

const json = { 'content-type': 'application/json' };
const messages = [{ role: 'user', content: 'Hello!' }];
const told = createTold(({ choice }) => [choice === 0 ? saying : 'Zürich\n\nid: 7\r\ndata: x, and more.']);
const chat = { model: 'gpt-4o-mini', messages, stream: true };

type Heads = Readonly<Record<string, string>>;

function post(path: string, body: object) {
  return ({ url }: Pick<TestServer, 'url'>, headers: Heads = lasting) =>
    fetch(url + path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
}

function get(path: string) {
  return ({ url }: Pick<TestServer, 'url'>, headers: Heads = lasting) => fetch(url + path, { headers });
}

const postChat = post('/v1/chat/completions', chat);
const postWhole = post('/v1/chat/completions', { ...chat, stream: false });

function openAt(clock: ManualClock, options: TestServerOptions = {}): Promise<TestServer> {
  return openTestServer({ clock, engine: told, pacer: steady, ...options });
}

const dialects = [
  {
    name: 'chat completions of two choices',
    open: (clock: ManualClock) => openAt(clock),
    ask: post('/v1/chat/completions', { ...chat, n: 2, stream_options: { include_usage: true } }),
  },
  {
    name: 'completions',
    open: (clock: ManualClock) => openAt(clock),
    ask: post('/v1/completions', { model: 'gpt-3.5-turbo-instruct', prompt: ['a', 'b'], stream: true }),
  },
  {
    name: 'runs of Langbase',
    open: (clock: ManualClock) => openLangbaseServer({ clock, engine: told, pacer: steady }),
    ask: post('/v1/pipes/run', { messages, stream: true, threadId: 'a-thread' }),
  },
  {
    name: "runs of Langbase for its SDK's parser",
    open: (clock: ManualClock) =>
      openLangbaseServer({ clock, engine: told, pacer: steady, extraNewline: true }),
    ask: post('/v1/pipes/run', { messages, stream: true }),
  },
  {
    name: 'the completion dialect',
    open: (clock: ManualClock) => openCompletionServer({ clock, engine: told, pacer: steady }),
    ask: get('/completion/Hello?include_prompt=true'),
  },
  {
    name: 'the completion dialect in chunks of OpenAI',
    open: (clock: ManualClock) => openCompletionServer({ clock, engine: told, pacer: steady }),
    ask: get('/completion/Hello?format=openai'),
  },
  {
    name: 'the prompt dialect',
    open: (clock: ManualClock) => openAt(clock, { dialect: createPrompt() }),
    ask: post('/v1/chat/completions', { prompt: 'Hello!', stream: true }),
  },
  {
    name: 'the wordstream dialect',
    open: (clock: ManualClock) => openAt(clock, { dialect: createWordstream() }),
    ask: post('/v1/chat/completions', {}),
  },
] as const;

/** What a client gets that hangs up after so many events each time, and comes back after the last one. */
async function readWithCuts(
  server: TestServer,
  ask: (server: TestServer) => Promise<Response>,
  cuts: readonly number[],
): Promise<{ readonly id: string; readonly events: readonly string[] }> {
  const first = await ask(server);
  const id = streamIdOf(first);
  const events = [...(await takeStream(first, cuts[0] ?? 1))];
  for (let turn = 1; ; turn += 1) {
    const last = events.at(-1);
    const response = await goOn(server.url, id, last === undefined ? '' : idOf(last));
    if (response.status === 204) return { id, events };
    expect(response.headers.get('content-type')).toBe(first.headers.get('content-type'));
    events.push(...(await takeStream(response, cuts[turn % cuts.length])));
  }
}

// Ids of events, and what differs from call to call.
function withoutNames(text: string): string {
  return text
    .replace(/^id: .*\n/gm, '')
    .replace(/"(?:chat)?cmpl-\w+","object":"[\w.]+","created":\d+/g, '""');
}

describe.each(dialects)('a stream that outlives its client, of $name,', ({ open, ask }) => {
  it('tells each event once to a client that hangs up anywhere and comes back', async () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(cuts, async (chosen) => {
        const clock = createManualClock();
        await using server = await open(clock);
        const { id, events } = await whileMoving(clock, readWithCuts(server, ask, chosen));
        const ids = events.map(idOf);
        expect(new Set(ids).size).toBe(events.length);
        expect(events.join('')).toBe(await readAll(server.url, id));
        expect(events.length).toBeGreaterThan(5);
      }),
      { numRuns: 8, seed: 1, examples: [[[1]], [[2]], [[100]]] },
    );
  });

  it('tells the same as one that ends with its client, but for the ids', async () => {
    const texts = [lasting, {}].map(async (headers) => {
      const clock = createManualClock();
      await using server = await open(clock);
      const response = await ask(server, headers);
      return await whileMoving(clock, response.text());
    });
    const [numbered = '', ordinary = ''] = await Promise.all(texts);
    expect(splitEvents(numbered).every((event) => idOf(event) !== undefined)).toBe(true);
    expect(withoutNames(numbered)).toBe(withoutNames(ordinary));
    expect(splitEvents(ordinary).length).toBeGreaterThan(5);
  });

  it('gives whoever comes after its end all of it at once, and says to whoever has it all that nothing is left', async () => {
    const clock = createManualClock();
    await using server = await open(clock);
    const first = await ask(server);
    const id = streamIdOf(first);
    const text = await whileMoving(clock, first.text());
    expect(await readAll(server.url, id)).toBe(text);
    const last = idOf(splitEvents(text).at(-1) ?? '');
    const over = await goOn(server.url, id, last);
    expect([over.status, await over.text()]).toEqual([204, '']);
  });
});

describe('a stream that outlives its client', () => {
  it('is told to two readers at once', async () => {
    const clock = createManualClock();
    await using server = await openAt(clock);
    const first = await postChat(server);
    const second = await goOn(server.url, streamIdOf(first));
    const texts = await whileMoving(clock, Promise.all([first.text(), second.text()]));
    expect(texts[1]).toBe(texts[0]);
    expect(texts[0]).toContain('[DONE]');
  });

  it('gives what is overdue at once and the rest at its moments, counted from the first call', async () => {
    const clock = createManualClock();
    await using server = await openAt(clock);
    const first = await postChat(server);
    const id = streamIdOf(first);
    await clock.advance(150);
    await first.body?.cancel();
    await clock.advance(150);
    const response = await goOn(server.url, id);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const read = (async () => {
      for (let next = await reader?.read(); next?.done === false; next = await reader?.read())
        text += next.value;
    })();
    // 100 ms to the first token, 20 ms from each to the next: at 300 ms there are eleven, after the chunk of the role.
    await settleSocket();
    const overdue = splitEvents(text).length;
    expect(overdue).toBe(1 + 11);
    await clock.advance(60);
    await settleSocket();
    expect(splitEvents(text)).toHaveLength(overdue + 3);
    await whileMoving(clock, read);
    expect(text).toContain('[DONE]');
  });

  it('keeps the turn of a thread though its client has left', async () => {
    const clock = createManualClock();
    const store = makeStore(clock);
    await using server = await openLangbaseServer({ clock, store, engine: told, pacer: steady });
    const ask = post('/v1/pipes/run', { messages, stream: true, threadId: 'kept' });
    const first = await ask(server);
    await whileMoving(clock, takeStream(first, 2));
    const heard = server.nextRecord();
    expect(await heard).toMatchObject({ failure: 'aborted' });
    await clock.advance(10_000);
    const contents = (await store.threads.messages('kept')).map(({ content }) => content);
    expect(contents).toEqual(['Hello!', saying]);
  });

  it('goes on in its engine when its client hangs up, where another ends within a token', async () => {
    for (const [headers, aborted] of [
      [lasting, false],
      [{}, true],
      [{ 'x-understudy-on-disconnect': 'cancel' }, true],
    ] as const) {
      const { engine, hands } = createHandEngine();
      await using server = await openTestServer({ engine });
      const response = await postChat(server, headers);
      await hands[0]?.say('One');
      await takeStream(response, 2);
      await server.nextRecord();
      expect(hands[0]?.signal.aborted).toBe(aborted);
      await hands[0]?.say(' two');
      expect(hands[0]?.left).toBe(aborted);
      await hands[0]?.end();
      await server.close(0);
    }
  });

  it('ends for everybody when it is cancelled, its engine within a token', async () => {
    const { engine, hands } = createHandEngine();
    await using server = await openTestServer({ engine });
    const first = await postChat(server);
    const id = streamIdOf(first);
    const second = await goOn(server.url, id);
    await hands[0]?.say('One');
    await hands[0]?.say(' two');
    const cancelled = await fetch(`${server.url}/v1/streams/${id}`, { method: 'DELETE' });
    expect([cancelled.status, await cancelled.json()]).toEqual([
      200,
      { id, object: 'stream', cancelled: true },
    ]);
    expect(hands[0]?.signal.aborted).toBe(true);
    await hands[0]?.say(' three');
    expect(hands[0]?.left).toBe(true);
    const texts = [await first.text(), await second.text(), await readAll(server.url, id)];
    expect(texts[0]).toContain('"code":"cancelled"');
    expect(texts[0]).not.toContain('[DONE]');
    expect(texts.slice(1)).toEqual([texts[0], texts[0]]);
    const again = await fetch(`${server.url}/v1/streams/${id}`, { method: 'DELETE' });
    expect(await again.json()).toEqual({ id, object: 'stream', cancelled: false });
    const last = idOf(splitEvents(texts[0] ?? '').at(-1) ?? '');
    expect(last).toBe('failed');
    expect((await goOn(server.url, id, last)).status).toBe(204);
  });

  it('ends at once when it is cancelled, whatever is made already', async () => {
    const clock = createManualClock();
    await using server = await openAt(clock);
    const first = await postChat(server);
    await clock.advance(130);
    await settleSocket();
    await fetch(`${server.url}/v1/streams/${streamIdOf(first)}`, { method: 'DELETE' });
    const events = splitEvents(await first.text());
    expect(events).toHaveLength(1 + 2 + 1);
    expect(events.at(-1)).toContain('"code":"cancelled"');
  });

  it('tells the failure of its engine after all that was said, each time', async () => {
    const { engine, hands } = createHandEngine();
    await using server = await openTestServer({ engine });
    const first = await postChat(server);
    await hands[0]?.say('One');
    await hands[0]?.fail(new Error('secret'));
    const text = await first.text();
    expect(text).toContain('"content":"One"');
    expect(text).toContain('"type":"server_error"');
    expect(text).not.toContain('secret');
    expect(await readAll(server.url, streamIdOf(first))).toBe(text);
    expect(server.crashes).toHaveLength(2);
  });

  it('is refused like any other where it cannot begin, and leaves no stream behind', async () => {
    const engine = {
      ...told,
      text: () => {
        throw new Error('broken');
      },
    };
    await using server = await openTestServer({ engine });
    const [plain, kept] = [await postChat(server, {}), await postChat(server)];
    expect([plain.status, kept.status]).toEqual([500, 500]);
    expect(kept.headers.has('x-understudy-stream-id')).toBe(false);
    const name = kept.headers.get('x-request-id') ?? '';
    expect((await goOn(server.url, name)).status).toBe(404);
  });

  it('is forgotten five minutes after its end', async () => {
    const clock = createManualClock();
    await using server = await openAt(clock);
    const first = await postChat(server);
    const id = streamIdOf(first);
    await whileMoving(clock, first.text());
    await clock.advance(299_000);
    expect((await goOn(server.url, id, '0')).status).toBe(200);
    await clock.advance(1000);
    for (const method of ['GET', 'DELETE']) {
      const answer = await fetch(`${server.url}/v1/streams/${id}`, { method });
      expect([answer.status, await answer.json()]).toMatchObject([
        404,
        { error: { code: 'stream_not_found' } },
      ]);
    }
    expect(server.streams.find(id)).toBeUndefined();
  });

  it('gives way to new ones once it has ended, where as many are kept as may be', async () => {
    const clock = createManualClock();
    await using server = await openAt(clock, { logBounds: { logs: 2 } });
    const first = await postChat(server);
    await whileMoving(clock, first.text());
    const running = [await postChat(server), await postChat(server)];
    expect((await goOn(server.url, streamIdOf(first))).status).toBe(404);
    expect(server.streams.find(streamIdOf(first))).toBeUndefined();
    const refused = await postChat(server);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(running.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('counts in a figure while nobody reads it', async () => {
    const { engine, hands } = createHandEngine();
    await using server = await openTestServer({ engine });
    const count = () => server.streams.figures()[0]?.value;
    const first = await postChat(server);
    await hands[0]?.say('One');
    expect(count()).toBe(0);
    await first.body?.cancel();
    await server.nextRecord();
    expect(count()).toBe(1);
    const second = await goOn(server.url, streamIdOf(first));
    expect(count()).toBe(0);
    await hands[0]?.end();
    await second.text();
    expect(count()).toBe(0);
  });

  it('is waited for while the server shuts down, and told what happens when the grace is over', async () => {
    const { engine, hands } = createHandEngine();
    const clock = createManualClock();
    await using server = await openTestServer({ engine, clock });
    const alone = await postChat(server);
    await hands[0]?.say('One');
    await alone.body?.cancel();
    await server.nextRecord();
    const closed = server.close(1000);
    await clock.advance(990);
    expect(hands[0]?.signal.aborted).toBe(false);
    await clock.advance(2000);
    expect(hands[0]?.signal.aborted).toBe(true);
    await hands[0]?.say(' two');
    await closed;
    const log = server.streams.log.read(streamIdOf(alone), 99, new AbortController().signal);
    await expect(log[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'shutting_down' });
  });

  it('lasts no longer than an answer may, though nobody reads it', async () => {
    const { engine, hands } = createHandEngine();
    const clock = createManualClock();
    await using server = await openTestServer({ engine, clock, limits: { maxDuration: 5000 } });
    const first = await postChat(server);
    await hands[0]?.say('One');
    await first.body?.cancel();
    await server.nextRecord();
    await clock.advance(4900);
    expect(hands[0]?.signal.aborted).toBe(false);
    await clock.advance(200);
    expect(hands[0]?.signal.aborted).toBe(true);
    await hands[0]?.say(' two');
    expect(await readAll(server.url, streamIdOf(first))).toContain('"code":"answer_too_long"');
  });
});

describe('a call', () => {
  it('has its header read where it asks for a stream, and refused where it says something else', async () => {
    await using server = await openTestServer();
    for (const value of ['', 'Continue', 'yes', 'continue, cancel', '__proto__']) {
      const headers = { 'x-understudy-on-disconnect': value };
      const refused = await postChat(server, headers);
      expect([refused.status, await refused.json()]).toMatchObject([
        400,
        { error: { param: 'x-understudy-on-disconnect', code: 'invalid_value' } },
      ]);
      const whole = await postWhole(server, headers);
      expect([whole.status, whole.headers.has('x-understudy-stream-id')]).toEqual([200, false]);
    }
    const whole = await postWhole(server);
    expect([whole.status, whole.headers.has('x-understudy-stream-id')]).toEqual([200, false]);
    const ordinary = await postChat(server, {});
    expect([ordinary.headers.has('x-understudy-stream-id'), idOf(await ordinary.text())]).toEqual([
      false,
      undefined,
    ]);
  });

  it.each([
    ['an unknown id', 'req_0'],
    ['a path', '..%2F..%2Fetc%2Fpasswd'],
    ['a name of objects', '__proto__'],
    ['another one', 'constructor'],
    ['a null byte', '%00'],
    ['line ends', 'a%0d%0aset-cookie:x'],
    ['no UTF-8', '%FF%FE'],
    ['markup', '%3Cscript%3E'],
    ['a long id', 'x'.repeat(4000)],
  ])('is told that there is no stream of %s', async (_, id) => {
    await using server = await openTestServer();
    for (const method of ['GET', 'DELETE']) {
      const answer = await fetch(`${server.url}/v1/streams/${id}`, { method });
      expect([400, 404]).toContain(answer.status);
      expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
    }
    expect(server.crashes).toEqual([]);
  });

  it.each(['x', '-1', '1.5.1', '1e3', '99999999999', '0x1', ' ', 'NaN', '1.'])(
    'is refused where it comes back after %j',
    async (after) => {
      await using server = await openTestServer();
      const id = streamIdOf(await postChat(server));
      const answer = await fetch(`${server.url}/v1/streams/${id}?after=${encodeURIComponent(after)}`);
      expect([answer.status, await answer.json()]).toMatchObject([400, { error: { param: 'after' } }]);
    },
  );

  it('says by its header rather than by its address what it has', async () => {
    await using server = await openTestServer();
    const first = await postChat(server);
    const id = streamIdOf(first);
    const events = splitEvents(await first.text());
    const rest = (after: number) => events.slice(after + 1).join('');
    const byQuery = await fetch(`${server.url}/v1/streams/${id}?after=3`);
    expect(await byQuery.text()).toBe(rest(3));
    const byBoth = await fetch(`${server.url}/v1/streams/${id}?after=3`, {
      headers: { 'last-event-id': '5' },
    });
    expect(await byBoth.text()).toBe(rest(5));
    expect((await goOn(server.url, id, '999999999')).status).toBe(204);
  });

  it('needs the key that every call needs, and is kept from pages of other origins', async () => {
    await using server = await openTestServer({ guard: { apiKeys: ['a-long-secret-key'] } });
    const key = { authorization: 'Bearer a-long-secret-key' };
    const id = streamIdOf(await postChat(server, { ...lasting, ...key }));
    const url = `${server.url}/v1/streams/${id}`;
    for (const method of ['GET', 'DELETE']) expect((await fetch(url, { method })).status).toBe(401);
    expect((await fetch(url, { headers: key })).status).toBe(200);
    const foreign = { ...key, origin: 'https://elsewhere.example' };
    expect((await fetch(url, { method: 'DELETE', headers: foreign })).status).toBe(403);
    expect((await fetch(url, { method: 'PUT', headers: key })).status).toBe(405);
  });

  it('goes on with a text that has no ids by the index of a generation event', async () => {
    const clock = createManualClock();
    await using server = await openCompletionServer({ clock, engine: told, pacer: steady });
    const first = await fetch(`${server.url}/completion/Hello?format=raw`, { headers: lasting });
    const id = streamIdOf(first);
    const text = await whileMoving(clock, first.text());
    expect(text).not.toContain('id:');
    expect(await readAll(server.url, id)).toBe(text);
    const rest = await (await goOn(server.url, id, '3')).text();
    expect(text.endsWith(rest)).toBe(true);
    expect(rest.length).toBeLessThan(text.length);
    expect(rest).not.toBe('');
  });
});

// What has been written to a socket of this machine has been read by the other side.
async function settleSocket(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await settle();
}
