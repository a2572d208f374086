import { z } from 'zod';
import type { Engine } from '../core/engine.ts';

/** What the words engine does where nothing else is asked. */
export const wordsDefaults = {
  message: 'This is our test streaming server.',
  wordsPerSecond: 2,
  repeatCount: 1,
  /** Only where nothing at all is asked: any option ends the stream after the repeats. */
  streamDuration: 3600,
} as const;

/** What the words engine can be told; none has a default here, since one that is given changes what the others mean. */
export const wordsOptions = z.object({
  message: z
    .string()
    .max(1_000_000)
    .regex(/\S/, 'The message has no words.')
    .optional()
    .describe(`text to stream word by word (default "${wordsDefaults.message}")`),
  wordsPerSecond: z.coerce
    .number()
    .min(0.01)
    .max(100_000)
    .optional()
    .describe(`words to stream a second (default ${wordsDefaults.wordsPerSecond})`),
  repeatCount: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe(`how often to say the message (default ${wordsDefaults.repeatCount})`),
  streamDuration: z.coerce
    .number()
    .positive()
    .max(2_073_600)
    .optional()
    .describe(
      `seconds to stream for, whatever the repeat count (default ${wordsDefaults.streamDuration}, if nothing else is given)`,
    ),
});

/** The options of the words engine. */
export type WordsOptions = z.output<typeof wordsOptions>;

/** An engine that says a message word by word, again and again. */
export function createWords(options: WordsOptions): Engine {
  const { message = wordsDefaults.message } = options;
  const words = message.toWellFormed().split(/\s+/).filter(Boolean);
  const count = countWords(options, words.length);
  return {
    name: 'words',
    cut: { kind: 'word' },
    text: (_call, signal) => sayWords(words, count, signal),
  };
}

// Many words at a time: the cut of such a stretch is remembered as a whole, which single words would look up one by one.
const stretch = 500;

function* sayWords(words: readonly string[], count: number, signal: AbortSignal): Generator<string> {
  for (let said = 0; said < count && !signal.aborted;) {
    const from = said % words.length;
    const to = Math.min(words.length, from + stretch, from + count - said);
    const text = `${said === 0 ? '' : ' '}${joinRange(words, from, to)}`;
    said += to - from;
    yield text;
  }
}

// A function of its own: what a generator holds while it waits stays in memory, 4 kB a stream.
function joinRange(words: readonly string[], from: number, to: number): string {
  return words.slice(from, to).join(' ');
}

function countWords(options: WordsOptions, messageLength: number): number {
  const { wordsPerSecond = wordsDefaults.wordsPerSecond, repeatCount = wordsDefaults.repeatCount } = options;
  const duration =
    options.streamDuration ?? (isCustomised(options) ? undefined : wordsDefaults.streamDuration);
  if (duration === undefined) return repeatCount * messageLength;
  // A word leaves at once and one more after each period that ends before the duration does; what
  // multiplication adds to a whole number is not another period.
  return Math.max(1, Math.ceil(duration * wordsPerSecond - 1e-9));
}

function isCustomised(options: WordsOptions): boolean {
  return Object.values(options).some((value) => value !== undefined);
}
