import { expect, it } from 'vitest';
import { connectRedis } from '../../src/redis/connect.ts';
import { startProcess } from '../cli/start-process.ts';
import { startCluster, startNode } from '../support/redis-cluster.ts';

it('ends servers and workers that are given one of several nodes of a cluster, with one line', async () => {
  const nodes = await startCluster();
  try {
    for (const words of [['--port', '0'], ['worker']]) {
      await using started = startProcess([...words, '--data', ':memory:', '--redis', nodes[0]?.url ?? '']);
      expect(await started.ended).toBe(2);
      expect(started.told.messages).toMatch(/^error: .*redis.*one of several nodes of a Redis Cluster.*\n$/);
    }
  } finally {
    await Promise.all(nodes.map((node) => node.close()));
  }
}, 60_000);

it('takes a cluster of one node, which keeps all keys itself', async () => {
  const node = await startNode();
  try {
    const { commands, close } = await connectRedis(node);
    await commands.cluster('ADDSLOTSRANGE', 0, 16_383);
    await close();
    const again = await connectRedis(node);
    // A moment passes until it sees that it has all slots.
    const set = () => again.commands.set('any', 'key').catch(String);
    await expect.poll(set, { timeout: 20_000 }).toBe('OK');
    await again.close();
  } finally {
    await node.close();
  }
}, 60_000);
