import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import { createRandom } from '../../src/core/chance.ts';
import { createSamples } from '../../src/engines/samples.ts';
import { createWords } from '../../src/engines/words.ts';
import { createComposer } from '../../src/engines/composer.ts';
import { createJittered } from '../../src/pacers/jittered.ts';
import { describeGenerate, pick, requestFor, takeEvents, textOf } from '../contracts/generate.ts';
import { createTold, encodings, instant, makeGenerate, models, steady } from '../support/make-generate.ts';
import { anyText, difficultTexts } from './texts.ts';

const prose = 'Streaming sends tokens as they are made; a reader sees the answer grow, word by word.';
const fixed = createTold(() => [prose]);
const inParts = createTold(() => ['Streaming sends', ' tokens as they', ' are made; a reader', ' sees.']);
// Another answer for each seed, in a number of texts that depends on it.
const chancy = createTold(function* ({ seed }) {
  const random = createRandom(seed);
  yield `Number`;
  for (let count = 3 + random() * 5; count > 0; count -= 1) yield ` ${Math.floor(random() * 1e9)} and`;
});
const calling = createTold(function* ({ request }) {
  yield 'Let me look that up';
  yield ' for you.';
  for (const { name } of request.tools ?? []) {
    yield { name, arguments: '{"location":"Zürich 東京"}' };
    yield { name, arguments: '{}' };
  }
});
const jittered = createJittered({ ttft: 50, tokensPerSecond: 100, jitter: 0.5, jitterShape: 'normal' });

describeGenerate('an engine of one text at its pace', () => makeGenerate(fixed));
describeGenerate('an engine of one text at once', () => makeGenerate(fixed, instant));
describeGenerate('an engine of several texts', () => makeGenerate(inParts, jittered));
describeGenerate('an engine of chance', () => makeGenerate(chancy, jittered, 7));
describeGenerate('an engine that takes its time', () =>
  makeGenerate(
    createTold(async function* () {
      yield* inParts.text({ request: requestFor(''), choice: 0, seed: 0 }, new AbortController().signal);
    }),
  ),
);
describeGenerate('an engine that says something and calls tools', () => makeGenerate(calling, jittered));
describeGenerate('the composer', () => makeGenerate(createComposer(), jittered));
describeGenerate('the samples', () => makeGenerate(createSamples({ minChunks: 5, maxChunks: 10 })));
describeGenerate('the words', () => makeGenerate(createWords({ repeatCount: 3 })));

describe('runEngine', () => {
  const o200k = async () => encodings('o200k_base');

  it('cuts any text into pieces that make the text, its tokens counted by the encoding', async () => {
    const encoding = await o200k();
    await fc.assert(
      fc.asyncProperty(anyText, fc.boolean(), async (text, atOnce) => {
        const events = await takeEvents(
          makeGenerate(
            createTold(() => [text]),
            atOnce ? instant : steady,
          ),
          requestFor(''),
        );
        expect(textOf(events)).toBe(text);
        expect(pick(events, 'end')[0]?.usage.completionTokens).toBe(encoding.count(text));
        expect(pick(events, 'finish').map(({ reason }) => reason)).toEqual(['stop']);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each(Object.entries(difficultTexts))(
    'says exactly 1 to N tokens of %s, as the budget tells',
    async (_, text) => {
      const encoding = await o200k();
      const generate = makeGenerate(createTold(() => [text]));
      const full = encoding.encode(text);
      for (let maxTokens = 1; maxTokens <= full.length + 2; maxTokens += 1) {
        const events = await takeEvents(generate, requestFor('', { maxTokens }));
        const said = textOf(events);
        const [end] = pick(events, 'end');
        // As far as whole characters go: a budget that ends inside one leaves it out.
        let count = Math.min(maxTokens, full.length);
        while (encoding.decode(full.slice(0, count)) === undefined) count -= 1;
        expect(said).toBe(encoding.decode(full.slice(0, count)));
        expect(end?.usage.completionTokens).toBe(count);
        expect(encoding.count(said)).toBe(count);
        expect(pick(events, 'finish')[0]?.reason).toBe(maxTokens <= full.length ? 'length' : 'stop');
      }
    },
  );

  it('never says more than the budget of larger pieces', async () => {
    const cuts = [{ kind: 'word' }, { kind: 'groups', min: 2, max: 3 }] as const;
    for (const cut of cuts) {
      const generate = makeGenerate(createTold(() => [prose], cut));
      for (let maxTokens = 1; maxTokens < countTokens(prose); maxTokens += 1) {
        const events = await takeEvents(generate, requestFor('', { maxTokens }));
        expect(countTokens(textOf(events))).toBe(maxTokens);
        expect(pick(events, 'end')[0]?.usage.completionTokens).toBe(maxTokens);
        expect(pick(events, 'finish')[0]?.reason).toBe('length');
      }
    }
  });

  it('ends before a stop, its tokens counted as those of what was said', async () => {
    for (const stop of [' are', 'ade', ';', 'a reader sees', 'Streaming', '.']) {
      for (const engine of [fixed, inParts]) {
        const events = await takeEvents(makeGenerate(engine), requestFor('', { stop: ['nowhere', stop] }));
        const full = textOf(await takeEvents(makeGenerate(engine), requestFor('')));
        expect(textOf(events)).toBe(full.slice(0, full.indexOf(stop)));
        expect(pick(events, 'finish')[0]?.reason).toBe('stop');
        expect(pick(events, 'end')[0]?.usage.completionTokens).toBe(countTokens(textOf(events)));
      }
    }
  });

  it('says at the end what it held back for a stop that did not come', async () => {
    for (const engine of [fixed, inParts]) {
      const full = textOf(await takeEvents(makeGenerate(engine), requestFor('')));
      const events = await takeEvents(makeGenerate(engine), requestFor('', { stop: [`${full.slice(-6)}!`] }));
      expect(textOf(events)).toBe(full);
      expect(pick(events, 'end')[0]?.usage.completionTokens).toBe(countTokens(full));
    }
  });

  describe('when a stop and the budget meet', () => {
    // Streaming| sends| tokens| as| they| are| made
    const reasonAt = async (stop: string, maxTokens: number) => {
      const events = await takeEvents(makeGenerate(fixed), requestFor('', { stop: [stop], maxTokens }));
      return [textOf(events), pick(events, 'finish')[0]?.reason];
    };

    it('stops at a stop within the budget', async () => {
      expect(await reasonAt(' they', 5)).toEqual(['Streaming sends tokens as', 'stop']);
    });

    it('stops at a stop that comes just when the budget is used up', async () => {
      expect(await reasonAt(' they', 4)).toEqual(['Streaming sends tokens as', 'stop']);
    });

    it('ends for length before a stop beyond the budget', async () => {
      expect(await reasonAt(' they', 3)).toEqual(['Streaming sends tokens', 'length']);
    });
  });

  it('ends for length when the budget went into thinking', async () => {
    const events = await takeEvents(
      makeGenerate(fixed),
      requestFor('', { maxTokens: 64, reasoningTokens: 64 }),
    );
    expect(textOf(events)).toBe('');
    expect(pick(events, 'finish')[0]?.reason).toBe('length');
    expect(pick(events, 'end')[0]?.usage).toMatchObject({ completionTokens: 64, reasoningTokens: 64 });
  });

  it("ends for length at the model's own limit", async () => {
    const { maxOutput } = models.resolve('gpt-4');
    const long = createTold(function* () {
      for (let count = 0; count < 2 * maxOutput; count += 1) yield ' word';
    });
    const events = await takeEvents(makeGenerate(long, instant), requestFor('Hi', { model: 'gpt-4' }));
    const [end] = pick(events, 'end');
    expect((end?.usage.promptTokens ?? 0) + (end?.usage.completionTokens ?? 0)).toBe(8192);
    expect(pick(events, 'finish')[0]?.reason).toBe('length');
  });

  it('says a stop, a budget and the number of choices no other text', async () => {
    const generate = makeGenerate(chancy);
    const whole = textOf(await takeEvents(generate, requestFor('x')));
    const short = textOf(await takeEvents(generate, requestFor('x', { maxTokens: 5 })));
    const stopped = textOf(await takeEvents(generate, requestFor('x', { stop: [' and'] })));
    const first = textOf(await takeEvents(generate, requestFor('x', { choices: 3 })));
    expect(whole.startsWith(short)).toBe(true);
    expect(stopped).toBe(whole.slice(0, whole.indexOf(' and')));
    expect(first).toBe(whole);
  });

  it('gives other text for another seed, message, role, model, temperature or server', async () => {
    const said = async (request = requestFor('x'), seed = 0) =>
      textOf(await takeEvents(makeGenerate(chancy, steady, seed), request));
    const all = await Promise.all([
      said(),
      said(requestFor('y')),
      said(requestFor('x', { seed: 1 })),
      said(requestFor('x', { temperature: 0 })),
      said(requestFor('x', { model: 'gpt-4o' })),
      said(requestFor('x', { messages: [{ role: 'system', content: 'x' }] })),
      said(requestFor('x', { messages: [{ role: 'user', content: 'x', name: 'me' }] })),
      said(requestFor('x'), 1),
    ]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('tells choices that differ, mixed by their moments', async () => {
    const events = await takeEvents(makeGenerate(chancy), requestFor('x', { choices: 4 }));
    expect(new Set([0, 1, 2, 3].map((choice) => textOf(events, choice))).size).toBe(4);
    const deltas = pick(events, 'text-delta');
    expect(deltas.slice(0, 8).map(({ choice }) => choice)).toEqual([0, 1, 2, 3, 0, 1, 2, 3]);
    expect(deltas[0]?.due).toBe(100);
    expect(deltas[3]?.due).toBe(100);
    expect(deltas[4]?.due).toBe(120);
  });

  it('has each piece due when the pacer says so', async () => {
    const dues = pick(await takeEvents(makeGenerate(fixed), requestFor('')), 'text-delta').map(
      ({ due }) => due,
    );
    expect(dues).toEqual(dues.map((_, index) => 100 + 20 * index));
    const atOnce = await takeEvents(makeGenerate(fixed, instant), requestFor(''));
    expect(atOnce.every(({ due }) => due === 0)).toBe(true);
  });

  it('has log probabilities for exactly the tokens said', async () => {
    const encoding = await o200k();
    for (const topLogprobs of [0, 20]) {
      const events = await takeEvents(
        makeGenerate(createTold(() => ['Hi 👩‍👩‍👧‍👦𒀀!'])),
        requestFor('', { topLogprobs }),
      );
      const told = pick(events, 'text-delta').flatMap(({ logprobs = [] }) => logprobs);
      const bytes = Buffer.from(told.flatMap((each) => [...each.bytes]));
      expect(bytes.toString('utf8')).toBe(textOf(events));
      expect(told).toHaveLength(encoding.count(textOf(events)));
      expect(told.every(({ alternatives }) => alternatives.length === topLogprobs)).toBe(true);
      for (const { logprobs = [], tokens } of pick(events, 'text-delta'))
        expect(logprobs).toHaveLength(tokens);
    }
  });

  it('refuses a prompt that the model cannot take, before the first event', async () => {
    const request = requestFor('word '.repeat(9000), { model: 'gpt-4' });
    const refused = takeEvents(makeGenerate(fixed), request);
    await expect(refused).rejects.toThrow(ApiError);
    await expect(refused).rejects.toMatchObject({ status: 400, code: 'context_length_exceeded' });
  });

  it('replaces broken characters of an engine and of nobody else', async () => {
    const events = await takeEvents(makeGenerate(createTold(() => ['a\uD800b'])), requestFor(''));
    expect(textOf(events)).toBe('a\uFFFDb');
  });

  it('loses nothing of a text that an engine says bit by bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 5 }), async (texts) => {
        const generate = makeGenerate(createTold(() => texts));
        const events = await takeEvents(generate, requestFor('', { stop: ['\u0007never'] }));
        expect(textOf(events)).toBe(texts.join(''));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
