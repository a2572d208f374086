import type { AnswerFormat } from '../../core/generation.ts';
import type { ModelFacts } from './backend.ts';
import type { Counters } from './counters.ts';
import type { Prompt, PromptSource } from './prompt.ts';
import type { Tick } from './scheduler-state.ts';
import type { Task } from './sequence.ts';

// What the server's process and the model's process tell each other, as JSON.

/** Which model is loaded, and how it is run. */
export interface LoadOptions {
  /** A GGUF file, or a folder as Hugging Face has them. */
  readonly model: string;
  /** A GGUF file to use in place of the folder's weights. */
  readonly gguf?: string | undefined;
  readonly native: 'auto' | 'off';
  readonly slots: number;
  readonly threads?: number | undefined;
  readonly gpu: 'auto' | 'off';
  readonly contextLength?: number | undefined;
  readonly queue: number;
  readonly prefillBudget: number;
  readonly deterministic: boolean;
  /** What an earlier process of the same model has found; absent: it is found by trial. */
  readonly singleUpTo?: number | undefined;
}

/** A prompt that is to be made. */
export interface PromptOrder {
  readonly source: PromptSource;
  /** Whether what is too long is cut from the left; else a conversation's oldest recalled turns alone are left out. */
  readonly cuts: boolean;
  /** How many tokens of the answer what is cut or left out makes room for; absent: a quarter of what the model takes. */
  readonly room?: number | undefined;
  readonly format?: AnswerFormat | undefined;
}

/** What the server's process says. */
export type ToModel =
  | { readonly type: 'load'; readonly options: LoadOptions }
  | { readonly type: 'prepare'; readonly id: number; readonly order: PromptOrder }
  | { readonly type: 'start'; readonly task: Task }
  | { readonly type: 'cancel' | 'pause' | 'resume' | 'count'; readonly id: number };

/** What the model's process says. */
export type FromModel =
  | ({ readonly type: 'ready' } & Readiness)
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'prepared'; readonly id: number; readonly prompt: Prompt }
  | { readonly type: 'refused'; readonly id: number; readonly refusal: Refusal }
  | { readonly type: 'counted'; readonly id: number; readonly counters: Counters }
  | ({ readonly type: 'tick' } & Tick);

/** What a process tells of its model once it is loaded. */
export interface Readiness {
  readonly facts: ModelFacts;
  readonly singleUpTo: number;
}

/** Why a prompt cannot be answered: what its request asks for, or what broke down. */
export interface Refusal {
  readonly message: string;
  /** The request's parameter at fault. */
  readonly param?: string;
}

/** Whether a message is one of the server's. */
export function isToModel(message: unknown): message is ToModel {
  return hasType(message);
}

/** Whether a message is one of the model's. */
export function isFromModel(message: unknown): message is FromModel {
  return hasType(message);
}

// Both ends are ours and of one version: a message is what its type says.
function hasType(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message;
}
