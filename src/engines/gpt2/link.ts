import type { Clock } from '../../core/clock.ts';
import type { GeneratedPiece } from '../../core/engine.ts';
import { engineFailed, queueFull, shuttingDown } from '../../core/refusals.ts';
import type { ModelFacts } from './backend.ts';
import { type Counters, noCounters } from './counters.ts';
import { type Inbox, createInbox } from './inbox.ts';
import { type ModelProcess, startModelProcess } from './model-process.ts';
import type { Prompt } from './prompt.ts';
import type { FromModel, LoadOptions, PromptOrder, Refusal } from './protocol.ts';
import type { Ending } from './scheduler-state.ts';
import type { Task } from './sequence.ts';

/** The way to a model in a process of its own, which is started when it is needed and again after it broke down. */
export interface Link {
  /** Starts the process, if it does not run. */
  warm(): Promise<ModelFacts>;
  /** Makes a prompt; gives a refusal where the request is at fault. */
  prepare(order: PromptOrder): Promise<Prompt | Refusal>;
  generate(task: Omit<Task, 'id'>, signal: AbortSignal): AsyncGenerator<GeneratedPiece, void, void>;
  /** What the process tells of itself, or told last where it does not answer. */
  counters(): Promise<Counters>;
  /** The process's id, while it runs. */
  pid(): number | undefined;
  close(): Promise<void>;
}

interface Question {
  answer(message: FromModel): void;
  fail(error: Error): void;
}

interface State {
  load: LoadOptions;
  readonly clock: Clock;
  readonly inboxes: Map<number, Inbox<GeneratedPiece>>;
  readonly questions: Map<number, Question>;
  starting: Promise<ModelProcess> | undefined;
  model: ModelProcess | undefined;
  counting: Promise<void> | undefined;
  counted: Counters;
  lastId: number;
  readonly closing: AbortController;
}

/** A link to a model that has not been started. */
export function createLink(load: LoadOptions, clock: Clock): Link {
  const state: State = {
    load,
    clock,
    inboxes: new Map(),
    questions: new Map(),
    starting: undefined,
    model: undefined,
    counting: undefined,
    counted: noCounters,
    lastId: 0,
    closing: new AbortController(),
  };
  return {
    warm: async () => (await connect(state)).readiness.facts,
    prepare: (order) => prepare(state, order),
    generate: (task, signal) => generate(state, task, signal),
    counters: () => askCounters(state),
    pid: () => state.model?.pid,
    close: () => close(state),
  };
}

async function connect(state: State): Promise<ModelProcess> {
  if (state.closing.signal.aborted) throw shuttingDown();
  state.starting ??= start(state);
  return state.starting;
}

async function start(state: State): Promise<ModelProcess> {
  try {
    state.model = await startModelProcess({
      load: state.load,
      clock: state.clock,
      signal: state.closing.signal,
      hear: (message) => hear(state, message),
      gone: (error) => leave(state, error),
    });
    // Another one need not try out what this one has.
    state.load = { ...state.load, singleUpTo: state.model.readiness.singleUpTo };
    holdWhileNeeded(state);
    return state.model;
  } catch (error) {
    state.starting = undefined;
    throw error;
  }
}

// Whoever waits hears of it; the next one starts another.
function leave(state: State, error: Error): void {
  const waiting = [...state.questions.values(), ...state.inboxes.values()];
  state.starting = undefined;
  state.model = undefined;
  state.counted = noCounters;
  state.questions.clear();
  state.inboxes.clear();
  for (const one of waiting) one.fail(error);
}

function holdWhileNeeded({ model, inboxes, questions }: State): void {
  model?.hold(inboxes.size + questions.size > 0);
}

function hear(state: State, message: FromModel): void {
  if (message.type === 'tick') {
    for (const [id, piece] of message.said) state.inboxes.get(id)?.push(piece);
    for (const ending of message.ended) end(state, ending);
  } else if ('id' in message) {
    state.questions.get(message.id)?.answer(message);
    state.questions.delete(message.id);
  }
  holdWhileNeeded(state);
}

function end({ inboxes }: State, ending: Ending): void {
  const inbox = inboxes.get(ending.id);
  inboxes.delete(ending.id);
  if ('full' in ending) inbox?.fail(queueFull());
  else if ('failure' in ending)
    inbox?.fail(engineFailed('The model failed in a step.', new Error(ending.failure)));
  else inbox?.end();
}

async function ask(
  state: State,
  make: (id: number) => Parameters<ModelProcess['send']>[0],
): Promise<FromModel> {
  const model = await connect(state);
  // It may have ended since: nobody would tell those who wait for it now.
  if (model !== state.model) return ask(state, make);
  const id = (state.lastId += 1);
  return new Promise((answer, fail) => {
    state.questions.set(id, { answer, fail });
    holdWhileNeeded(state);
    model.send(make(id));
  });
}

async function prepare(state: State, order: PromptOrder): Promise<Prompt | Refusal> {
  const message = await ask(state, (id) => ({ type: 'prepare', id, order }));
  if (message.type === 'prepared') return message.prompt;
  if (message.type === 'refused') return message.refusal;
  throw engineFailed('The process of the model answered another question.');
}

// Milliseconds after which who watches is told what is known: a process may stand still.
const countPatience = 1000;

async function askCounters(state: State): Promise<Counters> {
  if (state.model === undefined) return noCounters;
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const alarm = state.clock.alarm(resolve);
  alarm.set(state.clock.now() + countPatience);
  // One question at a time: a process that stands still is not to find a heap of them.
  state.counting ??= count(state).finally(() => (state.counting = undefined));
  await Promise.race([state.counting, late]);
  alarm.clear();
  return state.counted;
}

async function count(state: State): Promise<void> {
  try {
    const message = await ask(state, (id) => ({ type: 'count', id }));
    if (message.type === 'counted') state.counted = message.counters;
  } catch {
    // It ended meanwhile, and whoever waits for an answer hears of it.
  }
}

async function* generate(
  state: State,
  task: Omit<Task, 'id'>,
  signal: AbortSignal,
): AsyncGenerator<GeneratedPiece, void, void> {
  if (signal.aborted) return;
  const model = await connect(state);
  if (signal.aborted) return;
  if (model !== state.model) return yield* generate(state, task, signal);
  const id = (state.lastId += 1);
  const inbox = createInbox<GeneratedPiece>((full) => model.send({ type: full ? 'pause' : 'resume', id }));
  state.inboxes.set(id, inbox);
  holdWhileNeeded(state);
  // At once, as nobody may come for the next piece any more.
  const stop = (): void => {
    inbox.drop();
    if (state.inboxes.delete(id)) model.send({ type: 'cancel', id });
    holdWhileNeeded(state);
  };
  signal.addEventListener('abort', stop, { once: true });
  model.send({ type: 'start', task: { ...task, id } });
  try {
    for (;;) {
      const piece = await inbox.next();
      if (piece === undefined || signal.aborted) return;
      yield piece;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

async function close(state: State): Promise<void> {
  state.closing.abort(shuttingDown());
  try {
    const model = await state.starting;
    leave(state, shuttingDown());
    await model?.stop();
  } catch {
    // One that could not be started needs no end; whoever wanted it has heard why.
  }
}
