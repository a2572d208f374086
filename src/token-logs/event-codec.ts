import { ApiError } from '../core/api-error.ts';
import type { GenerationEvent, TextDeltaEvent } from '../core/generation.ts';

// Most events are pieces of text without log probabilities: as an array they take a third of what they take as an object.
type Short = readonly [due: number, choice: number, text: string, tokens: number, ids?: readonly number[]];

/** Events as text for a log; what comes out of `decodeEvents` equals what went in. */
export function encodeEvents(events: readonly GenerationEvent[]): string {
  return JSON.stringify(events.map(shorten));
}

/** Reads what `encodeEvents` wrote. */
export function decodeEvents(text: string): GenerationEvent[] {
  const events: (Short | GenerationEvent)[] = JSON.parse(text);
  return events.map((event) => (isShort(event) ? lengthen(event) : event));
}

function shorten(event: GenerationEvent): Short | GenerationEvent {
  if (event.type !== 'text-delta' || event.logprobs !== undefined) return event;
  const { due, choice, text, tokens, ids } = event;
  return ids === undefined ? [due, choice, text, tokens] : [due, choice, text, tokens, ids];
}

function isShort(event: Short | GenerationEvent): event is Short {
  return Array.isArray(event);
}

function lengthen([due, choice, text, tokens, ids]: Short): TextDeltaEvent {
  const event = { type: 'text-delta', due, choice, text, tokens } as const;
  return ids === undefined ? event : { ...event, ids };
}

/** An error as text for a log, without what stands behind it: that stays with whoever watches the process. */
export function encodeFailure({ status, code, message, details }: ApiError): string {
  const { cause: _, ...told } = details;
  return JSON.stringify([status, code, message, told]);
}

/** Reads what `encodeFailure` wrote. */
export function decodeFailure(text: string): ApiError {
  const [status, code, message, details]: ConstructorParameters<typeof ApiError> = JSON.parse(text);
  return new ApiError(status, code, message, details);
}
