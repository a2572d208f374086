/** One event of a stream of server-sent events. */
export interface SseEvent {
  /** The event's type; 'message' where it names none. */
  readonly event: string;
  /** The data lines, joined by line ends. */
  readonly data: string;
  /** The last id that the stream has given; empty where it has given none. */
  readonly id: string;
}

/** Reads server-sent events from text that comes in pieces cut anywhere. */
export interface SseReader {
  /** The events that this piece completes. */
  push(text: string): readonly SseEvent[];
  /** How long the server asks to wait before coming back, in milliseconds; undefined where it asks nothing. */
  readonly retry: number | undefined;
}

/** A reader at the beginning of a stream, by the rules of the HTML standard (section 9.2.6): what is cut off at the end is no event. */
export function createSseReader(): SseReader {
  let rest = '';
  let atStart = true;
  let event = '';
  let data: string[] = [];
  let id = '';
  let retry: number | undefined;

  function dispatch(events: SseEvent[]): void {
    if (data.length > 0) events.push({ event: event === '' ? 'message' : event, data: data.join('\n'), id });
    event = '';
    data = [];
  }

  function readLine(line: string, events: SseEvent[]): void {
    if (line === '') return dispatch(events);
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
    else if (name === 'id' && !value.includes('\0')) id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) retry = Number(value);
  }

  return {
    push(text) {
      const events: SseEvent[] = [];
      rest += atStart && text !== '' ? text.replace(/^\uFEFF/, '') : text;
      if (text !== '') atStart = false;
      // A carriage return at the end may be the first half of a line end.
      const end = rest.endsWith('\r') ? rest.length - 1 : rest.length;
      let start = 0;
      for (const match of rest.slice(0, end).matchAll(/\r\n|\r|\n/g)) {
        readLine(rest.slice(start, match.index), events);
        start = match.index + match[0].length;
      }
      rest = rest.slice(start);
      return events;
    },
    get retry() {
      return retry;
    },
  };
}
