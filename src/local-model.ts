import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { ApiError } from './core/api-error.ts';
import type { Clock } from './core/clock.ts';
import type { Engine, EngineFigure } from './core/engine.ts';
import type { ModelCard } from './core/model.ts';
import { shuttingDown } from './core/refusals.ts';
import type { Gpt2Engine } from './engines/gpt2.ts';
import type { Settings } from './settings.ts';
import type { ResolvedModel } from './weights/resolve-model.ts';

/** The model that computes on this machine, whose weights are found when it is first asked. */
export interface LocalModel {
  readonly engine: Engine;
  /** The ids that it answers to, its own first. */
  readonly cards: readonly [ModelCard, ...ModelCard[]];
  /** What it computes on, once it is loaded. */
  facts(): { readonly device?: string };
}

/** The name of the model that comes with Understudy. */
export const story = 'story';

// What people call the model that `--model` names by default elsewhere: answered by the one that is here.
const usualNames = ['gpt2', 'openai-community/gpt2'];

/** The model that the settings name; nothing is read, fetched or started before it is asked. */
export function createLocalModel(settings: Settings, clock: Clock): LocalModel {
  const model = nameModel(settings.model ?? story);
  let opening: Promise<Gpt2Engine> | undefined;
  let opened: Gpt2Engine | undefined;
  let device: string | undefined;
  const closing = new AbortController();

  // What failed is tried again by the next request: a file may be there by then.
  function open(): Promise<Gpt2Engine> {
    closing.signal.throwIfAborted();
    opening ??= openOnce();
    return opening;
  }

  async function openOnce(): Promise<Gpt2Engine> {
    try {
      opened = await openEngine(settings, clock, closing.signal);
      return opened;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  }

  const engine: Engine = {
    name: 'gpt2',
    cut: { kind: 'token' },
    async prepare(request, signal) {
      const found = await open();
      const prepared = await found.prepare(request, signal);
      device ??= (await found.warm()).device;
      return prepared;
    },
    async *text(call, signal) {
      yield* (await open()).text(call, signal);
    },
    // Weights that are being fetched take their time: who watches is not to wait for them.
    figures: async () => (opened === undefined ? [] : tellFigures(opened)),
    async close() {
      closing.abort(shuttingDown());
      await (await opening?.catch(() => undefined))?.close();
    },
  };
  const create = (id: string): ModelCard => createCard(id, model, settings.model);
  const others = usualNames.filter((id) => id !== model).map(create);
  const facts = () => (device === undefined ? {} : { device });
  return { engine, cards: [create(model), ...others], facts };
}

// A folder or a file is called by its own name: where it lies is nobody's business.
function nameModel(model: string): string {
  const isPath = !/^(?:hf|https?):/i.test(model) && /^[./~\\]|^[a-z]:[\\/]|\.gguf$/i.test(model);
  return isPath ? basename(model).replace(/\.gguf$/i, '') : model;
}

// The engine counts for itself: these bounds only serve who plans ahead. A GGUF file may hold a model of any width.
function createCard(id: string, model: string, named = story): ModelCard {
  const isGguf = /^(?:hf|https?):|\.gguf$/i.test(named);
  const gpt2Length = model === story ? 512 : 1024;
  return {
    id,
    snapshot: model,
    encoding: 'r50k_base',
    contextLength: isGguf ? 131_072 : gpt2Length,
    maxOutput: isGguf ? 131_072 : 1024,
    reasoning: false,
    created: 1_550_188_800,
    ownedBy: model === story ? 'understudy' : 'local',
    kind: 'local',
  };
}

async function openEngine(settings: Settings, clock: Clock, signal: AbortSignal): Promise<Gpt2Engine> {
  const [{ createGpt2, gpt2Options }, { isLlamaInstalled }] = await Promise.all([
    import('./engines/gpt2.ts'),
    import('./weights/llama-installed.ts'),
  ]);
  const found = await findModel(settings, clock, signal);
  const { threads, gpu, deterministic, truncate } = settings;
  const isNative = settings.native === 'auto' && isLlamaInstalled();
  const gguf = found.kind === 'folder' && isNative ? await found.gguf(settings.quantisation) : undefined;
  const options = { model: found.path, gguf, native: settings.native, threads, gpu, deterministic, truncate };
  return createGpt2(gpt2Options.parse(options), clock);
}

async function findModel(settings: Settings, clock: Clock, signal: AbortSignal): Promise<ResolvedModel> {
  const [{ resolveModel }, { usualEndpoint }, { WeightsError }] = await Promise.all([
    import('./weights/resolve-model.ts'),
    import('./weights/hub-access.ts'),
    import('./weights/weights-error.ts'),
  ]);
  try {
    return await resolveModel(settings.model, {
      cache: settings.cache ?? join(homedir(), '.cache', 'understudy'),
      endpoint: settings.hubEndpoint ?? usualEndpoint,
      token: settings.hubToken,
      offline: settings.offline,
      clock,
      signal,
      tell: () => undefined,
    });
  } catch (error) {
    if (!(error instanceof WeightsError)) throw error;
    throw new ApiError(503, 'model_unavailable', error.message, { headers: { 'retry-after': '10' } });
  }
}

async function tellFigures(engine: Gpt2Engine): Promise<readonly EngineFigure[]> {
  const counters = await engine.counters();
  return figures.map(({ key, name, help, type }) => ({ name, help, type, value: counters[key] }));
}

const figures = [
  figure('tokens', 'counter', 'tokens_total', 'Tokens that the local model has said.'),
  figure('promptTokens', 'counter', 'prompt_tokens_total', 'Tokens of prompts that it has taken in.'),
  figure('steps', 'counter', 'steps_total', 'Steps that it has computed.'),
  figure('stepSequences', 'counter', 'step_sequences_total', 'Sequences of all of its steps together.'),
  figure('batch', 'gauge', 'batch_size', 'Sequences of its last step.'),
  figure('running', 'gauge', 'running', 'Answers that it computes.'),
  figure('queued', 'gauge', 'queued', 'Answers that wait for it.'),
  figure('prefillSeconds', 'counter', 'prefill_seconds_total', 'Time it has spent on prompts.'),
  figure('decodeSeconds', 'counter', 'decode_seconds_total', 'Time it has spent on answers.'),
  figure('failures', 'counter', 'failures_total', 'Steps that have failed.'),
] as const;

function figure<Key extends string>(key: Key, type: EngineFigure['type'], name: string, help: string) {
  return { key, type, name: `understudy_model_${name}`, help };
}
