import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ApiError } from '../core/api-error.ts';
import type { Call } from '../core/dialect.ts';
import { base16 } from '../core/ids.ts';
import type { KeyUse } from '../core/key-memory.ts';
import { keyReused } from '../core/refusals.ts';
import { nameByCall } from './kept-call.ts';
import type { ServerState } from './state.ts';

/** The header that makes a call one that may be repeated: all calls with one key get one answer. */
export const idempotencyHeader = 'idempotency-key';

/** What the header takes. */
export const idempotencyKey = z
  .string()
  .regex(/^[\x20-\x7e]{1,255}$/)
  .describe('All calls with the same key get the same answer, which is made once.');

/** The header that tells an answer which was asked for before. */
export const replayedHeader = 'idempotent-replayed';

/** A call that has a key. */
export interface Repeatable {
  /** The call under the name that all with its key have, asked for when the first of them was. */
  readonly call: Call;
  readonly isRepeat: boolean;
  /** What was asked for came to nothing: a repeat is answered anew. */
  forget(): void;
}

/** Claims the call's key; undefined where it has none. Throws an ApiError where the key is none, or was used for something else. */
export async function claimKey(
  { keys, clock, ids }: Pick<ServerState, 'keys' | 'clock' | 'ids'>,
  call: Call,
): Promise<Repeatable | undefined> {
  const given = call.headers[idempotencyHeader];
  if (given === undefined) return undefined;
  if (!idempotencyKey.safeParse(given).success) throw invalidKey();
  const { method, path, headers, search, bytes, received } = call;
  const key = digest(method, path, String(headers['authorization'] ?? ''), String(given));
  const print = digest(search, bytes);
  const began = clock.wall() - (clock.now() - received);
  const asked: KeyUse = { print, id: `req_${ids(32, base16)}`, began };
  const use = await keys.claim(key, asked);
  if (use.print !== print) throw keyReused();
  return {
    call: {
      ...call,
      id: use.id,
      received: received - (began - use.began),
      naming: nameByCall(use.id, use.began),
    },
    isRepeat: use.id !== asked.id,
    // Nobody need wait for it: a key that stays is only as good as its answer.
    forget: () => void keys.release(key, use).catch(() => undefined),
  };
}

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

function invalidKey(): ApiError {
  const message = `The header '${idempotencyHeader}' takes 1 to 255 printable ASCII characters.`;
  return new ApiError(400, 'invalid_value', message, { param: idempotencyHeader });
}
