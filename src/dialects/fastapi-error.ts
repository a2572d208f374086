import { ApiError } from '../core/api-error.ts';
import type { ErrorAnswer } from '../core/dialect.ts';

/** What is wrong with one part of a request, as FastAPI tells it. */
export interface Fault {
  readonly type: string;
  /** Where it is: `["query", "temperature"]`. */
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly input: unknown;
  readonly ctx?: Readonly<Record<string, string | number>>;
}

/** A request of which parts are wrong: the client hears of all of them. */
export class FaultsError extends ApiError {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(422, 'invalid_request', faults.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; '));
    this.name = 'FaultsError';
    this.faults = faults;
  }
}

/** The error as FastAPI sends it. */
export function fastapiError(error: ApiError): ErrorAnswer {
  const headers = { ...error.details.headers, 'content-type': 'application/json' };
  return { status: error.status, headers, body: JSON.stringify(fastapiErrorBody(error)) };
}

/** The error as a body, for an answer or for a stream that breaks off. */
export function fastapiErrorBody(error: ApiError): { readonly detail: string | readonly Fault[] } {
  if (error instanceof FaultsError) return { detail: error.faults };
  switch (error.code) {
    case 'unknown_url':
      return { detail: 'Not Found' };
    case 'method_not_supported':
      return { detail: 'Method Not Allowed' };
    case null:
    default:
      return { detail: error.message };
  }
}
