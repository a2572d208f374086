import { z } from 'zod';
import { amount, readCommandFlags } from '../command-flags.ts';
import { misuse } from '../failure.ts';

const flags = z.object({
  tokensPerSecond: amount(0.01, 1000).optional(),
  fast: z.boolean().default(false),
  out: z.string().min(1).optional(),
});

/** What the flags of `demo` say. */
export interface DemoOptions {
  readonly tokensPerSecond: number;
  /** The folder for the captures. */
  readonly out: string | undefined;
}

/** Reads the flags; throws a Failure that names the flag that is wrong. */
export function readDemoOptions(given: Readonly<Record<string, unknown>>): DemoOptions {
  const { tokensPerSecond, fast, out } = readCommandFlags(flags, given);
  if (fast && tokensPerSecond !== undefined) {
    throw misuse('--fast and --tokens-per-second both say how fast: give one of them.');
  }
  return { tokensPerSecond: tokensPerSecond ?? (fast ? 10 : 1), out };
}
