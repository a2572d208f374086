/** Whoever hears what a reader finds in the bytes of one connection. */
export interface AnswerHandler {
  /** The first bytes of an answer have come. */
  begun(): void;
  /** An event of a stream has ended; `done` tells that it was `[DONE]`. */
  event(done: boolean): void;
  /** The answer has ended. */
  ended(status: number): void;
}

/** Reads the bytes of one connection: heads, chunk framing and event borders, no text. */
export type AnswerReader = (buffer: Buffer, count: number) => void;

const states = { head: 0, size: 1, payload: 2, chunkEnd: 3, trailer: 4, body: 5 } as const;

const newline = 0x0a;
const letterD = 0x64;
const doneLength = 'data: [DONE]\n\n'.length;

/** A reader for a connection that answers HTTP/1.1 requests one after another; throws where the framing is wrong. */
export function createAnswerReader(handler: AnswerHandler): AnswerReader {
  let state: number = states.head;
  let head = '';
  let status = 0;
  let size = 0;
  let left = 0;
  let lineLength = 0;
  let afterNewline = false;
  let eventLength = 0;
  let eventStart = 0;

  function readHead(buffer: Buffer, from: number, count: number): number {
    if (head === '') handler.begun();
    const before = head.length;
    head += buffer.toString('latin1', from, Math.min(count, from + 8192));
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return count;
    const text = head.slice(0, end + 2);
    head = '';
    status = Number(text.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)\r\n/i.exec(text)?.[1];
    if (length === undefined && !/\r\ntransfer-encoding: *chunked\r\n/i.test(text)) {
      throw new Error(`an answer without a length: ${text}`);
    }
    state = length === undefined ? states.size : states.body;
    left = Number(length ?? 0);
    size = 0;
    lineLength = 0;
    if (state === states.body && left === 0) endAnswer();
    return from + end + 4 - before;
  }

  function readSize(buffer: Buffer, from: number, count: number): number {
    for (let index = from; index < count; index += 1) {
      const byte = buffer[index] ?? 0;
      if (byte === newline) {
        if (lineLength < 2) throw new Error('a chunk without a length');
        lineLength = 0;
        left = size;
        state = size === 0 ? states.trailer : states.payload;
        if (size === 0) left = 2;
        size = 0;
        return index + 1;
      }
      lineLength += 1;
      if (byte !== 0x0d) size = size * 16 + digit(byte);
    }
    return count;
  }

  // Nothing but borders is looked for: `indexOf` of a byte is native, five times faster than a loop.
  function readPayload(buffer: Buffer, from: number, count: number): number {
    const end = Math.min(count, from + left);
    left -= end - from;
    let start = from;
    if (eventLength === 0) eventStart = buffer[from] ?? 0;
    let index = from;
    if (afterNewline && buffer[from] === newline) {
      start = endEvent(buffer, start, from + 1);
      index = start;
    }
    afterNewline = false;
    for (index = buffer.indexOf(newline, index); index >= 0 && index < end;) {
      if (index + 1 === end) {
        afterNewline = true;
        break;
      }
      if (buffer[index + 1] === newline) {
        start = endEvent(buffer, start, index + 2);
        index += 1;
      }
      index = buffer.indexOf(newline, index + 1);
    }
    eventLength += end - start;
    if (left === 0) {
      state = states.chunkEnd;
      left = 2;
    }
    return end;
  }

  function endEvent(buffer: Buffer, start: number, end: number): number {
    const done = eventLength + end - start === doneLength && eventStart === letterD;
    eventLength = 0;
    eventStart = buffer[end] ?? 0;
    handler.event(done);
    return end;
  }

  function skip(from: number, count: number): number {
    const end = Math.min(count, from + left);
    left -= end - from;
    if (left > 0) return end;
    if (state === states.chunkEnd) state = states.size;
    else endAnswer();
    return end;
  }

  function endAnswer(): void {
    state = states.head;
    handler.ended(status);
  }

  return (buffer, count) => {
    let index = 0;
    while (index < count) {
      if (state === states.payload) index = readPayload(buffer, index, count);
      else if (state === states.size) index = readSize(buffer, index, count);
      else if (state === states.head) index = readHead(buffer, index, count);
      else index = skip(index, count);
    }
  };
}

function digit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  if (letter >= 0x61 && letter <= 0x66) return letter - 0x57;
  throw new Error(`a chunk length with the byte ${byte}`);
}
