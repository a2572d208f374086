import { findAnswer } from './facts.ts';
import type { Field } from './field.ts';
import type { Intent } from './intent.ts';
import { findKnown } from './knowledge/find-known.ts';
import type { Known } from './knowledge/known.ts';
import type { Subject } from './subject.ts';

/** The whole answer to a plain question; a longer prompt that touches such a fact wants more than the fact. */
export function plainAnswer(intent: Intent, prompt: string): string | undefined {
  const isPlain =
    intent.kind === 'list' ||
    (intent.kind === 'explanation' && intent.question !== 'why' && intent.question !== 'mood');
  const isOpen = /^(?:please )?(?:explain|describe|discuss|tell me|write)\b/i.test(prompt);
  return isPlain && !isOpen && prompt.length < 90 ? findAnswer(prompt) : undefined;
}

/** What is known of the subject; what changes by the day is beyond it, and so is a text that is to be worked on. */
export function knowledgeOf(
  intent: Intent,
  subject: Subject,
  field: Field,
  prompt: string,
): Known | undefined {
  if (
    !drawsOnKnowledge.has(intent.kind) ||
    (intent.kind === 'explanation' && intent.question === 'mood') ||
    isTimely(prompt)
  )
    return undefined;
  return findKnown([subject.full, subject.topic], field.name === 'programming');
}

const drawsOnKnowledge: ReadonlySet<string> = new Set([
  'explanation',
  'advice',
  'how-to',
  'comparison',
  'list',
]);

/** Whether a prompt asks how things stand now. */
export function isTimely(prompt: string): boolean {
  return /\b(?:today|tonight|right now|currently|current|latest|this (?:week|month|year|morning|evening)|recent news|what (?:time|day|date|year) is)\b/i.test(
    prompt,
  );
}
