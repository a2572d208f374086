import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { createEars } from '../../src/redis/ears.ts';
import { findPort } from '../support/redis-server.ts';

it('gives up a subscription for which no connection comes within five seconds', async () => {
  const clock = createManualClock();
  const subscriber = new Redis({ port: await findPort(), maxRetriesPerRequest: null });
  subscriber.on('error', () => undefined);
  try {
    const listening = createEars(subscriber, clock).listen('channel', () => undefined);
    let told: unknown;
    listening.catch((error: unknown) => (told = error));
    await clock.advance(4999);
    expect(told).toBeUndefined();
    await clock.advance(1);
    await expect(listening).rejects.toThrow('timed out');
  } finally {
    subscriber.disconnect();
  }
});
