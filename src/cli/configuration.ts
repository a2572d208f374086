import type { Settings } from '../settings.ts';
import { checkSettings } from './check.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import { type Environment, findVariable, readValue, readVariables } from './environment.ts';
import { type Flag, createFlags } from './flags.ts';
import type { Origin, Origins } from './origins.ts';
import type { Rule } from './setting-rules.ts';

/** Where a configuration is read from. */
export interface ConfigurationSources {
  /** What each setting may be. */
  readonly rules: Rule;
  /** What the command line gives, by name of the setting. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Environment;
  /** The working directory. */
  readonly folder: string;
  /** The file given with `--config`. */
  readonly config?: string | undefined;
  /** Whether `.env` in the working directory counts. */
  readonly dotenv: boolean;
}

/** Checked settings, and where each that was given comes from; what has no origin is a default. */
export interface Configuration {
  readonly settings: Settings;
  readonly origins: Origins;
  /** What was given, by name of the setting, as it was given. */
  readonly given: Readonly<Record<string, unknown>>;
}

type Given = Map<string, { readonly value: unknown; readonly origin: Origin }>;

/** Merges the configuration file, `.env`, the environment and the flags, the later over the earlier; rejects with a Failure that names what is wrong. */
export async function readConfiguration(sources: ConfigurationSources): Promise<Configuration> {
  const { rules } = sources;
  const file = await readConfigFile(sources.folder, sources.config);
  const given = merge(sources, createFlags(rules), file);
  const origins = new Map([...given].map(([key, { origin }]) => [key, origin]));
  const values = Object.fromEntries([...given].map(([key, { value }]) => [key, value]));
  return { settings: checkSettings({ values, rules, origins }), origins, given: values };
}

function merge(sources: ConfigurationSources, flags: readonly Flag[], file: ConfigFile | undefined): Given {
  const given: Given = new Map();
  for (const [key, value] of Object.entries(file?.content ?? {})) {
    given.set(key, { value: asList(key, value, flags), origin: { kind: 'file', file: file?.name ?? '' } });
  }
  const variables = readVariables(sources.env, sources.dotenv ? sources.folder : undefined);
  for (const flag of flags) {
    const variable = findVariable(flag, variables);
    if (variable !== undefined) {
      const { name, file: dotenv } = variable;
      given.set(flag.key, {
        value: readValue(flag, variable),
        origin: { kind: 'variable', name, file: dotenv },
      });
    }
    const value = sources.flags[flag.key];
    if (value !== undefined) given.set(flag.key, { value, origin: { kind: 'flag', name: flag.name } });
  }
  return given;
}

// `apiKey: abc` in a file means a list of one.
function asList(key: string, value: unknown, flags: readonly Flag[]): unknown {
  const isList = flags.some((flag) => flag.key === key && flag.kind === 'list');
  return isList && typeof value === 'string' ? [value] : value;
}
