import type { OpenServer } from '../app.ts';
import { createClock } from '../core/clock.ts';
import type { Observer } from '../core/observer.ts';
import type { Settings } from '../settings.ts';
import { formatBanner } from './banner.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { listFiles } from './origins.ts';
import { writePortFile } from './port-file.ts';
import type { ServeOptions } from './settings-options.ts';
import type { Rule } from './setting-rules.ts';
import { createShutdown } from './shutdown.ts';
import { explainStart } from './start-failure.ts';
import { type Terminal, createPaint } from './terminal.ts';
import { readVersion } from '../version.ts';
import { readWeightsPlace } from './weights-place.ts';
import { listWarnings } from './warnings.ts';

/** Starts a server, tells where it is and stops it at a signal; rejects with a Failure where it cannot start. */
export async function serve(options: ServeOptions, rules: Rule, terminal: Terminal): Promise<void> {
  const { env, folder } = terminal;
  const configuration = placeCache(await readConfiguration({ ...options, rules, env, folder }), terminal);
  const { settings } = configuration;
  if (settings.model !== undefined) {
    const { ensureModel } = await import('./ensure-model.ts');
    await ensureModel(settings.model, settings, terminal);
  }
  const server = await open(configuration, terminal);
  stopAtSignals(server, settings, terminal);
  await announce(server, settings.portFile);
  if (settings.logLevel !== 'silent') greet(server, configuration, terminal);
}

// The environment says where caches are, and only the command line reads it.
function placeCache(configuration: Configuration, terminal: Terminal): Configuration {
  const { settings } = configuration;
  const { cache } = readWeightsPlace(terminal);
  return { ...configuration, settings: { ...settings, cache: settings.cache ?? cache } };
}

async function open({ settings, origins }: Configuration, { output }: Terminal): Promise<OpenServer> {
  // Loaded here, so that help and mistakes do not wait for it.
  const { openServer } = await import('../app.ts');
  const observers = await createObservers(settings, output.isTTY);
  return openServer(settings, observers).catch((error: unknown) => {
    throw explainStart(error, settings, origins);
  });
}

async function createObservers({ logLevel }: Settings, pretty: boolean): Promise<readonly Observer[]> {
  if (logLevel === 'silent') return [];
  const { createLog } = await import('../observers/log.ts');
  return [createLog({ level: logLevel, pretty }).observer];
}

async function announce(server: OpenServer, portFile: string | undefined): Promise<void> {
  if (portFile === undefined) return;
  try {
    const remove = writePortFile(
      portFile,
      server.listeners.map(({ port }) => port),
    );
    process.once('exit', remove);
  } catch (error) {
    await server.close();
    throw error;
  }
}

function stopAtSignals(server: OpenServer, { shutdownGrace, logLevel }: Settings, terminal: Terminal): void {
  const stop = createShutdown({
    clock: createClock(),
    grace: shutdownGrace,
    close: () => server.close(),
    tell: (message) => void (logLevel === 'silent' || terminal.messages.write(`${message}\n`)),
    exit: (status) => process.exit(status),
  });
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function greet(server: OpenServer, { settings, origins }: Configuration, terminal: Terminal): void {
  // A pipe gets the log alone.
  const stream = terminal.output.isTTY ? terminal.output : terminal.messages;
  const paint = createPaint(stream);
  const facts = { version: readVersion(), server, settings, files: listFiles(origins) };
  stream.write(formatBanner(facts, paint));
  const timestamp = createClock().timestamp();
  const own = listWarnings({ settings, nodeVersion: process.versions.node, timestamp });
  for (const warning of [...own, ...server.warnings]) {
    stream.write(`${paint('yellow', `WARNING: ${warning}`)}\n`);
  }
}
