import type { Exercise } from './exercise.ts';
import { furtherExercises } from './further-exercises.ts';

/** The exercises, those with the more particular clue first. */
export const exercises: readonly Exercise[] = [
  {
    name: 'sse-server',
    clue: /\b(?:sse|server-sent|event[ -]stream)\b.*\bserver\b(?! ?-?sent)|\bserver\b.*\b(?:sse|server-sent)\b/i,
    notes: [
      'The content type “text/event-stream” is what makes the response a stream of events.',
      'Each event ends with a blank line, and an “id” lets a client resume after a break.',
      'When the client hangs up, the work for it has to stop.',
    ],
  },
  {
    name: 'sse-client',
    clue: /\b(?:sse|server-sent|event[ -]stream|eventsource)\b/i,
    notes: [
      'A chunk of the network is not an event, so the text is collected until a blank line ends the event.',
      'Lines that begin with “data:” carry the payload, and several of them belong together.',
      'A client for production also reconnects and sends the last id it has seen.',
    ],
  },
  {
    name: 'chat-stream',
    clue: /\b(?:openai|chat completions?|gpt|llm|stream(?:ing)? (?:chat|tokens|completions?))\b/i,
    notes: [
      'Every chunk holds a small delta, and the first one often carries only the role.',
      'With another base URL the same code talks to a stand-in server, which needs no key.',
      'The last chunk says why the answer ended, and may hold no choice at all when usage is reported.',
    ],
  },
  {
    name: 'reverse-linked-list',
    clue: /\brevers\w*\b.{0,25}\blinked list|\blinked list\b.{0,25}\brevers/i,
    notes: [
      'Three references are enough: the previous node, the current one and the one after it.',
      'It takes one pass, O(n) time and no extra memory.',
    ],
  },
  {
    name: 'linked-list',
    clue: /\blinked list/i,
    notes: [
      'Keeping a reference to the last node makes appending O(1).',
      'Reaching the n-th element still takes n steps.',
    ],
  },
  {
    name: 'reverse-string',
    clue: /\brevers\w*\b.{0,25}\b(?:string|text|word)|\b(?:string|text)\b.{0,25}\brevers/i,
    notes: [
      'It takes one pass over the text, O(n).',
      'Characters made of several code points, such as flags or letters with combining accents, would be taken apart; a library for grapheme clusters keeps them whole.',
    ],
  },
  {
    name: 'reverse-array',
    clue: /\brevers\w*\b.{0,25}\b(?:array|list)\b/i,
    notes: [
      'The original stays as it is, and the reversed copy is new.',
      'Reversing in place would save memory and surprise whoever else holds the array.',
    ],
  },
  {
    name: 'fibonacci',
    clue: /\bfib/i,
    notes: [
      'The loop keeps only the last two numbers, so it takes O(n) steps and constant memory.',
      'The recursive definition, written down naively, would compute the same values again and again and take exponential time.',
    ],
  },
  {
    name: 'factorial',
    clue: /\bfactorial/i,
    notes: [
      'The product begins with 1, which is also the factorial of 0.',
      'Factorials grow so quickly that fixed-size integers overflow: 64 bits hold at most that of 20.',
    ],
  },
  {
    name: 'palindrome',
    clue: /\bpalindrom/i,
    notes: [
      'Blanks, punctuation and case are removed first, so that whole sentences can be palindromes.',
      'Comparing from both ends would avoid the reversed copy.',
    ],
  },
  {
    name: 'fizzbuzz',
    clue: /\bfizz ?-?buzz/i,
    notes: [
      'The test for 15 has to come first, because those numbers are divisible by 3 and by 5 as well.',
      'Keeping the rule apart from the printing makes it easy to test.',
    ],
  },
  {
    name: 'prime',
    clue: /\bprimes?\b/i,
    notes: [
      'Divisors above the square root need not be tried, since each has a partner below it.',
      'For many numbers at once the sieve of Eratosthenes is much faster.',
    ],
  },
  {
    name: 'gcd',
    clue: /\bgcd\b|\bgreatest common (?:divisor|factor)|\beuclid/i,
    notes: [
      'Euclid’s algorithm replaces the larger number by the remainder, which halves it at least every two steps.',
      'The number of steps is therefore O(log n).',
    ],
  },
  {
    name: 'binary-search',
    clue: /\bbinary search(?! tree)/i,
    notes: [
      'Each comparison halves the range, so a million items take about twenty steps.',
      'The list must be sorted, or the result is wrong without any warning.',
    ],
  },
  {
    name: 'bubble-sort',
    clue: /\bbubble ?sort/i,
    notes: [
      'After each round the largest remaining element has arrived at its place.',
      'It takes O(n²) comparisons, which is fine for learning and slow for anything long.',
    ],
  },
  {
    name: 'quicksort',
    clue: /\bquick ?sort/i,
    notes: [
      'On average it takes O(n log n) comparisons, and O(n²) with unlucky pivots.',
      'This version makes new lists for clarity; the classic one sorts in place.',
    ],
  },
  {
    name: 'merge-sort',
    clue: /\bmerge ?sort/i,
    notes: [
      'It always takes O(n log n) comparisons and O(n) extra memory.',
      'Taking the left element when both are equal keeps the sort stable.',
    ],
  },
  {
    name: 'two-sum',
    clue: /\btwo ?-?sum\b|\b2sum\b|\btwo numbers\b.*\b(?:add up|sum)/i,
    notes: [
      'The table of numbers seen so far makes one pass enough, O(n) instead of O(n²).',
      'The partner is looked up before the number itself is stored, so no number is used twice.',
    ],
  },
  {
    name: 'anagram',
    clue: /\banagram/i,
    notes: [
      'Two texts are anagrams when they contain the same letters equally often.',
      'Counting takes O(n), sorting the letters O(n log n).',
    ],
  },
  {
    name: 'count-vowels',
    clue: /\bvowels?\b/i,
    notes: ['Only a, e, i, o and u are counted; letters with accents would need normalising first.'],
  },
  {
    name: 'count-words',
    clue: /\bcount\w*\b.{0,30}\bwords?\b|\bword (?:count|frequenc)/i,
    notes: [
      'The text is lower-cased first, so that “The” and “the” count as one word.',
      'A hash table makes each word cost constant time.',
    ],
  },
  {
    name: 'remove-duplicates',
    clue: /\b(?:remove|delete|eliminate|drop|unique)\b.{0,25}\bduplicates?\b|\bdedup/i,
    notes: [
      'A set remembers what has been seen, which keeps it at O(n).',
      'The first occurrence stays where it was.',
    ],
  },
  {
    name: 'largest-number',
    clue: /\b(?:largest|biggest|maximum|max)\b.{0,25}\b(?:number|element|value|list|array)/i,
    notes: [
      'One pass is enough.',
      'An empty list has no largest element, so that case is dealt with openly.',
    ],
  },
  {
    name: 'sum-list',
    clue: /\bsum\b.{0,30}\b(?:list|array|numbers|elements)|\badds? (?:up )?(?:two |all )?(?:the )?numbers/i,
    notes: ['The sum of an empty list is 0.', 'With fractions, small errors of floating point add up.'],
  },
  {
    name: 'flatten',
    clue: /\bflatten/i,
    notes: [
      'The function calls itself for each nested list and keeps everything else.',
      'Very deep nesting could exhaust the call stack.',
    ],
  },
  {
    name: 'transpose',
    clue: /\btranspos/i,
    notes: [
      'The element in row i and column j moves to row j and column i.',
      'All rows must have the same length.',
    ],
  },
  {
    name: 'deep-clone',
    clue: /\bdeep(?:ly)?[ -]?(?:clone|copy)|\bclone\b.{0,20}\bobject/i,
    notes: [
      'A shallow copy would share the nested lists with the original.',
      'Functions and open connections cannot be cloned in a meaningful way.',
    ],
  },
  ...furtherExercises,
];
