import { ApiError } from '../../core/api-error.ts';
import type { Input, OperationName } from '../operations.ts';

/** An operation that a worker is asked to do. */
export interface Request<Name extends OperationName = OperationName> {
  readonly id: number;
  readonly name: Name;
  readonly input: Input<Name>;
}

/** What a worker answers to one request. */
export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: FlatError };

/** An ApiError that can be sent to another thread. */
export type FlatError = Pick<ApiError, 'status' | 'code' | 'message' | 'details'>;

/** The error as it can be sent to another thread. */
export function flatten({ status, code, message, details }: ApiError): FlatError {
  return { status, code, message, details };
}

/** The error that came from another thread. */
export function unflatten({ status, code, message, details }: FlatError): ApiError {
  return new ApiError(status, code, message, details);
}
