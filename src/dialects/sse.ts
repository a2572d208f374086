import type { Headers } from '../core/dialect.ts';

/** Headers of a stream of events, which proxies must neither keep nor hold back. */
export const eventStreamHeaders: Headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache',
  'x-accel-buffering': 'no',
  connection: 'keep-alive',
};

/** The event that ends a stream in OpenAI's manner. */
export const doneEvent = 'data: [DONE]\n\n';

/** A comment that keeps an idle connection open; clients skip it. */
export const keepAliveComment = ': keep-alive\n\n';

/** An event of one line of data. */
export function dataEvent(line: string): string {
  return `data: ${line}\n\n`;
}
