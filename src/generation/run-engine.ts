import { hash } from '../core/chance.ts';
import type { Engine, EngineCall, Said } from '../core/engine.ts';
import type {
  EndEvent,
  Generate,
  GenerationEvent,
  GenerationRequest,
  StartEvent,
} from '../core/generation.ts';
import type { Models } from '../core/model.ts';
import type { Pacer } from '../core/pacer.ts';
import { createChoice } from './choice.ts';
import { createOwnChoice } from './own-choice.ts';
import type { Encoding, Encodings } from './encodings.ts';
import type { PieceCutter } from './pieces.ts';
import { type Plan, makePlans } from './plan.ts';
import { type Recalled, type RecalledChoice, recall } from './recall.ts';
import { tell } from './tell.ts';
import type { Teller } from './teller.ts';

/** What answers a model: where its text comes from, and when each piece is due. */
export interface Source {
  readonly engine: Engine;
  readonly pacer: Pacer;
}

/** What a generation is made with. */
export interface RunEngineOptions {
  readonly models: Models;
  readonly encodings: Encodings;
  readonly cutter: PieceCutter;
  /** The server's seed. */
  readonly seed: number;
  choose(request: GenerationRequest): Source;
}

// Events a batch: enough to make a batch cheap, few enough to keep thousands of paced streams small.
const instantBatch = 256;
const pacedBatch = 16;

/** A Generate that asks an engine for text, cuts it into tokens and gives each piece its moment. */
export function runEngine(options: RunEngineOptions): Generate {
  return (request, signal) => generate(options, request, signal);
}

async function* generate(
  options: RunEngineOptions,
  request: GenerationRequest,
  signal: AbortSignal,
): AsyncGenerator<readonly GenerationEvent[]> {
  const card = options.models.resolve(request.model);
  const encoding = await options.encodings(card.encoding);
  const { engine, pacer } = options.choose(request);
  const plans = await makePlans(request, { engine, card, encoding, signal });
  const recalled = recall(plans.every(({ own }) => own) ? (request.said ?? []) : []);
  const tellers = plans.flatMap((plan, position) =>
    createTellers(plan, position, { ...options, engine, pacer, encoding, signal, recalled }),
  );
  const start = startEvent(request, plans);
  const size = pacer.instant ? instantBatch : pacedBatch;
  let last = 0;
  const batches = tell({ first: [start, ...recalled.events], tellers, size, signal });
  try {
    for await (const batch of batches) {
      if (signal.aborted) return;
      last = Math.max(last, batch.at(-1)?.due ?? 0);
      yield batch;
    }
  } catch (error) {
    // An engine may end by throwing when it hears the signal: nobody waits for its answer any more.
    if (signal.aborted) return;
    throw error;
  }
  if (signal.aborted) return;
  yield [endEvent(request, tellers, start, last)];
}

interface Asking extends RunEngineOptions, Source {
  readonly encoding: Encoding;
  readonly signal: AbortSignal;
  readonly recalled: Recalled;
}

// The choices of one prompt, whose own order alone decides their seeds: a prompt is answered alike among others and alone.
function createTellers({ request, budget, own }: Plan, position: number, asking: Asking): Teller[] {
  const { engine, pacer, encoding, cutter, signal, recalled } = asking;
  const print = fingerprint(request);
  return Array.from({ length: request.choices }, (_, choice) => {
    const seed = hash(asking.seed, print, choice);
    const index = position * request.choices + choice;
    const parts = { request, index, seed, budget, cut: engine.cut, pacer, encoding, cutter };
    const before = recalled.choices.get(index);
    const call = { request, choice, seed, maxTokens: budget };
    return {
      choice: own ? createOwnChoice({ ...parts, recalled: before }) : createChoice(parts),
      texts: before === undefined ? engine.text(call, signal) : goOn(engine, { ...call, before }, signal),
    };
  });
}

interface Continuing extends EngineCall {
  readonly before: RecalledChoice;
}

async function* goOn(
  engine: Engine,
  { before, ...call }: Continuing,
  signal: AbortSignal,
): AsyncGenerator<Said, void, void> {
  if (!before.isOver) yield* engine.text({ ...call, said: before.pieces }, signal);
}

function startEvent({ prompts, choices }: GenerationRequest, plans: readonly Plan[]): StartEvent {
  const promptTokens = plans.reduce((total, plan) => total + plan.promptTokens, 0);
  const start = { type: 'start', due: 0, choices: choices * plans.length, promptTokens } as const;
  return prompts === undefined
    ? start
    : { ...start, prompts: plans.map(({ request }) => request.prompt ?? '') };
}

function endEvent(
  { reasoningTokens: thinking = 0 }: GenerationRequest,
  tellers: readonly Teller[],
  { promptTokens }: StartEvent,
  due: number,
): EndEvent {
  const said = tellers.reduce((total, { choice }) => total + choice.tokens(), 0);
  const reasoningTokens = thinking * tellers.length;
  return {
    type: 'end',
    due,
    usage: { promptTokens, completionTokens: said + reasoningTokens, reasoningTokens },
  };
}

// What two requests must share to be told the same text: the budget and the stops only cut it.
function fingerprint(request: GenerationRequest): number {
  const { model, seed, temperature, messages, tools, toolChoice, parallelToolCalls, format } = request;
  const said = messages.flatMap(({ role, name, content, toolCalls, toolCallId }) => {
    if (toolCalls === undefined && toolCallId === undefined) return [role, name, content];
    return [role, name, content, JSON.stringify(toolCalls), toolCallId];
  });
  if (tools === undefined && format === undefined) return hash(model, seed, temperature, ...said);
  const offer = JSON.stringify([tools, toolChoice, parallelToolCalls, format]);
  return hash(model, seed, temperature, offer, ...said);
}
