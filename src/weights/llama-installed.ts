import { existsSync } from 'node:fs';

/** Whether llama.cpp can be used: as the user installed it, or as `npm run setup:engine` did. */
export function isLlamaInstalled(): boolean {
  if (existsSync(new URL('../../native/node_modules/node-llama-cpp', import.meta.url))) return true;
  try {
    return import.meta.resolve('node-llama-cpp') !== '';
  } catch {
    // Nothing is lost: what is not there is not used.
    return false;
  }
}
