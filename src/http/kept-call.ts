import type { Naming } from '../core/dialect.ts';
import type { CallMemory, KeptCall } from '../core/call-memory.ts';
import type { Clock } from '../core/clock.ts';
import type { Call, Endpoint } from '../core/dialect.ts';
import { createIdsFrom } from '../core/ids.ts';
import { createCall } from './call.ts';
import { type LastingStream, makeLasting } from './lasting-stream.ts';
import type { Mount } from './state.ts';

/** What names the answer of a call alike on every server. */
export function nameByCall(id: string, began: number): () => Naming {
  return () => ({ ids: createIdsFrom(id), timestamp: Math.floor(began / 1000) });
}

// What dialects read of a call; no key is among them.
const keptHeaders = ['content-type', 'accept', 'x-dialect', 'last-event-id', 'x-understudy-on-disconnect'];

/** The call as another server needs it. */
export function keepCall(call: Call, mount: Mount, endpoint: Endpoint, clock: Clock): KeptCall {
  const { id, method, path, search, parameters, query, bytes, received } = call;
  const headers = Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = call.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  return {
    id,
    dialect: mount.dialect.name,
    route: endpoint.path,
    method,
    url: search === '' ? path : `${path}?${search}`,
    parameters,
    query,
    headers,
    body: Buffer.from(bytes).toString('base64'),
    began: clock.wall() - (clock.now() - received),
  };
}

/** A stream that another server began; undefined where there is none, or nobody here speaks its dialect. */
export async function recallStream(
  id: string,
  {
    calls,
    clock,
    spoken,
  }: { readonly calls: CallMemory; readonly clock: Clock; readonly spoken: readonly Mount[] },
): Promise<LastingStream | undefined> {
  const kept = await calls.find(id);
  if (kept === undefined) return undefined;
  const mount = spoken.find(({ dialect }) => dialect.name === kept.dialect);
  const endpoint = mount?.dialect.endpoints.find(
    (each) => each.kind === 'generation' && each.path === kept.route && each.method === kept.method,
  );
  if (endpoint?.kind !== 'generation') return undefined;
  const call = restoreCall(kept, clock);
  return makeLasting(call, await endpoint.parse(call));
}

function restoreCall(
  { id, method, url, parameters, query, headers, body, began }: KeptCall,
  clock: Clock,
): Call {
  const received = clock.now() - (clock.wall() - began);
  const request = { method, url, params: parameters, query, headers, body: Buffer.from(body, 'base64') };
  return createCall(request, { id, received, naming: nameByCall(id, began) });
}
