import { z } from 'zod';
import { ApiError } from '../core/api-error.ts';
import type { Call } from '../core/dialect.ts';

/** The header that says what becomes of a streamed answer whose client hangs up. */
export const onDisconnectHeader = 'x-understudy-on-disconnect';

/** What the header takes: the answer ends with its client, or goes on without it. */
export const onDisconnect = z
  .enum(['cancel', 'continue'])
  .default('cancel')
  .describe(
    'What becomes of a streamed answer whose client hangs up; one that goes on is read again at /v1/streams.',
  );

/** Whether the call's answer goes on without its client; throws an ApiError where the header says something else. */
export function outlivesClient({ headers }: Call): boolean {
  const value = headers[onDisconnectHeader];
  if (value === undefined) return false;
  const parsed = onDisconnect.safeParse(value);
  if (parsed.success) return parsed.data === 'continue';
  const shown = String(value)
    .slice(0, 64)
    .replace(/[^\x20-\x7e]/g, '?');
  const message = `Invalid value: '${shown}'. The header '${onDisconnectHeader}' takes 'cancel' or 'continue'.`;
  throw new ApiError(400, 'invalid_value', message, { param: onDisconnectHeader });
}
