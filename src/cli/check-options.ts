import { z } from 'zod';
import { guessDialect } from '../client/check/calls.ts';
import { checks } from '../client/check/checks.ts';
import type { Check } from '../client/check/finding.ts';
import type { CheckDialect, CheckPlan } from '../client/check/plan.ts';
import { amount, key, readCommandFlags } from './command-flags.ts';
import { misuse } from './failure.ts';
import { readUrl } from './read-url.ts';
import { suggest } from './suggest.ts';

const text = (most: number) => z.string().min(1).max(most, `has at most ${most} characters`);
const dialects = ['openai', 'prompt', 'completion', 'wordstream', 'langbase'] as const;

const flags = z.object({
  dialect: z.enum(dialects).optional(),
  model: text(256).optional(),
  apiKey: key.optional(),
  prompt: text(4000).default('Explain streaming APIs'),
  timeout: amount(0.1, 600).default(30),
  only: z.array(z.string()).default([]),
  skip: z.array(z.string()).default([]),
  firstTokenLimit: amount(1, 600_000).default(2401),
  rateLimit: amount(0, 1_000_000).optional(),
  chunkLimit: amount(0, 1_000_000).optional(),
  characterLimit: amount(0, 10_000_000).optional(),
  json: z.boolean().default(false),
});

/** What the flags of `check` say. */
export interface CheckOptions {
  readonly plan: CheckPlan;
  readonly checks: readonly Check[];
  readonly json: boolean;
}

/** Reads the flags; throws a Failure that names the flag that is wrong. */
export function readCheckOptions(address: string, given: Readonly<Record<string, unknown>>): CheckOptions {
  const { only, skip, json, ...options } = readCommandFlags(flags, given);
  const url = readUrl(address);
  const dialect = options.dialect ?? guessDialect(url);
  return { plan: createPlan(url, dialect, options), checks: choose(only, skip), json };
}

function createPlan(
  url: URL,
  dialect: CheckDialect,
  options: Omit<z.output<typeof flags>, 'only' | 'skip' | 'json'>,
): CheckPlan {
  const { model, apiKey, prompt, timeout } = options;
  return {
    url,
    dialect,
    model: model ?? (dialect === 'openai' ? 'gpt-4o-mini' : undefined),
    apiKey,
    prompt,
    timeout: timeout * 1000,
    limits: {
      firstToken: options.firstTokenLimit,
      // Words come slowly on purpose, and only prompts are promised long answers.
      rate: options.rateLimit ?? (dialect === 'wordstream' ? undefined : 29),
      chunks: options.chunkLimit ?? (dialect === 'prompt' ? 5 : undefined),
      characters: options.characterLimit ?? (dialect === 'prompt' ? 1375 : undefined),
    },
  };
}

function choose(only: readonly string[], skip: readonly string[]): readonly Check[] {
  checkNames('--only', only);
  checkNames('--skip', skip);
  const chosen = checks.filter(
    ({ name }) => (only.length === 0 || only.includes(name)) && !skip.includes(name),
  );
  if (chosen.length === 0) throw misuse('--only and --skip leave no check.');
  return chosen;
}

function checkNames(flag: string, given: readonly string[]): void {
  const names = checks.map(({ name }) => name);
  const unknown = given.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw misuse(`${flag}: there is no check '${unknown}'.${suggest(unknown, names)}`);
}
