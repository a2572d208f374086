import { openaiCards } from '../models/openai.ts';
import { type KeptModel, describeFolder, listCache } from '../weights/cache-list.ts';
import { findStory } from '../weights/resolve-model.ts';
import { formatBytes } from '../weights/sizes.ts';
import type { ModelsOptions } from './program.ts';
import { type Paint, type Terminal, createPaint } from './terminal.ts';
import { readWeightsPlace } from './weights-place.ts';

/** Lists what can be served: the catalogue, the small model, and the weights in the cache. */
export async function listModels({ json }: ModelsOptions, terminal: Terminal): Promise<void> {
  const { cache } = readWeightsPlace(terminal);
  const models = [await describeFolder('story', findStory()), ...(await listCache(cache))];
  const { output } = terminal;
  if (json) {
    output.write(`${JSON.stringify({ catalogue: openaiCards.length, cache, models }, undefined, 2)}\n`);
  } else output.write(formatModels(models, cache, createPaint(output)));
}

function formatModels(models: readonly KeptModel[], cache: string, paint: Paint): string {
  const lines = [
    `${openaiCards.length} models of the catalogue, and any other id, are answered without weights.`,
    '',
    paint('bold', 'Weights:'),
    ...models.flatMap((model) => formatModel(model, paint)),
    '',
    `The cache is ${cache}`,
    'More: understudy models pull openai-community/gpt2',
  ];
  return `${lines.join('\n')}\n`;
}

function formatModel(model: KeptModel, paint: Paint): readonly string[] {
  const { id, kind, path, bytes, quantisation, contextLength, problem } = model;
  const facts = [
    quantisation,
    formatBytes(bytes),
    contextLength === undefined ? undefined : `${contextLength} tokens`,
    kind === 'folder' ? 'folder' : 'GGUF file',
    id === 'story' ? 'comes with Understudy' : undefined,
  ];
  const told = problem ?? facts.filter((fact) => fact !== undefined).join(', ');
  return [
    `  ${paint('cyan', id)}`,
    `    ${problem === undefined ? told : paint('yellow', told)}`,
    `    ${paint('dim', path)}`,
  ];
}
