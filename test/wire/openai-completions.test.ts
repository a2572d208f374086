import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { createCountingIds } from '../../src/core/ids.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { createTold, encodings, steady } from '../support/make-generate.ts';
import { openTestServer } from '../support/open-test-server.ts';
import { type RawAnswer, connectRaw } from '../support/raw-client.ts';

// The exact bytes of text completions, over a socket: read the diff before you accept it (vitest run -u test/wire).

const schemas = JSON.parse(
  readFileSync(new URL('../schemas/openai.schemas.json', import.meta.url), 'utf8'),
) as object;
const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
ajv.addSchema(schemas, 'openai');

function check(name: string, value: unknown): void {
  const validate = ajv.getSchema(`openai#/definitions/${name}`);
  if (validate === undefined) throw new Error(`No schema ${name}.`);
  expect([validate(value), validate.errors]).toEqual([true, null]);
}

// What each choice of a prompt says.
const sayings = [' there was a server.', ' a reader waited.', ' it rained.'];
const engine = createTold(({ request, choice }) => [
  request.prompt === 'Zürich' ? ' "東京" \\ 👩‍👩‍👧 e\u0301\n\u2028\u007f.' : (sayings[choice] ?? '.'),
]);

function completionRequest(body: object, path = '/v1/completions'): string {
  const text = JSON.stringify({ model: 'gpt-3.5-turbo-instruct', prompt: 'Once upon a time', ...body });
  const head = `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n`;
  return `${head}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

/** The answer to the request, on a clock that is moved once the request is being answered. */
async function ask(bytes: string, told = engine): Promise<RawAnswer> {
  const clock = createManualClock(1_770_934_485);
  await encodings('cl100k_base');
  await using server = await openTestServer({ clock, ids: createCountingIds(), engine: told, pacer: steady });
  using client = await connectRaw(server.port);
  const answered = client.answer();
  const state = { over: false };
  client.send(bytes);
  void answered.finally(() => {
    state.over = true;
  });
  while (!state.over) await clock.advance(server.tally.running + server.tally.waiting > 0 ? 60 : 0);
  return await answered;
}

/** Head and body as text; the day is not ours to say. */
function show({ version, status, headers, body }: RawAnswer): string {
  const lines = [...headers].map(([name, value]) => `${name}: ${name === 'date' ? '…' : value}\n`);
  return `${version} ${status}\n${lines.join('')}\n${body}`;
}

function chunksOf(body: string): OpenAI.Completion[] {
  const events = body.split('\n\n');
  expect(events.splice(-2)).toEqual(['data: [DONE]', '']);
  return events.map((event) => JSON.parse(event.replace(/^data: /, '')) as OpenAI.Completion);
}

const usage = { stream_options: { include_usage: true } };

const cases: readonly { readonly name: string; readonly body: object }[] = [
  { name: 'plain', body: {} },
  { name: 'usage', body: usage },
  { name: 'length', body: { max_tokens: 3, ...usage } },
  { name: 'nothing', body: { max_tokens: 0, echo: true } },
  { name: 'stop', body: { max_tokens: 3, stop: [' server', 'x'] } },
  { name: 'echo', body: { echo: true, n: 2 } },
  { name: 'logprobs', body: { logprobs: 2, max_tokens: 3 } },
  { name: 'non-ascii', body: { prompt: 'Zürich', logprobs: 0, max_tokens: 40 } },
  { name: 'prompts', body: { prompt: ['One', 'Two'], n: 2, echo: true, max_tokens: 2, ...usage } },
  { name: 'tokens', body: { prompt: [12805, 5304], echo: true, model: 'davinci-002' } },
  { name: 'unknown-model', body: { model: 'my "model" ü' } },
];

describe('a streamed text completion', () => {
  it.each(cases)('has exactly these bytes: $name', async ({ name, body }) => {
    const answer = await ask(completionRequest({ ...body, stream: true }));
    await expect(show(answer)).toMatchFileSnapshot(`golden/completions-stream-${name}.txt`);
  });

  it.each(cases)("consists of chunks that OpenAI's schema allows: $name", async ({ body }) => {
    const answer = await ask(completionRequest({ ...body, stream: true }));
    const chunks = chunksOf(answer.body);
    expect(chunks.length).toBeGreaterThan(1);
    for (const chunk of chunks) check('CreateCompletionChunk', chunk);
  });

  it.each(cases)('says the same as the whole one: $name', async ({ body }) => {
    const chunks = chunksOf((await ask(completionRequest({ ...body, stream: true }))).body);
    const { stream_options: asked, ...plain } = body as { stream_options?: unknown };
    const whole = JSON.parse((await ask(completionRequest(plain))).body) as OpenAI.Completion;
    const joined = whole.choices.map(({ index }) => {
      const mine = chunks.flatMap(({ choices }) => choices.filter((choice) => choice.index === index));
      const reasons = mine.flatMap(({ finish_reason: reason }) => (reason === null ? [] : [reason]));
      return {
        text: mine.map(({ text }) => text).join(''),
        reasons,
        tokens: mine.flatMap(({ logprobs }) => logprobs?.tokens ?? []),
        offsets: mine.flatMap(({ logprobs }) => logprobs?.text_offset ?? []),
      };
    });
    expect(joined).toEqual(
      whole.choices.map(({ text, finish_reason: reason, logprobs }) => ({
        text,
        reasons: [reason],
        tokens: logprobs?.tokens ?? [],
        offsets: logprobs?.text_offset ?? [],
      })),
    );
    const told = chunks.filter((chunk) => 'usage' in chunk).map((chunk) => chunk.usage);
    const nulls = Array.from({ length: chunks.length - 1 }, () => null);
    expect(told).toEqual(asked === undefined ? [] : [...nulls, whole.usage]);
  });

  it('breaks off with an error and no end when the engine fails', async () => {
    const broken = createTold(function* () {
      yield* Array.from({ length: 20 }, () => ' word');
      throw new Error('secret');
    });
    const answer = await ask(completionRequest({ stream: true, max_tokens: 100 }), broken);
    await expect(show(answer)).toMatchFileSnapshot('golden/completions-stream-error.txt');
    check('ErrorResponse', JSON.parse(answer.body.split('data: ').at(-1) ?? ''));
  });
});

describe('a whole text completion', () => {
  it.each([...cases.filter(({ name }) => name !== 'usage'), { name: 'best-of', body: { best_of: 3, n: 2 } }])(
    'has exactly these bytes: $name',
    async ({ name, body }) => {
      const { stream_options: _only, ...plain } = body as { stream_options?: unknown };
      const answer = await ask(completionRequest(plain));
      await expect(show(answer)).toMatchFileSnapshot(`golden/completions-body-${name}.txt`);
      check('CreateCompletionResponse', JSON.parse(answer.body));
    },
  );

  it('tells where each token begins, in characters after the prompt', async () => {
    const prompt = 'Zürich';
    const answer = await ask(completionRequest({ prompt, logprobs: 1, max_tokens: 60 }));
    const { choices } = JSON.parse(answer.body) as OpenAI.Completion;
    const text = choices[0]?.text ?? '';
    const logprobs = choices[0]?.logprobs;
    const { tokens = [], text_offset: offsets = [], top_logprobs: top = [] } = logprobs ?? {};
    const characters = Array.from(prompt + text);
    expect(offsets[0]).toBe(prompt.length);
    expect(offsets).toEqual(offsets.toSorted((one, other) => one - other));
    expect(top.map((each) => Object.keys(each)[0])).toEqual(tokens);
    const whole = tokens.flatMap((token, index) => (token.startsWith('bytes:') ? [] : [index]));
    const cut = whole.map((index) => characters.slice(offsets[index], offsets[index + 1]).join(''));
    expect(cut).toEqual(whole.map((index) => tokens[index]));
    expect(tokens.some((token) => token.startsWith('bytes:'))).toBe(true);
  });

  it('tells the most probable choices, the best one first, and counts all', async () => {
    const ranked = await ask(completionRequest({ best_of: 3, n: 3, logprobs: 0 }));
    const all = (JSON.parse(ranked.body) as OpenAI.Completion).choices.map(({ text, logprobs }) => {
      const each = logprobs?.token_logprobs ?? [];
      return { text, mean: each.reduce((sum, one) => sum + one, 0) / each.length };
    });
    const best = all.toSorted((one, other) => other.mean - one.mean).map(({ text }) => text);
    const chosen = JSON.parse((await ask(completionRequest({ best_of: 3, n: 2 }))).body) as OpenAI.Completion;
    expect(chosen.choices.map(({ text, index }) => [text, index])).toEqual([
      [best[0], 0],
      [best[1], 1],
    ]);
    expect(chosen.usage).toEqual((JSON.parse(ranked.body) as OpenAI.Completion).usage);
    expect(chosen.choices[0]?.logprobs).toBeNull();
  });

  it('answers under the path of earlier years, which names the model', async () => {
    const answer = await ask(completionRequest({ model: undefined }, '/v1/engines/davinci-002/completions'));
    expect(JSON.parse(answer.body)).toMatchObject({ object: 'text_completion', model: 'davinci-002' });
  });

  it('refuses a prompt that leaves no room', async () => {
    const answer = await ask(completionRequest({ prompt: 'word '.repeat(4090) }));
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({
      error: {
        message:
          "This model's maximum context length is 4096 tokens, however you requested 4107 tokens (4091 in your prompt; 16 for the completion). Please reduce your prompt; or completion length.",
        type: 'invalid_request_error',
        param: null,
        code: 'context_length_exceeded',
      },
    });
  });
});
