import type { Message, Tool, ToolCall, ToolChoice } from './message.ts';
import type { ThreadTurn } from './thread-store.ts';

/** What a request asks of the pace; what is absent comes from the model's configuration. Times in milliseconds. */
export interface PaceOptions {
  readonly ttft?: number;
  readonly tokensPerSecond?: number;
  /** Standard deviation of the gap between tokens, as a fraction of the gap. */
  readonly jitter?: number;
  readonly jitterShape?: 'normal' | 'log-normal';
  readonly instant?: boolean;
}

/** What any dialect asks for, in no API's words. */
export interface GenerationRequest {
  /** The model as the client named it. */
  readonly model: string;
  readonly messages: readonly Message[];
  /** How many answers are asked for, counted from 1; to each prompt, where there are several. */
  readonly choices: number;
  /** Most tokens a choice may have, reasoning included; absent: the model's own limit. */
  readonly maxTokens?: number;
  /** Texts before which an answer ends. */
  readonly stop: readonly string[];
  /** The client's seed, or null. */
  readonly seed: number | null;
  /** The client's temperature, or null. */
  readonly temperature: number | null;
  /** How a model that computes chooses its tokens; engines of rules take no notice. */
  readonly sampling?: SamplingOptions;
  /** A text to go on with as it stands; engines that only answer take it from the messages, which hold it too. Absent: a conversation. */
  readonly prompt?: string;
  /** Texts to go on with as they stand, each with its own choices, in place of a conversation; token ids are of the model's encoding. */
  readonly prompts?: readonly (string | readonly number[])[];
  /** How many alternatives each token's log probability comes with; absent: no log probabilities. */
  readonly topLogprobs?: number;
  /** Tokens that the answer spends on thinking before its first word. */
  readonly reasoningTokens?: number;
  /** Fewest characters of an answer, whatever the prompt asks; an engine that only recites may say less. */
  readonly minCharacters?: number;
  /** The tools that the answer may call. */
  readonly tools?: readonly Tool[];
  /** Absent: 'auto'. */
  readonly toolChoice?: ToolChoice;
  /** Whether an answer may call several tools at once; absent: it may. */
  readonly parallelToolCalls?: boolean;
  /** What was looked up for this answer: an engine of rules quotes it. It stands among the messages too. */
  readonly passages?: readonly string[];
  /** What form the answer has; absent: text. An engine that only recites may put its text into a JSON object. */
  readonly format?: AnswerFormat;
  /** The kept conversation that this request goes on with; absent: none. */
  readonly turn?: ThreadTurn;
  /** How many of the messages come from a kept conversation, the oldest ones after the instructions: an engine that counts for itself leaves out as many of them as it has no room for. Absent: none. */
  readonly recalled?: number;
  readonly pace?: PaceOptions;
  /** Which answers are made first where many wait: those of lower numbers. Absent: 0. */
  readonly priority?: number;
  /** What another maker has told of this answer already: it is told again first, as it stands, and gone on with. */
  readonly said?: readonly GenerationEvent[];
  /** The name under which the answer is logged, so that it goes on without its client; absent: it ends with its client. */
  readonly resumable?: { readonly id: string };
}

/** How a model chooses among its next tokens, in Hugging Face's order of steps; what is absent has no effect. */
export interface SamplingOptions {
  /** Only the so many most probable tokens. */
  readonly topK?: number;
  /** Only the most probable tokens that together have this probability. */
  readonly topP?: number;
  /** Only tokens at least so probable, as a fraction of the most probable one. */
  readonly minP?: number;
  /** Divides the logits of what has been said, above 0, or multiplies those below. */
  readonly repetitionPenalty?: number;
  readonly presencePenalty?: number;
  readonly frequencyPenalty?: number;
}

/** A JSON object of any shape, or JSON that follows a schema. */
export type AnswerFormat =
  | { readonly kind: 'json' }
  | { readonly kind: 'json-schema'; readonly schema: Readonly<Record<string, unknown>> }
  /** Text that a grammar in GBNF allows. */
  | { readonly kind: 'grammar'; readonly grammar: string };

/** A token's log probability (natural, at most 0) and its UTF-8 bytes. */
export interface Logprob {
  readonly token: string;
  readonly logprob: number;
  readonly bytes: readonly number[];
}

/** A generated token's log probability beside those of its alternatives, most probable first. */
export interface TokenLogprob extends Logprob {
  readonly alternatives: readonly Logprob[];
}

/** Why a choice ended. */
export type FinishReason = 'stop' | 'length' | 'tool-calls';

/** Tokens counted by the arithmetic of the model's encoding; `completionTokens` includes `reasoningTokens`. */
export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly reasoningTokens: number;
}

/** The generation has begun: nothing that follows can be refused with a status. */
export interface StartEvent {
  readonly type: 'start';
  readonly due: number;
  readonly choices: number;
  readonly promptTokens: number;
  /** The request's prompts as texts; absent where it has none. */
  readonly prompts?: readonly string[];
}

/** A piece of one choice's text: whole tokens, whole characters. */
export interface TextDeltaEvent {
  readonly type: 'text-delta';
  readonly due: number;
  readonly choice: number;
  readonly text: string;
  readonly tokens: number;
  readonly logprobs?: readonly TokenLogprob[];
  /** The tokens of a model that computes, for whoever goes on after them: no client is told. None where a stop has cut the text short. */
  readonly ids?: readonly number[];
}

/** One choice begins to call a tool; its arguments follow in events of their own. */
export interface ToolCallEvent {
  readonly type: 'tool-call';
  readonly due: number;
  readonly choice: number;
  /** Which of the choice's calls, counted from 0. */
  readonly index: number;
  /** Equal requests give equal ids. */
  readonly id: string;
  readonly name: string;
}

/** A piece of a tool call's arguments, of whole tokens; the pieces of a call make JSON. */
export interface ToolArgumentsEvent {
  readonly type: 'tool-arguments';
  readonly due: number;
  readonly choice: number;
  readonly index: number;
  readonly text: string;
  readonly tokens: number;
}

/** One choice has ended. */
export interface FinishEvent {
  readonly type: 'finish';
  readonly due: number;
  readonly choice: number;
  readonly reason: FinishReason;
}

/** The generation has ended; the last event. */
export interface EndEvent {
  readonly type: 'end';
  readonly due: number;
  readonly usage: Usage;
}

/** What a generation says; `due` is the moment it should reach the client, in ms after the generation began, 0 for at once, never falling. */
export type GenerationEvent =
  | StartEvent
  | TextDeltaEvent
  | ToolCallEvent
  | ToolArgumentsEvent
  | FinishEvent
  | EndEvent;

/**
 * A request in, events out, in batches that may run ahead of their moments: whoever plays them waits, not whoever makes them.
 * Rejects with an ApiError before the first batch when the request cannot be answered; ends soon after `signal` aborts.
 */
export type Generate = (
  request: GenerationRequest,
  signal: AbortSignal,
) => AsyncIterable<readonly GenerationEvent[]>;

/** A whole answer, collected. */
export interface GenerationResult {
  readonly choices: readonly ResultChoice[];
  readonly usage: Usage;
  /** The request's prompts as texts; absent where it has none. */
  readonly prompts?: readonly string[];
}

/** One choice of a whole answer. */
export interface ResultChoice {
  readonly text: string;
  readonly reason: FinishReason;
  /** The tools that it calls, in order; absent where it calls none. */
  readonly toolCalls?: readonly ToolCall[];
  readonly logprobs?: readonly TokenLogprob[];
}
