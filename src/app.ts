import { fileURLToPath } from 'node:url';
import type { Dialect, PlainAnswer } from './core/dialect.ts';
import { isLoopbackName } from './core/loopback.ts';
import type { Observer } from './core/observer.ts';
import { type AdminView, createAdmin } from './dialects/admin.ts';
import { openaiError } from './dialects/openai-error.ts';
import { type ServedPace, createService } from './dialects/service.ts';
import { answerAdmin } from './http/admin-page.ts';
import { answerDocs } from './http/docs-page.ts';
import { type OpenApiDocument, describeApi } from './http/openapi.ts';
import { createPlayground } from './http/playground.ts';
import { createStreamMounts } from './http/streams-mount.ts';
import { type HttpServer, createServer } from './http/server.ts';
import type { Mount } from './http/state.ts';
import { type ListenerPlan, planListeners } from './listeners.ts';
import { createQueueOperations } from './queue-operations.ts';
import type { Settings } from './settings.ts';
import { type Parts, createParts } from './parts.ts';
import { readVersion } from './version.ts';

/** One address that is open. */
export interface OpenListener {
  /** Without a path: `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly dialects: readonly string[];
}

/** A server that listens. */
export interface OpenServer {
  readonly listeners: readonly [OpenListener, ...OpenListener[]];
  /** What whoever started it should know. */
  readonly warnings: readonly string[];
  /** What answers models without a configuration of their own. */
  readonly engine: string;
  readonly pacer: string;
  /** The model that computes. */
  readonly model: string;
  /** Takes no new requests, lets running answers finish within the grace that the settings give, and closes. */
  close(): Promise<void>;
}

/** Opens a server as the settings say; rejects with a SettingsError or with the system's error where it cannot listen. */
export async function openServer(
  settings: Settings,
  observers: readonly Observer[] = [],
): Promise<OpenServer> {
  const plans = planListeners(settings);
  const parts = await createParts(settings);
  const { sources } = parts;
  const opened: { server: HttpServer; listener: OpenListener }[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(opened.map(({ server }) => server.close(settings.shutdownGrace * 1000)));
    await parts.close();
  };
  try {
    for (const plan of plans) opened.push(await openListener(plan, settings, parts, observers));
  } catch (error) {
    await close();
    throw error;
  }
  parts.warm();
  const shown = settings.preset === 'wordstream' ? sources.words : sources.main;
  const [first, ...others] = opened.map(({ listener }) => listener);
  if (first === undefined) throw new Error('A preset has no listeners.');
  return {
    listeners: [first, ...others],
    warnings: [...sources.warnings, ...parts.distribution.warnings],
    engine: shown.engine.name,
    pacer: shown.pacer.name,
    model: parts.model,
    close,
  };
}

async function openListener(
  plan: ListenerPlan,
  settings: Settings,
  parts: Parts,
  observers: readonly Observer[],
) {
  const { clock, ids, tally, streams, metrics, distribution } = parts;
  const { host } = settings;
  const spoken = plan.dialects.map((name) => parts.mounts[name](plan));
  const opened: Opened = {};
  const shared = createStreamMounts(spoken, streams);
  const admin = createAdminMounts(settings, parts);
  const service = createServiceMount([...spoken, ...shared, ...admin], { ...parts, plan, opened });
  const playground = hasPlayground(plan) ? [createPlaygroundMount()] : [];
  const [first, ...others] = [...spoken, ...shared, ...admin, ...playground, service];
  const server = await createServer({
    mounts: [first, ...others],
    clock,
    ids,
    tally,
    observers: [metrics.observer, ...observers],
    streams,
    keys: distribution.keys,
    limits: settings.limits,
    guard: {
      loopback: isLoopbackName(host),
      allowedHosts: settings.allowedHost.map((name) => name.toLowerCase()),
      corsOrigins: settings.corsOrigin,
      apiKeys: settings.apiKey,
      keyRequired: settings.strict,
    },
  });
  opened.server = server;
  const port = await server.listen(host, plan.port);
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  opened.url = url;
  return { server, listener: { url, host, port, dialects: plan.dialects } };
}

/** What the service tells of its listener, known once it is open. */
interface Opened {
  server?: HttpServer;
  url?: string;
}

// Whoever may call the server may not look after it: without a key of its own there is no such path.
function createAdminMounts({ adminKey: key }: Settings, { distribution, clock }: Parts): readonly Mount[] {
  if (key === undefined) return [];
  const queue = createQueueOperations(distribution, clock);
  const page = (view: AdminView): PlainAnswer => answerAdmin(view, clock.wall());
  return [{ dialect: createAdmin({ key, queue, page }), generate: silent }];
}

function hasPlayground({ dialects }: ListenerPlan): boolean {
  return dialects.includes('openai');
}

// Beside what is described: a page is no part of the API.
function createPlaygroundMount(): Mount {
  const folder = fileURLToPath(new URL('../dist-playground/', import.meta.url));
  return { dialect: createPlayground({ folder, error: openaiError }), generate: silent };
}

function silent(): never {
  throw new Error('This dialect generates nothing.');
}

interface ServiceParts extends Pick<Parts, 'clock' | 'metrics' | 'sources'> {
  readonly plan: ListenerPlan;
  readonly opened: Opened;
}

function createServiceMount(spoken: readonly Mount[], parts: ServiceParts): Mount {
  const { clock, metrics, opened } = parts;
  let document: OpenApiDocument | undefined;
  const version = readVersion();
  const describe = (): OpenApiDocument =>
    (document ??= describeApi([...spoken, mount], { version, ...opened }));
  const dialect: Dialect = createService({
    version,
    clock,
    isReady: () => opened.server?.draining !== true,
    metrics: metrics.read,
    document: describe,
    page: () => answerDocs(describe()),
    dialects: parts.plan.dialects,
    pace: describePace(parts),
    playground: hasPlayground(parts.plan) ? '/playground' : undefined,
  });
  const mount: Mount = { dialect, generate: silent };
  return mount;
}

function describePace({ sources, plan }: ServiceParts): ServedPace {
  if (!plan.dialects.includes('openai')) return { pace: sources.words.pacer.mean ?? null, models: {} };
  const models = [...sources.configured].map(([id, { pacer }]) => [id, pacer.mean ?? null] as const);
  return { pace: sources.main.pacer.mean ?? null, models: Object.fromEntries(models) };
}
