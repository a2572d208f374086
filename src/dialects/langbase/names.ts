import { z } from 'zod';
import { isRecord } from '../openai-schemas.ts';

/** An id that a client may choose for a thread: it stands in headers and paths as it is. */
export const threadId = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[!-~]+(?: +[!-~]+)*$/, 'An id has visible ASCII characters')
  .regex(/^[^/?#%\\"<>]*$/, String.raw`An id has none of the characters / ? # % \ " < >`)
  .refine((id) => id !== '.' && id !== '..', 'An id that is a dot cannot stand in a path');

/** A name of a pipe, a memory or a document: any text of one line that can stand in a path. */
export const name = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'A name has no control characters')
  .regex(/^[^/?#%\\]*$/, String.raw`A name has none of the characters / ? # % \ `.trimEnd())
  .refine(
    (text) => text !== '.' && text !== '..' && text.trim() === text,
    'A name cannot be a dot, nor begin or end with a blank',
  );

const longestKey = 256;
const longestValue = 8192;
const mostPairs = 100;

/** Short texts by name; checked pair by pair, since a record of zod's leaves `__proto__` out. */
export const metadata = z
  .custom<Readonly<Record<string, string>>>(
    (value) => isRecord(value) && Object.values(value).every((each) => typeof each === 'string'),
    'Expected an object whose values are strings',
  )
  .refine((value) => Object.keys(value).length <= mostPairs, `Metadata has at most ${mostPairs} pairs`)
  .refine(
    (value) =>
      Object.entries(value).every(([key, text]) => key.length <= longestKey && text.length <= longestValue),
    `A name of the metadata has at most ${longestKey} characters, a value at most ${longestValue}`,
  )
  .meta({ type: 'object', additionalProperties: { type: 'string' } });
