import type { Bank } from './writer.ts';

/** Last sentences. */
export const closings: Bank = [
  '@idea If you remember one thing about {topic}, let it be the order: purpose first, parts second, details last.',
  'Tell me which part of this you want to go into, for instance {part}, and I will [stay with that|take it from there].',
  '@idea From here the best next step is {trial}: small, soon, and with [a note of what you expected|your expectation written down].',
  '@idea That is the outline; everything else about {topic} is practice and a few honest corrections.',
  '@idea Begin where you are, keep {part} in sight, and let the results correct the plan.',
  '@idea With that, you have enough to ask better questions about {topic}, which is [most|half] of the work.',
  'Should something here contradict what you have seen yourself, trust what you have seen and tell me about it.',
  'A second look after a few days is worth more than a longer first one.',
  '@idea The rest is patience, and {part} will reward it.',
  'Pick the one point above that surprised you, and start there.',
  '@idea Whatever you do with {topic} next, do it once on purpose before you do it often by habit.',
  'Ask for an example, a shorter version or a table, and you will get the same content in another shape.',
];

/** Sentences that say where the words come from. */
export const caveats: Bank = [
  'One caution: I am a stand-in for a language model, so take the [frame|structure] from me and the facts from {source}.',
  'Since a stand-in writes this, treat it as [scaffolding|a frame] and confirm any particulars about {topic} with {source}.',
  'Figures and dates are left out on purpose: a stand-in has none to vouch for, so look to {source} for them.',
  'Bear in mind that this comes from a stand-in without knowledge of its own; {source} should have the final say.',
];

/** Headings of each kind of section. */
export const headings = {
  idea: [
    'The core idea',
    'What it comes down to',
    'The idea behind it',
    'In a nutshell',
    'The main point',
    'Seen from above',
  ],
  steps: [
    'Step by step',
    'How to approach it',
    'A way through',
    'The stages',
    'Taking it apart',
    'From start to finish',
  ],
  pitfalls: [
    'What tends to go wrong',
    'Common mistakes',
    'Traps to avoid',
    'Where people stumble',
    'Caveats',
  ],
  checks: ['How to make sure', 'Checking your understanding', 'Test it', 'Trust, but check', 'A quick test'],
  example: ['An example', 'A small case', 'In practice', 'Picture this', 'A case to think with'],
  balance: ['For and against', 'What to weigh', 'Trade-offs', 'Two sides', 'The price of it'],
  closing: ['Where to go from here', 'Next steps', 'To sum up', 'In the end', 'What to take away'],
} as const satisfies Readonly<Record<string, Bank>>;

/** Sentences that introduce a list. */
export const leads = {
  steps: [
    'These steps build on [each other|one another], so take them in order:',
    'A workable sequence looks like this:',
    'Broken into pieces, the work looks like this:',
    'One step at a time:',
    'Here is a route that [wastes|costs] little effort:',
  ],
  pitfalls: [
    'A few things are easy to get wrong:',
    'Most trouble comes from one of these:',
    'Before you rely on any of it, watch for the following:',
    'Here is where {people} lose time:',
  ],
  tips: [
    'Some points that tend to matter:',
    'Worth keeping in view:',
    'The points I would put first:',
    'What to look at, in no strict order:',
  ],
} as const satisfies Readonly<Record<string, Bank>>;
