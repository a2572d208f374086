import { z } from 'zod';

const list = z.array(z.string().min(1));
const port = z.coerce.number().int().min(0).max(65_535);

// A number of too many digits is none that Redis knows, and is refused by it.
function namesDatabase(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^\/?\d*$/.test(url.pathname);
}

/** The settings of servers and workers that share a Redis, as parts of the schema of all settings. */
export const distributionSettings = {
  redis: z
    .string()
    .regex(/^rediss?:\/\/\S+$/, 'must be an address like redis://:password@host:6379/0')
    .refine(
      namesDatabase,
      'must be an address like redis://:password@host:6379/0, with / and @ in a password as %2F and %40',
    )
    .optional()
    .describe('Redis that servers and workers share; without it all runs in one process')
    .meta({ env: ['REDIS_URL'] }),
  redisHost: z
    .string()
    .min(1)
    .optional()
    .describe('host of that Redis, in place of its address')
    .meta({ env: ['REDIS_HOST'] }),
  redisPort: port
    .optional()
    .describe('its port (default 6379)')
    .meta({ env: ['REDIS_PORT'] }),
  redisDb: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe('its database (default 0)')
    .meta({ env: ['REDIS_DB'] }),
  redisPrefix: z
    .string()
    .regex(/^[\w.:-]{0,64}$/, 'takes up to 64 letters, digits and . : _ -')
    .default('understudy:')
    .describe('what the names of its keys begin with')
    .meta({ env: ['UNDERSTUDY_REDIS_PREFIX'] }),
  concurrency: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(64)
    .describe('answers of one model that a worker makes at one time')
    .meta({ env: ['UNDERSTUDY_CONCURRENCY'] }),
  serves: list
    .default([])
    .describe(
      "models whose answers a worker makes, 'text' for all that need no weights (default: all it has)",
    )
    .meta({ env: ['UNDERSTUDY_SERVES'] }),
  queueDepth: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(10_000)
    .describe('answers of one model that wait for workers; more get 429')
    .meta({ env: ['UNDERSTUDY_QUEUE_DEPTH'] }),
  modelConcurrency: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('answers of one model that all workers together make at one time')
    .meta({ env: ['UNDERSTUDY_MODEL_CONCURRENCY'] }),
  queuePatience: z.coerce
    .number()
    .min(0.1)
    .max(3600)
    .default(30)
    .describe('seconds that an answer waits for a worker before it gets 503')
    .meta({ env: ['UNDERSTUDY_QUEUE_PATIENCE'] }),
};
