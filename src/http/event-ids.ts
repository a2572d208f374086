import type { Encoder } from '../core/dialect.ts';
import type { GenerationEvent } from '../core/generation.ts';

/** How far a client has been told a stream: all before the event of this index, and so many parts of what that one says. */
export interface Told {
  readonly index: number;
  /** Infinity where all of its parts have been told. */
  readonly parts: number;
}

/** The position of a client that has been told nothing. */
export const nothingTold: Told = { index: -1, parts: Infinity };

/** The id of the event that tells why a stream broke off: who has it needs nothing more. */
export const failureId = 'failed';

/**
 * The same encoder with an id on each event of the stream: the index of the generation event that it tells, or where one says several,
 * its index and the number of the part on all but the last. Events that have ids keep them. What has been told is left out.
 */
export function numberEvents(encoder: Encoder, told: Told): Encoder {
  let index = -1;
  let parts = 0;

  // The last part has the index alone, so that whoever has it has everything.
  function number(text: string, isLast: boolean): string {
    const events = splitEvents(text);
    let numbered = '';
    for (const [position, event] of events.entries()) {
      parts += 1;
      const own = ownId(event);
      const closes = isLast && position === events.length - 1;
      if (own !== undefined) numbered += Number(own) <= told.index ? '' : event;
      else if (!isTold(closes ? Infinity : parts)) {
        numbered += `id: ${closes ? index : `${index}.${parts}`}\n${event}`;
      }
    }
    return numbered;
  }

  function isTold(part: number): boolean {
    return index < told.index || (index === told.index && part <= told.parts);
  }

  function encode(event: GenerationEvent): string {
    index += 1;
    parts = 0;
    return number(encoder.encode(event), event.type !== 'end' || encoder.end === '');
  }

  return {
    encode,
    fail: (error) => splitEvents(encoder.fail(error)).map(markFailure).join(''),
    get end() {
      return number(encoder.end, true);
    },
    keepAlive: encoder.keepAlive,
  };
}

/** The same encoder without what has been told, for streams that are no events and have no ids: whole generation events alone count. */
export function skipTold(encoder: Encoder, told: Told): Encoder {
  let index = -1;
  const skip = (text: string): string => (index <= told.index ? '' : text);
  return {
    encode(event) {
      index += 1;
      return skip(encoder.encode(event));
    },
    fail: (error) => encoder.fail(error),
    get end() {
      return skip(encoder.end);
    },
    keepAlive: encoder.keepAlive,
  };
}

// Some dialects end an event with two blank lines. By hand: with a regular expression a token costs six times as much.
function splitEvents(text: string): readonly string[] {
  const events: string[] = [];
  for (let from = 0; from < text.length;) {
    const blank = text.indexOf('\n\n', from);
    let end = blank < 0 ? text.length : blank + 2;
    while (text.charAt(end) === '\n') end += 1;
    events.push(text.slice(from, end));
    from = end;
  }
  return events;
}

function ownId(event: string): string | undefined {
  return event.startsWith('id: ') ? event.slice('id: '.length, event.indexOf('\n')) : undefined;
}

function markFailure(event: string): string {
  return `id: ${failureId}\n${event}`;
}
