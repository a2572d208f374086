/** Makes text of bytes that come in pieces, tokens for one, which may end inside a character. */
export interface Utf8Decoder {
  /** The characters that are whole by now; a byte that can be part of none becomes U+FFFD as soon as that is certain. */
  push(bytes: Uint8Array): string;
  /** What is left at the end: U+FFFD where the text ends inside a character. */
  flush(): string;
}

/** A decoder by the rules of the WHATWG, which are those of every browser. */
export function createUtf8Decoder(): Utf8Decoder {
  // A byte order mark is a character like any other: it may come in the middle of an answer.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return {
    push: (bytes) => decoder.decode(bytes, { stream: true }),
    flush: () => decoder.decode(),
  };
}
