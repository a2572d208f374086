import { expect, it } from 'vitest';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { createMemoryKeys } from '../../src/job-queues/memory-keys.ts';
import { describeKeyMemory } from '../contracts/key-memory.ts';

describeKeyMemory('memory', () => createMemoryKeys({ clock: createManualClock(), keptFor: 1000, most: 100 }));

const use = (id: string) => ({ print: 'print', id, began: 0 });

it('forgets a key when its time is over', async () => {
  const clock = createManualClock();
  const keys = createMemoryKeys({ clock, keptFor: 1000, most: 100 });
  await keys.claim('a', use('one'));
  await clock.advance(999);
  expect(await keys.claim('a', use('two'))).toEqual(use('one'));
  await clock.advance(1);
  expect(await keys.claim('a', use('two'))).toEqual(use('two'));
});

it('makes room for new keys by the oldest ones', async () => {
  const keys = createMemoryKeys({ clock: createManualClock(), keptFor: 1000, most: 3 });
  for (const key of ['a', 'b', 'c', 'd']) await keys.claim(key, use(key));
  expect(await keys.claim('d', use('new'))).toEqual(use('d'));
  expect(await keys.claim('b', use('new'))).toEqual(use('b'));
  expect(await keys.claim('a', use('new'))).toEqual(use('new'));
});
