/** What comes in for one reader, in order; a reader that is slow is not sent more than it can hold. */
export interface Inbox<Item> {
  push(item: Item): void;
  /** No more comes; what is there may still be read. */
  end(): void;
  /** No more comes, and what is there is forgotten. */
  fail(error: unknown): void;
  drop(): void;
  /** The next item, as soon as there is one; undefined at the end. One at a time. */
  next(): Promise<Item | undefined>;
}

// Far above what comes between two turns of a reader, far below what memory minds.
const high = 256;
const low = 64;

/** An empty inbox; `flow` is told when it is full, and when there is room again. */
export function createInbox<Item>(flow: (full: boolean) => void): Inbox<Item> {
  let items: Item[] = [];
  let isFull = false;
  let over = false;
  let failure: { readonly error: unknown } | undefined;
  let wake: () => void = () => undefined;

  function setFull(full: boolean): void {
    if (isFull === full || over) return;
    isFull = full;
    flow(full);
  }

  function close(error?: { readonly error: unknown }): void {
    if (over) return;
    over = true;
    failure = error;
    wake();
  }

  return {
    push(item) {
      if (over) return;
      items.push(item);
      if (items.length >= high) setFull(true);
      wake();
    },
    end: () => close(),
    fail(error) {
      items = [];
      close({ error });
    },
    drop() {
      items = [];
      close();
    },
    async next() {
      if (items.length === 0 && !over) await new Promise<void>((resolve) => (wake = resolve));
      if (failure !== undefined) throw failure.error;
      const item = items.shift();
      if (items.length <= low) setFull(false);
      return item;
    },
  };
}
