// A process that takes jobs, does nothing and notes how long each waited; any message asks for that.
import { createClock } from '../../src/core/clock.ts';
import { openDistribution } from '../../src/distribution.ts';
import { readSettings } from '../../src/settings.ts';
import { machineTime } from './figures.ts';

const { queue } = await openDistribution(readSettings({ redis: process.argv[2] }), createClock());
let waits: number[] = [];

queue.work(
  async ({ began }) => {
    waits.push(machineTime() - began);
    return 'done';
  },
  { models: ['bench'], concurrency: 32, abandoned: () => undefined },
);
process.on('message', () => {
  process.send?.(waits);
  waits = [];
});
process.send?.('done');
