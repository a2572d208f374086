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

type PaceHeader = keyof typeof paceHeaderOptions;

/** The pace that a call asks for by its headers, or undefined where it asks for none. */
export function readPaceHeaders(headers: Call['headers']): PaceOptions | undefined {
  let pace: Record<string, unknown> | undefined;
  for (const header of names) {
    const value = headers[header];
    if (value !== undefined) (pace ??= {})[paceHeaderOptions[header]] = readValue(header, String(value));
  }
  return pace;
}

const names = Object.keys(paceHeaderOptions).filter((name): name is PaceHeader => name in paceHeaderOptions);

function readValue(header: PaceHeader, value: string): unknown {
  const parsed = paceSchema.shape[paceHeaderOptions[header]].safeParse(value);
  // Nothing is no number, though JavaScript reads it as 0.
  if (parsed.success && value.trim() !== '') return parsed.data;
  const shown = value.slice(0, 64).replace(/[^\x20-\x7e]/g, '?');
  const message = `Invalid value: '${shown}'. The header '${header}' takes ${describe(header)}.`;
  throw new ApiError(400, 'invalid_value', message, { param: header });
}

function describe(header: PaceHeader): string {
  const option = paceHeaderOptions[header];
  switch (option) {
    case 'instant':
      return 'true or false';
    case 'jitterShape':
      return paceSchema.shape[option].options.map((shape) => `'${shape}'`).join(' or ');
    case 'ttft':
    case 'tokensPerSecond':
    case 'jitter': {
      const { minValue, maxValue } = paceSchema.shape[option];
      return `a number from ${minValue} to ${maxValue}`;
    }
  }
}
