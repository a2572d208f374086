import { z } from 'zod';
import { ApiError } from '../core/api-error.ts';
import type { Call } from '../core/dialect.ts';
import { mostUrgent } from '../core/job-queue.ts';

/** The header that says how soon an answer is made where many wait for workers. */
export const priorityHeader = 'x-understudy-priority';

/** What the header takes: lower ones are made first, as in vLLM. */
export const priority = z.coerce
  .number()
  .int()
  .min(-mostUrgent)
  .max(mostUrgent)
  .describe('Which answers are made first where many wait for workers: those of lower numbers (default 0).');

/** The priority that the call asks for; undefined where it asks for none. */
export function readPriority({ headers }: Call): number | undefined {
  const value = headers[priorityHeader];
  if (value === undefined) return undefined;
  const parsed = priority.safeParse(value);
  if (parsed.success && /^[-+]?\d+$/.test(String(value))) return parsed.data;
  const shown = String(value)
    .slice(0, 64)
    .replace(/[^\x20-\x7e]/g, '?');
  const range = `a whole number from ${-mostUrgent} to ${mostUrgent}`;
  const message = `Invalid value: '${shown}'. The header '${priorityHeader}' takes ${range}.`;
  throw new ApiError(400, 'invalid_value', message, { param: priorityHeader });
}
