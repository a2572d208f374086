import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createRandom, pick } from '../core/chance.ts';
import type { Engine } from '../core/engine.ts';
import type { AnswerFormat } from '../core/generation.ts';
import type { Message } from '../core/message.ts';
import { type Sample, isAskedFor, parseSamples } from './sample-file.ts';

const chunks = z.coerce.number().int().min(1).max(1000);

/** What the samples engine can be told. */
export const samplesOptions = z
  .object({
    samples: z
      .string()
      .max(10_000_000)
      .optional()
      .describe('the text of a file of samples, in place of ours'),
    minChunks: chunks.default(5).describe('fewest pieces of an answer'),
    maxChunks: chunks.default(10).describe('most pieces of an answer'),
  })
  .refine(({ minChunks, maxChunks }) => minChunks <= maxChunks, {
    path: ['minChunks'],
    message: 'must not exceed the most chunks.',
  });

/** An engine that answers with one of several texts: the first whose keywords the last user message says, else one by chance. */
export function createSamples(options: z.output<typeof samplesOptions>): Engine {
  const samples = parseSamples(options.samples ?? readOwnSamples());
  const unmarked = samples.filter(({ keywords }) => keywords.length === 0);
  const others = unmarked.length > 0 ? unmarked : samples;
  return {
    name: 'samples',
    cut: { kind: 'groups', min: options.minChunks, max: options.maxChunks },
    text({ request, seed }, signal) {
      if (signal.aborted) return [];
      const asked = lastQuestion(request.messages);
      const sample = samples.find((candidate) => isAskedFor(candidate, asked));
      const first = sample ?? pick(others, createRandom(seed, 'samples'));
      const text = extend(first, samples, request.minCharacters ?? 0);
      return [isJson(request.format) ? JSON.stringify({ response: text }) : text];
    },
  };
}

function readOwnSamples(): string {
  return readFileSync(new URL('../../assets/samples.txt', import.meta.url), 'utf8');
}

function isJson(format: AnswerFormat | undefined): boolean {
  return format?.kind === 'json' || format?.kind === 'json-schema';
}

function lastQuestion(messages: readonly Message[]): string {
  return messages.findLast(({ role }) => role === 'user')?.content ?? '';
}

// A text that is too short goes on with the samples that follow it in the file.
function extend(first: Sample, samples: readonly Sample[], minCharacters: number): string {
  let { text } = first;
  for (let index = samples.indexOf(first) + 1; text.length < minCharacters; index += 1) {
    text += `\n\n${samples[index % samples.length]?.text ?? ''}`;
  }
  return text;
}
