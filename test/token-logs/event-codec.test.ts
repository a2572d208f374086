import { describe, expect, it } from 'vitest';
import type { GenerationEvent, TextDeltaEvent } from '../../src/core/generation.ts';
import { decodeEvents, encodeEvents } from '../../src/token-logs/event-codec.ts';

const piece: TextDeltaEvent = { type: 'text-delta', due: 12.5, choice: 1, text: ' "é🙂\n', tokens: 2 };
const bytes = [32, 195, 169];
const logprob = { token: ' é', logprob: -0.1234567890123, bytes, alternatives: [] };
const usage = { promptTokens: 1, completionTokens: 2, reasoningTokens: 0 };

describe('the text of events in a log', () => {
  it.each<[string, GenerationEvent]>([
    ['a start', { type: 'start', due: 0, choices: 2, promptTokens: 7, prompts: ['a', 'b'] }],
    ['a piece of text', piece],
    ['a piece with its tokens', { ...piece, ids: [0, 50256] }],
    ['a piece that a stop has cut', { ...piece, ids: [] }],
    ['a piece with log probabilities', { ...piece, logprobs: [logprob, logprob] }],
    ['a piece with tokens and log probabilities', { ...piece, logprobs: [logprob, logprob], ids: [3, 4] }],
    ['a call', { type: 'tool-call', due: 1, choice: 0, index: 0, id: 'call_1', name: 'look_up' }],
    ['arguments', { type: 'tool-arguments', due: 1, choice: 0, index: 0, text: '{}', tokens: 1 }],
    ['a finish', { type: 'finish', due: 3, choice: 0, reason: 'length' }],
    ['an end', { type: 'end', due: 3, usage }],
  ])('gives back %s as it was', (_, event) => {
    expect(decodeEvents(encodeEvents([piece, event, event]))).toStrictEqual([piece, event, event]);
  });

  it('tells nothing of tokens where an engine of rules has none', () => {
    expect(encodeEvents([piece])).toBe('[[12.5,1," \\"é🙂\\n",2]]');
    expect(encodeEvents([{ ...piece, ids: [3, 4] }])).toBe('[[12.5,1," \\"é🙂\\n",2,[3,4]]]');
  });
});
