import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type RedisServer, findPort, startRedis } from './redis-server.ts';

/** A node that knows of no others yet, and keeps no keys. */
export async function startNode(): Promise<RedisServer> {
  // By default it is 10,000 above the other port, which is more than there are.
  const busPort = await findPort();
  return startRedis(['cluster-enabled yes', `cluster-port ${busPort}`, 'cluster-announce-ip 127.0.0.1']);
}

/** Three nodes of one Redis Cluster, which has all its slots. */
export async function startCluster(): Promise<readonly RedisServer[]> {
  const nodes = await Promise.all([startNode(), startNode(), startNode()]);
  const places = nodes.map(({ port }) => `127.0.0.1:${port}`);
  await promisify(execFile)('redis-cli', ['--cluster', 'create', ...places, '--cluster-yes']);
  return nodes;
}
