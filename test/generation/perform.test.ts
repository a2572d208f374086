import { describe, expect, it } from 'vitest';
import type { Generate, GenerationEvent } from '../../src/core/generation.ts';
import type { Job } from '../../src/core/job-queue.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { engineFailed } from '../../src/core/refusals.ts';
import { createWorkTally, readWork } from '../../src/core/work-tally.ts';
import { createPerformer } from '../../src/generation/perform.ts';
import { logBounds } from '../../src/token-logs/bounds.ts';
import { tokenLogs } from '../../src/token-logs/index.ts';
import { requestFor } from '../contracts/generate.ts';

const never = new AbortController().signal;
const usage = { promptTokens: 1, completionTokens: 4, reasoningTokens: 0 };
const start: GenerationEvent = { type: 'start', due: 0, choices: 2, promptTokens: 1 };
const end: GenerationEvent = { type: 'end', due: 0, usage };
const say = (choice: number, text: string): GenerationEvent => ({
  type: 'text-delta',
  due: 0,
  choice,
  text,
  tokens: 1,
});

function open(generate: Generate) {
  const clock = createManualClock();
  const log = tokenLogs.memory({ clock, bounds: logBounds });
  const tally = createWorkTally();
  const performer = createPerformer({ log, clock, tally, owner: 'second', route: () => generate });
  const request = requestFor('Hello!');
  const base = { id: 'a', route: 'main', model: 'text', maxDuration: 60_000, priority: 0 };
  const job: Job = { ...base, request, began: clock.wall() };
  const read = async (): Promise<GenerationEvent[]> => {
    const events: GenerationEvent[] = [];
    for await (const batch of log.read('a', 0, never)) events.push(...batch);
    return events;
  };
  return { log, clock, tally, performer, job, read };
}

async function leaveBehind(log: ReturnType<typeof open>['log'], events: readonly GenerationEvent[]) {
  await log.create('a');
  const claim = await log.claim('a', 'first');
  if (claim === 'over') throw new Error('over');
  await log.append({ id: 'a', epoch: claim.epoch, index: 0 }, events);
}

describe('a performer that takes a job over', () => {
  it('leaves out what each choice has said, in whatever order the choices come', async () => {
    const { log, performer, job, read } = open(async function* () {
      yield [start, say(1, 'C'), say(1, 'D'), say(0, 'A')];
      yield [say(0, 'B'), end];
    });
    await leaveBehind(log, [start, say(0, 'A'), say(1, 'C')]);
    expect(await performer.perform(job, never)).toBe('done');
    expect(await read()).toEqual([start, say(0, 'A'), say(1, 'C'), say(1, 'D'), say(0, 'B'), end]);
  });

  it('tells its maker what has been said', async () => {
    const told: unknown[] = [];
    const { log, performer, job } = open(async function* ({ said }) {
      told.push(said);
      yield [start, end];
    });
    await leaveBehind(log, [start]);
    await performer.perform(job, never);
    expect(told).toEqual([[start]]);
  });

  it('gives a job up that five others have begun and not got any further with', async () => {
    let begun = 0;
    const { log, performer, job } = open(async function* () {
      begun += 1;
      yield [start, end];
    });
    await log.create('a');
    for (let count = 0; count < 5; count += 1) await log.claim('a', `dead ${count}`);
    expect(await performer.perform(job, never)).toBe('hopeless');
    expect(begun).toBe(0);
    performer.abandoned(job, 'It is hopeless.');
    expect(await log.find('a')).toMatchObject({ over: true });
  });

  it('does nothing where the log is over', async () => {
    const { log, performer, job, read } = open(async function* () {
      yield [start, say(0, 'never'), end];
    });
    await leaveBehind(log, [start, end]);
    expect(await performer.perform(job, never)).toBe('done');
    expect(await read()).toEqual([start, end]);
  });
});

describe('a performer whose maker breaks down', () => {
  it('leaves the log open for the next one, and ends it when the job is given up', async () => {
    const { log, performer, job, read } = open(async function* () {
      yield [start];
      throw engineFailed('The model died.');
    });
    await log.create('a');
    expect(await performer.perform(job, never)).toBe('broken');
    expect(await log.find('a')).toMatchObject({ length: 1, over: false });
    performer.abandoned(job, 'It broke down.');
    await expect(read()).rejects.toMatchObject({ status: 500, code: 'answer_abandoned' });
  });

  it('hands over between two tokens when its worker leaves', async () => {
    const leaving = new AbortController();
    const { log, performer, job } = open(async function* () {
      yield [start, say(0, 'A')];
      leaving.abort();
      yield [say(0, 'B'), end];
    });
    await log.create('a');
    expect(await performer.perform(job, leaving.signal)).toBe('handed-over');
    expect(await log.find('a')).toMatchObject({ length: 2, over: false });
  });
});

describe('what a performer counts', () => {
  it('is how long answers waited, and how each ended here', async () => {
    const { log, clock, tally, performer, job } = open(async function* () {
      yield [start, end];
    });
    await log.create('a');
    await clock.advance(40);
    await performer.perform(job, never);
    expect(tally).toMatchObject({ done: 1, takenOver: 0, fenced: 0 });
    expect(readWork(tally)).toMatchObject({ 'wait_0.025': 0, 'wait_0.1': 1, waitCount: 1, waitSum: 0.04 });
  });

  it('tells answers that it took over, and appends that came after somebody else had', async () => {
    const { log, tally, performer, job } = open(async function* () {
      yield [start];
      await log.claim('a', 'third');
      yield [say(0, 'A'), end];
    });
    await leaveBehind(log, [start]);
    await performer.perform(job, never);
    expect(tally).toMatchObject({ takenOver: 1, fenced: 1, done: 0 });
    expect(tally.wait.count).toBe(0);
  });
});
