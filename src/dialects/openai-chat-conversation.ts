import { ApiError } from '../core/api-error.ts';
import type { Message, ToolCall } from '../core/message.ts';
import type { ChatMessage } from './openai-chat-messages.ts';
import { clip } from './openai-issues.ts';

type Content = ChatMessage['content'];

/** The messages in no API's words, their texts joined; throws a 400 when they make no conversation. */
export function readConversation(messages: readonly ChatMessage[]): Message[] {
  messages.forEach(checkContent);
  checkToolCalls(messages);
  return messages.map(toMessage);
}

/** Whether the messages contain the word that `json_object` asks for. */
export function mentionsJson(messages: readonly ChatMessage[]): boolean {
  return messages.some(({ content }) => /json/i.test(textOf(content)));
}

function checkContent(message: ChatMessage, index: number): void {
  if (message.content !== null && message.content !== undefined) return;
  if (message.role === 'assistant') {
    if (message.tool_calls ?? message.function_call ?? message.audio) return;
    if (message.refusal !== null && message.refusal !== undefined) return;
  }
  throw refuse(`messages.[${index}].content`, `Invalid value for 'content': expected a string, got null.`);
}

// A run of tool messages answers the assistant's message right before it, each of its calls.
function checkToolCalls(messages: readonly ChatMessage[]): void {
  let called: ReadonlySet<string> = none;
  let unanswered: Set<string> = new Set();
  messages.forEach((message, index) => {
    if (message.role === 'tool') {
      checkToolMessage(message.tool_call_id, called, index);
      unanswered.delete(message.tool_call_id);
      return;
    }
    checkAnswered(unanswered, index);
    const calls = message.role === 'assistant' ? message.tool_calls : undefined;
    called = calls ? new Set(calls.map(({ id }) => id)) : none;
    unanswered = new Set(called);
  });
  checkAnswered(unanswered, messages.length);
}

const none: ReadonlySet<string> = new Set();

function checkToolMessage(id: string, called: ReadonlySet<string>, index: number): void {
  if (called.has(id)) return;
  if (called.size > 0) {
    const sentence = `Invalid parameter: 'tool_call_id' of '${id}' not found in 'tool_calls' of previous message.`;
    throw refuse(`messages.[${index}].tool_call_id`, sentence);
  }
  throw refuse(
    `messages.[${index}].role`,
    `Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.`,
  );
}

function checkAnswered(unanswered: ReadonlySet<string>, index: number): void {
  if (unanswered.size === 0) return;
  const ids = clip([...unanswered].join(', '));
  throw refuse(
    `messages.[${index}].role`,
    `An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: ${ids}`,
  );
}

function refuse(param: string, message: string): ApiError {
  return new ApiError(400, null, message, { param });
}

function toMessage(message: ChatMessage): Message {
  const images = countImages(message.content);
  const name = 'name' in message ? message.name : undefined;
  const refusal = message.role === 'assistant' ? message.refusal : undefined;
  const toolCalls = readCalls(message);
  return {
    role: message.role,
    content: textOf(message.content ?? refusal),
    ...(typeof name === 'string' ? { name } : undefined),
    ...(images > 0 ? { images } : undefined),
    ...(toolCalls.length > 0 ? { toolCalls } : undefined),
    ...(message.role === 'tool' ? { toolCallId: message.tool_call_id } : undefined),
  };
}

// A call of the older way has no id: one function is called at a time.
function readCalls(message: ChatMessage): ToolCall[] {
  if (message.role !== 'assistant') return [];
  if (message.tool_calls) return message.tool_calls.map(toCall);
  return message.function_call ? [{ id: '', ...message.function_call }] : [];
}

type Call = NonNullable<Extract<ChatMessage, { role: 'assistant' }>['tool_calls']>[number];

function toCall(call: Call): ToolCall {
  if (call.type === 'custom') return { id: call.id, name: call.custom.name, arguments: call.custom.input };
  return { id: call.id, name: call.function.name, arguments: call.function.arguments };
}

function textOf(content: Content): string {
  if (typeof content === 'string') return content;
  return content?.map(textOfPart).join('') ?? '';
}

type Part = Exclude<Content, string | null | undefined>[number];

function textOfPart(part: Part): string {
  if (part.type === 'text') return part.text;
  return part.type === 'refusal' ? part.refusal : '';
}

function countImages(content: Content): number {
  if (typeof content === 'string' || !content) return 0;
  return content.filter(({ type }) => type === 'image_url').length;
}
