import { describe, expect, it } from 'vitest';
import type { Generate, GenerationEvent, GenerationRequest } from '../../src/core/generation.ts';
import type { Tool } from '../../src/core/message.ts';

/** A request for an answer to these words. */
export function requestFor(content: string, more: Partial<GenerationRequest> = {}): GenerationRequest {
  const messages = [{ role: 'user', content }] as const;
  return { model: 'gpt-4o-mini', messages, choices: 1, stop: [], seed: null, temperature: null, ...more };
}

/** A tool of the sort that most examples have. */
export const weatherTool: Tool = {
  name: 'get_weather',
  description: 'Get the current weather in a given location.',
  parameters: {
    type: 'object',
    properties: {
      location: { type: 'string', description: 'The city, for example Paris' },
      unit: { type: 'string', enum: ['celsius', 'fahrenheit'] },
    },
    required: ['location'],
  },
};

/** All events of a generation, its batches joined. */
export async function takeEvents(
  generate: Generate,
  request: GenerationRequest,
  signal: AbortSignal = new AbortController().signal,
): Promise<GenerationEvent[]> {
  const events: GenerationEvent[] = [];
  for await (const batch of generate(request, signal)) events.push(...batch);
  return events;
}

/** What one choice says. */
export function textOf(events: readonly GenerationEvent[], choice = 0): string {
  return events
    .map((event) => (event.type === 'text-delta' && event.choice === choice ? event.text : ''))
    .join('');
}

/** The tools that one choice calls, put together from its events: each call's arguments follow it, before the next call. */
export function callsOf(events: readonly GenerationEvent[], choice = 0) {
  const calls: { id: string; name: string; arguments: string }[] = [];
  for (const event of events) {
    if ((event.type !== 'tool-call' && event.type !== 'tool-arguments') || event.choice !== choice) continue;
    const place = calls.length - (event.type === 'tool-call' ? 0 : 1);
    if (event.index !== place) throw new Error(`Call ${event.index} is told where call ${place} should be.`);
    const call = calls[place];
    if (event.type === 'tool-call') calls.push({ id: event.id, name: event.name, arguments: '' });
    else if (call !== undefined) call.arguments += event.text;
  }
  return calls;
}

/** The events of one kind. */
export function pick<T extends GenerationEvent['type']>(
  events: readonly GenerationEvent[],
  type: T,
): Extract<GenerationEvent, { type: T }>[] {
  return events.filter((event): event is Extract<GenerationEvent, { type: T }> => event.type === type);
}

/** The tests that every Generate passes; its answers have several pieces. */
export function describeGenerate(title: string, create: () => Generate): void {
  const requests: readonly (readonly [string, GenerationRequest])[] = [
    ['one choice', requestFor('Hello!')],
    ['three choices', requestFor('Hello!', { choices: 3 })],
    ['a budget', requestFor('Hello!', { choices: 2, maxTokens: 3 })],
    ['a stop', requestFor('Hello!', { stop: ['e', ' a'] })],
    ['log probabilities', requestFor('Hello!', { topLogprobs: 2 })],
    ['thinking', requestFor('Hello!', { model: 'gpt-5', choices: 2, reasoningTokens: 64, maxTokens: 70 })],
    ['tools', requestFor('What is the weather in Paris and London?', { tools: [weatherTool], choices: 2 })],
    [
      'a tool that must be called',
      requestFor('Hello!', { tools: [weatherTool], toolChoice: 'required', stop: ['"', 'l'] }),
    ],
    [
      'a budget that ends within a call',
      requestFor('Weather in Rome', {
        tools: [weatherTool],
        toolChoice: { name: 'get_weather' },
        maxTokens: 4,
      }),
    ],
    ['an answer in JSON', requestFor('Hello!', { format: { kind: 'json' } })],
  ];

  describe(`${title} as a Generate`, () => {
    it.each(requests)('begins with the start and ends with the end, for %s', async (_, request) => {
      const events = await takeEvents(create(), request);
      expect(events[0]).toMatchObject({ type: 'start', due: 0, choices: request.choices });
      expect(events.at(-1)?.type).toBe('end');
      expect(pick(events, 'start')).toHaveLength(1);
      expect(pick(events, 'end')).toHaveLength(1);
    });

    it.each(requests)('never has an event due before the one ahead of it, for %s', async (_, request) => {
      const dues = (await takeEvents(create(), request)).map(({ due }) => due);
      expect(dues.every((due) => Number.isFinite(due) && due >= 0)).toBe(true);
      expect(dues).toEqual(dues.toSorted((one, other) => one - other));
    });

    it.each(requests)(
      'finishes each choice once and says nothing of it afterwards, for %s',
      async (_, request) => {
        const events = await takeEvents(create(), request);
        const finished = pick(events, 'finish').map(({ choice }) => choice);
        expect(new Set(finished)).toEqual(
          new Set(Array.from({ length: request.choices }, (__, index) => index)),
        );
        expect(finished).toHaveLength(request.choices);
        const late = events.filter(
          (event, index) =>
            (event.type === 'text-delta' || event.type === 'tool-call' || event.type === 'tool-arguments') &&
            events.slice(0, index).some((other) => other.type === 'finish' && other.choice === event.choice),
        );
        expect(late).toEqual([]);
      },
    );

    it.each(requests)('counts in the end what it has said, for %s', async (_, request) => {
      const events = await takeEvents(create(), request);
      const deltas = [...pick(events, 'text-delta'), ...pick(events, 'tool-arguments')];
      const said = deltas.reduce((total, { tokens }) => total + tokens, 0);
      const thought = (request.reasoningTokens ?? 0) * request.choices;
      expect(pick(events, 'end')[0]?.usage).toEqual({
        promptTokens: pick(events, 'start')[0]?.promptTokens,
        completionTokens: said + thought,
        reasoningTokens: thought,
      });
      expect(deltas.every(({ text, tokens }) => text !== '' && text.isWellFormed() && tokens >= 1)).toBe(
        true,
      );
    });

    it.each(requests)('calls tools with JSON, unless the budget ends it, for %s', async (_, request) => {
      const events = await takeEvents(create(), request);
      for (const { choice, reason } of pick(events, 'finish')) {
        const calls = callsOf(events, choice);
        expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
        for (const { id, name } of calls) {
          expect(id).toMatch(/^call_[A-Za-z0-9]{24}$/);
          expect(request.tools?.map((tool) => tool.name)).toContain(name);
        }
        if (reason === 'length') continue;
        expect(reason).toBe(calls.length > 0 ? 'tool-calls' : 'stop');
        for (const call of calls) expect(JSON.parse(call.arguments)).toBeTypeOf('object');
      }
    });

    it.each(requests)('says the same again to the same request, for %s', async (_, request) => {
      const generate = create();
      const events = await takeEvents(generate, request);
      expect(await takeEvents(generate, request)).toEqual(events);
      expect(await takeEvents(create(), request)).toEqual(events);
    });

    it('says nothing once its signal has aborted', async () => {
      expect(await takeEvents(create(), requestFor('Hello!'), AbortSignal.abort())).toEqual([]);
    });

    it('ends within a batch of its signal, without an end', async () => {
      const controller = new AbortController();
      const events: GenerationEvent[] = [];
      let after = 0;
      for await (const batch of create()(requestFor('Hello!', { choices: 2 }), controller.signal)) {
        if (controller.signal.aborted) after += 1;
        events.push(...batch);
        controller.abort();
      }
      expect(after).toBeLessThanOrEqual(1);
      expect(pick(events, 'start')).toHaveLength(1);
    });

    it('answers others after one was left early', async () => {
      const generate = create();
      const whole = await takeEvents(generate, requestFor('Hello!'));
      for await (const batch of generate(requestFor('Hello!'), new AbortController().signal)) {
        expect(batch[0]?.type).toBe('start');
        break;
      }
      expect(await takeEvents(generate, requestFor('Hello!'))).toEqual(whole);
    });
  });
}
