import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { isLoopbackName } from '../core/loopback.ts';
import { forbidden, missingKey, wrongKey } from '../core/refusals.ts';

/** What a guard looks at. */
export interface Visitor {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly key: string | undefined;
  /** Whether it goes where no key of the server's is asked for; absent: it does not. */
  readonly keyless?: boolean;
}

/** Who may come in. */
export interface GuardOptions {
  /** Whether the server is bound to this machine alone: then foreign Host headers are refused (DNS rebinding). */
  readonly loopback: boolean;
  /** Host names that are welcome besides this machine's own. */
  readonly allowedHosts: readonly string[];
  /** Origins that are welcome besides pages of this machine; '*' for any. */
  readonly corsOrigins: readonly string[];
  /** The keys of which each call must show one; empty: no key is asked for. */
  readonly apiKeys: readonly string[];
  /** Whether a call without any key is refused even when no keys are set. */
  readonly keyRequired: boolean;
}

/** Refuses a call by throwing an ApiError. */
export type Guard = (visitor: Visitor) => void;

// Whoever asks whether the server lives has no key, a load balancer for one.
const open = new Set(['/health', '/ready']);

/** A guard for Host, Origin and key, in that order. */
export function createGuard(options: GuardOptions): Guard {
  const checkKey = createKeyCheck(options);
  return (visitor) => {
    if (options.loopback && !isHostAllowed(visitor.host, options.allowedHosts)) {
      throw forbidden(`Host '${show(visitor.host)}' is not allowed. Start with --allowed-host to allow it.`);
    }
    if (!isReading(visitor.method) && !isOriginAllowed(visitor, options.corsOrigins)) {
      throw forbidden(
        `Origin '${show(visitor.origin)}' is not allowed. Start with --cors-origin to allow it.`,
      );
    }
    const keyless = visitor.keyless === true || visitor.method === 'OPTIONS' || open.has(visitor.path);
    if (!keyless) checkKey(visitor.key);
  };
}

/** Whether a page of this origin may read answers: pages of this machine, and those that were allowed. */
export function isOriginAllowed(
  { origin, host }: Pick<Visitor, 'origin' | 'host'>,
  allowed: readonly string[],
): boolean {
  if (origin === undefined || allowed.includes('*') || allowed.includes(origin)) return true;
  const url = URL.parse(origin);
  if (url === null) return false;
  return isLoopbackName(url.hostname) || (host !== undefined && url.host === host.toLowerCase());
}

function isHostAllowed(host: string | undefined, allowed: readonly string[]): boolean {
  // HTTP/1.0 clients need not name a host; a browser always does.
  if (host === undefined) return true;
  const name = /^(?<name>\[[^\]]*\]|[^:]*)(?::\d{1,5})?$/.exec(host)?.groups?.['name']?.toLowerCase();
  if (name === undefined) return false;
  return isLoopbackName(name) || isIP(name.replace(/^\[|\]$/g, '')) > 0 || allowed.includes(name);
}

// A preflight asks for leave to write: it is refused with what it asks for.
function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

function createKeyCheck({ apiKeys, keyRequired }: GuardOptions): (key: string | undefined) => void {
  const known = apiKeys.map(digest);
  return (key) => {
    if (known.length === 0 && !keyRequired) return;
    if (key === undefined || key === '') throw missingKey();
    if (known.length === 0) return;
    const shown = digest(key);
    // Every key is compared, so that the time tells nothing of which one came near.
    const matches = known.filter((each) => timingSafeEqual(each, shown));
    if (matches.length === 0) throw wrongKey(key);
  };
}

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

function show(value: string | undefined): string {
  return (value ?? '').replace(/[^\x20-\x7e]/g, '?').slice(0, 100);
}
