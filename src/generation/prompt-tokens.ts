import type { Message } from '../core/message.ts';
import type { Encoding } from './encodings.ts';

// OpenAI's cookbook, "How to count tokens with tiktoken": exact on every plain live sample tried.
const perMessage = 3;
const perName = 1;
const perReply = 3;
// A low-detail image on the gpt-4o family.
const perImage = 85;
// About, from live bills. The ids that pair calls with their results are not known to cost anything: models never see them.
const perToolCall = 7;

/** Counts the tokens of a conversation as OpenAI bills it, giving up once there are more than `limit`. */
export function countPromptTokens(messages: readonly Message[], encoding: Encoding, limit: number): number {
  let total = perReply;
  for (const message of messages) {
    total += perMessage + encoding.count(message.role) + encoding.count(message.content, limit - total);
    if (message.name !== undefined) total += perName + encoding.count(message.name, limit - total);
    total += perImage * (message.images ?? 0);
    for (const call of message.toolCalls ?? []) {
      total += perToolCall + encoding.count(call.name) + encoding.count(call.arguments, limit - total);
      if (total > limit) return total;
    }
    if (total > limit) return total;
  }
  return total;
}
