import { describe, expect, it } from 'vitest';
import type { TokenLogprob } from '../../src/core/generation.ts';
import { createInstant } from '../../src/pacers/instant.ts';
import { createCollector } from '../../src/http/collect.ts';
import { pick, requestFor, takeEvents, textOf } from '../contracts/generate.ts';
import { createTold, makeGenerate } from '../support/make-generate.ts';

const usage = { promptTokens: 1, completionTokens: 2, reasoningTokens: 0 };
const logprob: TokenLogprob = { token: 'a', logprob: -0.1, bytes: [97], alternatives: [] };

describe('a collector', () => {
  it('puts each choice together in its own place', () => {
    const collector = createCollector();
    collector.add({ type: 'start', due: 0, choices: 2, promptTokens: 1 });
    collector.add({ type: 'text-delta', due: 1, choice: 1, text: 'x', tokens: 1 });
    collector.add({ type: 'text-delta', due: 2, choice: 0, text: 'a', tokens: 1, logprobs: [logprob] });
    collector.add({
      type: 'text-delta',
      due: 3,
      choice: 0,
      text: 'b',
      tokens: 2,
      logprobs: [logprob, logprob],
    });
    collector.add({ type: 'finish', due: 4, choice: 1, reason: 'length' });
    collector.add({ type: 'finish', due: 4, choice: 0, reason: 'stop' });
    collector.add({ type: 'end', due: 4, usage });
    expect(collector.collected()).toEqual({
      result: {
        choices: [
          { text: 'ab', reason: 'stop', logprobs: [logprob, logprob, logprob] },
          { text: 'x', reason: 'length' },
        ],
        usage,
      },
      usage,
      tokens: 4,
      finish: 'stop',
    });
  });

  it('puts the calls of each choice together', () => {
    const collector = createCollector();
    const call = (index: number, name: string) =>
      collector.add({ type: 'tool-call', due: 1, choice: 1, index, id: `call_${index}`, name });
    const write = (index: number, text: string) =>
      collector.add({ type: 'tool-arguments', due: 1, choice: 1, index, text, tokens: 2 });
    collector.add({ type: 'start', due: 0, choices: 2, promptTokens: 1 });
    call(0, 'look');
    write(0, '{"a"');
    write(0, ':1}');
    call(1, 'listen');
    write(1, '{}');
    collector.add({ type: 'finish', due: 1, choice: 1, reason: 'tool-calls' });
    const { result, tokens } = collector.collected();
    expect(tokens).toBe(6);
    expect(result.choices).toEqual([
      { text: '', reason: 'stop' },
      {
        text: '',
        reason: 'tool-calls',
        toolCalls: [
          { id: 'call_0', name: 'look', arguments: '{"a":1}' },
          { id: 'call_1', name: 'listen', arguments: '{}' },
        ],
      },
    ]);
  });

  it('has a choice that said nothing too', () => {
    const collector = createCollector();
    collector.add({ type: 'start', due: 0, choices: 2, promptTokens: 1 });
    expect(collector.collected().result.choices.map(({ text }) => text)).toEqual(['', '']);
  });

  it('collects the text that a stream says', async () => {
    const generate = makeGenerate(
      createTold(({ choice }) => [`Answer ${choice}`, ' of', ' several texts.']),
      createInstant(),
    );
    const events = await takeEvents(generate, requestFor('x', { choices: 3, topLogprobs: 1 }));
    const collector = createCollector();
    for (const event of events) collector.add(event);
    const { result, tokens } = collector.collected();
    expect(result.choices.map(({ text }) => text)).toEqual([0, 1, 2].map((choice) => textOf(events, choice)));
    expect(result.choices.flatMap(({ logprobs = [] }) => logprobs)).toHaveLength(tokens);
    expect(result.usage).toEqual(pick(events, 'end')[0]?.usage);
  });
});
