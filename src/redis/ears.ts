import type { Redis } from 'ioredis';
import type { Clock } from '../core/clock.ts';

/** Hears what is published, each channel subscribed once however many listen. */
export interface Ears {
  /** Resolves once nothing that is published from then on is missed, or rejects within 5 s; undefined is said where something may have been. */
  listen(channel: string, hear: (message: string | undefined) => void): Promise<() => void>;
}

// Whoever only listens does not notice a connection that is dead: asked so often, in ms, it is closed where it does not answer.
const askEvery = 2000;

// A subscription waits for the connection to come back, however long that takes.
const listenWithin = 5000;

function bound<T>(clock: Clock, asked: Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const alarm = clock.alarm(() => reject(new Error('The subscription timed out.')));
  alarm.set(clock.now() + listenWithin);
  asked.then(resolve, reject);
  return promise.finally(() => alarm.clear());
}

/** Ears on one connection. */
export function createEars(subscriber: Redis, clock: Clock): Ears {
  const channels = new Map<string, Set<(message: string | undefined) => void>>();
  subscriber.on('message', (channel: string, message: string) => {
    for (const hear of channels.get(channel) ?? []) hear(message);
  });
  // The client has subscribed again by itself; what was said meanwhile is lost.
  subscriber.on('ready', () => {
    for (const hearers of channels.values()) for (const hear of hearers) hear(undefined);
  });
  const alarm = clock.alarm(() => {
    if (subscriber.status === 'end') return;
    // What fails of it is the connection, which is opened again by itself.
    if (subscriber.status === 'ready') subscriber.ping().catch(() => undefined);
    alarm.set(clock.now() + askEvery);
  });
  alarm.set(clock.now() + askEvery);
  return {
    async listen(channel, hear) {
      const hearers = channels.get(channel) ?? new Set();
      channels.set(channel, hearers);
      hearers.add(hear);
      const leave = (): void => {
        hearers.delete(hear);
        if (hearers.size > 0 || channels.get(channel) !== hearers) return;
        channels.delete(channel);
        subscriber.unsubscribe(channel).catch(() => undefined);
      };
      // Also where another listens already: its subscription may still be on its way.
      await bound(clock, subscriber.subscribe(channel)).catch((error: unknown) => {
        leave();
        throw error;
      });
      return leave;
    },
  };
}
