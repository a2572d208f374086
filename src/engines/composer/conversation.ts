import type { Message } from '../../core/message.ts';
import { cleanInput, plainPhrase } from './clean.ts';
import { type Constraints, findConstraints } from './constraints.ts';
import type { LanguageCode } from './language.ts';

/** How the system prompt wants the answers to be. */
export interface Manner {
  readonly role?: string;
  readonly name?: string;
  readonly pirate: boolean;
  readonly only?: string;
  readonly language?: LanguageCode;
  readonly constraints: Constraints;
}

/** The turns of a conversation that an answer looks at. */
export interface Conversation {
  readonly last: string;
  /** The user's earlier messages, oldest first. */
  readonly earlier: readonly string[];
  /** The assistant's latest answer. */
  readonly answer: string;
  readonly manner: Manner;
}

const mostTurns = 20;

/** Sorts messages by who speaks, as clean text. */
export function readConversation(messages: readonly Message[]): Conversation {
  const recent = messages.slice(-mostTurns);
  const said = recent
    .filter((message) => message.role === 'user')
    .map((message) => cleanInput(message.content));
  const rules = messages.filter((message) => message.role === 'system' || message.role === 'developer');
  const answers = recent.filter((message) => message.role === 'assistant');
  return {
    last: said.at(-1) ?? cleanInput(recent.at(-1)?.content ?? ''),
    earlier: said.slice(0, -1),
    answer: cleanInput(answers.at(-1)?.content ?? ''),
    manner: readManner(
      rules
        .slice(-4)
        .map((message) => cleanInput(message.content))
        .join('\n'),
    ),
  };
}

function readManner(rules: string): Manner {
  const role =
    /\byou(?: are|'re| will be| act as| will act as)|\b(?:act|behave|respond|answer|speak|talk) (?:as|like)\b/i.test(
      rules,
    )
      ? readRole(rules)
      : undefined;
  const name =
    /\b(?:your name is|you are called|you are named|you go by|(?:assistant|bot|agent|tutor|guide) (?:named|called))\s+([A-Z][\p{L}-]{1,20})/u.exec(
      rules,
    )?.[1] ?? nameInRole(rules);
  const only =
    /\b(?:always |only )?(?:reply|respond|answer|say)(?: always)? only(?: with)?(?: the)?(?: words?| text| phrase)?[: ]+["'“]?([^"'”\n.]{1,80})/i
      .exec(rules)?.[1]
      ?.trim();
  const language = /\b(?:in|speak|speaks|use) (german|french|spanish|english)\b/i
    .exec(rules)?.[1]
    ?.toLowerCase();
  return {
    pirate: /\bpirate\b/i.test(rules),
    constraints: findConstraints(rules).constraints,
    ...(role === undefined ? {} : { role }),
    ...(name === undefined ? {} : { name }),
    ...(only === undefined || /^(?:in|as|valid|json|a|an|about|to|when|if|from)\b/i.test(only)
      ? {}
      : { only }),
    ...(language === undefined ? {} : { language: languageCodes[language] ?? 'en' }),
  };
}

/** The languages that a prompt can ask for by name. */
export const languageCodes: Readonly<Record<string, LanguageCode>> = {
  german: 'de',
  french: 'fr',
  spanish: 'es',
  english: 'en',
};

function nameInRole(rules: string): string | undefined {
  return /\b[Yy]ou are ([A-Z][a-z]{1,20})(?=[,.!\n]|$)/.exec(rules)?.[1];
}

function readRole(rules: string): string | undefined {
  const match =
    /\b(?:you(?: are|'re| will be| act as| will act as)|(?:act|behave|respond|answer|speak|talk) (?:as|like)) ((?:an?|the) [\p{L}' -]{2,60})/iu.exec(
      rules,
    )?.[1];
  const role =
    plainPhrase(match ?? '', 50).split(
      / (?:who|that|which|and|for|named|called|from|with|in|at|of|helping|designed|built|specialized|specialised|always|to) /i,
      1,
    )[0] ?? '';
  const ordinary = /\b(?:assistant|ai|model|bot|chatbot|system|agent)$/i.test(role);
  return role === '' || ordinary || role.split(' ').length > 6
    ? undefined
    : role.replace(/^(An?|The)\b/, (word) => word.toLowerCase());
}
