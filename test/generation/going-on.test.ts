import { describe, expect, it } from 'vitest';
import type { Engine, EngineCall, GeneratedPiece } from '../../src/core/engine.ts';
import type { GenerationEvent } from '../../src/core/generation.ts';
import { createJittered } from '../../src/pacers/jittered.ts';
import { pick, requestFor, takeEvents, textOf } from '../contracts/generate.ts';
import { expectToGoOn, finishLog } from '../contracts/going-on.ts';
import { instant, makeGenerate, steady } from '../support/make-generate.ts';

const words = ['Once', ' upon', ' a', ' time', ' there', ' was', ' a', ' server', '.'];

interface Own {
  readonly engine: Engine;
  readonly calls: EngineCall[];
}

/** An engine whose tokens are the places of its words, two for each; it goes on after the last of them that was said. */
function createOwn(texts: readonly string[] = words): Own {
  const calls: EngineCall[] = [];
  const engine: Engine = {
    name: 'own',
    cut: { kind: 'token' },
    prepare: async ({ maxTokens = 100 }) => ({ promptTokens: 7, maxTokens }),
    async *text(call) {
      calls.push(call);
      const { said = [], choice, request, maxTokens = 100 } = call;
      let place = (said.at(-1)?.ids?.at(-1) ?? -1) + 1;
      for (; place + 2 <= Math.min(maxTokens, 2 * texts.length); place += 2) {
        const text = `${texts[place / 2] ?? ''}${choice === 0 ? '' : choice}`;
        const piece: GeneratedPiece = { text, tokens: 2, ids: [place, place + 1] };
        const logprob = { token: text, logprob: -1 - place, bytes: [], alternatives: [] };
        yield request.topLogprobs === undefined ? piece : { ...piece, logprobs: [logprob, logprob] };
      }
    },
  };
  return { engine, calls };
}

const say = (text: string, ids?: readonly number[], due = 0, choice = 0): GenerationEvent => {
  const event = { type: 'text-delta', due, choice, text, tokens: 2 } as const;
  return ids === undefined ? event : { ...event, ids };
};
const start: GenerationEvent = { type: 'start', due: 0, choices: 1, promptTokens: 7 };

describe('an answer that was broken off', () => {
  it.each([
    ['as it is', {}],
    ['with log probabilities', { topLogprobs: 0 }],
    ['with a budget', { maxTokens: 6 }],
    ['with a stop at a piece', { stop: [' was'] }],
    ['with a stop within a piece', { stop: ['ime'] }],
    ['with a stop within the first piece', { stop: ['ce'] }],
    ['with a stop that spans pieces', { stop: ['on a ti'] }],
    ['with a stop that nearly comes', { stop: ['time there is', '. The'] }],
    ['with a stop at the end of its budget', { stop: ['ime'], maxTokens: 8 }],
    ['with two choices', { choices: 2 }],
    ['with three choices, a stop and a budget', { choices: 3, stop: [' server', '1 there'], maxTokens: 16 }],
    ['with several prompts', { prompts: ['a', 'b'], choices: 2, stop: ['s1'] }],
  ])('becomes the same one, however early that was: %s', async (_, change) => {
    const request = requestFor('Hello!', change);
    const paced = await expectToGoOn(makeGenerate(createOwn().engine, steady), request);
    const quick = await expectToGoOn(makeGenerate(createOwn().engine, instant), request);
    expect(textOf(quick)).toBe(textOf(paced));
  });

  it('keeps the moments of its pace', async () => {
    const pacer = createJittered({ ttft: 50, tokensPerSecond: 40, jitter: 0.5, jitterShape: 'normal' });
    const whole = await expectToGoOn(makeGenerate(createOwn().engine, pacer), requestFor('Hello!'));
    expect(new Set(whole.map(({ due }) => due)).size).toBeGreaterThan(words.length);
  });

  it('leaves a log as whole as if nothing had happened', async () => {
    const request = requestFor('Hello!', { stop: ['serv'] });
    const generate = makeGenerate(createOwn().engine, instant);
    const whole = await takeEvents(generate, request);
    for (let count = 1; count < whole.length; count += 1)
      expect(await finishLog(generate, request, whole.slice(0, count))).toStrictEqual(whole);
  });
});

describe('an answer that is gone on with', () => {
  it('is asked of the engine from where it stood', async () => {
    const { engine, calls } = createOwn();
    const said = [start, say('Once', [0, 1]), say(' UPON', [2, 3])];
    const events = await takeEvents(makeGenerate(engine), requestFor('Hello!', { said }));
    expect(calls.map((call) => call.said)).toEqual([said.slice(1)]);
    expect(textOf(events)).toBe('Once UPON a time there was a server.');
    expect(pick(events, 'end')[0]?.usage.completionTokens).toBe(18);
  });

  it('takes back nothing that was told, even what turns out to begin a stop sequence', async () => {
    const said = [start, say('Once', [0, 1]), say(' upon', [2, 3])];
    const request = requestFor('Hello!', { stop: ['pon a', 'never'], said });
    const events = await takeEvents(makeGenerate(createOwn().engine), request);
    expect(events.slice(0, 3)).toEqual(said);
    expect(textOf(events)).toBe('Once upon');
    expect(pick(events, 'finish')).toMatchObject([{ reason: 'stop' }]);
    expect(pick(events, 'end')[0]?.usage.completionTokens).toBe(4);
  });

  it('asks nothing of choices that have ended, or whose text a stop has cut', async () => {
    const { engine, calls } = createOwn();
    const finish: GenerationEvent = { type: 'finish', due: 500, choice: 1, reason: 'length' };
    const said = [
      { ...start, choices: 3 },
      say('On', [], 100),
      say('Twice', [0, 1], 400, 1),
      say('Once2', [0, 1], 450, 2),
      finish,
    ];
    const request = requestFor('Hello!', { choices: 3, stop: ['ce '], maxTokens: 2, said });
    const events = await takeEvents(makeGenerate(engine), request);
    expect(calls.map(({ choice }) => choice)).toEqual([2]);
    expect(events.slice(0, said.length)).toEqual(said);
    expect(pick(events, 'finish').map(({ choice, reason }) => [choice, reason])).toEqual([
      [1, 'length'],
      [0, 'stop'],
      [2, 'length'],
    ]);
    expect(pick(events, 'end')[0]?.usage.completionTokens).toBe(6);
  });

  it('lets a choice that lags behind say nothing that was due before what has been told', async () => {
    const request = requestFor('Hello!', { choices: 2 });
    const generate = makeGenerate(createOwn().engine, steady);
    const whole = await takeEvents(generate, request);
    const said = whole.filter((event) => !('choice' in event) || event.choice === 0).slice(0, 6);
    const events = await takeEvents(generate, { ...request, said });
    const dues = events.map(({ due }) => due);
    expect(dues).toEqual(dues.toSorted((one, other) => one - other));
    expect([textOf(events, 0), textOf(events, 1)]).toEqual([textOf(whole, 0), textOf(whole, 1)]);
  });

  it('is made again from its beginning where the tokens of a piece are not known', async () => {
    const { engine, calls } = createOwn();
    const said = [start, say('Once', [0, 1]), say(' UPON')];
    const events = await takeEvents(makeGenerate(engine), requestFor('Hello!', { said }));
    expect(calls.map((call) => call.said)).toEqual([undefined]);
    expect(textOf(events)).toBe(words.join(''));
  });
});
