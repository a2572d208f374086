import type { Cluster, Redis, RedisOptions } from 'ioredis';
import {
  type NodeAddress,
  type NodeOptions,
  type RedisClient,
  findNodes,
  openCluster,
  openListener,
} from './cluster.ts';

/** Where Redis is, without its password. */
export interface RedisPlace {
  /** redis://host:port/db, rediss:// with TLS. */
  readonly url: string;
}

/** The connections of one process. */
export interface RedisConnections {
  /** For commands: each ends within `commandTimeout`, whatever becomes of the connection. */
  readonly commands: RedisClient;
  /** For what is published. */
  readonly subscriber: Redis;
  /** One more, for whoever blocks on it; closed with the others. */
  extra(): RedisClient;
  close(): Promise<void>;
}

/** How long a command may take in milliseconds, the time to connect again included. */
export const commandTimeout = 5000;

// A net may drop a connection and tell nobody: one that is asked and says nothing for so long is closed, and opened again.
// Longer than whoever blocks on the queue is silent (1 s), and twice before a command may fail.
const socketTimeout = 2000;

/** Connects to Redis, or to the cluster that it belongs to; rejects where it does not answer, with an error whose message says why. */
export async function connectRedis({ url }: RedisPlace): Promise<RedisConnections> {
  const clients = await loadClients();
  const probe = new clients.Redis(url, {
    ...shared,
    commandTimeout,
    retryStrategy: () => null,
    lazyConnect: true,
  });
  try {
    await tryToConnect(probe);
    const nodes = await findNodes(probe);
    if (nodes.length > 0) return await connectNodes(clients, probe.options, nodes);
    // A client that may not take its database goes on in the first one.
    await probe.select(probe.options.db ?? 0);
    return connectOne(clients, url);
  } finally {
    probe.disconnect();
  }
}

// Ends at once where Redis is away for good: a process that begins has nothing to wait for.
async function tryToConnect(probe: Redis): Promise<void> {
  // What a connection fails of is told here: whoever waits for it hears no more than that it is closed.
  let lost: unknown;
  probe.on('error', (error) => (lost = error));
  try {
    await probe.connect();
    await probe.ping();
  } catch (error) {
    throw lost ?? error;
  }
}

function connectOne({ Redis: Client }: Clients, url: string): RedisConnections {
  return keepOpen({
    commands: new Client(url, { ...shared, commandTimeout, enableAutoPipelining: true }),
    subscriber: new Client(url, shared),
    extra: () => new Client(url, shared),
  });
}

async function connectNodes(
  { Redis: Client, Cluster: ClusterClient }: Clients,
  { username, password, tls, db }: RedisOptions,
  nodes: readonly NodeAddress[],
): Promise<RedisConnections> {
  if (db !== undefined && db !== 0)
    throw new Error(`A Redis Cluster has no database ${db}. Take it out of the address.`);
  const node = { username, password, tls, connectTimeout, socketTimeout, keepAlive };
  const open = (more: NodeOptions): Cluster =>
    openCluster(ClusterClient, nodes, { node: { ...node, ...more }, retryStrategy });
  const commands = open({ commandTimeout });
  try {
    await commands.ping();
  } catch (error) {
    commands.disconnect();
    throw error;
  }
  return keepOpen({
    commands,
    subscriber: openListener(Client, commands, { node, retryStrategy }),
    extra: () => open({}),
  });
}

// Closes all that is opened.
function keepOpen({ commands, subscriber, extra }: Omit<RedisConnections, 'close'>): RedisConnections {
  const opened: RedisClient[] = [];
  const keep = <Client extends RedisClient>(client: Client): Client => {
    client.on('error', () => undefined);
    opened.push(client);
    return client;
  };
  return {
    commands: keep(commands),
    subscriber: keep(subscriber),
    extra: () => keep(extra()),
    async close() {
      for (const client of opened) client.disconnect();
    },
  };
}

// Its types do not agree with themselves on this one.
type Options = Omit<RedisOptions, 'replyMapping'>;

// Comes back within a second of Redis being there again.
const retryStrategy = (times: number): number => Math.min(50 * times, 500);
const connectTimeout = 3000;
const keepAlive = 10_000;

const shared: Options = {
  maxRetriesPerRequest: null,
  retryStrategy,
  connectTimeout,
  socketTimeout,
  keepAlive,
};

interface Clients {
  readonly Redis: typeof Redis;
  readonly Cluster: typeof Cluster;
}

async function loadClients(): Promise<Clients> {
  try {
    return await import('ioredis');
  } catch {
    throw new Error('The packages for Redis are not installed. Get them with: npm install bullmq ioredis');
  }
}

/** The same address without its password, for logs and banners. */
export function hidePassword(url: string): string {
  // A password may hold an @ or a slash, and stand in the query too.
  return url
    .replace(/^(rediss?:\/\/)[^]*@/, '$1***@')
    .replace(/(?<=[?&][^=&]*(?:pass|auth)[^=&]*=)[^&]*/gi, '***');
}
