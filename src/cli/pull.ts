import { stat } from 'node:fs/promises';
import type { ResolvedModel } from '../weights/resolve-model.ts';
import { formatBytes } from '../weights/sizes.ts';
import { isWeightType } from '../weights/weight-types.ts';
import { fetchModel } from './fetch-model.ts';
import type { PullOptions } from './program.ts';
import type { ProgressLine } from './progress-line.ts';
import type { Terminal } from './terminal.ts';
import { readWeightsPlace } from './weights-place.ts';

/** Fetches the weights of a model, converts them where they are no GGUF file, and writes the path of the file; rejects with a Failure. */
export async function pullModel(options: PullOptions, terminal: Terminal): Promise<void> {
  const { offline, ...place } = readWeightsPlace(terminal);
  const asked = { id: options.id, ...place, offline: offline || options.offline };
  await fetchModel(asked, terminal, (model, progress) => finish(model, options, progress, terminal));
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
