import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { createCountingIds } from '../../src/core/ids.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { openCompletionServer } from '../support/completion-server.ts';
import { createTold, steady } from '../support/make-generate.ts';
import { type RawAnswer, connectRaw } from '../support/raw-client.ts';

// The exact bytes of completions by path, over a socket: read the diff before you accept it (vitest run -u test/wire).

const schemas = JSON.parse(
  readFileSync(new URL('../schemas/openai.schemas.json', import.meta.url), 'utf8'),
) as object;
const isChunk = new Ajv({ strict: false, logger: false }).compile({
  ...schemas,
  $ref: '#/definitions/CreateCompletionChunk',
});

const engine = createTold(({ request }) => [
  request.prompt === 'lines'
    ? ' one\ntwo\r\n\r\n  three\r👩‍👩‍👧 “東京”\n'
    : ' It is the study of thinking machines.',
]);

const broken = createTold(function* () {
  yield ' Two words';
  yield ' said\nand';
  yield* Array.from({ length: 14 }, () => ' more');
  throw new Error('secret');
});

interface Asked {
  readonly method?: string;
  readonly headers?: string;
  readonly told?: typeof engine;
}

/** The answer to the request, on a clock that is moved once the request is being answered. */
async function ask(
  path: string,
  { method = 'GET', headers = '', told = engine }: Asked = {},
): Promise<RawAnswer> {
  const clock = createManualClock(1_770_934_485);
  const ids = createCountingIds();
  await using server = await openCompletionServer({ clock, ids, engine: told, pacer: steady });
  using client = await connectRaw(server.port);
  const answered = client.answer(method);
  const state = { over: false };
  client.send(`${method} ${path} HTTP/1.1\r\nhost: localhost:8000\r\n${headers}\r\n`);
  void answered.finally(() => {
    state.over = true;
  });
  while (!state.over) await clock.advance(server.tally.running > 0 ? 60 : 0);
  return await answered;
}

/** Head and body as text; the day is not ours to say. */
function show({ version, status, headers, body }: RawAnswer): string {
  const lines = [...headers].map(([name, value]) => `${name}: ${name === 'date' ? '…' : value}\n`);
  return `${version} ${status}\n${lines.join('')}\n${body}`;
}

/** The text of a stream of events, read as an EventSource reads it. */
function readEvents(body: string): string {
  const events = body.split('\n\n').filter((event) => /^id: \d/.test(event));
  const texts = events.map((event) => {
    const data = event.split('\n').filter((line) => line.startsWith('data: '));
    return data.map((line) => line.slice('data: '.length)).join('\n');
  });
  return texts.join('');
}

const formats = ['sse', 'raw', 'openai', 'ndjson'];

const cases: readonly { readonly name: string; readonly path: string; readonly asked?: Asked }[] = [
  { name: 'seed', path: '/completion/What%20is%20AI' },
  ...formats.flatMap((format) => [
    { name: format, path: `/completion/AI?format=${format}&max_new_tokens=3` },
    {
      name: `${format}-prompt`,
      path: `/completion/AI%20%2F?format=${format}&include_prompt=true&stop=thinking`,
    },
    { name: `${format}-lines`, path: `/completion/lines?format=${format}&max_new_tokens=60` },
    { name: `${format}-error`, path: `/completion/AI?format=${format}`, asked: { told: broken } },
  ]),
  { name: 'rest', path: '/completion/AI', asked: { headers: 'last-event-id: 5\r\n' } },
  { name: 'over', path: '/completion/AI', asked: { headers: 'last-event-id: done\r\n' } },
  { name: 'head', path: '/completion/AI', asked: { method: 'HEAD' } },
  { name: 'post', path: '/completion/AI', asked: { method: 'POST', headers: 'content-length: 0\r\n' } },
  { name: 'empty', path: '/completion/' },
  { name: 'nothing', path: '/completion' },
  { name: 'bad-url', path: '/completion/%E0%A4%A' },
  { name: 'too-long', path: `/completion/${'a'.repeat(4097)}` },
  {
    name: 'bad-query',
    path: '/completion/AI?max_new_tokens=0&temperature=hot&top_p=2&top_k=1.5&min_p=nan&repetition_penalty=0&seed=&stop=&stop=a&include_prompt=maybe&model=&format=xml',
  },
];

describe('a completion by its path', () => {
  it.each(cases)('has exactly these bytes: $name', async ({ name, path, asked }) => {
    await expect(show(await ask(path, asked))).toMatchFileSnapshot(`golden/completion-${name}.txt`);
  });

  it.each([true, false])('says the same in every format, the question first: %s', async (includePrompt) => {
    const bodies = await Promise.all(
      formats.map(async (format) => {
        const query = `format=${format}&max_new_tokens=60&include_prompt=${includePrompt}`;
        return (await ask(`/completion/AI?${query}`)).body;
      }),
    );
    const [events = '', raw, chunks = '', lines = ''] = bodies;
    const told = `${includePrompt ? 'AI' : ''} It is the study of thinking machines.`;
    expect(raw).toBe(told);
    expect(readEvents(events)).toBe(told);
    const read = chunks.split('\n\n').slice(0, -2);
    const parsed = read.map(
      (event) => JSON.parse(event.slice('data: '.length)) as { choices: { text: string }[] },
    );
    expect(parsed.map(({ choices }) => choices[0]?.text).join('')).toBe(told);
    const pieces = lines.split('\n').slice(0, -2);
    expect(pieces.map((line) => (JSON.parse(line) as { text: string }).text).join('')).toBe(told);
  });

  it('keeps the lines of a text', async () => {
    const { body } = await ask('/completion/lines?max_new_tokens=60');
    expect(readEvents(body)).toBe(' one\ntwo\n\n  three\n👩‍👩‍👧 “東京”\n');
  });

  it("has chunks that OpenAI's schema allows", async () => {
    const { body } = await ask('/completion/AI?format=openai');
    const chunks = body.split('\n\n').slice(0, -2);
    expect(chunks.map((event) => isChunk(JSON.parse(event.slice('data: '.length))))).toEqual(
      chunks.map(() => true),
    );
  });

  it('goes on after the event that a client has', async () => {
    const whole = (await ask('/completion/AI')).body;
    const rest = (await ask('/completion/AI', { headers: 'last-event-id: 3\r\n' })).body;
    expect(whole.endsWith(rest)).toBe(true);
    expect(rest.startsWith('id: 4\n')).toBe(true);
  });

  it('counts the tokens of the question as they stand', async () => {
    const { body } = await ask('/completion/Once%20upon%20a%20time?format=ndjson&max_new_tokens=2');
    expect(JSON.parse(body.split('\n').at(-2) ?? '')).toEqual({
      finish_reason: 'length',
      usage: { prompt_tokens: 4, completion_tokens: 2, total_tokens: 6 },
    });
  });
});
