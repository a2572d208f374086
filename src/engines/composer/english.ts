import { caveats, closings, headings, leads } from './english-closings.ts';
import { balances, checks, examples, ideas, pitfalls, steps } from './english-ideas.ts';
import { kindExamples, kindIdeas, kindOpenings, kindPitfalls, kindSteps } from './english-kinds.ts';
import { openings, outlooks } from './english-openings.ts';
import { bodies } from './english-questions.ts';
import type { Pack } from './pack.ts';

/** The English sentences. */
export const english: Pack = {
  openings: { ...openings, what: [...openings.what, ...kindOpenings] },
  bodies,
  outlooks,
  ideas: [...ideas, ...kindIdeas],
  steps: [...steps, ...kindSteps],
  pitfalls: [...pitfalls, ...kindPitfalls],
  checks,
  examples: [...examples, ...kindExamples],
  balances,
  closings,
  caveats,
  headings,
  leads,
  roles: [
    'Speaking as {role}, I would [start with the essentials|put the essentials first].',
    'As {role}, I look at this from the practical side.',
    'Here is how {role} might put it.',
  ],
  followUps: {
    why: [
      'You ask for the reason behind {full}, so [let us look|look] one level deeper.',
      'The “why” behind {full} is a fair thing to ask for.',
      'Asking for the reason takes {full} one level down.',
    ],
    example: [
      'Gladly: an example makes {full} [easier to see|more tangible].',
      'Here is one for {full}, invented but typical.',
      'An example, then, for {full}.',
    ],
    longer: [
      'There is more to say about {full}, so here is the next layer.',
      'Going on with {full}, a few points that did not fit before.',
      'To continue with {full}:',
    ],
    simpler: [
      'In simpler words, then: {full} once more, without the jargon.',
      'Let us try {full} again with [small|everyday] words.',
    ],
    again: [
      'Another attempt at {full}, from a different side.',
      'Once more, then, on {full}, and this time [the other way round|in a new order].',
    ],
    doubt: [
      'It is right to doubt it. As a stand-in I cannot vouch for facts, so here is how to check what was said about {full}.',
      'A fair objection: nothing a stand-in says about {full} should be taken on trust.',
    ],
    topic: ['Then on to {full}.', 'The same question for {full}, then.', 'Turning to {full}:'],
  },
  short: [
    'Start small.',
    'Stay curious.',
    'Practice helps.',
    'Order matters here.',
    'Details can wait.',
    'Take your time.',
    'That is the core.',
    'The rest is practice.',
    'A careful look pays off.',
    'Small steps are quite enough.',
    'What counts is the next step.',
    'Good questions go a long way.',
  ],
  small: {
    greeting: [
      '[Hello|Hi|Hello there]! I am [{name}|{name}, a stand-in for a language model]. What would you like to [talk about|work on|look into]?',
      '[Hi|Hello] and welcome. [Ask me anything|Go ahead and ask]: an explanation, a comparison, a list or a piece of code.',
      '[Good to see you|Nice to meet you]! What can I do for you [today|now]?',
      '[Hello|Hey there]! How can I help you [today|right now]?',
    ],
    thanks: [
      'You are welcome! [Is there anything else|Shall we look at something else]?',
      '[Glad|Happy] to help. [Come back|Ask again] whenever you like.',
      'My pleasure! If another question comes up, [just ask|I am here].',
      "You're very welcome. Good luck with the rest of it!",
    ],
    farewell: [
      'Goodbye, and [take care|see you soon]!',
      '[See you|Until next time]! It was [good|a pleasure] to talk.',
      'Bye for now, and all the best!',
    ],
    identity: [
      'I am {name}, a stand-in for a language model: no model at all. [My sentences are composed by rules|A set of rules composes my sentences] from the words of your prompt, so that developers can test their programs without calling a real one.',
      'No real model speaks here. I am {name}, a stand-in that [answers in the same format|speaks the same wire format] and [composes|puts together] its text by rules, which makes me useful for tests and demonstrations and useless as a source of facts.',
      '[To be plain|Plainly]: this is {name}, a stand-in and not an AI model. It imitates the interface of one, takes up the words of your prompt, and gives the same answer whenever the request and the seed are the same.',
    ],
  },
};
