import type { Message } from '../../core/message.ts';
import { quotable } from './clean.ts';
import { type Constraints, findConstraints, readNumber } from './constraints.ts';
import { type Conversation, languageCodes, type Manner, readConversation } from './conversation.ts';
import type { Field } from './field.ts';
import { findField, general } from './fields.ts';
import { findSubject } from './find-subject.ts';
import type { Kind, Known } from './knowledge/known.ts';
import { type FollowUp, readFollowUp } from './follow-up.ts';
import { type Intent, type Reading, readIntent } from './intent.ts';
import { detectLanguage, type LanguageCode } from './language.ts';
import { readMaterialRequest, splitMaterial } from './material.ts';
import { readMaking } from './making.ts';
import { readSmallRequest } from './small-requests.ts';
import { asksSomething } from './statements.ts';
import type { Subject } from './subject.ts';
import { guessKind } from './subject-kind.ts';
import { knowledgeOf, plainAnswer } from './what-is-known.ts';

/** What the composer knows of a request before it writes. */
export interface Analysis {
  readonly intent: Intent;
  readonly subject: Subject;
  readonly kind: Kind;
  /** The prompt in one line, as it can be quoted. */
  readonly prompt: string;
  readonly constraints: Constraints;
  readonly manner: Manner;
  readonly field: Field;
  /** What is known of the subject, if it is one of the known topics. */
  readonly known?: Known;
  /** The whole answer, where the question is a plain one and the answer is known. */
  readonly answer?: string;
  readonly language: LanguageCode;
  readonly followUp?: FollowUp;
  readonly conversation: Conversation;
}

/** Finds out what is asked for. */
export function analyse(messages: readonly Message[]): Analysis {
  const conversation = readConversation(messages);
  const own = analyseText(conversation.last, conversation);
  const followUp = readFollowUp(conversation.last);
  const base = conversation.earlier.findLast(
    (text) => readFollowUp(text) === undefined && readSmallRequest(text) === undefined,
  );
  if (base === undefined || own.intent.kind === 'recall') return own;
  if (followUp !== undefined) return continueFrom(analyseText(base, conversation), own, followUp);
  if (!refersBack(own.subject)) return own;
  const earlier = analyseText(base, conversation);
  const { known } = earlier;
  return {
    ...own,
    kind: earlier.kind,
    subject: borrowSubject(own, earlier),
    ...(known === undefined ? {} : { known }),
  };
}

function analyseText(text: string, conversation: Conversation): Analysis {
  const { manner } = conversation;
  const flat = calm(flatten(text));
  const small = readSmallRequest(flat);
  const { instruction, material } = splitMaterial(text);
  const { constraints, rest } = findConstraints(calm(flatten(instruction)));
  const asked = stripPoliteness(selectSentence(rest));
  const language = manner.language ?? askedLanguage(rest) ?? detectLanguage(flat);
  const reading =
    small === undefined
      ? read(asked, text, material, conversation.answer)
      : { intent: small, phrase: quotable(rest), task: false };
  const subject = findSubject(reading, rest, language);
  const field = isMood(reading.intent) ? general : chooseField(subject.full, calm(rest));
  const known = language === 'en' ? knowledgeOf(reading.intent, subject, field, flat) : undefined;
  const answer = language === 'en' ? plainAnswer(reading.intent, flat) : undefined;
  return {
    ...(answer === undefined ? {} : { answer }),
    intent: reading.intent,
    subject,
    kind: guessKind(subject, reading.intent, field, known),
    prompt: quotable(flat) || 'your message',
    constraints: { ...manner.constraints, ...constraints, ...items(reading.intent) },
    manner,
    field,
    ...(known === undefined ? {} : { known }),
    language,
    conversation,
  };
}

// The subject's own words count before those that ask: "write an article about bread" is about cooking.
function chooseField(subject: string, prompt: string): Field {
  const words = (text: string): Set<string> =>
    new Set(
      text
        .slice(0, 800)
        .toLowerCase()
        .split(/[^\p{L}+#]+/u),
    );
  const own = findField(words(subject));
  return own === general ? findField(words(prompt)) : own;
}

function isMood(intent: Intent): boolean {
  return intent.kind === 'explanation' && intent.question === 'mood';
}

function items(intent: Intent): Constraints {
  return intent.kind === 'list' && intent.count !== undefined ? { items: intent.count } : {};
}

function read(asked: string, text: string, material: string, answer: string): Reading {
  return (
    readMaterialRequest(asked, material, answer) ?? readMaking(asked, text, readNumber) ?? readIntent(asked)
  );
}

function continueFrom(base: Analysis, own: Analysis, followUp: FollowUp): Analysis {
  const constraints = { ...base.constraints, ...own.constraints };
  const subject = followUp === 'topic' ? own.subject : base.subject;
  const why: Intent = { kind: 'explanation', question: 'why' };
  const language = followUp === 'form' ? (namedLanguage(own.prompt) ?? base.language) : base.language;
  const known = followUp === 'topic' ? own.known : base.known;
  const { known: _, ...rest } = base;
  return {
    ...rest,
    ...(known === undefined || language !== 'en' ? {} : { known }),
    kind: followUp === 'topic' ? own.kind : base.kind,
    prompt: own.prompt,
    language,
    subject,
    constraints,
    followUp,
    intent: followUp === 'why' ? why : base.intent,
  };
}

function refersBack(subject: Subject): boolean {
  return (
    /^(?:it|that|this|they|them|these|those|this matter)$/i.test(subject.topic) ||
    /\b(?:it|them|that|this one)$/i.test(subject.full)
  );
}

function borrowSubject(own: Analysis, base: Analysis): Subject {
  return { ...base.subject, parts: [...own.subject.parts, ...base.subject.parts] };
}

function flatten(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

// A prompt all in capitals is read as if it were written small.
function calm(text: string): string {
  return text.length > 8 && text.includes(' ') && text === text.toUpperCase() && text !== text.toLowerCase()
    ? text.toLowerCase()
    : text;
}

function askedLanguage(text: string): LanguageCode | undefined {
  const asked =
    /\b(?:answer|reply|respond|write|explain|speak)\b[^.?!]{0,60}\bin (?:german|french|spanish|english)\b/i.exec(
      text,
    );
  return asked === null ? undefined : namedLanguage(asked[0]);
}

function namedLanguage(text: string): LanguageCode | undefined {
  const name = /\bin (german|french|spanish|english)\b/i.exec(text)?.[1]?.toLowerCase();
  return name === undefined ? undefined : languageCodes[name];
}

function selectSentence(text: string): string {
  const sentences = text
    .split(/(?<=[.!?])\s+/)
    .map(stripPoliteness)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  const question = sentences.find((sentence) => sentence.endsWith('?'));
  return sentences.find(asksSomething) ?? question ?? sentences[0] ?? text;
}

const polite =
  /^(?:(?:hello|hi|hey|dear [a-z]+|good (?:morning|day|evening)|please|kindly|ok(?:ay)?|so|well|now|and|but|also|thanks|um+|just|quick question)\b[,!:. ]*|(?:can|could|would|will) (?:you|u) (?:please |kindly |maybe |also |try to |just )*(?!help)|would you mind |i (?:would|'d) like you to |i want you to |i need you to |you should |do you know |(?:can|could) you tell me |tell me,? (?=how|why|what|when|where|who)|i(?:'m| am) (?:curious|wondering)(?: about)?,? )+/i;

function stripPoliteness(sentence: string): string {
  return sentence
    .replace(/^[\s:;,.-]+/, '')
    .replace(polite, '')
    .replace(/[\s?!.,:]+$/, '')
    .replace(/,? (?:please|thanks|thank you|for me|to me)$/i, '');
}
