import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { misuse } from './failure.ts';
import { readVariables } from './environment.ts';
import type { Terminal } from './terminal.ts';
import { usualEndpoint } from '../weights/hub-access.ts';

/** Where weights are kept and where they are fetched from. */
export interface WeightsPlace {
  /** The folder of the cache. */
  readonly cache: string;
  readonly endpoint: string;
  readonly token: string | undefined;
  readonly offline: boolean;
}

/** The place that the environment and `.env` name, or the usual one; throws a Failure where they name none that can be. */
export function readWeightsPlace({ env, folder }: Pick<Terminal, 'env' | 'folder'>): WeightsPlace {
  const variables = readVariables(env, folder);
  const read = (name: string): string | undefined => {
    const value = variables.get(name)?.value.trim() ?? '';
    return value === '' ? undefined : value;
  };
  const endpoint = read('HF_ENDPOINT') ?? usualEndpoint;
  if (!/^https?:/.test(endpoint) || !URL.canParse(endpoint)) {
    throw misuse(`HF_ENDPOINT must be an address as in ${usualEndpoint}, not '${endpoint}'.`);
  }
  return {
    cache: resolve(
      folder,
      read('UNDERSTUDY_CACHE') ?? join(read('XDG_CACHE_HOME') ?? join(homedir(), '.cache'), 'understudy'),
    ),
    endpoint,
    token: read('HF_TOKEN'),
    offline: /^(?:1|on|yes|true)$/i.test(read('HF_HUB_OFFLINE') ?? ''),
  };
}
