import { z } from 'zod';
import type { Ids } from '../../core/ids.ts';
import type { Message, ToolCall } from '../../core/message.ts';
import type { MessageDraft } from '../../core/thread-store.ts';
import { metadata } from './names.ts';

const part = z.looseObject({ type: z.string(), text: z.string().nullish() });

const toolCall = z.looseObject({
  id: z.string(),
  function: z.looseObject({ name: z.string(), arguments: z.string() }),
});

/** A message as Langbase's clients send it; what else it holds is ignored. */
export const message = z.looseObject({
  role: z.enum(['user', 'assistant', 'system', 'tool', 'developer', 'function']),
  content: z.union([z.string(), z.array(part), z.null()]).optional(),
  name: z.string().nullish(),
  tool_call_id: z.string().nullish(),
  tool_calls: z.array(toolCall).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  metadata: metadata.nullish(),
});

/** A message as Langbase's clients send it. */
export type LangbaseMessage = z.input<typeof message>;

/** The message as it is kept. */
export function toDraft(sent: LangbaseMessage, ids: Ids): MessageDraft {
  const { role, content, name, tool_call_id: toolCallId, attachments } = sent;
  return {
    id: `msg_${ids(24)}`,
    role,
    content: textOf(content),
    ...(Array.isArray(content) ? { parts: content } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof toolCallId === 'string' ? { toolCallId } : {}),
    ...(sent.tool_calls ? { toolCalls: sent.tool_calls.map(toToolCall) } : {}),
    ...(attachments ? { attachments } : {}),
    ...(sent.metadata ? { metadata: sent.metadata } : {}),
  };
}

/** The message in no API's words. */
export function toMessage(sent: LangbaseMessage): Message {
  const { role, content, name, tool_call_id: toolCallId, tool_calls: toolCalls } = sent;
  const images = Array.isArray(content) ? content.filter(({ type }) => type === 'image_url').length : 0;
  return {
    role,
    content: textOf(content) ?? '',
    ...(typeof name === 'string' ? { name } : {}),
    ...(images > 0 ? { images } : {}),
    ...(typeof toolCallId === 'string' ? { toolCallId } : {}),
    ...(toolCalls ? { toolCalls: toolCalls.map(toToolCall) } : {}),
  };
}

/** A tool's call in Langbase's words, which are OpenAI's. */
export function describeToolCall({ id, name, arguments: text }: ToolCall) {
  return { id, type: 'function', function: { name, arguments: text } };
}

function toToolCall({ id, function: { name, arguments: text } }: z.input<typeof toolCall>): ToolCall {
  return { id, name, arguments: text };
}

function textOf(content: LangbaseMessage['content']): string | null {
  if (typeof content === 'string') return content;
  return content?.map(({ text }) => text ?? '').join('') ?? null;
}
