import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/message.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { chatCost, createRateLimiter, showDuration } from '../../src/dialects/openai-rate-limits.ts';

const message = (content: string, images?: number): Message => ({
  role: 'user',
  content,
  ...(images === undefined ? {} : { images }),
});

describe('a rate limiter', () => {
  it('tells the limits, what remains and when all is back', () => {
    const charge = createRateLimiter(createManualClock(), { requests: 500, tokens: 200_000 });
    expect(charge('gpt-4o', 10)).toEqual({
      'x-ratelimit-limit-requests': '500',
      'x-ratelimit-limit-tokens': '200000',
      'x-ratelimit-remaining-requests': '499',
      'x-ratelimit-remaining-tokens': '199990',
      'x-ratelimit-reset-requests': '120ms',
      'x-ratelimit-reset-tokens': '3ms',
    });
    expect(charge('gpt-4o', 10)).toMatchObject({
      'x-ratelimit-remaining-requests': '498',
      'x-ratelimit-remaining-tokens': '199980',
      'x-ratelimit-reset-requests': '240ms',
    });
  });

  it('gives back evenly what was used', async () => {
    const clock = createManualClock();
    const charge = createRateLimiter(clock, { requests: 60, tokens: 60_000 });
    for (let count = 0; count < 10; count += 1) charge('gpt-4o', 1000);
    await clock.advance(4000);
    expect(charge('gpt-4o', 0)).toMatchObject({
      'x-ratelimit-remaining-requests': '53',
      'x-ratelimit-remaining-tokens': '54000',
      'x-ratelimit-reset-tokens': '6s',
    });
    await clock.advance(3_600_000);
    expect(charge('gpt-4o', 0)).toMatchObject({
      'x-ratelimit-remaining-requests': '59',
      'x-ratelimit-remaining-tokens': '60000',
      'x-ratelimit-reset-tokens': '0s',
    });
  });

  it('counts each model for itself', () => {
    const charge = createRateLimiter(createManualClock(), { requests: 10, tokens: 100 });
    charge('gpt-4o', 90);
    expect(charge('gpt-4o-mini', 1)['x-ratelimit-remaining-tokens']).toBe('99');
  });

  it('never goes below nothing, and refuses nobody', () => {
    const charge = createRateLimiter(createManualClock(), { requests: 2, tokens: 100 });
    for (let count = 0; count < 5; count += 1) charge('gpt-4o', 1e9);
    expect(charge('gpt-4o', 1e9)).toMatchObject({
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-remaining-tokens': '0',
      'x-ratelimit-reset-requests': '1m0s',
    });
  });

  it('goes on when clients make names up', () => {
    const charge = createRateLimiter(createManualClock(), { requests: 10, tokens: 100 });
    for (let count = 0; count < 5000; count += 1) {
      expect(charge(`made-up-${count}`, 1)['x-ratelimit-remaining-requests']).toBe('9');
    }
  });
});

describe('chatCost', () => {
  it('charges 2, the messages, a quarter of the characters and 765 an image', () => {
    expect(chatCost([])).toBe(2);
    expect(chatCost([message('Hi')])).toBe(3);
    expect(chatCost([message('abcdefg'), message('h')])).toBe(2 + 2 + 2);
    expect(chatCost([message('x', 2)])).toBe(3 + 1530);
  });
});

describe('showDuration', () => {
  it.each([
    [0, '0s'],
    [0.9, '0s'],
    [1, '1ms'],
    [120.9, '120ms'],
    [999, '999ms'],
    [1000, '1s'],
    [8640, '8.64s'],
    [59_999, '59.999s'],
    [60_000, '1m0s'],
    [90_500, '1m30.5s'],
    [360_000, '6m0s'],
  ])('shows %d ms as %s, as Go does', (span, shown) => {
    expect(showDuration(span)).toBe(shown);
  });
});
