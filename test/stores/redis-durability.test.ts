import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { checkDurability } from '../../src/stores/redis/durability.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';

let server: RedisServer | undefined;
let redis: Redis | undefined;
afterEach(async () => {
  redis?.disconnect();
  await server?.close();
});

async function check(config: readonly string[], url = (at: string) => at): Promise<readonly string[]> {
  server = await startRedis(config);
  redis = new Redis(url(server.url), { enableReadyCheck: false });
  return checkDurability(redis);
}

const safe = ['appendonly yes', 'appendfsync always', 'maxmemory-policy noeviction'];
const reader = 'user reader on >secret ~* +@all -config';

describe('the check of durability', () => {
  it('has nothing to say of a Redis that loses nothing', async () => {
    expect(await check(safe)).toEqual([]);
  });

  it.each([
    ['appendonly no', /^Redis has appendonly off:/],
    ['appendfsync everysec', /^Redis has appendfsync everysec: up to a second/],
    ['appendfsync no', /^Redis has appendfsync no:/],
    ['maxmemory-policy allkeys-lru', /^Redis has maxmemory-policy allkeys-lru: it may evict/],
  ])('warns of %s', async (line, expected) => {
    const warnings = await check([...safe, line]);
    expect(warnings).toEqual([expect.stringMatching(expected)]);
  });

  it('asks INFO where CONFIG is forbidden, and says what that does not tell', async () => {
    const warnings = await check([...safe, reader], (url) => url.replace('//', '//reader:secret@'));
    expect(warnings).toEqual([expect.stringMatching(/^How often Redis writes to its disk is not known/)]);
  });

  it('finds an absent log without CONFIG', async () => {
    const asReader = (url: string) => url.replace('//', '//reader:secret@');
    expect(await check(['appendonly no', 'maxmemory-policy volatile-ttl', reader], asReader)).toEqual([
      expect.stringMatching(/appendonly off/),
      expect.stringMatching(/volatile-ttl/),
    ]);
  });

  it('says that nothing is known where both are forbidden', async () => {
    const warnings = await check([...safe, `${reader} -info`], (url) =>
      url.replace('//', '//reader:secret@'),
    );
    expect(warnings).toEqual([
      expect.stringMatching(/^Whether Redis writes .* not known/),
      expect.stringMatching(/^Whether Redis evicts .* not known/),
    ]);
  });
});
