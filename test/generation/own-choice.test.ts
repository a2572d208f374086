import { describe, expect, it } from 'vitest';
import type { Engine, GeneratedPiece } from '../../src/core/engine.ts';
import { createSteady } from '../../src/pacers/steady.ts';
import { describeGenerate, pick, requestFor, takeEvents, textOf } from '../contracts/generate.ts';
import { instant, makeGenerate } from '../support/make-generate.ts';

const words = ['Once', ' upon', ' a', ' time', ' there', ' was', ' a', ' server', '.'];

/** An engine that counts its own tokens: as many as the call allows, of these texts. */
function createOwn(texts: readonly string[] = words, tokens = 1): Engine {
  return {
    name: 'own',
    cut: { kind: 'token' },
    prepare: async ({ maxTokens = 100 }) => ({ promptTokens: 7, maxTokens }),
    async *text({ maxTokens = 100, request }, signal) {
      let said = 0;
      for (const text of texts) {
        if (signal.aborted || said + tokens > maxTokens) return;
        said += tokens;
        const piece: GeneratedPiece = { text, tokens };
        const logprob = { token: text, logprob: -1, bytes: [...Buffer.from(text)], alternatives: [] };
        const wanted = request.topLogprobs !== undefined;
        yield wanted ? { ...piece, logprobs: Array.from({ length: tokens }, () => logprob) } : piece;
      }
    },
  };
}

describeGenerate('a Generate of an engine that counts its own tokens', () =>
  makeGenerate(createOwn(), instant),
);

describe('pieces that an engine has cut itself', () => {
  it('keep their texts, their tokens and their log probabilities', async () => {
    const generate = makeGenerate(createOwn(words, 2), instant);
    const events = await takeEvents(generate, requestFor('Hello!', { topLogprobs: 0 }));
    const said = pick(events, 'text-delta');
    expect(said.map(({ text, tokens, logprobs }) => [text, tokens, logprobs?.length])).toEqual(
      words.map((word) => [word, 2, 2]),
    );
    expect(pick(events, 'end')[0]?.usage).toEqual({
      promptTokens: 7,
      completionTokens: 2 * words.length,
      reasoningTokens: 0,
    });
  });

  it('lose none of the room of their model to thinking that is only told', async () => {
    const narrow: Engine = {
      ...createOwn(),
      prepare: async ({ maxTokens = Infinity }) => ({ promptTokens: 7, maxTokens: Math.min(4, maxTokens) }),
    };
    const think = async (change: object): Promise<string> =>
      textOf(await takeEvents(makeGenerate(narrow), requestFor('Hi', { reasoningTokens: 256, ...change })));
    expect(await think({})).toBe('Once upon a time');
    expect(await think({ maxTokens: 258 })).toBe('Once upon');
    expect(await think({ maxTokens: 256 })).toBe('');
  });

  it.each([
    ['a whole piece', [' time'], 'Once upon a', 3],
    ['the middle of a piece', ['ime'], 'Once upon a t', 4],
    ['what spans pieces', ['on a ti'], 'Once up', 2],
    ['the first character', ['O'], '', 0],
    ['what almost comes', [' server!', 'was the'], words.join(''), words.length],
  ])('end before a stop sequence: %s', async (_, stop, text, tokens) => {
    const events = await takeEvents(makeGenerate(createOwn(), instant), requestFor('Hello!', { stop }));
    expect(textOf(events)).toBe(text);
    expect(pick(events, 'end')[0]?.usage.completionTokens).toBe(tokens);
    expect(pick(events, 'finish')[0]?.reason).toBe('stop');
  });

  it('end for their length when the budget is used up', async () => {
    const events = await takeEvents(
      makeGenerate(createOwn(), instant),
      requestFor('Hello!', { maxTokens: 3 }),
    );
    expect(textOf(events)).toBe('Once upon a');
    expect(pick(events, 'finish')[0]?.reason).toBe('length');
  });

  it('have the moments of the pace', async () => {
    const pacer = createSteady({ ttft: 100, tokensPerSecond: 50 });
    const events = await takeEvents(makeGenerate(createOwn(), pacer), requestFor('Hello!'));
    expect(pick(events, 'text-delta').map(({ due }) => due)).toEqual(
      words.map((__, index) => 100 + 20 * index),
    );
  });

  it('are refused by the engine before anything is told', async () => {
    const refusing: Engine = { ...createOwn(), prepare: () => Promise.reject(new Error('too long')) };
    await expect(takeEvents(makeGenerate(refusing, instant), requestFor('Hello!'))).rejects.toThrow(
      'too long',
    );
  });
});
