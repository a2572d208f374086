import type { Redis, RedisOptions } from 'ioredis';

/** Where Redis is, without its password. */
export interface RedisPlace {
  /** redis://host:port/db, rediss:// with TLS. */
  readonly url: string;
}

/** The connections of one process. */
export interface RedisConnections {
  /** For commands: each ends within `commandTimeout`, whatever becomes of the connection. */
  readonly commands: Redis;
  /** For what is published. */
  readonly subscriber: Redis;
  /** One more, for whoever blocks on it; closed with the others. */
  extra(): Redis;
  close(): Promise<void>;
}

/** How long a command may take in milliseconds, the time to connect again included. */
export const commandTimeout = 5000;

// A net may drop a connection and tell nobody: one that is asked and says nothing for so long is closed, and opened again.
// Longer than whoever blocks on the queue is silent (1 s), and twice before a command may fail.
const socketTimeout = 2000;

/** Connects to Redis; rejects where it does not answer, with an error whose message says why. */
export async function connectRedis({ url }: RedisPlace): Promise<RedisConnections> {
  const { Redis: Client } = await loadClient();
  const opened: Redis[] = [];
  const open = (options: Options): Redis => {
    const client = new Client(url, { ...shared, ...options });
    // Told by the commands that fail of it; without a listener it would be told on the console.
    client.on('error', () => undefined);
    opened.push(client);
    return client;
  };
  // Each ends at once where Redis is away for good: a process that begins has nothing to wait for.
  const probe = open({ retryStrategy: () => null, lazyConnect: true });
  try {
    await probe.connect();
    await probe.ping();
    await refuseCluster(probe);
  } finally {
    probe.disconnect();
  }
  const commands = open({ commandTimeout, enableAutoPipelining: true });
  const subscriber = open({ maxRetriesPerRequest: null });
  return {
    commands,
    subscriber,
    extra: () => open({ maxRetriesPerRequest: null }),
    async close() {
      for (const client of opened) client.disconnect();
    },
  };
}

// Of several nodes each keeps a part of the keys, and answers for all others with the address of another node.
async function refuseCluster(probe: Redis): Promise<void> {
  // An error is what a Redis without cluster, or one that may not be asked, says to this.
  const info = await probe.cluster('INFO').catch(() => '');
  if (Number(/^cluster_size:(\d+)/m.exec(info)?.[1] ?? 0) <= 1) return;
  throw new Error(
    'This is one of several nodes of a Redis Cluster. Name a Redis that keeps all keys itself.',
  );
}

// Its types do not agree with themselves on this one.
type Options = Omit<RedisOptions, 'replyMapping'>;

const shared: Options = {
  maxRetriesPerRequest: null,
  // Comes back within a second of Redis being there again.
  retryStrategy: (times) => Math.min(50 * times, 500),
  connectTimeout: 3000,
  socketTimeout,
  keepAlive: 10_000,
};

async function loadClient(): Promise<{ readonly Redis: typeof Redis }> {
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
