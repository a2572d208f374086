import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ApiError } from '../core/api-error.ts';
import type { Call } from '../core/dialect.ts';
import { base16 } from '../core/ids.ts';
import type { KeyUse } from '../core/key-memory.ts';
import { keyReused } from '../core/refusals.ts';
import { nameByCall } from './kept-call.ts';
import { onDisconnectHeader } from './on-disconnect.ts';
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
  /** The call was refused before an answer to it began: a repeat is answered anew. */
  forget(): void;
}

// A key whose answer is not there is one whose first call has not come so far yet, or one whose answer has been forgotten.
const timeToBegin = 30_000;

/** Claims the call's key; undefined where it has none. Throws an ApiError where the key is none, or was used for something else. */
export async function claimKey(
  state: Pick<ServerState, 'keys' | 'clock' | 'ids' | 'streams'>,
  call: Call,
): Promise<Repeatable | undefined> {
  const given = call.headers[idempotencyHeader];
  if (given === undefined) return undefined;
  if (!idempotencyKey.safeParse(given).success) throw invalidKey();
  const { keys, clock, ids, streams } = state;
  const key = digest(...shownKeys.map((name) => String(call.headers[name] ?? '')), String(given));
  const began = clock.wall() - (clock.now() - call.received);
  const asked: KeyUse = { print: takePrint(call), id: `req_${ids(32, base16)}`, began };
  const use = await claimLiving(state, key, asked);
  if (use.print !== asked.print) throw keyReused();
  const isRepeat = use.id !== asked.id;
  const { id } = use;
  const received = call.received - (began - use.began);
  const forget = async (): Promise<void> => {
    if (!isRepeat && (await streams.log.find(id)) === undefined) await keys.release(key, use);
  };
  return {
    call: { ...call, id, received, naming: nameByCall(id, use.began) },
    isRepeat,
    // Nobody need wait for it: a key that stays is good again once it is old.
    forget: () => void forget().catch(() => undefined),
  };
}

// What has failed, or is not kept any more, is answered anew.
async function claimLiving(
  { keys, clock, streams }: Pick<ServerState, 'keys' | 'clock' | 'streams'>,
  key: string,
  asked: KeyUse,
): Promise<KeyUse> {
  const use = await keys.claim(key, asked);
  if (use.id === asked.id || use.print !== asked.print) return use;
  const kept = await streams.log.find(use.id);
  const isGone = kept === undefined ? clock.wall() - use.began > timeToBegin : kept.failed;
  if (!isGone) return use;
  await keys.release(key, use);
  return keys.claim(key, asked);
}

const shownKeys = ['authorization', 'x-api-key', 'api-key'];
const tellingHeaders = ['x-dialect', 'accept', onDisconnectHeader];

function takePrint({ method, path, search, bytes, headers }: Call): string {
  return digest(method, path, search, ...tellingHeaders.map((name) => String(headers[name] ?? '')), bytes);
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
