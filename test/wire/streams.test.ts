import { describe, expect, it } from 'vitest';
import { createCountingIds } from '../../src/core/ids.ts';
import { type ManualClock, createManualClock } from '../../src/core/manual-clock.ts';
import { openCompletionServer } from '../support/completion-server.ts';
import { langbaseRequest, openLangbaseServer } from '../support/make-langbase.ts';
import { createTold, steady } from '../support/make-generate.ts';
import { type TestServer, openTestServer } from '../support/open-test-server.ts';
import { type RawAnswer, chatRequest, connectRaw } from '../support/raw-client.ts';
import { lasting, whileMoving } from '../support/stream-client.ts';

// The exact bytes of streams that outlive their clients: read the diff before you accept it (vitest run -u test/wire).

const engine = createTold(({ choice }) => [choice === 0 ? 'Hello there.' : 'Good day!']);
const body = {
  model: 'gpt-4o-mini',
  messages: [{ role: 'user', content: 'Say hello!' }],
  stream: true,
  n: 2,
  stream_options: { include_usage: true, include_obfuscation: false },
};

async function ask(server: TestServer, clock: ManualClock, bytes: string): Promise<RawAnswer> {
  using client = await connectRaw(server.port);
  client.send(bytes);
  return await whileMoving(clock, client.answer(), 1);
}

/** Head and body as text; the day is not ours to say. */
function show({ version, status, headers, body: text }: RawAnswer): string {
  const lines = [...headers].map(([name, value]) => `${name}: ${name === 'date' ? '…' : value}\n`);
  return `${version} ${status}\n${lines.join('')}\n${text}`;
}

function goOn({ headers }: RawAnswer, after: string, method = 'GET'): string {
  const path = `/v1/streams/${headers.get('x-understudy-stream-id') ?? ''}`;
  return `${method} ${path} HTTP/1.1\r\nhost: localhost\r\nlast-event-id: ${after}\r\n\r\n`;
}

function parts() {
  const clock = createManualClock(1_770_933_892);
  return { clock, ids: createCountingIds(), engine, pacer: steady };
}

describe('a stream that outlives its client', () => {
  it('has exactly these bytes in chunks of OpenAI, and these after an event', async () => {
    const made = parts();
    await using server = await openTestServer(made);
    const first = await ask(server, made.clock, chatRequest(body, lasting));
    await expect(show(first)).toMatchFileSnapshot('golden/streams-openai.txt');
    const rest = await ask(server, made.clock, goOn(first, '0.1'));
    await expect(show(rest)).toMatchFileSnapshot('golden/streams-openai-rest.txt');
  });

  it('has exactly these bytes in chunks of Langbase, and these after an event', async () => {
    const made = parts();
    await using server = await openLangbaseServer(made);
    const { messages } = body;
    const run = langbaseRequest('POST', '/v1/pipes/run', { messages, stream: true, threadId: 'a' }, lasting);
    const first = await ask(server, made.clock, run);
    await expect(show(first)).toMatchFileSnapshot('golden/streams-langbase.txt');
    const rest = await ask(server, made.clock, goOn(first, '2'));
    await expect(show(rest)).toMatchFileSnapshot('golden/streams-langbase-rest.txt');
  });

  it('has exactly these bytes in events of completions, and these after an event', async () => {
    const made = parts();
    await using server = await openCompletionServer(made);
    const get = `GET /completion/Hi HTTP/1.1\r\nhost: localhost\r\nx-understudy-on-disconnect: continue\r\n\r\n`;
    const first = await ask(server, made.clock, get);
    await expect(show(first)).toMatchFileSnapshot('golden/streams-completion.txt');
    const rest = await ask(server, made.clock, goOn(first, '1'));
    await expect(show(rest)).toMatchFileSnapshot('golden/streams-completion-rest.txt');
  });

  it('has exactly these bytes when it is cancelled, is over, or is not there', async () => {
    const made = parts();
    await using server = await openTestServer(made);
    using client = await connectRaw(server.port);
    client.send(chatRequest(body, lasting));
    await client.until('id: 0\n');
    const answered = client.answer();
    const id = /x-understudy-stream-id: (?<id>\S+)/.exec(client.received)?.groups?.['id'] ?? '';
    const named = {
      headers: new Map([['x-understudy-stream-id', id]]),
      status: 200,
      version: '',
      body: '',
      chunks: [],
    };
    const cancelled = await ask(server, made.clock, goOn(named, '', 'DELETE'));
    await expect(show(cancelled)).toMatchFileSnapshot('golden/streams-cancel.txt');
    await expect(show(await answered)).toMatchFileSnapshot('golden/streams-cancelled.txt');
    const over = await ask(server, made.clock, goOn(named, 'failed'));
    await expect(show(over)).toMatchFileSnapshot('golden/streams-over.txt');
    const unknown = await ask(
      server,
      made.clock,
      goOn({ ...named, headers: new Map() }, '').replace('streams/', 'streams/req_0'),
    );
    await expect(show(unknown)).toMatchFileSnapshot('golden/streams-unknown.txt');
  });
});
