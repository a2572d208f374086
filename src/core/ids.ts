import { createHash, randomFillSync } from 'node:crypto';

/** Makes the random part of an id: so many characters of the alphabet. */
export type Ids = (length: number, alphabet?: string) => string;

/** Letters and digits, as OpenAI's chat ids use them. */
export const base62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Lowercase hexadecimal digits. */
export const base16 = '0123456789abcdef';

/** Ids from the system's entropy, read in blocks; a byte maps to the alphabet by modulo, so they are names, not secrets. */
export function createIds(): Ids {
  const pool = Buffer.alloc(4096);
  let used = pool.length;
  return (length, alphabet = base62) => {
    if (used + length > pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    let id = '';
    for (let index = 0; index < length; index += 1) {
      id += alphabet[(pool[used + index] ?? 0) % alphabet.length];
    }
    used += length;
    return id;
  };
}

/** Ids that follow from a text, the same ones each time: names, not secrets. */
export function createIdsFrom(text: string): Ids {
  let count = 0;
  return (length, alphabet = base62) => {
    count += 1;
    let id = '';
    for (let block = 0; id.length < length; block += 1) {
      for (const byte of createHash('sha256').update(`${text} ${count} ${block}`).digest())
        id += alphabet[byte % alphabet.length];
    }
    return id.slice(0, length);
  };
}

/** Ids that count up from 1, padded with zeros: for tests that compare bytes. */
export function createCountingIds(): Ids {
  let count = 0;
  return (length) =>
    String((count += 1))
      .padStart(length, '0')
      .slice(-length);
}
