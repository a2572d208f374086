import { expect, it } from 'vitest';
import { createRedisKeys } from '../../src/job-queues/redis-keys.ts';
import { describeKeyMemory } from '../contracts/key-memory.ts';
import { eachRedis } from '../support/each-redis.ts';

let count = 0;

eachRedis((name, connections) => {
  const make = (keptFor: number) =>
    createRedisKeys({ commands: connections().commands, prefix: `keys${(count += 1)}:`, keptFor });

  describeKeyMemory(name, () => make(60_000));

  it('has Redis itself forget a key', async () => {
    await make(60_000).claim('a', { print: 'print', id: 'one', began: 0 });
    expect(await connections().commands.pttl(`keys${count}:key:a`)).toBeGreaterThan(0);
  });
});
