import type { ChatEvent, ChatFinish } from '../../client/chat/read-answer.ts';

/** What an answer took; spans in milliseconds after the question. */
export interface Statistics {
  /** Absent where no text came. */
  readonly firstToken: number | undefined;
  readonly total: number;
  readonly tokens: number;
  /** Whether the server counted the tokens; otherwise they are the pieces in which they came. */
  readonly isCounted: boolean;
  /** Of what came after the first piece; absent where it was the only one. */
  readonly tokensPerSecond: number | undefined;
  readonly reason: string | undefined;
}

/** Counts the events of one answer. */
export interface Meter {
  hear(event: ChatEvent): void;
  /** The figures up to this moment of the answer. */
  read(now: number): Statistics;
}

/** A meter at the beginning of an answer. */
export function createMeter(): Meter {
  let pieces = 0;
  let first: number | undefined;
  let last = 0;
  let finish: ChatFinish | undefined;
  return {
    hear(event) {
      if (event.type === 'finish') finish = event;
      else {
        pieces += 1;
        first ??= event.moment;
        last = event.moment;
      }
    },
    read(now) {
      const tokens = finish?.usage?.completionTokens ?? pieces;
      const span = last - (first ?? last);
      return {
        firstToken: first,
        total: finish?.moment ?? now,
        tokens,
        isCounted: finish?.usage !== undefined,
        // A piece may hold several tokens: those of the first one came before the span.
        tokensPerSecond: span > 0 ? ((tokens - tokens / pieces) / span) * 1000 : undefined,
        reason: finish?.reason,
      };
    },
  };
}

/** The figures in one line. */
export function formatStatistics(statistics: Statistics): string {
  const { firstToken, total, tokens, isCounted, tokensPerSecond, reason } = statistics;
  const unit = isCounted ? 'token' : 'piece';
  const parts = [
    firstToken === undefined ? 'no text' : `first token after ${Math.round(firstToken)} ms`,
    `${tokens} ${unit}${tokens === 1 ? '' : 's'}`,
    ...(tokensPerSecond === undefined ? [] : [`${tokensPerSecond.toFixed(1)} ${unit}s/s`]),
    `${(total / 1000).toFixed(2)} s in all`,
    ...(reason === undefined || reason === 'stop' ? [] : [`ended by ${reason}`]),
  ];
  return parts.join(', ');
}
