import { ApiError } from './core/api-error.ts';
import type { Clock } from './core/clock.ts';
import type { Store } from './core/store.ts';
import type { Distribution } from './distribution.ts';
import { type Settings, SettingsError } from './settings.ts';
import { sharedStores, stores } from './stores/index.ts';

const defaultData = '.understudy';

/** The store that the settings ask for: what servers and workers share is kept in their Redis. */
export async function openStore(
  { data, storage }: Settings,
  clock: Clock,
  { redis }: Distribution,
): Promise<Store> {
  if (redis !== undefined) {
    const createRedisStore = await sharedStores.redis();
    return createRedisStore({ redis: redis.commands, prefix: redis.prefix, clock, bounds: storage });
  }
  const maker = data === ':memory:' ? stores.memory : stores.sqlite;
  const store = maker({ clock, data: data ?? defaultData, bounds: storage });
  // A folder that somebody named must be there to use; ours is not even made before there is something to keep.
  if (data === undefined) return store;
  try {
    await store.open();
  } catch (error) {
    throw error instanceof ApiError ? new SettingsError('data', error.message) : error;
  }
  return store;
}
