import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import type { LanguageCode } from './language.ts';
import type { Pack } from './pack.ts';
import { spanish } from './spanish.ts';

/** The sentences of a language. */
export function findPack(language: LanguageCode): Pack {
  switch (language) {
    case 'en':
      return english;
    case 'de':
      return german;
    case 'fr':
      return french;
    case 'es':
      return spanish;
  }
}
