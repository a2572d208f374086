import type { AnswerFormat } from '../../core/generation.ts';
import type { Sampling } from './sampling.ts';

/** The most probable next tokens of one sequence, by raw logits: before temperature, penalties and every other choice of the sampler. */
export interface TopLogits {
  /** Token ids, the most probable one first. */
  readonly ids: Int32Array;
  /** Their logits, in the same order. */
  readonly logits: Float32Array;
  /** ln of the sum of exp over the logits of the whole vocabulary, where it was asked for: what log probabilities need. */
  readonly logSumExp?: number;
}

/** How a backend chooses a token itself, where a format bounds what may follow. */
export interface Draw extends Sampling {
  /** The tokens of the answer so far. */
  readonly said: readonly number[];
  /** For this token alone. */
  readonly seed: number;
}

/** What one sequence does in one step: it takes tokens in, and gives the logits that follow the last one if they are wanted. */
export interface SlotStep {
  /** Counted from 0; the steps of one call come in rising order of their slots, each slot once. */
  readonly slot: number;
  /** At least one. */
  readonly tokens: readonly number[];
  /** How many of the most probable next tokens are wanted; 0 for none, as in the middle of a prompt. */
  readonly top: number;
  /** Whether `logSumExp` is wanted. */
  readonly normalise: boolean;
  /** Present where the slot is bound to a format: the result's only id is then the token chosen, and `top` counts for nothing. */
  readonly draw?: Draw;
}

/** What a backend tells of its model. */
export interface ModelFacts {
  readonly name: string;
  readonly architecture: string;
  /** Most tokens of one sequence, prompt and answer together. */
  readonly contextLength: number;
  readonly vocabularySize: number;
  /** How the weights are stored: 'f32', 'f16', 'q8_0', … */
  readonly precision: string;
  /** Where it computes: 'cpu', or the name of the GPU's interface. */
  readonly device: string;
  /** A template that makes a prompt of a conversation, where the model brings one that the backend can apply. */
  readonly hasChatTemplate: boolean;
}

/** One message of a conversation, as templates know it. */
export interface TemplateMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What binds answers to a format. */
export interface Formats {
  /** Rejects with a FormatError where answers cannot follow this format. */
  check(format: AnswerFormat): Promise<void>;
  /** Binds what a slot says from now on, until it is rewound to nothing. */
  bind(slot: number, format: AnswerFormat): Promise<void>;
}

/** A format that no answer can be bound to; the message says why. */
export class FormatError extends Error {}

/** A model that computes: several sequences side by side, a step at a time; it samples nothing and schedules nothing. */
export interface Backend {
  readonly facts: ModelFacts;
  /** How many sequences it holds. */
  readonly slots: number;
  /** Tokens of a text, without a beginning or an end of text; text that looks like a special token is ordinary text. */
  tokenize(text: string): readonly number[];
  /** The bytes that a token stands for; empty for a control token. */
  bytesOf(token: number): Uint8Array;
  /** Whether a token ends the text. */
  endsText(token: number): boolean;
  /** The prompt of a conversation by the model's own template, its special tokens included; only where `hasChatTemplate`. */
  applyTemplate(messages: readonly TemplateMessage[]): readonly number[];
  /** The token that stands before every prompt, or before an empty one alone; absent: the one that ends a text stands before an empty prompt. */
  readonly beginning?: { readonly token: number; readonly always: boolean };
  /** How answers are bound to a format; absent: they cannot be. */
  readonly formats?: Formats;
  /** Runs one step of all the sequences given, together; the results come in the order of the steps. Rejects as a whole. */
  step(steps: readonly SlotStep[]): Promise<readonly (TopLogits | undefined)[]>;
  /** Forgets all tokens of a slot but the first `keep` ones. */
  rewind(slot: number, keep: number): Promise<void>;
  close(): Promise<void>;
}
