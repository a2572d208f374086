import type { Clock } from '../../core/clock.ts';
import { type Backend, FormatError } from './backend.ts';
import { type Prompt, PromptError, buildPrompt, recallPrompt } from './prompt.ts';
import type { FromModel, LoadOptions, PromptOrder, Refusal, ToModel } from './protocol.ts';
import { type Scheduler, createScheduler } from './scheduler.ts';

/** What a model is served with. */
export interface ServingOptions {
  readonly backend: Backend;
  readonly load: Pick<LoadOptions, 'queue' | 'prefillBudget'>;
  readonly singleUpTo: number;
  readonly clock: Clock;
  /** Resolves when the message has left. */
  send(message: FromModel): Promise<void>;
}

/** Answers the messages of the server's process. */
export function serveModel(options: ServingOptions): (message: ToModel) => Promise<void> {
  const { backend, send } = options;
  const scheduler: Scheduler = createScheduler({
    ...options.load,
    backend,
    clock: options.clock,
    singleUpTo: options.singleUpTo,
    emit: ({ said, ended }) => send({ type: 'tick', said, ended }),
  });
  return async (message) => {
    switch (message.type) {
      case 'load':
        throw new Error('The model is loaded already.');
      case 'prepare':
        return send(await prepare(backend, message.id, message.order));
      case 'start': {
        const { task } = message;
        if (scheduler.submit(task)) return undefined;
        return send({ type: 'tick', said: [], ended: [{ id: task.id, full: true }] });
      }
      case 'cancel':
        return scheduler.cancel(message.id);
      case 'pause':
        return scheduler.pause(message.id);
      case 'resume':
        return scheduler.resume(message.id);
      case 'count':
        return send({ type: 'counted', id: message.id, counters: scheduler.counters() });
    }
  };
}

async function prepare(backend: Backend, id: number, order: PromptOrder): Promise<FromModel> {
  try {
    await checkFormat(backend, order);
    return { type: 'prepared', id, prompt: makePrompt(backend, order) };
  } catch (error) {
    return { type: 'refused', id, refusal: explain(error) };
  }
}

async function checkFormat({ formats }: Backend, { format }: PromptOrder): Promise<void> {
  if (format === undefined) return;
  if (formats === undefined) throw new FormatError('This engine cannot bind answers to a format.');
  await formats.check(format);
}

function makePrompt(backend: Backend, { source, cuts, room: asked }: PromptOrder): Prompt {
  const { contextLength } = backend.facts;
  // What is asked for, but no more than half of the context: a prompt of nothing has no answer.
  const room = Math.min(asked ?? contextLength >> 2, contextLength >> 1);
  const most = contextLength - Math.max(1, room);
  if (cuts) return buildPrompt(source, backend, most);
  if (source.messages === undefined) return buildPrompt(source, backend, undefined);
  return recallPrompt(source, backend, most);
}

function explain(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof FormatError) return { message, param: 'response_format' };
  return error instanceof PromptError ? { message, param: 'messages' } : { message };
}
