import type { HelpRow } from './help.ts';

/** Examples of `models`. */
export const modelsExamples: readonly HelpRow[] = [
  ['understudy models', 'what can be served'],
  ['understudy models --json', 'the same for programs'],
  ['understudy models pull openai-community/gpt2', 'fetches weights: 548 MB'],
];

/** Examples of `models pull`. */
export const pullExamples: readonly HelpRow[] = [
  ['understudy models pull openai-community/gpt2', 'the real GPT-2'],
  ['understudy models pull hf:user/name/file.gguf', 'a GGUF file of the hub'],
  ['understudy models pull ./folder --quantisation f16', 'converts what is here'],
];

/** Variables that say where weights are. */
export const weightsVariables: readonly HelpRow[] = [
  ['UNDERSTUDY_CACHE', 'folder of the weights (default ~/.cache/understudy)'],
  ['XDG_CACHE_HOME', 'where caches are, if that is not set (default ~/.cache)'],
  ['HF_ENDPOINT', 'the hub (default https://huggingface.co)'],
  ['HF_TOKEN', 'the token that the hub is shown'],
  ['HF_HUB_OFFLINE', 'fetch nothing, as with --offline'],
];

/** Files that the commands for models read and write. */
export const weightsFiles: readonly HelpRow[] = [
  ['.env', 'variables, read in the folder it is started in'],
  ['~/.cache/understudy/', 'fetched and converted weights'],
];
