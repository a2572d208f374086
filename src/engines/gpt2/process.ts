import { createClock } from '../../core/clock.ts';
import { WeightsError } from '../../weights/weights-error.ts';
import { calibrate } from './calibrate.ts';
import { OpeningError, openModel } from './open-backend.ts';
import { type FromModel, type LoadOptions, type ToModel, isToModel } from './protocol.ts';
import { serveModel } from './serve-model.ts';

// The process of one model: it does what the server's process tells it, and ends with it.

const clock = createClock();
let answer: ((message: ToModel) => Promise<void>) | undefined;

// Ctrl-C reaches both processes: the server finishes its streams first, and then lets this one go.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
// Nothing is to be saved, and the threads that compute would only be waited for.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', (message) => {
  if (!isToModel(message)) return;
  if (message.type === 'load') void load(message.options);
  else void answer?.(message);
});

async function load(options: LoadOptions): Promise<void> {
  try {
    const { backend, needsTrial } = await openModel(options, clock);
    const singleUpTo = options.singleUpTo ?? (needsTrial ? await calibrate(backend, clock) : 0);
    answer = serveModel({ backend, load: options, singleUpTo, clock, send });
    await send({ type: 'ready', facts: backend.facts, singleUpTo });
  } catch (error) {
    await send({ type: 'failed', message: explain(options.model, error) });
  }
}

function send(message: FromModel): Promise<void> {
  return new Promise((resolve) => {
    // A message that cannot leave has nobody to hear it: the process is about to end.
    process.send?.(message, undefined, {}, () => resolve());
  });
}

function explain(model: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof OpeningError || error instanceof WeightsError) return message;
  return `The model ${model} could not be loaded: ${message}`;
}
