import type { ChatMessage, Question } from '../../client/chat/question.ts';
import type { ChatOptions } from './options.ts';

/** What has been said, and to whom. */
export interface Conversation {
  /** Absent in a thread, whose server chooses it. */
  readonly model: string | undefined;
  readonly system: string | undefined;
  readonly thread: string | undefined;
  /** The questions and answers up to now. */
  readonly messages: readonly ChatMessage[];
  /** Another model answers from the next question on, but in a thread. */
  choose(model: string): void;
  /** What the model is told before all else, from the next question on. */
  tell(system: string | undefined): void;
  question(prompt: string): Question;
  keep(prompt: string, answer: string): void;
  /** Forgets what was said; one in a thread goes on in the thread of this name. */
  reset(thread: string): void;
}

/** A conversation at its beginning, as the flags say. */
export function createConversation(options: ChatOptions): Conversation {
  const { baseUrl, apiKey, maxTokens, temperature, seed } = options;
  const asked = { baseUrl, apiKey, maxTokens, temperature, seed };
  const messages: ChatMessage[] = [];
  let { system, thread } = options;
  let model = thread === undefined ? (options.model ?? 'gpt-4o-mini') : undefined;
  // A thread keeps it with the other messages: it is said once.
  let isTold = false;

  return {
    messages,
    get model() {
      return model;
    },
    get system() {
      return system;
    },
    get thread() {
      return thread;
    },
    choose(id) {
      if (thread === undefined) model = id;
    },
    tell(text) {
      system = text;
      isTold = false;
    },
    question(prompt) {
      const first: ChatMessage[] =
        system === undefined || isTold ? [] : [{ role: 'system', content: system }];
      const before = thread === undefined ? messages : [];
      return {
        ...asked,
        thread,
        model,
        messages: [...first, ...before, { role: 'user', content: prompt }],
      };
    },
    keep(prompt, answer) {
      messages.push({ role: 'user', content: prompt }, { role: 'assistant', content: answer });
      isTold = thread !== undefined;
    },
    reset(name) {
      messages.length = 0;
      if (thread !== undefined) thread = name;
      isTold = false;
    },
  };
}
