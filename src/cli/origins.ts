import type { SettingsError } from '../settings.ts';
import { Failure } from './failure.ts';
import { nameFlag } from './flags.ts';

/** Where the value of a setting comes from. */
export type Origin =
  | { readonly kind: 'flag'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string; readonly file?: string | undefined }
  | { readonly kind: 'file'; readonly file: string };

/** Where each setting that was given comes from, by its name. */
export type Origins = ReadonlyMap<string, Origin>;

/** A setting, or a part of one, as whoever gave it knows it. */
export function nameSetting(path: readonly PropertyKey[], origins: Origins): string {
  const key = String(path[0] ?? '');
  const origin = origins.get(key);
  switch (origin?.kind) {
    case 'flag':
      return origin.name;
    case 'variable':
      return origin.file === undefined ? origin.name : `${origin.name} in ${origin.file}`;
    case 'file':
      return `'${path.map(String).join('.')}' in ${origin.file}`;
    case undefined:
      return nameFlag(key);
  }
}

/** The failure for a setting that the server refuses, named by where it was given. */
export function blame(error: SettingsError, origins: Origins): Failure {
  const status = error.cause === undefined ? 2 : 1;
  return new Failure(`${nameSetting(error.setting.split('.'), origins)}: ${error.message}`, status);
}

/** The files that gave settings. */
export function listFiles(origins: Origins): readonly string[] {
  const files = [...origins.values()].flatMap((origin) => ('file' in origin ? (origin.file ?? []) : []));
  return [...new Set(files)];
}
