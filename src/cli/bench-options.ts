import { z } from 'zod';
import type { LoadPlan } from '../client/load/plan.ts';
import { isLoopbackName } from '../core/loopback.ts';
import { amount, key, readCommandFlags, whole } from './command-flags.ts';
import { misuse } from './failure.ts';
import { readUrl } from './read-url.ts';

const flags = z.object({
  rate: amount(0.1, 10_000).optional(),
  arrivals: z.enum(['poisson', 'even']).optional(),
  concurrency: whole(1, 5000).optional(),
  duration: amount(0.1, 600).default(10),
  requests: whole(1, 1_000_000).default(100_000),
  warmUp: amount(0, 60).default(0),
  timeout: amount(0.1, 600).default(60),
  workers: whole(1, 64).optional(),
  prompt: z.string().min(1).max(100_000).default('Tell me a joke.'),
  model: z.string().min(1).default('gpt-4o-mini'),
  maxTokens: whole(1, 100_000).default(64),
  dialect: z.enum(['openai', 'prompt', 'completion']).default('openai'),
  tokensPerSecond: amount(0.01, 1_000_000).optional(),
  ttft: amount(0, 600_000).optional(),
  apiKey: key.optional(),
  remote: z.boolean().default(false),
  json: z.boolean().default(false),
  html: z.string().min(1).optional(),
});

/** What the flags of `bench` say. */
export interface BenchOptions {
  readonly plan: LoadPlan;
  /** Absent: one a core. */
  readonly workers: number | undefined;
  readonly json: boolean;
  readonly html: string | undefined;
}

/** Reads the flags; throws a Failure that names the flag that is wrong. */
export function readBenchOptions(address: string, given: Readonly<Record<string, unknown>>): BenchOptions {
  const options = readCommandFlags(flags, given);
  const url = readUrl(address);
  refuseOthers(url, options.remote);
  const { rate, concurrency, ttft, tokensPerSecond } = options;
  if (rate !== undefined && concurrency !== undefined) {
    throw misuse('--rate begins calls at their own moments and --concurrency does not: give one of them.');
  }
  if (options.arrivals !== undefined && concurrency !== undefined) {
    throw misuse('--arrivals shapes --rate: leave out --concurrency.');
  }
  if ((ttft === undefined) !== (tokensPerSecond === undefined)) {
    throw misuse('--ttft and --tokens-per-second make a schedule together: give both or none.');
  }
  return { plan: createPlan(url, options), workers: options.workers, json: options.json, html: options.html };
}

function createPlan({ href }: URL, options: z.infer<typeof flags>): LoadPlan {
  const { rate = 10, arrivals: shape = 'poisson', concurrency, ttft, tokensPerSecond } = options;
  const { dialect, model, prompt, maxTokens, apiKey, requests } = options;
  return {
    url: href,
    dialect,
    model,
    prompt,
    maxTokens,
    apiKey,
    pace: ttft === undefined || tokensPerSecond === undefined ? undefined : { ttft, tokensPerSecond },
    arrivals: concurrency === undefined ? { kind: 'open', rate, shape } : { kind: 'closed', concurrency },
    warmUp: options.warmUp * 1000,
    duration: options.duration * 1000,
    requests,
    timeout: options.timeout * 1000,
    mostOpen: 10_000,
  };
}

function refuseOthers({ hostname }: URL, remote: boolean): void {
  if (!remote && !isLoopbackName(hostname)) {
    throw misuse(`${hostname} is not this machine: --remote sends load there, if you may.`);
  }
}
