import { english } from './english.ts';
import type { LanguageCode } from './language.ts';
import type { Pack } from './pack.ts';

/** The sentences of a language. */
export function findPack(_language: LanguageCode): Pack {
  return english;
}
