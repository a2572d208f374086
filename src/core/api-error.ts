/** What an error may carry beside its message, for the dialect to put into its own shape. */
export interface ApiErrorDetails {
  /** The request's parameter at fault, as the client spelled its path. */
  readonly param?: string | null;
  /** The error's family in the dialect's words, where it is not the usual one for the status. */
  readonly type?: string;
  /** Headers that go with the answer, `retry-after` for one. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The bug of ours that it stands for: for whoever watches, never for the client. */
  readonly cause?: unknown;
}

/** An error that the client should hear: a status, a code and a sentence; dialects give it a shape and only `http/` sends it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string | null;
  readonly details: ApiErrorDetails;

  constructor(status: number, code: string | null, message: string, details: ApiErrorDetails = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** The error of a request that asks for something Understudy does not do yet; `param` is what asked for it. */
export function unsupported(param: string, message: string): ApiError {
  return new ApiError(400, 'unsupported_parameter', message, { param });
}
