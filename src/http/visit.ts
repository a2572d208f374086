import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiError } from '../core/api-error.ts';
import type { Dialect, PlainAnswer } from '../core/dialect.ts';
import type { Observer, RequestRecord } from '../core/observer.ts';
import type { Ending } from './play.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The clock's moment at which the request's head had been read. */
    received: number;
  }
  interface FastifyContextConfig {
    /** Whose errors the route tells before a dialect has been chosen. */
    dialect?: Dialect;
    /** Whether the route asks for no key of the server's. */
    keyless?: boolean;
  }
}

/** One request on its way through: what is needed to answer it plainly and to tell the observers. */
export interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly dialect: Dialect;
  readonly observers: readonly Observer[];
  readonly now: () => number;
}

/** Sends an answer that needs no generation: text as it is, anything else as JSON. */
export function sendPlain(visit: Visit, answer: PlainAnswer, details: Partial<RequestRecord> = {}): void {
  const { reply } = visit;
  reply.code(answer.status);
  reply.headers(answer.headers ?? {});
  if (!reply.hasHeader('content-type')) reply.header('content-type', 'application/json');
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  // As bytes: to a string Fastify would add a charset, which the media types of the dialects do not have.
  reply.send(Buffer.from(text));
  tell(visit, { status: answer.status, ...details });
}

/** Sends an error in the visit's dialect. */
export function sendError(visit: Visit, error: ApiError, details: Partial<RequestRecord> = {}): void {
  tellBug(visit, error);
  const answer = visit.dialect.error(error, { id: visit.request.id });
  sendPlain(visit, answer, { failure: error.code ?? String(error.status), ...details });
}

/** Tells the observers that the request has ended. */
export function tell(visit: Visit, details: Partial<RequestRecord> & { readonly status: number }): void {
  const { request, dialect, observers } = visit;
  const record: RequestRecord = {
    id: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'unmatched',
    duration: visit.now() - request.received,
    dialect: dialect.name,
    ...details,
  };
  for (const observer of observers) observer.ended?.(record);
}

/** Tells the observers of the bug that an error stands for, if it stands for one. */
export function tellBug({ request, observers }: Visit, { details }: ApiError): void {
  if (details.cause === undefined) return;
  for (const observer of observers) observer.crashed?.(details.cause, request.id);
}

/** What a record says of how an answer ended. */
export function tellEnding(ending: Ending): Partial<RequestRecord> {
  const { usage, finish, ttft, failure } = ending;
  return {
    completionTokens: usage?.completionTokens ?? ending.tokens,
    ...(usage === undefined ? {} : { promptTokens: usage.promptTokens }),
    ...(finish === undefined ? {} : { finish }),
    ...(ttft === undefined ? {} : { ttft }),
    ...(failure === undefined
      ? {}
      : { failure: typeof failure === 'string' ? failure : (failure.code ?? 'error') }),
  };
}
