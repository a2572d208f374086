import { expect } from 'vitest';
import type { Generate, GenerationEvent, GenerationRequest } from '../../src/core/generation.ts';
import type { Job } from '../../src/core/job-queue.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { createWorkTally } from '../../src/core/work-tally.ts';
import { createPerformer } from '../../src/generation/perform.ts';
import { logBounds } from '../../src/token-logs/bounds.ts';
import { decodeEvents, encodeEvents } from '../../src/token-logs/event-codec.ts';
import { tokenLogs } from '../../src/token-logs/index.ts';
import { takeEvents } from './generate.ts';

/** What every Generate whose engine goes on after its own pieces does: wherever an answer is broken off, it becomes the same one. Gives the whole answer. */
export async function expectToGoOn(
  generate: Generate,
  request: GenerationRequest,
): Promise<readonly GenerationEvent[]> {
  const whole = await takeEvents(generate, request);
  for (let count = 1; count < whole.length; count += 1) {
    const said = decodeEvents(encodeEvents(whole.slice(0, count)));
    const again = await takeEvents(generate, { ...request, said });
    expect(again.slice(0, count), `the first ${count} events`).toStrictEqual(said);
    expect(sortOut(again, request), `after ${count} events`).toStrictEqual(sortOut(whole, request));
    const dues = again.map(({ due }) => due);
    expect(dues).toEqual(dues.toSorted((one, other) => one - other));
  }
  return whole;
}

/** What a log holds in the end whose first writer has left these events, and whose second one makes the answer with `generate`. */
export async function finishLog(
  generate: Generate,
  request: GenerationRequest,
  said: readonly GenerationEvent[],
): Promise<readonly GenerationEvent[]> {
  const clock = createManualClock();
  const log = tokenLogs.memory({ clock, bounds: logBounds });
  await log.create('a');
  const claim = await log.claim('a', 'first');
  if (claim === 'over') throw new Error('The log is over.');
  await log.append({ id: 'a', epoch: claim.epoch, index: 0 }, said);
  const performer = createPerformer({
    log,
    clock,
    tally: createWorkTally(),
    owner: 'second',
    route: () => generate,
  });
  const base = { id: 'a', route: 'main', model: 'text', maxDuration: 60_000, priority: 0 };
  const job: Job = { ...base, request, began: clock.wall() };
  expect(await performer.perform(job, new AbortController().signal)).toBe('done');
  const events: GenerationEvent[] = [];
  for await (const batch of log.read('a', 0, new AbortController().signal)) events.push(...batch);
  return events;
}

// Choices of a model that computes come in another order each time, and those that lag behind have other moments then.
function sortOut(events: readonly GenerationEvent[], { choices, prompts }: GenerationRequest) {
  if (choices === 1 && (prompts?.length ?? 1) === 1) return events;
  const ofChoice = (event: GenerationEvent) => ('choice' in event ? event.choice : -1);
  return events
    .map((event) => ({ ...event, due: 0 }))
    .toSorted((one, other) => ofChoice(one) - ofChoice(other));
}
