import { z } from 'zod';
import { amount, key, readCommandFlags, whole } from '../command-flags.ts';
import type { Environment } from '../environment.ts';
import { misuse } from '../failure.ts';
import { readUrl } from '../read-url.ts';

const flags = z.object({
  baseUrl: z.string().optional(),
  apiKey: key.optional(),
  model: z.string().min(1).optional(),
  system: z.string().min(1).optional(),
  maxTokens: whole(1, 1_000_000).optional(),
  temperature: amount(0, 2).optional(),
  seed: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).optional(),
  thread: key.max(256).optional(),
  json: z.boolean().default(false),
  stats: z.boolean().optional(),
});

/** What the flags of `chat` and the environment say. */
export interface ChatOptions extends Omit<z.output<typeof flags>, 'baseUrl'> {
  readonly baseUrl: URL;
}

/** Reads the flags over the environment; throws a Failure that names what is wrong. */
export function readChatOptions(given: Readonly<Record<string, unknown>>, env: Environment): ChatOptions {
  const asked = { ...given, apiKey: given['apiKey'] ?? readVariable(env, 'OPENAI_API_KEY') };
  const options = readCommandFlags(flags, asked);
  const inVain = (['model', 'seed'] as const).find((name) => options[name] !== undefined);
  if (options.thread !== undefined && inVain !== undefined) {
    throw misuse(`--${inVain} means nothing to the server of a --thread: leave out one of them.`);
  }
  return { ...options, baseUrl: readBaseUrl(options.baseUrl, env) };
}

function readBaseUrl(given: string | undefined, env: Environment): URL {
  const text = given ?? readVariable(env, 'OPENAI_BASE_URL') ?? 'http://127.0.0.1:8080/v1';
  const url = readUrl(text, given === undefined ? 'OPENAI_BASE_URL' : '--base-url');
  const path = url.pathname.replace(/\/chat\/completions\/?$/, '').replace(/\/+$/, '');
  url.pathname = path === '' ? '/v1' : path;
  url.hash = '';
  return url;
}

// One that is empty counts as not set, as everywhere.
function readVariable(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}
