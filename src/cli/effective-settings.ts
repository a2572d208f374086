import { chooseEngine } from '../default-engine.ts';
import type { Settings } from '../settings.ts';
import type { Configuration } from './configuration.ts';
import { createFlags, nameFlag } from './flags.ts';
import type { Origin } from './origins.ts';
import { hideSecrets } from './secrets.ts';
import type { Rule } from './setting-rules.ts';

/** Where the value of a setting comes from, or what it follows from. */
export type Source =
  | Exclude<Origin, { readonly kind: 'file' }>
  | { readonly kind: 'file'; readonly file: string; readonly key: string }
  | { readonly kind: 'preset'; readonly name: string }
  | { readonly kind: 'setting'; readonly name: string }
  | { readonly kind: 'default' };

/** A setting as a server would have it, with its secrets covered. */
export interface EffectiveSetting {
  readonly group: string;
  /** As it stands in a file; parts of a group with dots between. */
  readonly name: string;
  /** Absent: it has none. */
  readonly value: unknown;
  /** What its help calls the default, where the schema itself has none. */
  readonly usual: string | undefined;
  readonly source: Source;
}

/** What follows from settings and surroundings alike. */
export interface Surroundings {
  /** The ports of the listeners. */
  readonly ports: readonly number[];
  /** The folder for weights. */
  readonly cache: string;
}

/** All settings, in the order of the help, then those of the configuration file alone. */
export function listSettings(
  configuration: Configuration,
  rules: Rule,
  surroundings: Surroundings,
): readonly EffectiveSetting[] {
  const { settings } = configuration;
  const values = new Map<string, unknown>(Object.entries(settings));
  const flags = createFlags(rules).map((flag) => {
    const { group, key } = flag;
    const value = values.get(key);
    const usual = readUsual(flag.rule);
    if (value !== undefined) {
      return { group, name: key, usual, value: hideSecrets(key, value), source: trace([key], configuration) };
    }
    const { value: deduced, source } = deduce(key, settings, surroundings);
    return { group, name: key, usual, value: deduced, source };
  });
  return [
    ...flags,
    ...listParts({ group: 'Limits', key: 'limits' }, rules, configuration),
    ...listParts({ group: 'Storage bounds', key: 'storage' }, rules, configuration),
    ...listModels(configuration),
  ];
}

// What other settings, or the machine, say where the setting itself is not given.
function deduce(
  key: string,
  settings: Settings,
  { ports, cache }: Surroundings,
): Pick<EffectiveSetting, 'value' | 'source'> {
  const { preset } = settings;
  const byPreset: Source = preset === 'openai' ? { kind: 'default' } : { kind: 'preset', name: preset };
  if (key === 'port') return { value: ports.length === 1 ? ports[0] : ports, source: byPreset };
  if (key === 'cache') return { value: cache, source: { kind: 'default' } };
  if (key !== 'engine') return { value: undefined, source: { kind: 'default' } };
  if (preset === 'wordstream') return { value: 'words', source: byPreset };
  const { name: value, because } = chooseEngine(settings);
  return {
    value,
    source: because === undefined ? { kind: 'default' } : { kind: 'setting', name: nameFlag(because) },
  };
}

function listParts(
  { group, key }: { readonly group: string; readonly key: 'limits' | 'storage' },
  rules: Rule,
  configuration: Configuration,
): readonly EffectiveSetting[] {
  const values = new Map<string, unknown>(Object.entries(configuration.settings[key]));
  return Object.entries(rules.properties?.[key]?.properties ?? {}).map(([part, rule]) => ({
    group,
    name: `${key}.${part}`,
    value: values.get(part),
    usual: readUsual(rule),
    source: trace([key, part], configuration),
  }));
}

function listModels(configuration: Configuration): readonly EffectiveSetting[] {
  return Object.entries(configuration.settings.models).flatMap(([id, model]) =>
    Object.entries(model).map(([part, value]) => ({
      group: 'Models',
      name: `models.${id}.${part}`,
      value,
      usual: undefined,
      source: trace(['models', id, part], configuration),
    })),
  );
}

function trace(path: readonly [string, ...string[]], { origins, given }: Configuration): Source {
  const origin = origins.get(path[0]);
  if (origin === undefined) return { kind: 'default' };
  if (origin.kind !== 'file') return origin;
  let inside: unknown = given;
  for (const key of path) {
    const entry = Object.entries(Object(inside)).find(([each]) => each === key);
    if (entry === undefined) return { kind: 'default' };
    [, inside] = entry;
  }
  return { ...origin, key: path.join('.') };
}

// Settings that others decide about have no default that the schema could hold: their help tells it.
function readUsual({ description = '' }: Rule): string | undefined {
  const usual = /\(default:? (?<usual>[^]+)\)$/.exec(description)?.groups?.['usual'];
  return usual?.replace(/^"(.*)"$/, '$1');
}
