import type { FastifyRequest } from 'fastify';
import type { Dialect } from '../core/dialect.ts';
import { asApiError, noHost } from '../core/refusals.ts';
import { readKey } from '../core/shown-key.ts';
import { readPath } from './call.ts';
import type { ServerState } from './state.ts';

/** What is left of a refusal once the path's dialect has been asked whether it gave the key out: undefined lets the call in. */
export async function askOwner(
  state: ServerState,
  request: FastifyRequest,
  refusal: unknown,
): Promise<Error | undefined> {
  const error = asApiError(refusal);
  const key = readKey(request.headers);
  if (error.code !== 'invalid_api_key' || key === undefined) return error;
  try {
    return (await findDialect(state, request).ownsKey?.(key)) === true ? undefined : error;
  } catch (failure) {
    return asApiError(failure);
  }
}

/** Whose errors a request gets: its route's, or where nothing answers, those of whoever owns the paths around it. */
export function findDialect({ mounts }: ServerState, { routeOptions, url }: FastifyRequest): Dialect {
  const path = readPath(url);
  const owner = mounts.find(({ dialect }) =>
    dialect.prefixes?.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)),
  );
  return routeOptions.config.dialect ?? (owner ?? mounts[0]).dialect;
}

/** Throws an ApiError for a request that may not come in. */
export function checkVisitor(state: ServerState, request: FastifyRequest): void {
  const { method, headers, url } = request;
  const { keyless = false } = request.routeOptions.config;
  // HTTP/1.0 knows no Host; RFC 9112, section 3.2, asks later versions for it.
  if (headers.host === undefined && request.raw.httpVersion !== '1.0') throw noHost();
  const { host, origin } = headers;
  state.check({ method, path: readPath(url), host, origin, key: readKey(headers), keyless });
}
