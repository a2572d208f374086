import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { ApiError } from '../core/api-error.ts';
import type { Call, Endpoint, GenerationEndpoint } from '../core/dialect.ts';
import { asApiError, methodNotAllowed } from '../core/refusals.ts';
import { type Asked, giveAnswer } from './answer.ts';
import { createCall, readPath } from './call.ts';
import { claimKey, idempotencyHeader, replayedHeader } from './idempotency.ts';
import { nameByCall } from './kept-call.ts';
import { onDisconnectHeader } from './on-disconnect.ts';
import type { Mount, ServerState } from './state.ts';
import { type Visit, sendError, sendPlain } from './visit.ts';

/** An endpoint and what answers its generations. */
export interface Candidate {
  readonly mount: Mount;
  readonly endpoint: Endpoint;
}

/** What may answer a method of a path: the first takes what no other claims. */
export type Candidates = readonly [Candidate, ...Candidate[]];

/** Adds every endpoint of every mount, and an answer to the methods that its path does not know. */
export function addRoutes(app: FastifyInstance, state: ServerState): void {
  for (const [path, methods] of groupEndpoints(state.mounts)) {
    for (const [method, candidates] of methods) {
      app.route({
        method: method === 'GET' ? ['GET', 'HEAD'] : method,
        url: path,
        config: {
          dialect: candidates[0].mount.dialect,
          keyless: candidates.every(({ endpoint }) => endpoint.keyless),
        },
        handler: (request, reply) => handle(state, candidates, request, reply),
      });
    }
    addOtherMethods(app, path, methods);
  }
}

const allMethods: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

function addOtherMethods(app: FastifyInstance, path: string, methods: ReadonlyMap<string, Candidates>): void {
  const others = allMethods.filter((method) => !methods.has(method === 'HEAD' ? 'GET' : method));
  const dialect = methods.values().next().value?.[0].mount.dialect;
  if (others.length === 0 || dialect === undefined) return;
  const allow = [...methods.keys()];
  app.route({
    method: [...others],
    url: path,
    config: { dialect },
    handler(request) {
      throw methodNotAllowed(request.method, readPath(request.url), allow);
    },
  });
}

async function handle(
  state: ServerState,
  candidates: Candidates,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const call = createCall(request, placeCall(state, request));
  for (const observer of state.observers) observer.received?.(call);
  const visit = { request, reply, observers: state.observers, now: state.clock.now };
  // Until the call has chosen, and where it names a dialect that is not there, the path's first one speaks.
  let { dialect } = candidates[0].mount;
  try {
    const chosen = choose(candidates, call);
    dialect = chosen.mount.dialect;
    await respond(state, { ...visit, dialect }, chosen, call);
  } catch (error) {
    sendError({ ...visit, dialect }, asApiError(error));
  }
  return reply;
}

// Answers that outlive their clients may have to outlive this server: another one must name them alike.
function placeCall({ clock }: ServerState, { id, received, headers }: FastifyRequest) {
  if (headers[onDisconnectHeader] !== 'continue') return { id, received };
  return { id, received, naming: nameByCall(id, clock.wall() - (clock.now() - received)) };
}

async function respond(
  state: ServerState,
  visit: Visit,
  { mount, endpoint }: Candidate,
  call: Call,
): Promise<void> {
  switch (endpoint.kind) {
    case 'plain':
      return sendPlain(visit, await endpoint.answer(call));
    case 'generation':
      return call.headers[idempotencyHeader] === undefined
        ? generate(state, visit, { mount, endpoint }, { call })
        : generateOnce(state, visit, { mount, endpoint }, call);
  }
}

interface Generating {
  readonly mount: Mount;
  readonly endpoint: GenerationEndpoint;
}

async function generate(
  state: ServerState,
  visit: Visit,
  { mount, endpoint }: Generating,
  { call, repeatable }: Pick<Asked, 'call' | 'repeatable'>,
): Promise<void> {
  const parsed = endpoint.parse(call);
  // Awaited only where there is something to wait for: most dialects read a body at once.
  const answer = parsed instanceof Promise ? await parsed : parsed;
  return giveAnswer(state, visit, mount, {
    call,
    endpoint,
    answer,
    ...(repeatable === undefined ? {} : { repeatable }),
  });
}

async function generateOnce(
  state: ServerState,
  visit: Visit,
  generating: Generating,
  asked: Call,
): Promise<void> {
  const repeatable = await claimKey(state, asked);
  if (repeatable === undefined) return generate(state, visit, generating, { call: asked });
  const { call } = repeatable;
  try {
    visit.reply.header('x-request-id', call.id);
    if (repeatable.isRepeat) visit.reply.header(replayedHeader, 'true');
    await generate(state, visit, generating, { call, repeatable });
  } catch (error) {
    repeatable.forget();
    throw error;
  }
}

/** The header and the query parameter with which a call names its dialect. */
export const dialectHeader = 'x-dialect';

function choose(candidates: Candidates, call: Call): Candidate {
  const named = call.headers[dialectHeader] ?? call.query['dialect'];
  if (named !== undefined) return findNamed(candidates, String(named));
  return candidates.find(({ endpoint }) => claims(endpoint, call)) ?? candidates[0];
}

function findNamed(candidates: Candidates, name: string): Candidate {
  const found = candidates.find(({ mount }) => mount.dialect.name === name);
  if (found !== undefined) return found;
  const names = candidates.map(({ mount }) => `'${mount.dialect.name}'`).join(', ');
  throw new ApiError(400, 'invalid_value', `Unknown dialect. This path speaks: ${names}.`, {
    param: dialectHeader,
  });
}

function claims(endpoint: Endpoint, call: Call): boolean {
  if (endpoint.kind !== 'generation' || endpoint.claims === undefined) return false;
  try {
    return endpoint.claims(call);
  } catch {
    // A body that cannot be read is nobody's claim; the dialect that gets it tells why.
    return false;
  }
}

/** All endpoints by path and method. */
export function groupEndpoints(mounts: readonly Mount[]): Map<string, Map<string, Candidates>> {
  const paths = new Map<string, Map<string, Candidates>>();
  for (const mount of mounts) {
    for (const endpoint of mount.dialect.endpoints) {
      const methods = paths.get(endpoint.path) ?? new Map<string, Candidates>();
      paths.set(endpoint.path, methods);
      const others = methods.get(endpoint.method);
      methods.set(
        endpoint.method,
        others === undefined ? [{ mount, endpoint }] : [...others, { mount, endpoint }],
      );
    }
  }
  return paths;
}
