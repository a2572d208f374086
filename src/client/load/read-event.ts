import { z } from 'zod';
import type { SseEvent } from '../sse-reader.ts';
import type { LoadDialect } from './plan.ts';

const choiceText = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).optional() })),
});

/** What an event of a stream is to a load run: a piece of text, the end, a failure, or nothing that is counted. */
export type EventKind = 'token' | 'done' | 'error' | 'other';

/** Tells what an event is. */
export function readEvent({ event, data }: SseEvent, dialect: LoadDialect): EventKind {
  if (data === '[DONE]') return 'done';
  if (event === 'error') return 'error';
  if (dialect === 'completion') return event === 'done' || event === 'end' ? 'done' : 'token';
  const value = parse(data);
  if (typeof value === 'object' && value !== null && 'error' in value) return 'error';
  const chunk = choiceText.safeParse(value);
  const isText = chunk.data?.choices.some(({ delta }) => (delta?.content ?? '') !== '');
  return isText === true ? 'token' : 'other';
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    // No JSON is no chunk: it is counted as nothing.
    return undefined;
  }
}
