import { hash } from '../../../src/core/chance.ts';
import type { Backend, SlotStep, TopLogits } from '../../../src/engines/gpt2/backend.ts';

/** The token that ends a text of the fake model. */
export const endToken = 256;

/** What a fake model does otherwise than usual. */
export interface FakeOptions {
  readonly slots?: number;
  readonly contextLength?: number;
  /** The next token of what a slot holds; absent: a letter that depends on all of it. */
  next?(tokens: readonly number[]): number;
  /** Awaited before the results of a step are given. */
  hold?(steps: readonly SlotStep[]): Promise<void> | void;
}

/** A fake model and what has been asked of it. */
export interface FakeBackend extends Backend {
  /** What each call was for: slots and their numbers of tokens. */
  readonly calls: (readonly (readonly [slot: number, tokens: number])[])[];
  /** The tokens that each slot holds. */
  readonly held: readonly (readonly number[])[];
}

/** A model whose tokens are bytes: it goes on with letters, at once. */
export function createFakeBackend(options: FakeOptions = {}): FakeBackend {
  const { slots = 4, contextLength = 1000, next = nextLetter } = options;
  const held: number[][] = Array.from({ length: slots }, () => []);
  const calls: (readonly (readonly [number, number])[])[] = [];
  return {
    calls,
    held,
    slots,
    facts: {
      name: 'fake',
      architecture: 'fake',
      contextLength,
      vocabularySize: 257,
      precision: 'f32',
      device: 'cpu',
      hasChatTemplate: false,
    },
    tokenize: (text) => [...Buffer.from(text)],
    bytesOf: (token) => (token < 256 ? Uint8Array.of(token) : new Uint8Array()),
    endsText: (token) => token === endToken,
    applyTemplate: () => {
      throw new Error('no template');
    },
    async step(steps) {
      calls.push(steps.map(({ slot, tokens }) => [slot, tokens.length]));
      await options.hold?.(steps);
      return steps.map(({ slot, tokens, top }) => {
        const sequence = held[slot] ?? [];
        sequence.push(...tokens);
        if (sequence.length >= contextLength) throw new Error('The slot is full.');
        return top === 0 ? undefined : peak(next(sequence));
      });
    },
    rewind(slot, keep) {
      held[slot]?.splice(keep);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}

function nextLetter(tokens: readonly number[]): number {
  return 97 + (hash(...tokens) % 26);
}

// One token that is all but certain, and its neighbour.
function peak(token: number): TopLogits {
  return { ids: Int32Array.of(token, (token + 1) % 256), logits: Float32Array.of(30, -30), logSumExp: 30 };
}
