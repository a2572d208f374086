import type { GenerationRequest } from './generation.ts';

/** Where a text may be cut into pieces; every cut stands at a token boundary too. */
export type Cut =
  | { readonly kind: 'token' }
  | { readonly kind: 'word' }
  /** Evenly into a random number of groups of words and punctuation marks. */
  | { readonly kind: 'groups'; readonly min: number; readonly max: number };

/** Which answer an engine is asked for: engines take their chance from this and from the request alone. */
export interface EngineCall {
  readonly request: GenerationRequest;
  /** Which of the request's choices, counted from 0. */
  readonly choice: number;
  /** A number that is the same for equal requests, seeds and choices. */
  readonly seed: number;
}

/** A tool that an engine calls instead of saying something; its arguments are JSON. */
export interface CalledTool {
  readonly name: string;
  readonly arguments: string;
}

/**
 * Where text comes from. It writes as fast as it can and knows no pace and no wire.
 * Each text it yields begins where a word begins (with the blank before it), so that tokens never span two of them.
 * It calls tools after its text, and only tools that the request offers.
 */
export interface Engine {
  readonly name: string;
  readonly cut: Cut;
  text(call: EngineCall, signal: AbortSignal): Iterable<string | CalledTool> | AsyncIterable<string | CalledTool>;
  close?(): Promise<void>;
}
