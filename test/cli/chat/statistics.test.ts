import { describe, expect, it } from 'vitest';
import type { ChatEvent } from '../../../src/client/chat/read-answer.ts';
import { createMeter, formatStatistics } from '../../../src/cli/chat/statistics.ts';

const usage = { promptTokens: 3, completionTokens: 8 };
const finish = { type: 'finish', moment: 1500, reason: 'stop', model: 'm', usage } as const;

function measure(moments: readonly number[], end: Partial<typeof finish> | undefined) {
  const meter = createMeter();
  const events: ChatEvent[] = moments.map((moment) => ({ type: 'delta', text: 'a', moment }));
  for (const event of events) meter.hear(event);
  if (end !== undefined) meter.hear({ ...finish, ...end });
  return formatStatistics(meter.read(2000));
}

describe('the figures of an answer', () => {
  it('are the rate of what came after the first piece', () => {
    expect(measure([200, 700, 1200, 1200], {})).toBe(
      'first token after 200 ms, 8 tokens, 6.0 tokens/s, 1.50 s in all',
    );
  });

  it('count pieces where the server counts nothing', () => {
    expect(measure([200, 700, 1200], { ...finish, usage: undefined } as object)).toBe(
      'first token after 200 ms, 3 pieces, 2.0 pieces/s, 1.50 s in all',
    );
  });

  it('have no rate where all came at once', () => {
    expect(measure([200], {})).toBe('first token after 200 ms, 8 tokens, 1.50 s in all');
  });

  it('end with now where the answer was stopped', () => {
    expect(measure([200], undefined)).toBe('first token after 200 ms, 1 piece, 2.00 s in all');
  });

  it('tell of no text, and of a reason that is no plain end', () => {
    expect(measure([], { ...finish, reason: 'length' } as object)).toBe(
      'no text, 8 tokens, 1.50 s in all, ended by length',
    );
  });
});
