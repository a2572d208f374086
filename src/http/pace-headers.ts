import { ApiError } from '../core/api-error.ts';
import type { Call } from '../core/dialect.ts';
import type { PaceOptions } from '../core/generation.ts';
import { paceSchema } from '../core/pace.ts';

/** The option of the pace that each header sets. */
export const paceHeaderOptions = {
  'x-understudy-ttft': 'ttft',
  'x-understudy-tokens-per-second': 'tokensPerSecond',
  'x-understudy-jitter': 'jitter',
  'x-understudy-jitter-shape': 'jitterShape',
  'x-understudy-instant': 'instant',
} as const;

/** The pace that a call asks for by its headers, or undefined where it asks for none. */
export function readPaceHeaders(headers: Call['headers']): PaceOptions | undefined {
  let asked: Record<string, unknown> | undefined;
  for (const [header, option] of Object.entries(paceHeaderOptions)) {
    const value = headers[header];
    if (value !== undefined) (asked ??= {})[option] = value;
  }
  if (asked === undefined) return undefined;
  const parsed = paceSchema.partial().safeParse(asked);
  if (!parsed.success) throw refuse(parsed.error.issues[0]);
  const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

function refuse(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): ApiError {
  const option = issue?.path[0];
  const header = Object.entries(paceHeaderOptions).find(([, name]) => name === option)?.[0] ?? 'x-understudy';
  return new ApiError(
    400,
    'invalid_value',
    `Invalid header '${header}': ${issue?.message ?? 'not understood'}.`,
    {
      param: header,
    },
  );
}
