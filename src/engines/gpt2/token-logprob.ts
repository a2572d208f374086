import type { Logprob, TokenLogprob } from '../../core/generation.ts';
import type { Backend, TopLogits } from './backend.ts';

// The least that APIs tell: JSON has no infinity.
const least = -9999;

/** A token's log probability beside those of the `count` most probable ones, by the model's own distribution: before penalties and temperature. */
export function tellLogprob(
  token: number,
  top: TopLogits,
  count: number,
  bytesOf: Backend['bytesOf'],
): TokenLogprob {
  const { ids, logits, logSumExp = 0 } = top;
  function describe(id: number, logit: number | undefined): Logprob {
    const bytes = bytesOf(id);
    const logprob = logit === undefined ? least : Math.max(least, Math.min(0, logit - logSumExp));
    return { token: spell(bytes), logprob, bytes: [...bytes] };
  }
  const alternatives = Array.from(ids.subarray(0, count), (id, place) => describe(id, logits[place]));
  return { ...describe(token, logits[ids.indexOf(token)]), alternatives };
}

// A token that is no text of its own is told as the API tells it: \xf0\x9f.
function spell(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Nothing is lost: its bytes are told.
    return Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  }
}
