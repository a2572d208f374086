import type { RedisOptions } from 'ioredis';
import { type RedisClient, boundCommands } from '../../redis/cluster.ts';
import type { OperationName, Tables } from '../operations.ts';

/** Runs a script with keys and arguments; the order of the calls is the order of the scripts. */
export type Run = (
  script: string,
  keys: readonly string[],
  values: readonly (string | number | Buffer)[],
) => Promise<unknown>;

/** Operations that are done elsewhere. */
export type Deferred<Some extends Partial<Tables>> = {
  readonly [Name in keyof Some & OperationName]: (
    input: Parameters<Tables[Name]>[0],
  ) => Promise<ReturnType<Tables[Name]>>;
};

/** A connection of a store. */
export interface Connection {
  readonly run: Run;
  /** Resolves when Redis answers. */
  open(): Promise<void>;
  close(): void;
}

/** How long a command, and an attempt to connect, may take. */
export const commandTimeout = 5000;

// All keys of a server have one hash tag, so that each script finds its keys in one slot of a Redis Cluster: counts, the list of
// threads and their messages change together. The limit of that: one server's data lies on one node, and is as large as its memory.
const tag = '{understudy}:';

// What was sent and not answered is not sent again, since it may have been done; what cannot be sent fails at once.
const settings = {
  commandTimeout,
  connectTimeout: commandTimeout,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
} satisfies RedisOptions;

const shared = {
  lazyConnect: true,
  // It takes the first word of a raw call for the script's.
  enableAutoPipelining: false,
};

const retryStrategy = (times: number): number => Math.min(times * 50, 500);

/** A connection to the Redis of this client, opened at its first use; what the names of all keys begin with. */
export function createConnection(client: RedisClient, keyPrefix: string): Connection {
  const redis = duplicate(client, keyPrefix);
  let lastError: unknown;
  let opening: Promise<void> | undefined;
  redis.on('error', (error: unknown) => (lastError = error));

  async function ready(): Promise<void> {
    if (redis.status === 'ready') return;
    opening ??= waitUntilReady(redis, () => lastError).finally(() => (opening = undefined));
    await opening;
  }

  return {
    run: async (script, keys, values) => {
      await ready();
      // The script itself, not its hash: a hash that Redis does not know would be asked for again, after later requests.
      return redis.callBuffer('EVAL', script, keys.length, ...keys.map((key) => tag + key), ...values);
    },
    open: async () => {
      await ready();
      await redis.ping();
    },
    close: () => redis.disconnect(),
  };
}

function duplicate(client: RedisClient, keyPrefix: string): RedisClient {
  if (!('nodes' in client))
    return client.duplicate({ ...shared, ...settings, enableOfflineQueue: false, retryStrategy, keyPrefix });
  // Its types do not agree with themselves on this one.
  const { replyMapping: _, ...options }: RedisOptions = client.options.redisOptions ?? {};
  const cluster = client.duplicate(undefined, {
    ...shared,
    keyPrefix,
    redisOptions: { ...options, ...settings },
    clusterRetryStrategy: retryStrategy,
    // What a node has not answered it may have done: that of a node that is lost is not sent to another one.
    retryDelayOnFailover: 0,
  });
  boundCommands(cluster, commandTimeout);
  return cluster;
}

// Ends with the attempt to connect that is being made, or with the next one.
function waitUntilReady(redis: RedisClient, lastError: () => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const isReady = () => settle(resolve);
    const isClosed = () => settle(() => reject(lastError() ?? new Error('Connection is closed.')));
    function settle(done: () => void): void {
      redis.off('ready', isReady).off('close', isClosed).off('end', isClosed);
      done();
    }
    redis.on('ready', isReady).on('close', isClosed).on('end', isClosed);
    // What it would reject with is told by its events as well.
    if (redis.status === 'wait' || redis.status === 'end') redis.connect().catch(() => undefined);
  });
}
