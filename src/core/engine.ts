import type { GenerationRequest, TokenLogprob } from './generation.ts';

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
  /** Most tokens that the answer may have: what an engine says beyond them is cut off. Absent: no bound is known. */
  readonly maxTokens?: number;
  /** What this answer has said before: only what comes after it is asked for. Told to engines alone whose pieces have `ids`. Absent: nothing. */
  readonly said?: readonly GeneratedPiece[];
}

/** A piece of text that its engine has cut itself: whole characters, counted in the tokens of its own model. */
export interface GeneratedPiece {
  readonly text: string;
  /** At least 1; more where characters span tokens. */
  readonly tokens: number;
  /** One for each token, where they were asked for. */
  readonly logprobs?: readonly TokenLogprob[];
  /** Its tokens in the engine's own model, after which it can go on; none where the text was cut short and is the last. Absent: it cannot. */
  readonly ids?: readonly number[];
}

/** What an engine tells of a request before it answers. */
export interface Preparation {
  /** The prompt's tokens, counted by the engine's own model. */
  readonly promptTokens: number;
  /** Most tokens that this answer gets: what was asked for, as far as the model has room after the prompt. */
  readonly maxTokens: number;
}

/** What an engine says: a stretch of text that is cut for it, a piece that it has cut itself, or a call of a tool. */
export type Said = string | GeneratedPiece | CalledTool;

/** A tool that an engine calls instead of saying something; its arguments are JSON. */
export interface CalledTool {
  readonly name: string;
  readonly arguments: string;
}

/** A figure of an engine, for whoever watches it. */
export interface EngineFigure {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  readonly value: number;
}

/**
 * Where text comes from. It writes as fast as it can and knows no pace and no wire.
 * Each stretch of text it yields begins where a word begins (with the blank before it), so that tokens never span two of them.
 * It calls tools after its text, and only tools that the request offers.
 */
export interface Engine {
  readonly name: string;
  readonly cut: Cut;
  /** For an engine that cuts its own pieces; rejects with an ApiError where the request cannot be answered. Absent: others count. */
  prepare?(request: GenerationRequest, signal: AbortSignal): Promise<Preparation>;
  text(call: EngineCall, signal: AbortSignal): Iterable<Said> | AsyncIterable<Said>;
  /** What it has done and does now; absent: nothing worth watching. */
  figures?(): Promise<readonly EngineFigure[]>;
  close?(): Promise<void>;
}
