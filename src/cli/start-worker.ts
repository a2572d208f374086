import type { Clock } from '../core/clock.ts';
import { readConfiguration } from './configuration.ts';
import type { ServeOptions } from './settings-options.ts';
import { readRules } from './setting-rules.ts';
import { createShutdown } from './shutdown.ts';
import { explainStart } from './start-failure.ts';
import { type Terminal, createPaint } from './terminal.ts';
import { readWeightsPlace } from './weights-place.ts';

/** Starts a worker and hands its jobs over at a signal; rejects with a Failure where it cannot start. */
export async function startWorker(options: ServeOptions, terminal: Terminal, clock: Clock): Promise<void> {
  const { env, folder, messages } = terminal;
  const configuration = await readConfiguration({ ...options, rules: readRules(), env, folder });
  const { origins } = configuration;
  const { cache } = readWeightsPlace(terminal);
  const settings = { ...configuration.settings, cache: configuration.settings.cache ?? cache };
  if (settings.model !== undefined) {
    const { ensureModel } = await import('./ensure-model.ts');
    await ensureModel(settings.model, settings, terminal);
  }
  const { openWorker } = await import('../worker.ts');
  const isSilent = settings.logLevel === 'silent';
  const tell = (message: string): void => void (isSilent || messages.write(`${message}\n`));
  const paint = createPaint(messages);
  const worker = await openWorker(settings, (cause, id) => {
    tell(`${id}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
  }).catch((error: unknown) => {
    throw explainStart(error, settings, origins);
  });
  const models = worker.models.map((model) => paint('cyan', model)).join(', ');
  tell(`worker ${worker.id} takes jobs of ${models} from ${worker.place}. Ctrl-C hands them over and ends.`);
  for (const warning of worker.warnings) tell(paint('yellow', `WARNING: ${warning}`));
  const stop = createShutdown({
    clock,
    grace: settings.shutdownGrace,
    close: worker.close,
    tell,
    exit: (status) => process.exit(status),
  });
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // The queue's connections alone do not keep a process: alarms never do.
  process.stdin.unref?.();
}
