import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import { createClock } from '../../src/core/clock.ts';
import type { Generate, GenerationRequest } from '../../src/core/generation.ts';
import { createCountingIds } from '../../src/core/ids.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { streamCancelled } from '../../src/core/refusals.ts';
import { dispatch } from '../../src/generation/dispatch.ts';
import { queueBounds } from '../../src/job-queues/bounds.ts';
import { createMemoryQueue } from '../../src/job-queues/memory.ts';
import { makeThrough } from '../support/make-through.ts';
import { logBounds } from '../../src/token-logs/bounds.ts';
import { tokenLogs } from '../../src/token-logs/index.ts';
import { describeGenerate, requestFor, takeEvents } from '../contracts/generate.ts';
import { createHandEngine, settle } from '../support/hand-engine.ts';
import { createTold, instant, makeGenerate, steady } from '../support/make-generate.ts';

const never = new AbortController().signal;
const long = Array.from({ length: 400 }, (_, index) => ` word${index}`).join('');
const resumable = (id: string, more: Partial<GenerationRequest> = {}) =>
  requestFor('Hello!', { ...more, resumable: { id } });

function open(generate: Generate, clock = createManualClock()) {
  const log = tokenLogs.memory({ clock, bounds: logBounds });
  const through = makeThrough({ log, clock, maxDuration: 60_000 });
  return { clock, log, through, generate: through.wrap(generate) };
}

describeGenerate(
  'an engine past the log',
  () => open(makeGenerate(createTold(() => ['One two three.']))).generate,
);

describe('an answer that nobody makes', () => {
  const start = { type: 'start', due: 0, choices: 1, promptTokens: 1 } as const;
  const noWorker = { status: 503, code: 'no_worker' };

  function openAlone() {
    const clock = createManualClock();
    const log = tokenLogs.memory({ clock, bounds: logBounds });
    const queue = createMemoryQueue({ bounds: queueBounds });
    const living = new Set<string>();
    const isAlive = async (owner: string) => living.has(owner);
    const options = { log, queue, clock, ids: createCountingIds(), patience: 1000, isAlive };
    const generate = dispatch(options, { route: 'main', maxDuration: 60_000, modelOf: () => 'any' });
    const reading = takeEvents(generate, resumable('a')).catch((error: unknown) => error);
    return { clock, log, queue, living, reading };
  }

  it('ends where no worker takes it in time', async () => {
    const { clock, queue, log, reading } = openAlone();
    await clock.advance(999);
    expect(await log.find('a')).toMatchObject({ over: false });
    await clock.advance(1);
    expect(await reading).toMatchObject(noWorker);
    expect(await queue.list(10)).toEqual([]);
  });

  it('ends where its worker is gone and no other goes on with it, and not before', async () => {
    const { clock, log, living, reading } = openAlone();
    await settle();
    living.add('first');
    const claim = await log.claim('a', 'first');
    if (claim === 'over') throw new Error('over');
    // However slow it is.
    await clock.advance(5000);
    expect(await log.find('a')).toMatchObject({ over: false });
    await log.append({ id: 'a', epoch: claim.epoch, index: 0 }, [start]);
    living.delete('first');
    // It was seen to get further, and may be gone on with for as long again.
    await clock.advance(1999);
    expect(await log.find('a')).toMatchObject({ over: false });
    await clock.advance(1);
    expect(await reading).toMatchObject(noWorker);
  });

  it('goes on where another takes it over in time', async () => {
    const { clock, log, living, reading } = openAlone();
    await settle();
    await log.claim('a', 'first');
    await clock.advance(900);
    living.add('second');
    const claim = await log.claim('a', 'second');
    if (claim === 'over') throw new Error('over');
    await clock.advance(10_000);
    const usage = { promptTokens: 1, completionTokens: 0, reasoningTokens: 0 };
    const end = { type: 'end', due: 0, usage } as const;
    await log.append({ id: 'a', epoch: claim.epoch, index: 0 }, [start, end]);
    expect(await reading).toEqual([start, end]);
  });
});

describe('a request that is logged', () => {
  it('is told what one is told that is not', async () => {
    const inner = makeGenerate(
      createTold(() => [long]),
      instant,
    );
    const clock = createClock();
    const log = tokenLogs.memory({ clock, bounds: logBounds });
    const { wrap } = makeThrough({ log, clock, maxDuration: 60_000 });
    const events = await takeEvents(inner, requestFor('Hello!', { choices: 3 }));
    expect(await takeEvents(wrap(inner), resumable('a', { choices: 3 }))).toEqual(events);
    expect(await takeEvents(wrap(inner), resumable('a', { choices: 3 }))).toEqual(events);
    expect(events.length).toBeGreaterThan(1000);
  });

  it('leaves others to the inner Generate as they are', () => {
    const batches = makeGenerate(createTold(() => ['Hi.']))(requestFor('Hello!'), never);
    const { generate } = open(() => batches);
    expect(generate(requestFor('Hello!'), never)).toBe(batches);
  });

  it('is not made further ahead than a batch and a half, though nobody reads it', async () => {
    const { generate, log, clock } = open(
      makeGenerate(
        createTold(() => [long]),
        steady,
      ),
    );
    const leaving = new AbortController();
    const reading = takeEvents(generate, resumable('a'), leaving.signal);
    await settle();
    leaving.abort();
    await reading;
    for (const moment of [0, 1000, 2000, 5000]) {
      await clock.advance(moment - clock.now());
      const { length = 0 } = (await log.find('a')) ?? {};
      // 100 ms to the first token, 20 ms from each to the next.
      const due = Math.max(0, (moment - 100) / 20);
      expect(length).toBeGreaterThanOrEqual(due);
      expect(length).toBeLessThanOrEqual(due + 26);
    }
  });

  it('is refused like one that is not', async () => {
    const refusal = new ApiError(404, 'model_not_found', 'No such model.', { param: 'model' });
    const { generate } = open(async function* () {
      await settle();
      yield* [];
      throw refusal;
    });
    await expect(takeEvents(generate, resumable('a'))).rejects.toBe(refusal);
  });

  it('fails where its maker ends without an end', async () => {
    const start = { type: 'start', due: 0, choices: 1, promptTokens: 1 } as const;
    const { generate, log } = open(async function* () {
      await settle();
      yield [start];
    });
    const reading = takeEvents(generate, resumable('a'));
    await expect(reading).rejects.toMatchObject({ status: 500 });
    expect(await log.find('a')).toMatchObject({ length: 1, over: true });
  });

  it('stops its maker when it is cancelled, and when another claims its log', async () => {
    for (const take of ['cancel', 'claim'] as const) {
      const { engine, hands } = createHandEngine();
      const { generate, log, clock } = open(makeGenerate(engine, instant));
      takeEvents(generate, resumable('a')).catch(() => undefined);
      while (hands[0] === undefined) await settle();
      await hands[0].say('One');
      await clock.advance(0);
      if (take === 'cancel') await log.cancel('a', streamCancelled());
      else await log.claim('a', 'another');
      expect(hands[0].signal.aborted).toBe(true);
      await hands[0].say(' two');
      expect(hands[0].left).toBe(true);
      expect((await log.find('a'))?.over).toBe(take === 'cancel');
    }
  });

  it('ends when all of it is closed, whose makers are waited for', async () => {
    const { engine, hands } = createHandEngine();
    const { generate, through } = open(makeGenerate(engine, instant));
    const reading = takeEvents(generate, resumable('a')).catch((error: unknown) => error);
    while (hands[0] === undefined) await settle();
    await hands[0].say('One');
    let isClosed = false;
    const closed = through.close().then(() => {
      isClosed = true;
    });
    expect(await reading).toMatchObject({ code: 'shutting_down' });
    expect(isClosed).toBe(false);
    await hands[0].say(' two');
    await closed;
  });
});
