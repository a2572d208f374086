import { afterAll, beforeAll, describe } from 'vitest';
import { type RedisConnections, connectRedis } from '../../src/redis/connect.ts';
import { startCluster } from './redis-cluster.ts';
import { startRedis } from './redis-server.ts';

const kinds = [
  ['Redis', startRedis],
  ['a Redis Cluster', startCluster],
] as const;

/** The same tests with one Redis and with three nodes of a cluster; the connections are there when the tests run. */
export function eachRedis(describeWith: (name: string, connections: () => RedisConnections) => void): void {
  describe.each(kinds)('%s', (name, start) => {
    let server: Awaited<ReturnType<typeof start>>;
    let connections: RedisConnections;
    beforeAll(async () => {
      server = await start();
      connections = await connectRedis(server);
    }, 60_000);
    afterAll(async () => {
      await connections.close();
      await server.close();
    });
    describeWith(name, () => connections);
  });
}
