import { stat } from 'node:fs/promises';
import { createClock } from '../core/clock.ts';
import { type ResolvedModel, resolveModel } from '../weights/resolve-model.ts';
import { formatBytes } from '../weights/sizes.ts';
import { isWeightType } from '../weights/weight-types.ts';
import { WeightsError } from '../weights/weights-error.ts';
import { Failure } from './failure.ts';
import type { PullOptions } from './program.ts';
import { type ProgressLine, createProgressLine } from './progress-line.ts';
import { stayAwake } from './stay-awake.ts';
import { type Terminal, createPaint } from './terminal.ts';
import { readWeightsPlace } from './weights-place.ts';

/** Fetches the weights of a model, converts them where they are no GGUF file, and writes the path of the file; rejects with a Failure. */
export async function pullModel(options: PullOptions, terminal: Terminal): Promise<void> {
  const { messages } = terminal;
  const clock = createClock();
  const progress = createProgressLine(messages, clock, createPaint(messages));
  const stopping = new AbortController();
  const stop = (): void => stopping.abort(new Failure('Stopped. The same command goes on from here.', 1));
  process.once('SIGINT', stop);
  const sleep = stayAwake();
  try {
    const { offline, ...place } = readWeightsPlace(terminal);
    const model = await resolveModel(options.id, {
      ...place,
      offline: offline || options.offline,
      clock,
      signal: stopping.signal,
      tell: progress.tell,
    });
    await finish(model, options, progress, terminal);
  } catch (error) {
    progress.end();
    throw error instanceof WeightsError ? explain(error, terminal) : error;
  } finally {
    sleep();
    process.off('SIGINT', stop);
  }
}

async function finish(
  model: ResolvedModel,
  { quantisation }: PullOptions,
  progress: ProgressLine,
  { output, messages }: Terminal,
): Promise<void> {
  const type = quantisation !== undefined && isWeightType(quantisation) ? quantisation : 'q8_0';
  const path = model.kind === 'gguf' ? model.path : await model.gguf(type);
  const { size } = await stat(path);
  progress.end();
  const isUnchanged = model.kind === 'gguf' && quantisation !== undefined;
  const hint = isUnchanged ? ' It is a GGUF file already, so --quantisation changes nothing.' : '';
  const how = model.kind === 'gguf' ? '' : `, ${type}`;
  messages.write(`${model.id} is here: ${formatBytes(size)}${how}.${hint}\n`);
  output.write(`${path}\n`);
}

// Node's own client takes no notice of the usual variables unless it is asked to.
function explain({ message }: WeightsError, { env }: Terminal): Failure {
  const hasProxy = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => env[name]);
  const isTold = message.includes('cannot be reached') && hasProxy && env['NODE_USE_ENV_PROXY'] !== '1';
  return new Failure(isTold ? `${message} With NODE_USE_ENV_PROXY=1 it goes by your proxy.` : message, 1);
}
