import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import type { Encoder } from '../../src/core/dialect.ts';
import type {
  EndEvent,
  FinishEvent,
  GenerationEvent,
  StartEvent,
  TextDeltaEvent,
} from '../../src/core/generation.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { createTally } from '../../src/core/tally.ts';
import { type Playing, type StreamLimits, play } from '../../src/http/play.ts';
import { createFakeReply } from '../support/fake-reply.ts';

const limits: StreamLimits = { writeDeadline: 30_000, keepAliveAfter: 15_000, maxDuration: 600_000 };
const usage = { promptTokens: 7, completionTokens: 3, reasoningTokens: 0 };
const start: StartEvent = { type: 'start', due: 0, choices: 1, promptTokens: 7 };
const delta = (text: string, due: number): TextDeltaEvent => ({
  type: 'text-delta',
  due,
  choice: 0,
  text,
  tokens: 1,
});
const finish = (due: number): FinishEvent => ({ type: 'finish', due, choice: 0, reason: 'stop' });
const end = (due: number): EndEvent => ({ type: 'end', due, usage });

const encoder: Encoder = {
  encode: (event) => (event.type === 'text-delta' ? event.text : `<${event.type}>`),
  fail: (error) => `<fail ${error.code ?? error.status}>`,
  end: '<done>',
  keepAlive: '<alive>',
};

const words = [delta('a', 100), delta('b', 120), delta('c', 140), finish(140), end(140)];

interface Source {
  readonly iterator: AsyncIterator<readonly GenerationEvent[]>;
  readonly returned: () => number;
}

// Batches that are there at once; a function makes its batch when it is asked for.
function sourceOf(
  batches: readonly (readonly GenerationEvent[] | (() => Promise<readonly GenerationEvent[]>))[],
): Source {
  let position = 0;
  let returned = 0;
  return {
    returned: () => returned,
    iterator: {
      async next() {
        const batch = batches[position];
        position += 1;
        if (batch === undefined) return { done: true, value: undefined };
        return { done: false, value: typeof batch === 'function' ? await batch() : batch };
      },
      async return() {
        returned += 1;
        return { done: true, value: undefined };
      },
    },
  };
}

function stage(
  first: readonly GenerationEvent[],
  rest: Parameters<typeof sourceOf>[0] = [],
  more: { readonly limits?: Partial<StreamLimits>; readonly encoder?: Partial<Encoder> } = {},
) {
  const clock = createManualClock();
  const reply = createFakeReply(clock);
  const tally = createTally();
  const source = sourceOf(rest);
  const begin = (): Playing =>
    play({
      first,
      rest: source.iterator,
      encoder: { ...encoder, ...more.encoder },
      reply,
      clock,
      tally,
      began: 0,
      until: more.limits?.maxDuration ?? limits.maxDuration,
      limits: { ...limits, ...more.limits },
    });
  return { clock, reply, tally, source, begin };
}

describe('play', () => {
  it('writes each piece exactly at its moment', async () => {
    const { clock, reply, begin } = stage([start], [words]);
    begin();
    expect(reply.writes).toEqual([{ moment: 0, text: '<start>' }]);
    for (let moment = 1; moment <= 200; moment += 1) {
      await clock.advance(1);
      const due = [
        '<start>',
        moment >= 100 ? 'a' : '',
        moment >= 120 ? 'b' : '',
        moment >= 140 ? 'c<finish><end><done>' : '',
      ];
      expect(reply.text).toBe(due.join(''));
    }
    expect(reply.writes.map(({ moment }) => moment)).toEqual([0, 100, 120, 140]);
    expect(reply.closings).toEqual(['end']);
  });

  it('keeps any schedule, however it is cut into batches', async () => {
    const gaps = fc.array(fc.nat(40), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(gaps, fc.array(fc.nat(30), { maxLength: 5 }), async (spans, cuts) => {
        let due = 0;
        const events: GenerationEvent[] = [start];
        for (const [index, span] of spans.entries()) events.push(delta(`${index},`, (due += span)));
        events.push(finish(due), end(due));
        const borders = [
          1,
          ...cuts.filter((cut) => cut > 1 && cut < events.length).toSorted((a, b) => a - b),
          events.length,
        ];
        const batches = borders.slice(1).map((border, index) => events.slice(borders[index], border));
        const { clock, reply, begin } = stage(events.slice(0, 1), batches);
        const { ended } = begin();
        await clock.advance(due + 1);
        const expected = new Map<number, string>([[0, '<start>']]);
        for (const event of events.slice(1)) {
          expected.set(event.due, (expected.get(event.due) ?? '') + encoder.encode(event));
        }
        expected.set(due, `${expected.get(due) ?? ''}<done>`);
        const written = new Map<number, string>();
        for (const { moment, text } of reply.writes) written.set(moment, (written.get(moment) ?? '') + text);
        expect(written).toEqual(expected);
        expect(await ended).toMatchObject({ tokens: spans.length, usage, finish: 'stop' });
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('sends what is due in one write when it comes late, and the next piece at its own moment', async () => {
    const late = Promise.withResolvers<readonly GenerationEvent[]>();
    const { clock, reply, begin } = stage([start], [() => late.promise]);
    begin();
    await clock.advance(130);
    late.resolve(words);
    await clock.advance(0);
    expect(reply.writes.slice(1)).toEqual([{ moment: 130, text: 'ab' }]);
    await clock.advance(10);
    expect(reply.writes.slice(2)).toEqual([{ moment: 140, text: 'c<finish><end><done>' }]);
  });

  it('sends what is due at once with the head', async () => {
    const { reply, begin, tally } = stage([start, delta('a', 0), delta('b', 0), finish(0), end(0)]);
    const { ended } = begin();
    expect(reply.writes).toEqual([{ moment: 0, text: '<start>ab<finish><end><done>' }]);
    expect(await ended).toEqual({ tokens: 2, ttft: 0, usage, finish: 'stop' });
    // What has no moment cannot be late.
    expect(tally.lateness.count).toBe(0);
  });

  it('counts the pieces of a call as it counts those of a text', async () => {
    const call = { type: 'tool-call', due: 100, choice: 0, index: 0, id: 'call_1', name: 'look' } as const;
    const write = (due: number) =>
      ({ type: 'tool-arguments', due, choice: 0, index: 0, text: '{}', tokens: 2 }) as const;
    const events = [start, call, write(100), write(140), finish(140), end(140)];
    const { clock, tally, begin } = stage(events);
    const { ended } = begin();
    await clock.advance(200);
    expect(await ended).toMatchObject({ tokens: 4, ttft: 100 });
    expect(tally.tokens).toBe(4);
    expect(tally.timeToFirstToken).toMatchObject({ count: 1, sum: 100 });
    expect(tally.timeBetweenPieces).toMatchObject({ count: 1, sum: 40 });
    expect(tally.lateness.count).toBe(2);
  });

  it('counts tokens, ends and times', async () => {
    const { clock, begin, tally } = stage([start], [words]);
    const { ended } = begin();
    await clock.advance(140);
    expect(await ended).toEqual({ tokens: 3, ttft: 100, usage, finish: 'stop' });
    expect(tally).toMatchObject({ tokens: 3, promptTokens: 7, finished: { stop: 1, length: 0 }, aborted: 0 });
    expect(tally.lateness.count).toBe(3);
    expect(tally.lateness.sum).toBe(0);
    expect(tally.timeToFirstToken.sum).toBe(100);
    expect(tally.timePerToken.sum).toBe(20);
  });

  describe('to a client that does not read', () => {
    it('writes nothing more until the client has caught up, and then everything that is due', async () => {
      const { clock, reply, begin } = stage([start], [words]);
      begin();
      reply.block();
      await clock.advance(110);
      expect(reply.text).toBe('<start>a');
      await clock.advance(1000);
      expect(reply.text).toBe('<start>a');
      expect(reply.awaited).toBe(true);
      reply.drain();
      await clock.advance(0);
      expect(reply.writes.at(-1)).toEqual({ moment: 1110, text: 'bc<finish><end><done>' });
    });

    it('keeps to the moments again once the client has caught up in time', async () => {
      const { clock, reply, begin } = stage([start], [words]);
      begin();
      reply.block();
      await clock.advance(125);
      reply.drain();
      await clock.advance(0);
      expect(reply.text).toBe('<start>ab');
      await clock.advance(14);
      expect(reply.text).toBe('<start>ab');
      await clock.advance(1);
      expect(reply.text).toBe('<start>abc<finish><end><done>');
    });

    it('asks for no more batches meanwhile', async () => {
      let asked = 0;
      const more = async () => {
        asked += 1;
        return [delta('x', 0)];
      };
      const { clock, reply, begin } = stage([start], [more, more, more]);
      reply.block();
      begin();
      await clock.advance(1000);
      expect(asked).toBe(0);
      reply.drain();
      await clock.advance(0);
      expect(asked).toBe(4 - 1);
    });

    it('holds back a batch that comes meanwhile', async () => {
      const late = Promise.withResolvers<readonly GenerationEvent[]>();
      const { clock, reply, begin } = stage([start], [() => late.promise]);
      begin();
      reply.block();
      await clock.advance(15_000);
      late.resolve(words);
      await clock.advance(1000);
      expect(reply.text).toBe('<start><alive>');
      reply.drain();
      await clock.advance(0);
      expect(reply.text).toBe('<start><alive>abc<finish><end><done>');
    });

    it('is cut with a reset after the deadline', async () => {
      const { clock, reply, begin, tally, source } = stage([start], [words]);
      const { ended } = begin();
      reply.block();
      await clock.advance(100 + 29_999);
      expect(reply.closings).toEqual([]);
      await clock.advance(1);
      expect(reply.closings).toEqual(['rst']);
      expect(tally).toMatchObject({ slowReaders: 1, aborted: 0 });
      expect(await ended).toMatchObject({ failure: 'slow-reader', tokens: 1 });
      expect(source.returned()).toBe(1);
      reply.drain();
      await clock.advance(60_000);
      expect(reply.text).toBe('<start>a');
    });

    it('has a deadline for each time it falls behind', async () => {
      const { clock, reply, begin } = stage(
        [start],
        [[delta('a', 100), delta('b', 20_000), delta('c', 40_000), finish(40_000), end(40_000)]],
      );
      begin();
      reply.block();
      await clock.advance(19_000);
      reply.drain();
      reply.block();
      await clock.advance(30_000);
      expect(reply.text).toBe('<start>ab');
      reply.drain();
      await clock.advance(0);
      expect(reply.text).toBe('<start>abc<finish><end><done>');
    });
  });

  describe('when the client has hung up', () => {
    it('writes nothing more, leaves the generation and tells so', async () => {
      const { clock, reply, begin, tally, source } = stage([start], [words]);
      const playing = begin();
      await clock.advance(100);
      playing.abandon();
      expect(await playing.ended).toEqual({ tokens: 1, ttft: 100, failure: 'aborted' });
      await clock.advance(60_000);
      expect(reply.text).toBe('<start>a');
      expect(reply.closings).toEqual([]);
      expect(source.returned()).toBe(1);
      expect(tally.aborted).toBe(1);
    });

    it('hears it while it waits for the next batch', async () => {
      const late = Promise.withResolvers<readonly GenerationEvent[]>();
      const { clock, reply, begin, source } = stage([start], [() => late.promise]);
      const playing = begin();
      playing.abandon();
      late.resolve(words);
      await clock.advance(1000);
      expect(reply.text).toBe('<start>');
      expect(source.returned()).toBe(1);
      expect(await playing.ended).toMatchObject({ failure: 'aborted', tokens: 0 });
    });

    it('hears it once, and not after the end', async () => {
      const { clock, begin, tally } = stage([start], [words]);
      const playing = begin();
      await clock.advance(140);
      playing.abandon();
      playing.fail(new ApiError(500, 'x', 'y'));
      expect(tally.aborted).toBe(0);
      expect(await playing.ended).not.toHaveProperty('failure');
    });
  });

  describe('in silence', () => {
    it('says that it is alive each time nothing was said for so long', async () => {
      const { clock, reply, begin } = stage([start], [[delta('a', 50_000), finish(50_000), end(50_000)]]);
      begin();
      await clock.advance(14_999);
      expect(reply.text).toBe('<start>');
      await clock.advance(35_001);
      expect(reply.writes.map(({ moment, text }) => [moment, text])).toEqual([
        [0, '<start>'],
        [15_000, '<alive>'],
        [30_000, '<alive>'],
        [45_000, '<alive>'],
        [50_000, 'a<finish><end><done>'],
      ]);
    });

    it('says so while it waits for the next batch too', async () => {
      const late = Promise.withResolvers<readonly GenerationEvent[]>();
      const { clock, reply, begin } = stage([start], [() => late.promise]);
      begin();
      await clock.advance(31_000);
      expect(reply.text).toBe('<start><alive><alive>');
      late.resolve(words);
      await clock.advance(0);
      expect(reply.text).toBe('<start><alive><alive>abc<finish><end><done>');
    });

    it('says nothing where the dialect has nothing for it', async () => {
      const { clock, reply, begin } = stage([start], [[delta('a', 50_000), finish(50_000), end(50_000)]], {
        encoder: { keepAlive: '' },
      });
      begin();
      await clock.advance(50_000);
      expect(reply.writes.map(({ moment }) => moment)).toEqual([0, 50_000]);
    });

    it('notices by its comments that the client does not read', async () => {
      const { clock, reply, begin } = stage([start], [[delta('a', 500_000), finish(500_000), end(500_000)]]);
      begin();
      reply.block();
      await clock.advance(45_000);
      expect(reply.text).toBe('<start><alive>');
      expect(reply.closings).toEqual(['rst']);
    });
  });

  it("ends with the dialect's error when it runs too long", async () => {
    const { clock, reply, begin, source } = stage(
      [start],
      [[delta('a', 5000), delta('b', 20_000), end(20_000)]],
      {
        limits: { maxDuration: 10_000 },
      },
    );
    const { ended } = begin();
    await clock.advance(9999);
    expect(reply.closings).toEqual([]);
    await clock.advance(1);
    expect(reply.text).toBe('<start>a<fail answer_too_long>');
    expect(reply.closings).toEqual(['end']);
    expect(source.returned()).toBe(1);
    expect(await ended).toMatchObject({ failure: { status: 504 } });
  });

  it("ends with the dialect's error when it is told to", async () => {
    const { clock, reply, begin, source } = stage([start], [words]);
    const playing = begin();
    await clock.advance(100);
    playing.fail(new ApiError(503, 'shutting_down', 'x'));
    expect(reply.text).toBe('<start>a<fail shutting_down>');
    expect(reply.closings).toEqual(['end']);
    expect(source.returned()).toBe(1);
    await clock.advance(1000);
    expect(reply.text).toBe('<start>a<fail shutting_down>');
  });

  it("ends with the dialect's error when the generation fails, and tells of the bug", async () => {
    const bug = new TypeError('broken');
    const { clock, reply, begin } = stage([start], [[delta('a', 10)], () => Promise.reject(bug)]);
    const { ended } = begin();
    await clock.advance(10);
    expect(reply.text).toBe('<start>a<fail internal_error>');
    expect(reply.closings).toEqual(['end']);
    expect(await ended).toMatchObject({ failure: { status: 500, details: { cause: bug } } });
  });

  it('ends with an error, and alone, when something breaks between the generation and the reply', async () => {
    const bug = new TypeError('broken');
    const broken = {
      encode(event: GenerationEvent): string {
        if (event.type === 'text-delta' && event.text === 'b') throw bug;
        return encoder.encode(event);
      },
    };
    const { clock, reply, begin } = stage([start], [words], { encoder: broken });
    const { ended } = begin();
    await clock.advance(1000);
    expect(reply.text).toBe('<start>a<fail internal_error>');
    expect(reply.closings).toEqual(['end']);
    expect(await ended).toMatchObject({ failure: { details: { cause: bug } } });
  });

  it("ends with the generation's own error where it has one for the client", async () => {
    const { clock, reply, begin } = stage(
      [start],
      [() => Promise.reject(new ApiError(429, 'slow_down', 'x'))],
    );
    begin();
    await clock.advance(1);
    expect(reply.text).toBe('<start><fail slow_down>');
  });

  it('ends with an error when the generation breaks off', async () => {
    const { clock, reply, begin } = stage([start], [[delta('a', 10)]]);
    begin();
    await clock.advance(10);
    expect(reply.text).toBe('<start>a<fail internal_error>');
  });

  it('lets others have their turn in a long answer that is due at once', async () => {
    const batches = Array.from({ length: 40 }, (_, batch) =>
      Array.from({ length: 64 }, (__, index) => delta(`${batch}.${index} `, 0)),
    );
    const { clock, reply, begin } = stage([start], [...batches, [finish(0), end(0)]]);
    const { ended } = begin();
    // Nothing but promises: no turn of the event loop passes.
    for (let turn = 0; turn < 1000; turn += 1) await Promise.resolve();
    const before = reply.text.split(' ').length;
    expect(before).toBeLessThan(40 * 64);
    await clock.advance(1);
    expect(reply.closings).toEqual(['end']);
    expect(await ended).toMatchObject({ tokens: 40 * 64 });
  });
});
