import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/client/check/exchange-record.ts';
import {
  judgeFlush,
  judgeFlushes,
  judgeRate,
  judgeTogether,
} from '../../../src/client/check/judge-timing.ts';
import type { StreamRecord } from '../../../src/client/check/read-stream.ts';

/** A stream whose pieces came at these moments. */
function streamAt(moments: readonly number[], text = ' word', status = 200): StreamRecord {
  const exchange: Exchange = {
    status,
    headers: {},
    version: '1.1',
    arrivals: [],
    end: moments.at(-1) ?? 0,
    ending: 'whole',
    reused: false,
  };
  const pieces = moments.map((at) => ({ at, text }));
  return {
    exchange,
    pieces,
    chunks: [],
    malformed: [],
    failures: [],
    events: pieces.length,
    isDone: true,
    afterDone: 0,
  };
}

const every = (gap: number, count: number, from = 0): number[] =>
  Array.from({ length: count }, (_, index) => from + index * gap);
const plan = {
  url: new URL('http://127.0.0.1'),
  dialect: 'openai',
  prompt: 'Hi',
  timeout: 1000,
  limits: { firstToken: 2401, rate: 29 },
} as const;

describe('the judge of flushing', () => {
  it.each([
    ['pass', 'spread evenly', every(20, 50, 200)],
    ['pass', 'late, then one by one', every(4, 40, 15_000)],
    ['fail', 'all at the end', every(0, 50, 900)],
    ['fail', 'all at the end, in two reads', [...every(0, 30, 900), ...every(0, 20, 910)]],
    ['warn', 'in bursts', every(500, 5, 200).flatMap((at) => every(0, 10, at))],
    ['not applicable', 'too quick to tell', every(0.1, 50, 5)],
    ['not applicable', 'a single one', [400]],
  ])('says %s to pieces %s', (outcome, _, moments) => {
    expect(judgeFlush(streamAt(moments)).outcome).toBe(outcome);
  });
});

describe('the judge of all streams', () => {
  const once = streamAt(every(0, 50, 900));
  const spread = streamAt(every(20, 50, 200));

  it.each([
    ['fail', { stream: once, usage: once, concurrency: [once, once], refusals: {} }],
    ['warn', { stream: once, wide: spread, refusals: {} }],
    ['pass', { stream: spread, wide: once, refusals: {} }],
    ['not applicable', { refusals: {} }],
  ])('says %s to %j', (outcome, evidence) => {
    expect(judgeFlushes(evidence).outcome).toBe(outcome);
  });
});

describe('the judge of the rate', () => {
  it.each([
    ['pass', 'about 50.0 tokens/s', every(20, 51)],
    ['fail', 'about 29.0 tokens/s', every(1000 / 29, 30)],
    ['pass', 'about 29.4 tokens/s', every(34, 30)],
    ['fail', 'about 25.0 tokens/s', every(0, 50, 2000)],
    ['not applicable', 'too little text to tell', every(20, 3)],
  ])('says %s, %s', (outcome, came, moments) => {
    expect(judgeRate(streamAt(moments, ' a'), plan)).toEqual({ outcome, came });
  });

  it('counts four characters as a token where pieces are long', () => {
    expect(judgeRate(streamAt(every(100, 11), 'x'.repeat(40)), plan).came).toBe('about 100 tokens/s');
  });
});

describe('the judge of concurrency', () => {
  it.each([
    ['pass', 'side by side', [every(20, 20, 200), every(20, 20, 210), every(20, 20, 205)]],
    ['pass', 'begun late but overlapping', [every(20, 40), every(20, 40, 250), every(20, 40, 500)]],
    ['pass', 'all at once', [every(0, 5, 3), every(0, 5, 4), every(0, 5, 9)]],
    ['fail', 'one after the other', [every(20, 10), every(20, 10, 200), every(20, 10, 400)]],
    ['not applicable', 'whole, at different times', [every(0, 9, 100), every(0, 9, 300), every(0, 9, 700)]],
    ['fail', 'whose ends cross', [every(20, 10), every(20, 10, 179), every(20, 10, 355)]],
    ['fail', 'of which one is empty', [every(20, 10), []]],
    ['not applicable', 'that are empty', [[], []]],
  ])('says %s to streams %s', (outcome, _, streams) => {
    expect(judgeTogether(streams.map((moments) => streamAt(moments))).outcome).toBe(outcome);
  });

  it('says fail where one is refused', () => {
    const judgement = judgeTogether([streamAt([1, 2]), streamAt([1, 2], ' a', 429)]);
    expect(judgement).toEqual({ outcome: 'fail', came: 'one got 429' });
  });
});
