/** Who speaks in a message. */
export type Role = 'system' | 'developer' | 'user' | 'assistant' | 'tool' | 'function';

/** One turn of a conversation, its content as plain text. */
export interface Message {
  readonly role: Role;
  readonly content: string;
  readonly name?: string;
  /** Images that came with the text: counted as prompt tokens, never looked at. */
  readonly images?: number;
  /** The tools that an assistant's message calls. */
  readonly toolCalls?: readonly ToolCall[];
  /** The call that a tool's message answers. */
  readonly toolCallId?: string;
}

/** One call of a tool. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON, as the model wrote it. */
  readonly arguments: string;
}

/** A tool that an answer may call instead of saying something. */
export interface Tool {
  readonly name: string;
  readonly description?: string;
  /** The JSON schema of its arguments; absent: it takes none. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Whether an answer calls tools: as it sees fit, never, in any case, or one of them by name. */
export type ToolChoice = 'auto' | 'none' | 'required' | { readonly name: string };
