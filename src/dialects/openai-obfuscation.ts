import { createRandom, pick } from '../core/chance.ts';
import { base62 } from '../core/ids.ts';

/** Ends a chunk whose JSON would have so many characters, with a field that hides how long its text is. */
export type Obfuscator = (length: number) => string;

const block = 16;
const variants = 64;

/**
 * Makes obfuscators for streams. The field's value has (16 - L mod 16) mod 16 letters and digits, L being the length of the JSON
 * without it: 382 of 382 live chunks obey.
 */
export function createObfuscation(): (seed: number) => Obfuscator {
  const random = createRandom('obfuscation');
  const letters = base62.split('');
  const endings = Array.from({ length: block }, (_, length) =>
    Array.from({ length: variants }, () => {
      const value = Array.from({ length }, () => pick(letters, random)).join('');
      return `,"obfuscation":"${value}"}\n\n`;
    }),
  );
  return (seed) => {
    let state = seed | 0;
    return (length) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
      return endings[(block - (length % block)) % block]?.[(state >>> 16) % variants] ?? '}\n\n';
    };
  };
}
