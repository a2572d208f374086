import { ApiError } from './core/api-error.ts';
import type { Clock } from './core/clock.ts';
import type { Store } from './core/store.ts';
import type { Distribution } from './distribution.ts';
import { type Settings, SettingsError } from './settings.ts';
import { stores } from './stores/index.ts';

const defaultData = '.understudy';

/** The store that the settings ask for. A folder that somebody named must be there to use; ours is not even made before there is something to keep. */
export async function openStore(
  { data, storage }: Settings,
  clock: Clock,
  _distribution: Distribution,
): Promise<Store> {
  const maker = data === ':memory:' ? stores.memory : stores.sqlite;
  const store = maker({ clock, data: data ?? defaultData, bounds: storage });
  if (data === undefined) return store;
  try {
    await store.open();
  } catch (error) {
    throw error instanceof ApiError ? new SettingsError('data', error.message) : error;
  }
  return store;
}
