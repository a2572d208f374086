import type { LlamaModel } from './llama-library.ts';
import { createByteAlphabet } from './tokenizer/byte-alphabet.ts';

// How GGUF files mark tokens that stand for no text, for text as it is written, and for a single byte.
const controlTypes = new Set([3, 5]);
const plainTypes = new Set([2, 4]);
const byteType = 6;

const nothing = new Uint8Array();

/** The bytes of each token from the vocabulary itself: what libraries make of single tokens has lost those that are no whole characters. */
export function createBytesOf(model: LlamaModel): (token: number) => Uint8Array {
  const { tokens, token_type: types = [], model: kind } = model.fileInfo.metadata.tokenizer.ggml;
  const known = new Map<number, Uint8Array>();
  const spell = createSpellers().get(kind);

  function find(token: number): Uint8Array {
    const text = tokens[token];
    const type = types[token] ?? 1;
    if (text === undefined || controlTypes.has(type)) return nothing;
    if (type === byteType) return Uint8Array.of(Number(/^<(0x[0-9A-F]{2})>$/.exec(text)?.[1]));
    if (plainTypes.has(type)) return Buffer.from(text);
    return spell === undefined ? Buffer.from(model.detokenize([token], false)) : spell(text);
  }

  return (token) => {
    const found = known.get(token);
    if (found !== undefined) return found;
    const bytes = find(token);
    known.set(token, bytes);
    return bytes;
  };
}

// By the name that GGUF files give a tokenizer: byte pairs and SentencePiece cover nearly all.
function createSpellers(): ReadonlyMap<string, (text: string) => Uint8Array> {
  const alphabet = new Map(createByteAlphabet().map((character, byte) => [character, byte]));
  const readBytes = (text: string): Uint8Array => {
    const bytes = Array.from(text, (character) => alphabet.get(character));
    // A token that was added to the vocabulary by hand may be written as plain text.
    return bytes.includes(undefined)
      ? Buffer.from(text)
      : Uint8Array.from(bytes.flatMap((byte) => byte ?? []));
  };
  const readPiece = (text: string): Uint8Array => Buffer.from(text.replaceAll('\u2581', ' '));
  return new Map([
    ['gpt2', readBytes],
    ['llama', readPiece],
  ]);
}
