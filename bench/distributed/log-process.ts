// A process that writes logs when it is told to: { round, load } makes them, 'go' writes them.
import { createClock } from '../../src/core/clock.ts';
import { openDistribution } from '../../src/distribution.ts';
import { readSettings } from '../../src/settings.ts';
import { prepareLogs } from './write-logs.ts';

const clock = createClock();
const { log } = await openDistribution(readSettings({ redis: process.argv[2] }), clock);
let write: () => Promise<unknown> = async () => undefined;

process.on('message', (message: unknown) => {
  void obey(message).then(() => process.send?.('done'));
});
process.send?.('done');

async function obey(message: unknown): Promise<void> {
  if (message === 'go') await write();
  else {
    const { round, load } = JSON.parse(String(message));
    write = await prepareLogs(log, clock, round, load);
  }
}
