import { type LlamaLibrary, importLlama } from '../../../src/engines/gpt2/llama-library.ts';

const library = await importLlama();

if (library === undefined) {
  process.stdout.write(
    'The native engine is not installed (npm run setup:engine): its tests are left out.\n',
  );
}

/** Whether the native engine is installed; suites that need it are left out where it is not. */
export const hasNative: boolean = library !== undefined;

/** The native library. */
export function getNative(): LlamaLibrary {
  if (library === undefined) throw new Error('The native engine is not installed.');
  return library;
}
