import type { Logprob, TokenLogprob } from '../core/generation.ts';

/** The log probabilities of a text as text completions tell them, a list for each figure. */
export interface CompletionLogprobs {
  readonly tokens: readonly string[];
  readonly token_logprobs: readonly number[];
  readonly top_logprobs: readonly Readonly<Record<string, number>>[];
  readonly text_offset: readonly number[];
}

/** Tells the log probabilities of one choice, piece by piece. */
export type LogprobTeller = (logprobs: readonly TokenLogprob[]) => CompletionLogprobs;

/** A teller whose offsets go on after the prompt, as the live ones do, in characters. */
export function createLogprobTeller(prompt: string): LogprobTeller {
  let offset = countCharacters(prompt);
  let decoder = new TextDecoder();

  // A token that ends inside a character begins where that character does.
  function advance({ bytes }: TokenLogprob): number {
    const begin = offset;
    offset += countCharacters(decoder.decode(Uint8Array.from(bytes), { stream: true }));
    return begin;
  }

  return (logprobs) => {
    const offsets = logprobs.map(advance);
    // Pieces are whole characters: what is left in the decoder belongs to none.
    decoder = new TextDecoder();
    return {
      tokens: logprobs.map(nameToken),
      token_logprobs: logprobs.map(({ logprob }) => logprob),
      top_logprobs: logprobs.map(describeAlternatives),
      text_offset: offsets,
    };
  };
}

function describeAlternatives(chosen: TokenLogprob): Readonly<Record<string, number>> {
  const all = [...chosen.alternatives, chosen];
  return Object.fromEntries(all.map((each) => [nameToken(each), each.logprob]));
}

// A token that is no text is told by its bytes.
function nameToken({ token, bytes }: Logprob): string {
  if (Buffer.from(token).equals(Uint8Array.from(bytes))) return token;
  return `bytes:${bytes.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}`;
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
