import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalledTool } from '../../src/core/engine.ts';
import { callsOf, pick, requestFor, takeEvents, textOf, weatherTool } from '../contracts/generate.ts';
import { createTold, encodings, instant, makeGenerate, steady } from '../support/make-generate.ts';
import { anyText } from './texts.ts';

const called: CalledTool = { name: 'get_weather', arguments: '{"location":"Paris","unit":"celsius"}' };
const other: CalledTool = { name: 'get_weather', arguments: '{"location":"Rome"}' };
const offer = { tools: [weatherTool] };
const o200k = await encodings('o200k_base');

describe('a called tool', () => {
  it('is one event and its arguments, a token each, at the pace of text', async () => {
    const generate = makeGenerate(createTold(() => [called]));
    const events = (await takeEvents(generate, requestFor('', offer))).slice(1, -2);
    const [call, ...pieces] = events;
    const tokens = o200k.encode(called.arguments).map((id) => o200k.decode([id]));
    expect(call).toMatchObject({ type: 'tool-call', due: 100, index: 0, name: 'get_weather' });
    expect(pieces).toEqual(
      tokens.map((text, index) => ({
        type: 'tool-arguments',
        due: 100 + 20 * index,
        choice: 0,
        index: 0,
        text,
        tokens: 1,
      })),
    );
  });

  it('follows the text before it, and the call before it', async () => {
    const generate = makeGenerate(createTold(() => ['One moment.', called, other]));
    const events = await takeEvents(generate, requestFor('', offer));
    expect(textOf(events)).toBe('One moment.');
    expect(callsOf(events).map(({ arguments: given }) => given)).toEqual([called.arguments, other.arguments]);
    const dues = events.slice(1, -1).map(({ due }) => due);
    const paced = pick(events, 'text-delta').length + pick(events, 'tool-arguments').length;
    expect(new Set(dues)).toEqual(new Set(Array.from({ length: paced }, (_, index) => 100 + 20 * index)));
    expect(pick(events, 'finish')).toMatchObject([{ reason: 'tool-calls' }]);
  });

  it('has another id in each place and the same one for an equal request', async () => {
    const generate = makeGenerate(createTold(() => [called, called]));
    const ids = async (content: string) =>
      (await takeEvents(generate, requestFor(content, { ...offer, choices: 2 }))).flatMap((event) =>
        event.type === 'tool-call' ? event.id : [],
      );
    const first = await ids('a');
    expect(new Set(first).size).toBe(4);
    expect(await ids('a')).toEqual(first);
    expect(await ids('b')).not.toEqual(first);
  });

  it('says what a stop sequence held back first, and is never stopped itself', async () => {
    const generate = makeGenerate(createTold(() => ['a {', called]));
    const events = await takeEvents(generate, requestFor('', { ...offer, stop: ['{"', 'location'] }));
    expect(textOf(events)).toBe('a {');
    expect(callsOf(events)[0]?.arguments).toBe(called.arguments);
    expect(pick(events, 'finish')).toMatchObject([{ reason: 'tool-calls' }]);
  });

  it('is not made after a stop sequence', async () => {
    const generate = makeGenerate(createTold(() => ['one two', called]));
    const events = await takeEvents(generate, requestFor('', { ...offer, stop: ['two'] }));
    expect(callsOf(events)).toEqual([]);
    expect(pick(events, 'finish')).toMatchObject([{ reason: 'stop' }]);
  });

  it.each([instant, steady])('is cut by the budget at exactly its tokens', async (pacer) => {
    const generate = makeGenerate(
      createTold(() => ['Well', called, other]),
      pacer,
    );
    const parts = ['Well', called.arguments, other.arguments];
    const tokens = parts.flatMap((part) => o200k.encode(part));
    for (let maxTokens = 1; maxTokens <= tokens.length + 1; maxTokens += 1) {
      const events = await takeEvents(generate, requestFor('', { ...offer, maxTokens }));
      const said =
        textOf(events) +
        callsOf(events)
          .map((call) => call.arguments)
          .join('');
      expect(said).toBe(o200k.decode(tokens.slice(0, maxTokens)));
      expect(pick(events, 'end')[0]?.usage.completionTokens).toBe(Math.min(maxTokens, tokens.length));
      const reason = maxTokens <= tokens.length ? 'length' : 'tool-calls';
      expect(pick(events, 'finish')).toMatchObject([{ reason }]);
    }
  });

  it('is made without arguments where the engine gives none', async () => {
    const generate = makeGenerate(createTold(() => [{ name: 'get_weather', arguments: '' }]));
    const events = await takeEvents(generate, requestFor('', offer));
    expect(callsOf(events)).toMatchObject([{ name: 'get_weather', arguments: '' }]);
  });

  it('loses nothing of any arguments, whatever is said before', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.array(anyText, { minLength: 1, maxLength: 3 }), async (text, given) => {
        const calls = given.map((each): CalledTool => ({ name: 'get_weather', arguments: each }));
        const generate = makeGenerate(createTold(() => [text, ...calls]));
        const events = await takeEvents(generate, requestFor('', offer));
        expect(textOf(events)).toBe(text);
        expect(callsOf(events).map((call) => call.arguments)).toEqual(given);
        expect(pick(events, 'end')[0]?.usage.completionTokens).toBe(
          [text, ...given].reduce((total, each) => total + o200k.count(each), 0),
        );
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe('a request with tools', () => {
  const seedOf = async (more: Parameters<typeof requestFor>[1]) => {
    const generate = makeGenerate(createTold(({ seed }) => [String(seed)]));
    return textOf(await takeEvents(generate, requestFor('x', more)));
  };

  it('is another request than one without, with others, or with another choice or form', async () => {
    const toolCalls = [{ id: 'call_1', name: 'a', arguments: '{}' }];
    const variants: Parameters<typeof requestFor>[1][] = [
      {},
      offer,
      { tools: [{ ...weatherTool, description: 'Other.' }] },
      { ...offer, toolChoice: 'required' },
      { ...offer, toolChoice: { name: 'get_weather' } },
      { ...offer, parallelToolCalls: false },
      { format: { kind: 'json' } },
      { format: { kind: 'json-schema', schema: { type: 'object' } } },
      { messages: [{ role: 'assistant', content: 'x', toolCalls }] },
      { messages: [{ role: 'assistant', content: 'x' }] },
      { messages: [{ role: 'tool', content: 'x', toolCallId: 'call_1' }] },
      { messages: [{ role: 'tool', content: 'x', toolCallId: 'call_2' }] },
    ];
    const seeds = await Promise.all(variants.map(seedOf));
    expect(new Set(seeds).size).toBe(variants.length);
    expect(await Promise.all(variants.map(seedOf))).toEqual(seeds);
  });
});
