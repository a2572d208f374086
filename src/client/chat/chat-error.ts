/** What kept an answer from coming, or broke it off. */
export type ChatTrouble =
  /** No connection came about; `code` is the system's. */
  | { readonly kind: 'unreachable'; readonly code: string }
  | Refusal
  /** The server sends callers elsewhere. */
  | { readonly kind: 'moved'; readonly to: string }
  /** The server told of an error within the stream. */
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'cut-off' }
  /** Nothing that was said is an answer; `sample` is how it begins. */
  | { readonly kind: 'unreadable'; readonly sample: string };

/** A status that is no success, and what the body says of it. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly status: number;
  /** Empty where the body has no words. */
  readonly message: string;
  /** The machine's name for it, `model_not_found` for one. */
  readonly code: string | undefined;
  /** The field of the request that is meant. */
  readonly param: string | undefined;
  /** Seconds to wait, where the server tells. */
  readonly retryAfter: number | undefined;
  /** Whether the body is an HTML page, which no API sends. */
  readonly isPage: boolean;
}

/** Why there is no answer, or no more of it. */
export class ChatError extends Error {
  readonly trouble: ChatTrouble;

  constructor(trouble: ChatTrouble) {
    super(trouble.kind);
    this.name = 'ChatError';
    this.trouble = trouble;
  }
}
