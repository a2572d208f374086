import { type Settings, SettingsError } from './settings.ts';

/** An address to open, and what is spoken there, the default dialect first. */
export interface ListenerPlan {
  readonly port: number;
  readonly dialects: readonly DialectName[];
  /** Whether Langbase's pipes answer with samples, whatever the engine; absent: they do not. */
  readonly samples?: true;
}

/** The dialects that listeners can speak. */
export type DialectName = 'openai' | 'prompt' | 'wordstream' | 'langbase' | 'completion';

/** The listeners of a preset; throws where a port is given that the preset cannot take. */
export function planListeners({
  preset,
  port,
  strict,
}: Pick<Settings, 'preset' | 'port' | 'strict'>): readonly ListenerPlan[] {
  // Strictly OpenAI's: a body without messages gets OpenAI's refusal, whoever else could read it.
  const openai: readonly DialectName[] = strict
    ? ['openai', 'langbase', 'completion']
    : ['openai', 'prompt', 'langbase', 'completion'];
  switch (preset) {
    case 'openai':
      return [{ port: port ?? 8080, dialects: strict ? openai : [...openai, 'wordstream'] }];
    case 'wordstream':
      return [{ port: port ?? 8000, dialects: ['wordstream'] }];
    case 'classic':
      if (port !== undefined && port !== 0) {
        throw new SettingsError(
          'port',
          'The classic preset listens on ports 8000 and 8080: give no port, or 0 for free ones.',
        );
      }
      return [
        { port: port ?? 8000, dialects: ['wordstream', 'langbase', 'completion'], samples: true },
        { port: port ?? 8080, dialects: openai },
      ];
  }
}
