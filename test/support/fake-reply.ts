import type { Clock } from '../../src/core/clock.ts';
import type { Reply } from '../../src/core/reply.ts';

/** A Reply that keeps what it is told, with the moment of each. */
export interface FakeReply extends Reply {
  readonly writes: readonly { readonly moment: number; readonly text: string }[];
  /** How it was closed: 'end', 'fin' or 'rst', in order. */
  readonly closings: readonly string[];
  readonly text: string;
  /** Whether whoever writes waits for the client. */
  readonly awaited: boolean;
  /** The client reads no more: from now on it is behind. */
  block(): void;
  /** The client has caught up. */
  drain(): void;
}

/** A reply to a client that reads everything at once, until it is blocked. */
export function createFakeReply(clock: Clock): FakeReply {
  const writes: { readonly moment: number; readonly text: string }[] = [];
  const closings: string[] = [];
  let blocked = false;
  let resume: (() => void) | undefined;
  return {
    writes,
    closings,
    get text() {
      return writes.map(({ text }) => text).join('');
    },
    get awaited() {
      return resume !== undefined;
    },
    head: () => undefined,
    write(text) {
      if (closings.length > 0) throw new Error('Written after the end.');
      writes.push({ moment: clock.now(), text });
      return !blocked;
    },
    drained(callback) {
      resume = callback;
    },
    end: () => void closings.push('end'),
    sever: (how) => void closings.push(how),
    block() {
      blocked = true;
    },
    drain() {
      blocked = false;
      const waiting = resume;
      resume = undefined;
      waiting?.();
    },
  };
}
