import type { GenerationRequest } from '../core/generation.ts';
import type { Message } from '../core/message.ts';
import type { ModelCard } from '../core/model.ts';
import type { ThreadMessage } from '../core/thread-store.ts';
import type { Encoding } from './encodings.ts';
import { countPromptTokens } from './prompt-tokens.ts';

/** What a history has to fit. */
export interface Frame {
  /** The request without the history. */
  readonly request: GenerationRequest;
  readonly card: ModelCard;
  readonly encoding: Encoding;
}

// An answer that names no length gets so many tokens of the room.
const usualAnswer = 1000;

/** The newest kept messages that leave the model room for the request and for its answer, the oldest one first. */
export function fitHistory(history: readonly ThreadMessage[], frame: Frame): readonly Message[] {
  const { request, card, encoding } = frame;
  const own = countPromptTokens(request.messages, encoding, card.contextLength);
  const answer = Math.min(request.maxTokens ?? usualAnswer, card.contextLength >> 2);
  // What begins the reply counts once, not with each message.
  const reply = countPromptTokens([], encoding, 0);
  const fitting: Message[] = [];
  let room = card.contextLength - own - answer;
  for (const kept of history.toReversed()) {
    const message = toMessage(kept);
    room -= countPromptTokens([message], encoding, Math.max(0, room) + reply) - reply;
    if (room < 0) break;
    fitting.push(message);
  }
  fitting.reverse();
  // The answer of a tool means nothing without the call of it.
  const first = fitting.findIndex(({ role }) => role !== 'tool');
  return first < 0 ? [] : fitting.slice(first);
}

function toMessage({ role, content, name, toolCallId, toolCalls, parts }: ThreadMessage): Message {
  const images = parts?.filter(isImage).length ?? 0;
  return {
    role,
    content: content ?? '',
    ...(name === undefined ? {} : { name }),
    ...(toolCallId === undefined ? {} : { toolCallId }),
    ...(toolCalls === undefined ? {} : { toolCalls }),
    ...(images > 0 ? { images } : {}),
  };
}

function isImage(part: unknown): boolean {
  return typeof part === 'object' && part !== null && 'type' in part && part.type === 'image_url';
}
