import type { Clock } from '../core/clock.ts';
import type { Headers } from '../core/dialect.ts';
import type { Message } from '../core/message.ts';

/** What a model allows a minute. */
export interface RateLimit {
  readonly requests: number;
  readonly tokens: number;
}

/** Charges a request to its model and tells the six `x-ratelimit-` headers; nothing is refused. */
export type RateLimiter = (model: string, cost: number) => Headers;

interface Bucket {
  requests: number;
  tokens: number;
  moment: number;
}

// More models than any catalogue holds: names that clients make up must not grow the memory.
const mostBuckets = 1000;

/** A limiter whose buckets leak evenly, as the live headers show: what is used comes back over a minute. */
export function createRateLimiter(clock: Clock, limit: RateLimit): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return (model, cost) => {
    const now = clock.now();
    if (!buckets.has(model) && buckets.size >= mostBuckets) buckets.clear();
    const bucket = buckets.get(model) ?? { requests: 0, tokens: 0, moment: now };
    buckets.set(model, bucket);
    const minutes = (now - bucket.moment) / 60_000;
    bucket.moment = now;
    bucket.requests = Math.min(limit.requests, Math.max(0, bucket.requests - minutes * limit.requests) + 1);
    bucket.tokens = Math.min(limit.tokens, Math.max(0, bucket.tokens - minutes * limit.tokens) + cost);
    return {
      'x-ratelimit-limit-requests': String(limit.requests),
      'x-ratelimit-limit-tokens': String(limit.tokens),
      'x-ratelimit-remaining-requests': String(Math.floor(limit.requests - bucket.requests)),
      'x-ratelimit-remaining-tokens': String(Math.floor(limit.tokens - bucket.tokens)),
      'x-ratelimit-reset-requests': showDuration((bucket.requests / limit.requests) * 60_000),
      'x-ratelimit-reset-tokens': showDuration((bucket.tokens / limit.tokens) * 60_000),
    };
  };
}

/** What a conversation is charged: 2 + messages + floor(characters / 4), 765 an image (12 of 12 live requests). */
export function chatCost(messages: readonly Message[]): number {
  const characters = messages.reduce((total, { content }) => total + content.length, 0);
  const images = messages.reduce((total, message) => total + (message.images ?? 0), 0);
  return 2 + messages.length + Math.floor(characters / 4) + 765 * images;
}

/** What texts to go on with are charged: 1 + floor(characters / 4), a token id counting as four. */
export function promptCost(prompts: readonly (string | readonly number[])[]): number {
  const characters = prompts.reduce(
    (total, prompt) => total + prompt.length * (typeof prompt === 'string' ? 1 : 4),
    0,
  );
  return 1 + Math.floor(characters / 4);
}

/** A span as Go prints it: `120ms`, `8.64s`, `6m0s`, `0s`; floored to milliseconds. */
export function showDuration(span: number): string {
  const whole = Math.floor(span);
  if (whole < 1) return '0s';
  if (whole < 1000) return `${whole}ms`;
  const seconds = (whole % 60_000) / 1000;
  const minutes = Math.floor(whole / 60_000);
  return minutes === 0 ? `${seconds}s` : `${minutes}m${seconds}s`;
}
