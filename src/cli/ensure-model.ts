import type { Settings } from '../settings.ts';
import { fetchModel } from './fetch-model.ts';
import type { Terminal } from './terminal.ts';
import { readWeightsPlace } from './weights-place.ts';

/** Fetches and converts the weights of the model that a server is to compute with, where they are not here yet; rejects with a Failure. */
export async function ensureModel(id: string, settings: Settings, terminal: Terminal): Promise<void> {
  const place = placeWeights(settings, terminal);
  const { isLlamaInstalled } = await import('../weights/llama-installed.ts');
  const isNative = settings.native === 'auto' && isLlamaInstalled();
  await fetchModel({ id, ...place }, terminal, async (model) => {
    if (model.kind === 'folder' && isNative) await model.gguf(settings.quantisation);
  });
}

/** Where the settings keep and fetch weights; what they do not say comes from the environment. */
export function placeWeights(settings: Settings, terminal: Pick<Terminal, 'env' | 'folder'>) {
  const usual = readWeightsPlace(terminal);
  return {
    cache: settings.cache ?? usual.cache,
    endpoint: settings.hubEndpoint ?? usual.endpoint,
    token: settings.hubToken ?? usual.token,
    offline: settings.offline,
  };
}
