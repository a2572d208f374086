import { createClock } from '../core/clock.ts';
import { planListeners } from '../listeners.ts';
import { createLocalModel } from '../local-model.ts';
import { SettingsError } from '../settings.ts';
import { createSources } from '../sources.ts';
import { formatConfiguration } from './configuration-table.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { type EffectiveSetting, listSettings } from './effective-settings.ts';
import { blame } from './origins.ts';
import type { ServeOptions } from './settings-options.ts';
import type { Rule } from './setting-rules.ts';
import { type Terminal, createPaint } from './terminal.ts';
import { readWeightsPlace } from './weights-place.ts';

/** What the command line says for a view of the settings. */
export interface ConfigOptions extends ServeOptions {
  /** Whether what has its default is left out. */
  readonly changed: boolean;
  readonly json: boolean;
}

/** Writes the settings of a server that would be started here; rejects with a Failure where such a server would not start because of them. */
export async function showConfiguration(
  options: ConfigOptions,
  rules: Rule,
  terminal: Terminal,
): Promise<void> {
  const { env, folder, output, messages } = terminal;
  const configuration = await readConfiguration({ ...options, rules, env, folder });
  const all = listSettings(configuration, rules, {
    ports: await tryOut(configuration),
    cache: readWeightsPlace(terminal).cache,
  });
  const shown = options.changed ? all.filter(({ source }) => source.kind !== 'default') : all;
  if (options.json) output.write(formatJson(shown));
  else if (shown.length === 0) messages.write('Every setting has its default.\n');
  else output.write(formatConfiguration(shown, createPaint(output)));
}

// A server that is started finds out the same; what only the network or a disk can tell is left to it.
async function tryOut({ settings, origins }: Configuration): Promise<readonly number[]> {
  try {
    const plans = planListeners(settings);
    await createSources(settings, createLocalModel(settings, createClock()));
    return plans.map(({ port }) => port);
  } catch (error) {
    throw error instanceof SettingsError ? blame(error, origins) : error;
  }
}

function formatJson(settings: readonly EffectiveSetting[]): string {
  const entries = settings.map(({ name, value, usual, source }) => [
    name,
    { value: value ?? null, usual: value === undefined ? usual : undefined, source },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
