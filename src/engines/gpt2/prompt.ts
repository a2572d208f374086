import type { Message, Role } from '../../core/message.ts';
import type { Backend, TemplateMessage } from './backend.ts';

/** What an answer is asked to go on with. */
export type PromptSource = { readonly text: string; readonly messages?: undefined } | Conversation;

/** A conversation that an answer is asked for. */
export interface Conversation {
  readonly messages: readonly Message[];
  /** How many of the oldest turns may be left out where there is no room for them. */
  readonly recalled: number;
}

/** A prompt in the model's tokens. */
export interface Prompt {
  readonly tokens: readonly number[];
  /** How many tokens the whole of it has: more than there are where it was cut, or is too long to be counted. */
  readonly total: number;
  /** Whether it is a transcript that the model could go on with by itself, both sides of it. */
  readonly isTranscript: boolean;
}

/** A conversation that the model's template does not take. */
export class PromptError extends Error {}

/** Makes a prompt of at most `most` tokens where it may be cut from the left; else of any number. */
export function buildPrompt(source: PromptSource, backend: Backend, most: number | undefined): Prompt {
  if (source.messages === undefined) return cutPrompt(readText(source.text, backend), backend, most);
  const whole = readMessages(source.messages, backend);
  if (most === undefined || whole.tokens.length <= most) return whole;
  const shorter = leaveOut({ ...source, recalled: Infinity }, backend, most);
  return { ...cutPrompt(shorter, backend, most), total: whole.total };
}

/** Makes a prompt of at most `most` tokens where leaving out the oldest recalled turns will do; else of more. */
export function recallPrompt(source: Conversation, backend: Backend, most: number): Prompt {
  const whole = readMessages(source.messages, backend);
  if (whole.tokens.length <= most || source.recalled === 0) return whole;
  return leaveOut(source, backend, most);
}

function readText(text: string, backend: Backend): Prompt {
  const { contextLength } = backend.facts;
  // No token of any vocabulary is longer: a longer text is too long, whatever its tokens.
  const longest = 256 * contextLength;
  const found = backend.tokenize(text.slice(-longest));
  const { beginning } = backend;
  const needed = beginning?.always === true || found.length === 0;
  const tokens = needed ? [...findBeginning(backend), ...found] : found;
  const total = text.length > longest ? Math.max(tokens.length, contextLength + 1) : tokens.length;
  return { tokens, total, isTranscript: false };
}

function findBeginning({ beginning, facts, endsText }: Backend): readonly number[] {
  if (beginning !== undefined) return [beginning.token];
  for (let token = facts.vocabularySize - 1; token >= 0; token -= 1) if (endsText(token)) return [token];
  return [0];
}

function readMessages(messages: readonly Message[], backend: Backend): Prompt {
  if (!backend.facts.hasChatTemplate)
    return { ...readText(writeTranscript(messages), backend), isTranscript: true };
  try {
    const tokens = backend.applyTemplate(messages.map(toTemplateMessage));
    return { tokens, total: tokens.length, isTranscript: false };
  } catch (error) {
    // Templates refuse what they were not written for: two turns of the same speaker, for one.
    const reason = error instanceof Error ? error.message : String(error);
    throw new PromptError(`The model's chat template does not take this conversation: ${reason}`, {
      cause: error,
    });
  }
}

function toTemplateMessage({ role, content }: Message): TemplateMessage {
  return { role: templateRoles[role], content };
}

const templateRoles: Readonly<Record<Role, TemplateMessage['role']>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'assistant',
  tool: 'user',
  function: 'user',
};

const speakers: Readonly<Record<Role, string>> = {
  system: 'System',
  developer: 'System',
  user: 'User',
  assistant: 'Assistant',
  tool: 'Tool',
  function: 'Tool',
};

/** Before this a transcript's answer ends: the model has begun to speak for the user. */
export const transcriptStop = '\nUser:';

function writeTranscript(messages: readonly Message[]): string {
  const lines = messages.map(({ role, content }) => `${speakers[role]}: ${content}\n`);
  return `${lines.join('')}Assistant:`;
}

// Without as few of the oldest turns as will do: instructions and the last message stay.
function leaveOut({ messages, recalled }: Conversation, backend: Backend, most: number): Prompt {
  const last = messages.length - 1;
  const turns = messages.flatMap(({ role }, index) => (isInstruction(role) || index === last ? [] : index));
  const without = (count: number): Prompt => {
    const dropped = new Set(turns.slice(0, count));
    return readMessages(
      messages.filter((_, index) => !dropped.has(index)),
      backend,
    );
  };
  let low = 1;
  let high = Math.min(turns.length, recalled);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (without(middle).tokens.length <= most) high = middle;
    else low = middle + 1;
  }
  return without(high);
}

function isInstruction(role: Role): boolean {
  return role === 'system' || role === 'developer';
}

function cutPrompt(prompt: Prompt, { beginning }: Backend, most: number | undefined): Prompt {
  const { tokens } = prompt;
  if (most === undefined || tokens.length <= most) return prompt;
  if (beginning?.always !== true || tokens[0] !== beginning.token)
    return { ...prompt, tokens: tokens.slice(-most) };
  return { ...prompt, tokens: [beginning.token, ...tokens.slice(tokens.length - most + 1)] };
}
