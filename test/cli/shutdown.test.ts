import { expect, it } from 'vitest';
import { createShutdown } from '../../src/cli/shutdown.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';

function prepare(close: () => Promise<void>) {
  const clock = createManualClock();
  const statuses: number[] = [];
  const told: string[] = [];
  const stop = createShutdown({
    clock,
    grace: 25,
    close,
    tell: (message) => void told.push(message),
    exit: (status) => void statuses.push(status),
  });
  return { clock, statuses, told, stop };
}

const never = (): Promise<void> => new Promise(() => undefined);

it('ends with 0 once everything is closed', async () => {
  const closing = Promise.withResolvers<void>();
  const { clock, statuses, told, stop } = prepare(() => closing.promise);
  stop('SIGTERM');
  await clock.advance(5000);
  expect(statuses).toEqual([]);
  expect(told).toEqual(['Stopping: running answers get 25 s to finish. Once more to stop at once.']);
  closing.resolve();
  await clock.advance(0);
  expect(statuses).toEqual([0]);
});

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('ends at once at a second %s', async (signal, status) => {
  const { clock, statuses, stop } = prepare(never);
  stop('SIGINT');
  await clock.advance(300);
  stop(signal);
  expect(statuses).toEqual([status]);
});

it('takes a signal that npm repeats for the same one', async () => {
  const { clock, statuses, stop } = prepare(never);
  stop('SIGINT');
  await clock.advance(20);
  stop('SIGINT');
  expect(statuses).toEqual([]);
});

it('ends with 1 two seconds after the grace', async () => {
  const { clock, statuses, stop } = prepare(never);
  stop('SIGTERM');
  await clock.advance(26_999);
  expect(statuses).toEqual([]);
  await clock.advance(1);
  expect(statuses).toEqual([1]);
});

it('ends with 1 where closing fails', async () => {
  const { clock, statuses, told, stop } = prepare(() => Promise.reject(new Error('no')));
  stop('SIGTERM');
  await clock.advance(0);
  expect(statuses).toEqual([1]);
  expect(told).toContain('The server did not close well: no');
});
