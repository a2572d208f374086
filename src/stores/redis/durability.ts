import type { Redis } from 'ioredis';
import { type RedisClient, listPrimaries } from '../../redis/cluster.ts';

const settings = ['appendonly', 'appendfsync', 'maxmemory-policy'] as const;

type Settings = Readonly<Partial<Record<(typeof settings)[number], string>>>;

/** What this Redis may lose of what it has acknowledged, a sentence each; rejects as its commands do where it cannot be asked. */
export async function checkDurability(redis: RedisClient): Promise<readonly string[]> {
  const asked = listPrimaries(redis).map(async (node) =>
    describeSettings((await askConfig(node)) ?? (await askInfo(node))),
  );
  // Nodes that are set alike are told of once.
  return Array.from(new Set((await Promise.all(asked)).flat()));
}

/** What a Redis with these settings may lose; one that is not known is said to be so. */
export function describeSettings(found: Settings): readonly string[] {
  return [...describeLog(found), ...describePolicy(found['maxmemory-policy'])];
}

// Hosted Redis often knows no CONFIG, and a user may have no right to it: that is no failure.
async function askConfig(redis: Redis): Promise<Settings | undefined> {
  const asked = settings.map((name) => redis.config('GET', name));
  const answers = await Promise.allSettled(asked);
  const refused = answers.find((answer) => answer.status === 'rejected');
  if (refused !== undefined) {
    if (/^(?:NOPERM|ERR)/.test(String(refused.reason?.message))) return undefined;
    throw refused.reason;
  }
  const values = answers.map((answer) =>
    answer.status === 'fulfilled' ? readValue(answer.value) : undefined,
  );
  return toSettings(values);
}

// As a list of name and value, or as a map, by the protocol the client speaks.
function readValue(answer: unknown): string | undefined {
  const [value] = Array.isArray(answer) ? answer.slice(1) : Object.values(Object(answer));
  return typeof value === 'string' ? value : undefined;
}

async function askInfo(redis: Redis): Promise<Settings> {
  let text = '';
  try {
    text = `${await redis.info('persistence')}\n${await redis.info('memory')}`;
  } catch (error) {
    // Then nothing is known, which is what the warnings say.
    if (!(error instanceof Error) || !/^(?:NOPERM|ERR)/.test(error.message)) throw error;
  }
  const enabled = readField(text, 'aof_enabled');
  const log = enabled === undefined ? undefined : enabled === '1' ? 'yes' : 'no';
  return toSettings([log, undefined, readField(text, 'maxmemory_policy')]);
}

function readField(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:(\\S+)`, 'm').exec(info)?.[1];
}

function toSettings(values: readonly (string | undefined)[]): Settings {
  const known = settings.flatMap((name, index) => {
    const value = values[index];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(known);
}

function describeLog({ appendonly, appendfsync }: Settings): readonly string[] {
  if (appendonly === undefined)
    return [
      'Whether Redis writes what it acknowledges to its disk is not known: it may lose data when it stops. Allow CONFIG GET, or see that appendonly is yes.',
    ];
  if (appendonly !== 'yes')
    return [
      'Redis has appendonly off: what it has acknowledged since its last snapshot is lost when it stops. Set appendonly yes and appendfsync always in redis.conf.',
    ];
  return describeSync(appendfsync);
}

function describeSync(appendfsync: string | undefined): readonly string[] {
  switch (appendfsync) {
    case 'always':
      return [];
    case 'everysec':
      return [
        'Redis has appendfsync everysec: up to a second of what it has acknowledged is lost when its machine stops. Set appendfsync always in redis.conf.',
      ];
    case undefined:
      return [
        'How often Redis writes to its disk is not known: what it acknowledged last may be lost when its machine stops. Allow CONFIG GET, or see that appendfsync is always.',
      ];
    default:
      return [
        `Redis has appendfsync ${appendfsync}: what it acknowledged last, some 30 s of it, may be lost when its machine stops. Set appendfsync always in redis.conf.`,
      ];
  }
}

function describePolicy(policy: string | undefined): readonly string[] {
  if (policy === 'noeviction') return [];
  if (policy === undefined)
    return [
      'Whether Redis evicts data when its memory is full is not known. Allow CONFIG GET, or see that maxmemory-policy is noeviction.',
    ];
  return [
    `Redis has maxmemory-policy ${policy}: it may evict what is kept when its memory is full. Set maxmemory-policy noeviction in redis.conf.`,
  ];
}
