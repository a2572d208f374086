import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import type { GenerationEvent } from '../../src/core/generation.ts';
import { type ManualClock, createManualClock } from '../../src/core/manual-clock.ts';
import { streamCancelled } from '../../src/core/refusals.ts';
import type { LogClaim, TokenLog } from '../../src/core/token-log.ts';
import type { LogBounds } from '../../src/token-logs/bounds.ts';
import type { TokenLogMaker } from '../../src/token-logs/index.ts';

const bounds: LogBounds = { logs: 100, logEvents: 1000, events: 10_000, keptFor: 1000 };
const never = new AbortController().signal;
const usage = { promptTokens: 1, completionTokens: 1, reasoningTokens: 0 };
const start: GenerationEvent = { type: 'start', due: 0, choices: 1, promptTokens: 1 };
const end: GenerationEvent = { type: 'end', due: 0, usage };

/** So many pieces of text, each of which says its index. */
function pieces(from: number, count: number): GenerationEvent[] {
  return Array.from({ length: count }, (_, position) => ({
    type: 'text-delta',
    due: from + position,
    choice: 0,
    text: String(from + position),
    tokens: 1,
  }));
}

/** What a reader has got so far, and how its reading ended. */
interface Reading {
  readonly events: GenerationEvent[];
  readonly batches: (readonly GenerationEvent[])[];
  readonly ended: Promise<'end' | ApiError>;
}

function follow(log: TokenLog, id: string, from = 0, signal = never): Reading {
  const events: GenerationEvent[] = [];
  const batches: (readonly GenerationEvent[])[] = [];
  const reading = async (): Promise<'end' | ApiError> => {
    try {
      for await (const batch of log.read(id, from, signal)) {
        batches.push(batch);
        events.push(...batch);
      }
    } catch (error) {
      if (error instanceof ApiError) return error;
      throw error;
    }
    return 'end';
  };
  return { events, batches, ended: reading() };
}

async function claimed(log: TokenLog, id: string, owner = 'writer'): Promise<LogClaim> {
  const claim = await log.claim(id, owner);
  if (claim === 'over') throw new Error('The log is over.');
  return claim;
}

function createTools(make: TokenLogMaker) {
  const open = (changed: Partial<LogBounds> = {}) => {
    const clock: ManualClock = createManualClock();
    return { clock, log: make({ clock, bounds: { ...bounds, ...changed } }) };
  };

  /** A log with a writer. */
  async function begin(log: TokenLog, id = 'a') {
    expect(await log.create(id)).toBe(true);
    const claim = await claimed(log, id);
    let index = 0;
    const write = async (...events: GenerationEvent[]) => {
      const told = await log.append({ id, epoch: claim.epoch, index }, events);
      index += events.length;
      return told;
    };
    const fail = (error: ApiError) => log.append({ id, epoch: claim.epoch, index }, error);
    return { id, claim, write, fail };
  }

  return { open, begin };
}

/** The tests that every token log passes. */
export function describeTokenLog(title: string, make: TokenLogMaker): void {
  const { open, begin } = createTools(make);

  describe(`${title} as a token log`, () => {
    it('takes an id once', async () => {
      const { log } = open();
      expect(await log.create('a')).toBe(true);
      expect(await log.create('a')).toBe(false);
      expect(await log.create('b')).toBe(true);
    });

    it('knows nothing of an id that nobody has created', async () => {
      const { log } = open();
      for (const id of ['', 'a', '../a', '__proto__', 'constructor', '\0', 'x'.repeat(5000)]) {
        expect(await log.find(id)).toBeUndefined();
        expect(await log.claim(id, 'writer')).toBe('over');
        expect(await log.append({ id, epoch: 1, index: 0 }, [start])).toBe('over');
        expect(await log.cancel(id, streamCancelled())).toBe(false);
        expect(await follow(log, id).ended).toMatchObject({ status: 404, code: 'stream_not_found' });
      }
    });

    it('gives a reader that was there first everything as it comes', async () => {
      const { log } = open();
      const { write } = await begin(log);
      const reading = follow(log, 'a');
      await write(start, ...pieces(1, 2));
      await expect.poll(() => reading.events).toEqual([start, ...pieces(1, 2)]);
      await write(...pieces(3, 1));
      await expect.poll(() => reading.events).toEqual([start, ...pieces(1, 3)]);
      await write(end);
      expect(await reading.ended).toBe('end');
      expect(reading.events).toEqual([start, ...pieces(1, 3), end]);
    });

    it('gives a reader that comes after the end everything', async () => {
      const { log } = open();
      const { write } = await begin(log);
      await write(start, ...pieces(1, 4));
      await write(...pieces(5, 90), end);
      const reading = follow(log, 'a');
      expect(await reading.ended).toBe('end');
      expect(reading.events).toEqual([start, ...pieces(1, 94), end]);
    });

    it('gives a reader that comes late all of a long log, as one that was there', async () => {
      const { log } = open();
      const { write } = await begin(log);
      const early = follow(log, 'a');
      await write(start);
      for (let index = 1; index <= 300; index += 1) await write(...pieces(index, 1));
      await write(end);
      const late = follow(log, 'a');
      for (const { ended, events, batches } of [early, late]) {
        expect(await ended).toBe('end');
        expect(events).toEqual([start, ...pieces(1, 300), end]);
        // Who waits for the end has not to wait for more than the batch after the last token.
        const last = batches.findLastIndex((batch) => batch.some(({ type }) => type === 'text-delta'));
        expect(batches.length - 1 - last).toBeLessThanOrEqual(1);
      }
    });

    it('gives a reader what stands from an index on', async () => {
      const { log } = open();
      const { write } = await begin(log);
      await write(start, ...pieces(1, 4));
      const readings = Array.from({ length: 14 }, (_, from) => follow(log, 'a', from));
      await write(...pieces(5, 4), end);
      const all = [start, ...pieces(1, 8), end];
      for (const [from, reading] of readings.entries()) {
        expect(await reading.ended).toBe('end');
        expect(reading.events).toEqual(all.slice(from));
        expect(reading.batches.every(({ length }) => length > 0)).toBe(true);
      }
    });

    it('gives several readers the same, however slow one is', async () => {
      const { log } = open();
      const { write } = await begin(log);
      const quick = follow(log, 'a');
      const slow = log.read('a', 0, never)[Symbol.asyncIterator]();
      await write(start, ...pieces(1, 2));
      const first = await slow.next();
      for (let index = 3; index < 50; index += 1) await write(...pieces(index, 1));
      await write(end);
      expect(await quick.ended).toBe('end');
      const events = first.done === true ? [] : [...first.value];
      for (let next = await slow.next(); next.done !== true; next = await slow.next())
        events.push(...next.value);
      expect(events).toEqual(quick.events);
      expect(events).toHaveLength(51);
    });

    it('takes a writer on while nobody reads', async () => {
      const { log } = open();
      const { write } = await begin(log);
      for (let index = 0; index < 100; index += 1) expect(await write(...pieces(index, 1))).toBe('ok');
      expect(await log.find('a')).toMatchObject({ length: 100, over: false, owner: 'writer' });
    });

    it('lets a reader leave, and goes on for the others', async () => {
      const { log } = open();
      const { write } = await begin(log);
      const leaving = new AbortController();
      const left = follow(log, 'a', 0, leaving.signal);
      const stayed = follow(log, 'a');
      await write(start);
      await expect.poll(() => left.events).toEqual([start]);
      leaving.abort();
      expect(await left.ended).toBe('end');
      await write(end);
      expect(await stayed.ended).toBe('end');
      expect([left.events, stayed.events]).toEqual([[start], [start, end]]);
      expect(await follow(log, 'a', 0, AbortSignal.abort()).ended).toBe('end');
    });

    it('fences the writer whose log is claimed by another, which hears of it and goes on where it stood', async () => {
      const { log } = open();
      const first = await begin(log);
      const reading = follow(log, 'a');
      await first.write(start, ...pieces(1, 2));
      const second = await claimed(log, 'a', 'another');
      await expect.poll(() => first.claim.signal.aborted).toBe(true);
      expect(second.signal.aborted).toBe(false);
      expect(second.epoch).toBeGreaterThan(first.claim.epoch);
      expect(second.events).toEqual([start, ...pieces(1, 2)]);
      expect(await first.write(...pieces(3, 1))).toBe('fenced');
      expect(await first.fail(new ApiError(500, null, 'late'))).toBe('fenced');
      expect(await log.find('a')).toMatchObject({ length: 3, over: false, owner: 'another' });
      expect(await log.append({ id: 'a', epoch: second.epoch, index: 3 }, [end])).toBe('ok');
      expect(await reading.ended).toBe('end');
      expect(reading.events).toEqual([start, ...pieces(1, 2), end]);
    });

    it('tells a writer that it said this before, or that something is missing', async () => {
      const { log } = open();
      const { claim, write } = await begin(log);
      await write(start, ...pieces(1, 2));
      const place = { id: 'a', epoch: claim.epoch };
      expect(await log.append({ ...place, index: 0 }, [start, ...pieces(1, 2)])).toBe('duplicate');
      expect(await log.append({ ...place, index: 2 }, pieces(2, 1))).toBe('duplicate');
      expect(await log.append({ ...place, index: 4 }, pieces(4, 1))).toBe('gap');
      expect(await log.find('a')).toMatchObject({ length: 3 });
      expect(await log.append({ ...place, index: 3 }, [end])).toBe('ok');
      expect(await log.append({ ...place, index: 4 }, [end])).toBe('over');
      expect(await log.claim('a', 'another')).toBe('over');
    });

    it('ends with a failure, after all that was said before it', async () => {
      const { log } = open();
      const { write, fail } = await begin(log);
      const early = follow(log, 'a');
      await write(start, ...pieces(1, 3));
      const failure = new ApiError(429, 'queue_full', 'Too many.', { headers: { 'retry-after': '1' } });
      expect(await fail(failure)).toBe('ok');
      const readings = [early, follow(log, 'a'), follow(log, 'a', 100)];
      for (const reading of readings) {
        expect(await reading.ended).toMatchObject({ status: 429, code: 'queue_full', message: 'Too many.' });
      }
      expect(readings.map(({ events }) => events.length)).toEqual([4, 4, 0]);
      expect(await log.find('a')).toMatchObject({ length: 4, over: true });
    });

    it('ends at a cancel: the writer is fenced and told, and every reader hears why', async () => {
      const { log } = open();
      const { claim, write } = await begin(log);
      const reading = follow(log, 'a');
      const tail = follow(log, 'a', Number.MAX_SAFE_INTEGER);
      await write(start);
      expect(await log.cancel('a', streamCancelled())).toBe(true);
      await expect.poll(() => claim.signal.aborted).toBe(true);
      expect(await write(end)).toBe('fenced');
      for (const each of [reading, tail, follow(log, 'a')]) {
        expect(await each.ended).toMatchObject({ status: 499, code: 'cancelled' });
      }
      expect([reading.events, tail.events]).toEqual([[start], []]);
      expect(await log.cancel('a', streamCancelled())).toBe(false);
      expect(await log.find('a')).toMatchObject({ over: true, failed: true, claim: claim.epoch });
      expect(await log.claim('a', 'another')).toBe('over');
    });

    it('counts the others who claimed it and got no further, and nobody who comes again', async () => {
      const { log } = open();
      const strikes = async (owner: string) => (await claimed(log, 'a', owner)).strikes;
      const { claim } = await begin(log);
      expect(claim.strikes).toBe(0);
      expect(await strikes('second')).toBe(1);
      expect(await strikes('writer')).toBe(1);
      expect(await strikes('third')).toBe(2);
      const fourth = await claimed(log, 'a', 'fourth');
      expect(fourth.strikes).toBe(3);
      await log.append({ id: 'a', epoch: fourth.epoch, index: 0 }, [start]);
      expect(await strikes('fifth')).toBe(0);
      expect(await strikes('writer')).toBe(1);
    });

    it('goes on where it stood when it is opened again after a failure, and only then', async () => {
      const { log } = open();
      const { write } = await begin(log);
      await write(start, ...pieces(1, 2));
      expect(await log.reopen('a')).toBe(false);
      await log.cancel('a', streamCancelled());
      expect(await log.reopen('a')).toBe(true);
      expect(await log.find('a')).toMatchObject({ length: 3, over: false });
      const reading = follow(log, 'a');
      const again = await claimed(log, 'a', 'another');
      expect(again.events).toEqual([start, ...pieces(1, 2)]);
      await log.append({ id: 'a', epoch: again.epoch, index: 3 }, [end]);
      expect(await reading.ended).toBe('end');
      expect(reading.events).toEqual([start, ...pieces(1, 2), end]);
      expect(await log.reopen('a')).toBe(false);
      expect(await log.reopen('nobody')).toBe(false);
    });

    it('cancels a log that nobody has claimed yet', async () => {
      const { log } = open();
      await log.create('a');
      expect(await log.cancel('a', streamCancelled())).toBe(true);
      expect(await log.claim('a', 'writer')).toBe('over');
    });

    it('ends a log that says more than is kept of one', async () => {
      const { log } = open({ logEvents: 10 });
      const { write, claim } = await begin(log);
      expect(await write(...pieces(0, 10))).toBe('ok');
      expect(await write(...pieces(10, 1))).toBe('over');
      const reading = follow(log, 'a');
      expect(await reading.ended).toMatchObject({ code: 'stream_too_large' });
      expect(reading.events).toEqual(pieces(0, 10));
      expect(claim.signal.aborted).toBe(false);
    });
  });
}

/** The tests of a log that keeps its own time and counts all that it holds: one in the memory of a process. */
export function describeBoundedLog(title: string, make: TokenLogMaker): void {
  const { open, begin } = createTools(make);

  describe(`${title} as a bounded log`, () => {
    it('forgets a log so long after its end, and not before', async () => {
      const { log, clock } = open();
      const { write } = await begin(log);
      await write(start);
      await clock.advance(100_000);
      expect(await log.find('a')).toMatchObject({ over: false });
      await write(end);
      await clock.advance(999);
      expect(await follow(log, 'a').ended).toBe('end');
      const held = log.read('a', 0, never)[Symbol.asyncIterator]();
      await held.next();
      await clock.advance(1);
      expect(await log.find('a')).toBeUndefined();
      expect(await follow(log, 'a').ended).toMatchObject({ code: 'stream_not_found' });
      // Who reads already is not cut off.
      expect(await held.next()).toMatchObject({ value: [end] });
      expect(await log.create('a')).toBe(true);
    });

    it('takes so many logs at one time, and forgets those that have ended for new ones', async () => {
      const { log, clock } = open({ logs: 3 });
      const [first, second] = [await begin(log, 'a'), await begin(log, 'b')];
      await begin(log, 'c');
      await expect(log.create('d')).rejects.toMatchObject({ status: 503, code: 'server_is_overloaded' });
      await second.write(end);
      await first.write(end);
      expect(await log.create('d')).toBe(true);
      expect([await log.find('b'), await log.find('a')]).toMatchObject([undefined, { over: true }]);
      await expect(log.create('e')).resolves.toBe(true);
      expect(await log.find('a')).toBeUndefined();
      await expect(log.create('f')).rejects.toMatchObject({ status: 503 });
      // Nothing of the forgotten ones comes back to forget what has their place.
      await clock.advance(5000);
      expect(await log.find('d')).toMatchObject({ over: false });
    });

    it('does not forget a log because one of its name was forgotten early', async () => {
      const { log, clock } = open({ logs: 1 });
      await (await begin(log, 'a')).write(end);
      await clock.advance(500);
      await (await begin(log, 'b')).write(end);
      await begin(log, 'a');
      await clock.advance(5000);
      expect(await log.find('a')).toMatchObject({ length: 0, over: false });
    });

    it('keeps so many events of all logs together, and forgets ended logs for new ones', async () => {
      const { log } = open({ events: 20 });
      const [first, second, third] = [await begin(log, 'a'), await begin(log, 'b'), await begin(log, 'c')];
      await first.write(...pieces(0, 9), end);
      expect(await second.write(...pieces(0, 10))).toBe('ok');
      expect(await third.write(...pieces(0, 10))).toBe('ok');
      expect(await log.find('a')).toBeUndefined();
      expect(await third.write(...pieces(10, 1))).toBe('over');
      expect(await log.find('b')).toMatchObject({ length: 10, over: false });
      // What the third one had said makes room in its turn.
      expect(await second.write(...pieces(10, 5))).toBe('ok');
      expect(await log.find('c')).toBeUndefined();
    });
  });
}
