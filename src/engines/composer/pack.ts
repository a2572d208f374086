import type { Question } from './intent.ts';
import type { Bank } from './writer.ts';

/** The kinds of section that an answer has between its opening and its closing. */
export type SectionKind = 'idea' | 'steps' | 'pitfalls' | 'checks' | 'example' | 'balance';

/** The sentences of one language. */
export interface Pack {
  readonly openings: Readonly<Record<Question, Bank>>;
  /** Sentences for the questions that the general ones do not suit. */
  readonly bodies: Readonly<Partial<Record<Question, Bank>>>;
  readonly outlooks: Bank;
  readonly ideas: Bank;
  readonly steps: Bank;
  readonly pitfalls: Bank;
  readonly checks: Bank;
  readonly examples: Bank;
  readonly balances: Bank;
  readonly closings: Bank;
  readonly caveats: Bank;
  readonly roles: Bank;
  readonly followUps: Readonly<Record<string, Bank>>;
  /** Short sentences without slots, of two to six words, that bring a text to an exact number of words. */
  readonly short: Bank;
  readonly headings: Readonly<Record<SectionKind | 'closing', Bank>>;
  readonly leads: Readonly<Record<'steps' | 'pitfalls' | 'tips', Bank>>;
  readonly small: Readonly<Record<'greeting' | 'thanks' | 'farewell' | 'identity', Bank>>;
}

/** One bank of first sentences for every way to put a question. */
export function forEveryQuestion(bank: Bank): Readonly<Record<Question, Bank>> {
  return {
    what: bank,
    why: bank,
    how: bank,
    when: bank,
    who: bank,
    where: bank,
    amount: bank,
    whether: bank,
    which: bank,
    statement: bank,
    mood: bank,
  };
}
