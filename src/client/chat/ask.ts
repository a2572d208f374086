import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../core/clock.ts';
import { ChatError, type ChatTrouble } from './chat-error.ts';
import { post } from './post.ts';
import { type Manners, type Question, findEndpoint, writeBody } from './question.ts';
import { type ChatEvent, readAnswer } from './read-answer.ts';
import { readRefusal } from './refusal.ts';

/** What asking needs. */
export interface AskOptions {
  readonly clock: Clock;
  /** Ends the answer, and the connection with it. */
  readonly signal: AbortSignal;
}

/** Asks a server and tells its answer as it comes; throws a ChatError where none comes, and ends without a finish where the signal ends it. */
export async function* ask(
  question: Question,
  { clock, signal }: AskOptions,
): AsyncGenerator<ChatEvent, void> {
  const began = clock.now();
  try {
    const response = await send(question, signal);
    yield* readAnswer(response, clock, began);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

// Not every server knows each field: one that names a field as wrong is asked again without it.
async function send(question: Question, signal: AbortSignal): Promise<IncomingMessage> {
  const { apiKey } = question;
  const url = findEndpoint(question);
  let manners: Manners = { usage: true, budget: 'max_tokens' };
  for (;;) {
    const response = await post({ url, apiKey, body: writeBody(question, manners), signal });
    const { statusCode: status = 0 } = response;
    if (status >= 200 && status < 300) return response;
    const trouble = await readRefusal(response);
    const milder = adapt(manners, trouble, question);
    if (milder === undefined) throw new ChatError(trouble);
    manners = milder;
  }
}

function adapt(manners: Manners, trouble: ChatTrouble, { maxTokens }: Question): Manners | undefined {
  if (trouble.kind !== 'refusal' || (trouble.status !== 400 && trouble.status !== 422)) return undefined;
  const words = `${trouble.param ?? ''} ${trouble.message}`;
  if (manners.usage && words.includes('stream_options')) return { ...manners, usage: false };
  const isNewName = words.includes('max_completion_tokens') && maxTokens !== undefined;
  return isNewName && manners.budget === 'max_tokens'
    ? { ...manners, budget: 'max_completion_tokens' }
    : undefined;
}
