import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { type RedisServer, findPort, startRedis } from './redis-server.ts';

/** A real Redis Cluster of one test, on 127.0.0.1. */
export interface RedisCluster {
  readonly nodes: readonly RedisServer[];
  /** The address of one of its nodes. */
  readonly url: string;
  close(): Promise<void>;
}

// A node that says nothing for so long is taken for dead, in ms.
const nodeTimeout = 1000;

/** A node that knows of no others yet, and keeps no keys. */
export async function startNode(config: readonly string[] = []): Promise<RedisServer> {
  // By default it is 10,000 above the other port, which is more than there are.
  const busPort = await findPort();
  return startRedis([
    'cluster-enabled yes',
    `cluster-port ${busPort}`,
    'cluster-announce-ip 127.0.0.1',
    `cluster-node-timeout ${nodeTimeout}`,
    // A replica that comes back waits 5 s for others by default.
    'repl-diskless-sync-delay 0',
    ...config,
  ]);
}

/** Three nodes that share all slots, each with so many replicas; resolves when all of them say that all is well. */
export async function startCluster({
  replicas = 0,
  config = [],
}: { readonly replicas?: number; readonly config?: readonly string[] } = {}): Promise<RedisCluster> {
  const count = 3 * (replicas + 1);
  const nodes = await Promise.all(Array.from({ length: count }, () => startNode(config)));
  const cluster: RedisCluster = {
    nodes,
    url: nodes[0]?.url ?? '',
    close: async () => void (await Promise.all(nodes.map((node) => node.close()))),
  };
  try {
    const places = nodes.map(({ port }) => `127.0.0.1:${port}`);
    const words = ['--cluster', 'create', ...places, '--cluster-replicas', `${replicas}`, '--cluster-yes'];
    await promisify(execFile)('redis-cli', words);
    await Promise.all(nodes.map((node) => waitUntilWell(node, count)));
  } catch (error) {
    await cluster.close();
    throw error;
  }
  return cluster;
}

async function waitUntilWell({ url }: RedisServer, count: number): Promise<void> {
  const admin = new Redis(url);
  try {
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) {
      const info = await admin.cluster('INFO');
      const replication = await admin.info('replication');
      const isWell = info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${count}`);
      if (isWell && !/master_link_status:down/.test(replication)) return;
    }
    throw new Error('The cluster did not come up within 20 s.');
  } finally {
    admin.disconnect();
  }
}
