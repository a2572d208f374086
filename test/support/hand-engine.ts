import type { Engine } from '../../src/core/engine.ts';
import { createTold } from './make-generate.ts';

/** One answer of an engine that says what it is told to, when it is told. */
export interface Hand {
  readonly signal: AbortSignal;
  /** Whether its generator has been left or has ended. */
  readonly left: boolean;
  /** How often it was asked for a text. */
  readonly asked: number;
  say(text: string): Promise<void>;
  end(): Promise<void>;
  fail(error: Error): Promise<void>;
}

/** An engine whose answers are in the hand of a test, one a choice. */
export function createHandEngine(): { readonly engine: Engine; readonly hands: readonly Hand[] } {
  const hands: Hand[] = [];
  const engine = createTold(({ choice }, signal) => {
    const queue: PromiseWithResolvers<string | undefined>[] = [];
    let heard = 0;
    let asked = 0;
    let left = false;
    const slot = (index: number) => (queue[index] ??= Promise.withResolvers<string | undefined>());
    let said = 0;
    const next = async (act: (waiting: PromiseWithResolvers<string | undefined>) => void): Promise<void> => {
      const waiting = slot((said += 1) - 1);
      // What fails before it is asked for is heard later.
      waiting.promise.catch(() => undefined);
      act(waiting);
      await settle();
    };
    hands[choice] = {
      signal,
      get left() {
        return left;
      },
      get asked() {
        return asked;
      },
      say: (text) => next(({ resolve }) => resolve(text)),
      end: () => next(({ resolve }) => resolve(undefined)),
      fail: (error) => next(({ reject }) => reject(error)),
    };
    return (async function* () {
      try {
        for (;;) {
          asked += 1;
          const text = await slot((heard += 1) - 1).promise;
          if (text === undefined) return;
          yield text;
        }
      } finally {
        left = true;
      }
    })();
  });
  return { engine, hands };
}

/** Lets everything that waits for nothing but its turn go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
