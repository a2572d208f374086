import { Unreachable, readCode } from './weights-error.ts';

/** Why a download broke off that may be taken up again. */
export class Interruption extends Error {
  /** How long the server wants to be left alone, in milliseconds. */
  readonly retryAfter: number;

  constructor(reason: string, retryAfter = 0) {
    super(reason);
    this.name = 'Interruption';
    this.retryAfter = retryAfter;
  }
}

const notThere: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no address is known for it',
  EAI_AGAIN: 'no address is known for it, as without a network',
  ECONNREFUSED: 'it refuses connections',
  ENETUNREACH: 'there is no network',
  EHOSTUNREACH: 'there is no way to it',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
};

/** What a failed fetch means: nobody there, a certificate that is not trusted, or an interruption; what is none of these is given back. */
export function explainFetch(error: unknown, host: string): unknown {
  const isFetch = error instanceof TypeError && ('cause' in error || error.message === 'terminated');
  if (!isFetch) return error;
  const code = readCode(error.cause ?? error);
  const reason = Object.hasOwn(notThere, code) ? notThere[code] : undefined;
  if (reason !== undefined) return new Unreachable(`${host} cannot be reached: ${reason} (${code}).`);
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code)) {
    return new Unreachable(`${host} shows a certificate that is not trusted (${code}).`);
  }
  const isCode = /^[A-Z][A-Z_]+$/.test(code);
  // What fetch itself refuses to ask, a port that belongs to another protocol for one.
  if (!isCode && error.cause !== undefined) return new Unreachable(`${host} cannot be reached: ${code}.`);
  return new Interruption(
    code === 'UND_ERR_SOCKET' ? 'the connection was cut' : `the connection failed (${code})`,
  );
}
