/** Knows of turns of conversations that are still to be kept: one that breaks off is kept after its answer has ended. */
export interface OpenTurns {
  /** Counts one more turn as open, until what is given back is called. */
  open(): () => void;
  /** Resolves once none of those that are open now is. */
  closed(): Promise<void>;
}

/** No turns yet. */
export function createOpenTurns(): OpenTurns {
  const turns = new Set<Promise<void>>();
  return {
    open() {
      const { promise, resolve } = Promise.withResolvers<void>();
      turns.add(promise);
      return () => {
        turns.delete(promise);
        resolve();
      };
    },
    async closed() {
      await Promise.all(turns);
    },
  };
}
