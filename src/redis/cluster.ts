import type { Cluster, Redis, RedisOptions } from 'ioredis';

/** A client of one Redis, or of all nodes of a Redis Cluster. */
export type RedisClient = Redis | Cluster;

/** A node as others reach it. */
export interface NodeAddress {
  readonly host: string;
  readonly port: number;
}

/** How a node is spoken to. */
export type NodeOptions = Pick<
  RedisOptions,
  'username' | 'password' | 'tls' | 'connectTimeout' | 'socketTimeout' | 'keepAlive' | 'commandTimeout'
>;

/** How a cluster is spoken to. */
export interface ClusterOptions {
  readonly node: NodeOptions;
  /** How long to wait before it is connected again, in ms. */
  retryStrategy(times: number): number;
}

/** The nodes that keep data, as the one that is asked knows them; none where it belongs to no cluster of several. */
export async function findNodes(probe: Redis): Promise<readonly NodeAddress[]> {
  // An error is what a Redis without cluster, or one that may not be asked, says to this.
  const info = await probe.cluster('INFO').catch(() => '');
  if (Number(/^cluster_size:(\d+)/m.exec(info)?.[1] ?? 0) <= 1) return [];
  const ranges: unknown = await probe.cluster('SLOTS');
  const found = new Map<string, NodeAddress>();
  // A range is its first and last slot and then its nodes, the primary first.
  for (const [, , ...nodes] of asLists(ranges)) {
    for (const [host, port] of asLists(nodes)) {
      // A node that does not know how others call it is the one that is asked.
      const name = typeof host === 'string' && host !== '' ? host : (probe.options.host ?? '');
      found.set(`${name}:${Number(port)}`, { host: name, port: Number(port) });
    }
  }
  return Array.from(found.values());
}

function asLists(value: unknown): readonly (readonly unknown[])[] {
  return Array.isArray(value) ? value.filter((each) => Array.isArray(each)) : [];
}

/** A client of a cluster. A command for a node that is away waits for it or for whoever takes its place. */
export function openCluster(
  Client: typeof Cluster,
  nodes: readonly NodeAddress[],
  { node, retryStrategy }: ClusterOptions,
): Cluster {
  const client = new Client([...nodes], {
    redisOptions: { ...node, maxRetriesPerRequest: null },
    clusterRetryStrategy: retryStrategy,
    // With it a connection whose check meets a dead node is opened again, but whoever waits for it is never told; BullMQ's workers do.
    enableReadyCheck: false,
    // Names are left as they are: a certificate is for a name.
    dnsLookup: (address, callback) => callback(null, address),
    slotsRefreshInterval: 5000,
    // A node that has failed is replaced by its replica after its cluster's timeout and a vote: as often as that takes.
    maxRedirections: 1000,
  });
  // Told by the commands that fail of it.
  client.on('error', () => undefined);
  if (node.commandTimeout !== undefined) boundCommands(client, node.commandTimeout);
  return client;
}

/** Ends each command so many ms after it was asked for: the bound of a node begins when a command is sent to it, and it may be away. */
export function boundCommands(client: Cluster, timeout: number): void {
  const send = client.sendCommand.bind(client);
  client.sendCommand = (command, ...rest) => {
    command.setTimeout(timeout);
    return send(command, ...rest);
  };
}

/** A client that hears what is published anywhere in a cluster: at one node, and at the next one where that is lost. */
export function openListener(
  Client: typeof Redis,
  cluster: Cluster,
  { node, retryStrategy }: ClusterOptions,
): Redis {
  let turn = 0;
  const takeNext = (): Partial<NodeAddress> => {
    const nodes = cluster.nodes();
    const { host, port } = nodes[turn % Math.max(nodes.length, 1)]?.options ?? {};
    turn += 1;
    return host === undefined || port === undefined ? {} : { host, port };
  };
  const listener = new Client({
    ...node,
    ...takeNext(),
    maxRetriesPerRequest: null,
    retryStrategy(times) {
      Object.assign(listener.options, takeNext());
      return retryStrategy(times);
    },
  });
  return listener;
}

/** The nodes that are written to: one, or those of a cluster. */
export function listPrimaries(client: RedisClient): readonly Redis[] {
  return 'nodes' in client ? client.nodes('master') : [client];
}
