import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, FormatError, type TopLogits } from '../../../src/engines/gpt2/backend.ts';
import { type LlamaOptions, createLlamaBackend } from '../../../src/engines/gpt2/llama-backend.ts';
import { createTypescriptBackend } from '../../../src/engines/gpt2/typescript/backend.ts';
import { WeightsError } from '../../../src/weights/weights-error.ts';
import { makeGguf, tiny } from './make-gguf.ts';
import { type ModelPlace, makeModel } from './make-model.ts';
import { getNative, hasNative } from './native.ts';

const texts = [
  'The other day',
  ' the the',
  'naïve é 🙂 と',
  '\r\n\t\u0000\u00A0x',
  '<|endoftext|>',
  "I'll 123",
];

describe.skipIf(!hasNative)('the native backend', () => {
  let place: ModelPlace;
  let backend: Backend;
  let plain: Backend;
  const open: Backend[] = [];

  async function create(change: Partial<LlamaOptions> = {}): Promise<Backend> {
    const options: LlamaOptions = {
      path: place.gguf,
      slots: 4,
      threads: 1,
      gpu: 'off',
      prefillBudget: 128,
      deterministic: true,
      ...change,
    };
    const created = await createLlamaBackend(getNative(), options);
    open.push(created);
    return created;
  }

  beforeAll(async () => {
    place = await makeModel({ positions: 256 });
    backend = await create();
    plain = await createTypescriptBackend({ folder: place.folder, slots: 4 });
  });

  afterAll(async () => {
    for (const one of open) await one.close();
    await plain.close();
    await place.remove();
  });

  async function weigh(
    of: Backend,
    tokens: readonly number[],
    top = 300,
    normalise = true,
  ): Promise<TopLogits> {
    await of.rewind(0, 0);
    const [result] = await of.step([{ slot: 0, tokens, top, normalise }]);
    if (result === undefined) throw new Error('no logits');
    return result;
  }

  async function sayGreedily(
    of: Backend,
    prompts: readonly (readonly number[])[],
    count: number,
  ): Promise<number[][]> {
    const said: number[][] = prompts.map(() => []);
    for (let slot = 0; slot < prompts.length; slot += 1) await of.rewind(slot, 0);
    let next = prompts;
    for (let step = 0; step < count; step += 1) {
      const results = await of.step(next.map((tokens, slot) => ({ slot, tokens, top: 2, normalise: false })));
      next = results.map((result) => [result?.ids[0] ?? -1]);
      next.forEach((tokens, slot) => said[slot]?.push(...tokens));
    }
    return said;
  }

  it('tells what the model is', () => {
    expect(backend.facts).toEqual({
      name: 'tiny',
      architecture: 'gpt2',
      contextLength: 256,
      vocabularySize: 300,
      precision: 'f32',
      device: 'cpu',
      hasChatTemplate: false,
    });
  });

  it.each(texts)('cuts %j into the tokens of the plain tokenizer, whose bytes make it again', (text) => {
    const tokens = backend.tokenize(text);
    expect(tokens).toEqual(plain.tokenize(text));
    expect(Buffer.concat(tokens.map((token) => backend.bytesOf(token))).toString()).toBe(text);
  });

  it('knows the bytes of every token, and the one that ends a text', () => {
    for (let token = 0; token < 300; token += 1) {
      expect([...backend.bytesOf(token)]).toEqual([...plain.bytesOf(token)]);
      expect(backend.endsText(token)).toBe(token === 299);
    }
  });

  it.each(texts)('gives the logits of the plain model after %j, within its precision', async (text) => {
    const tokens = plain.tokenize(text);
    const own = await weigh(backend, tokens);
    const other = await weigh(plain, tokens);
    const expected = new Map(Array.from(other.ids, (id, index) => [id, other.logits[index] ?? NaN]));
    expect(own.ids).toHaveLength(300);
    own.ids.forEach((id, index) =>
      expect(Math.abs((own.logits[index] ?? NaN) - (expected.get(id) ?? NaN))).toBeLessThan(0.03),
    );
    expect(own.logits).toEqual(own.logits.toSorted((one, other_) => other_ - one));
    expect(own.logSumExp).toBeCloseTo(other.logSumExp ?? NaN, 1);
  });

  it('gives the same most probable tokens by each of its ways', async () => {
    const tokens = plain.tokenize('The other day');
    const all = await weigh(backend, tokens, 300, false);
    for (const [top, normalise] of [
      [1, false],
      [40, false],
      [299, false],
      [1, true],
      [40, true],
      [300, true],
    ] as const) {
      const some = await weigh(backend, tokens, top, normalise);
      expect(some.ids).toEqual(all.ids.slice(0, top));
      expect(some.logits).toEqual(all.logits.slice(0, top));
    }
    const { logSumExp = NaN } = await weigh(backend, tokens, 40);
    expect(logSumExp).toBeCloseTo(Math.log(all.logits.reduce((sum, logit) => sum + Math.exp(logit), 0)), 4);
  });

  it('says the same beside others as alone, and as the plain model where its first two are far enough apart', async () => {
    const prompts = ['The other day', 'I ', 'é', 'on the inner'].map((text) => plain.tokenize(text));
    const beside = await sayGreedily(backend, prompts, 40);
    for (const [index, prompt] of prompts.entries()) {
      expect((await sayGreedily(backend, [prompt], 40))[0]).toEqual(beside[index]);
      expect((await sayGreedily(plain, [prompt], 40))[0]?.slice(0, 8)).toEqual(beside[index]?.slice(0, 8));
    }
  });

  it('takes a prompt in by parts, and forgets what it is told to', async () => {
    const tokens = plain.tokenize('The other day on the inner island');
    const whole = await weigh(backend, tokens);
    await backend.rewind(0, 0);
    await backend.step([{ slot: 0, tokens: tokens.slice(0, 3), top: 0, normalise: false }]);
    await backend.step([{ slot: 0, tokens: [5, 6, 7], top: 0, normalise: false }]);
    await backend.rewind(0, 3);
    const [parts] = await backend.step([{ slot: 0, tokens: tokens.slice(3), top: 300, normalise: true }]);
    expect([...(parts?.ids ?? [])].slice(0, 5)).toEqual([...whole.ids].slice(0, 5));
    parts?.logits.forEach((logit, index) =>
      expect(Math.abs(logit - (whole.logits[index] ?? NaN))).toBeLessThan(0.03),
    );
  });

  it('has no more context than the model has positions, whatever is asked for', async () => {
    const greedy = await create({ contextLength: 100_000, slots: 2 });
    expect(greedy.facts.contextLength).toBe(256);
    const tokens = Array.from({ length: 255 }, (_, index) => index);
    expect((await weigh(greedy, tokens, 1)).ids).toHaveLength(1);
    expect((await create({ contextLength: 32 })).facts.contextLength).toBe(32);
  });

  it.each([
    ['JSON', { kind: 'json' }, /^\{[^]*\}\s*$/],
    [
      'a schema',
      {
        kind: 'json-schema',
        schema: { type: 'object', properties: { ok: { type: 'boolean' }, size: { enum: [1, 2] } } },
      },
      /^\{\s*"ok":\s?(true|false),\s*"size":\s?[12]\s*\}$/,
    ],
    ['a grammar', { kind: 'grammar', grammar: 'root ::= "yes" | "no" " "? "thanks"' }, /^(yes|no ?thanks)$/],
  ] as const)('binds an answer to %s, beside one that is free', async (_, format, expected) => {
    const prompt = plain.tokenize('The other day');
    const [alone] = await sayGreedily(backend, [prompt], 30);
    await backend.rewind(0, 0);
    await backend.rewind(1, 0);
    await backend.formats?.bind(1, format);
    const said: number[] = [];
    const free: number[] = [];
    const sampling = { temperature: 0.5, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 };
    const draw = { ...sampling, presencePenalty: 0, frequencyPenalty: 0 };
    for (let step = 0; step < 200; step += 1) {
      const [open_, bound] = await backend.step([
        { slot: 0, tokens: step === 0 ? prompt : [free.at(-1) ?? 0], top: 1, normalise: false },
        {
          slot: 1,
          tokens: step === 0 ? prompt : [said.at(-1) ?? 0],
          top: 0,
          normalise: false,
          draw: { ...draw, said, seed: step },
        },
      ]);
      free.push(open_?.ids[0] ?? -1);
      const token = bound?.ids[0] ?? -1;
      if (backend.endsText(token)) break;
      said.push(token);
    }
    const length = Math.min(5, free.length);
    expect(free.slice(0, length)).toEqual(alone?.slice(0, length));
    // Random weights may never find the end of a string: what is there is then a beginning.
    const text = Buffer.concat(said.map((token) => backend.bytesOf(token))).toString();
    expect(said.length < 200 ? text : `${text}}`).toMatch(expected);
  });

  it('refuses a grammar that is none with a sentence', async () => {
    const grammar = { kind: 'grammar', grammar: 'root ::= nothing' } as const;
    await expect(backend.formats?.check(grammar)).rejects.toThrow(FormatError);
    await expect(backend.formats?.check(grammar)).rejects.toThrow('The grammar cannot be followed');
  });

  it('writes a conversation by the template of the model, whose special tokens nobody can write in a message', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'understudy-gguf-'));
    const path = join(folder, 'chat.gguf');
    const template =
      '{% for message in messages %}[{{ message.role }}]{{ message.content }}{{ eos_token }}{% endfor %}{% if add_generation_prompt %}[assistant]{% endif %}';
    await makeGguf(path, { ...tiny, template });
    const chat = await create({ path });
    await rm(folder, { recursive: true });
    expect(chat.facts.hasChatTemplate).toBe(true);
    const tokens = chat.applyTemplate([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Say <|endoftext|> twice' },
      { role: 'assistant', content: 'No.' },
      { role: 'user', content: 'Please' },
    ]);
    const end = tiny.vocabulary - 1;
    const text = tokens.map((token) =>
      token === end ? '|' : Buffer.from(chat.bytesOf(token)).toString('latin1'),
    );
    expect(text.join('')).toBe(
      '[system]Be brief.|[user]Say <|endoftext|> twice|[assistant]No.|[user]Please|[assistant]',
    );
  });

  it('refuses a file that is no model', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'understudy-gguf-'));
    const path = join(folder, 'broken.gguf');
    await writeFile(path, 'GGUF and nothing else');
    await expect(create({ path })).rejects.toThrow(WeightsError);
    await rm(folder, { recursive: true });
  });
});
