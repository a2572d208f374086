import type { Bank } from './writer.ts';

/** A haiku that suits one of the words, or undefined. */
export function findHaiku(words: readonly string[]): string | undefined {
  return words
    .map((word) => byWord.get(word) ?? byWord.get(word.replace(/s$/, '')))
    .find((haiku) => haiku !== undefined);
}

/** Haikus for everything else; each stanza is one line, with strokes between the verses. */
export const haikus: Bank = [
  'morning on the roof / a sparrow shakes off the rain / and the day begins',
  'an old wooden gate / opens for the evening wind / nobody walks through',
  'one leaf on the pond / it turns as if to look back / then follows the stream',
  'fog along the shore / somewhere a bell keeps its time / somewhere a boat waits',
  'snow on the sill now / the kettle begins to sing / your cup next to mine',
];

const byWord = new Map<string, string>();
for (const [words, haiku] of [
  [
    'streaming token llm sse ai model chatbot prompt answer',
    'tokens, one by one / walk across the waiting screen / and become a thought',
  ],
  [
    'code coding programming programmer bug software test python javascript typescript recursion',
    'the test turns to green / outside, a blackbird has sung / all through the long night',
  ],
  [
    'server database cloud computer internet network kubernetes docker api',
    'racks of blinking lights / somewhere a fan hums the tune / of someone’s question',
  ],
  [
    'autumn fall leaf leave pond river',
    'one leaf on the pond / it turns as if to look back / then follows the stream',
  ],
  ['winter snow ice cold', 'snow on the sill now / the kettle begins to sing / your cup next to mine'],
  ['spring flower blossom garden', 'buds along the branch / a window is left open / for the first warm day'],
  [
    'summer heat sun sunshine',
    'heat above the road / the dog has found the one spot / where the wind comes through',
  ],
  [
    'sea ocean beach wave tide',
    'the tide writes a line / and takes it back before dusk / all the gulls have read',
  ],
  [
    'rain storm morning sparrow bird',
    'morning on the roof / a sparrow shakes off the rain / and the day begins',
  ],
  ['fog ship boat harbour', 'fog along the shore / somewhere a bell keeps its time / somewhere a boat waits'],
  ['moon night star', 'moon in the puddle / a bicycle rides across / and the moon comes back'],
  ['cat kitten', 'the cat on the sill / follows one fly with her eyes / then gives it the world'],
  ['dog puppy', 'the dog hears the key / long before it finds the lock / his tail knows the rest'],
  ['love friendship friend home', 'two cups on the step / nobody says anything / the tea is still warm'],
  ['coffee tea breakfast', 'steam above the cup / the day has not yet noticed / that I am awake'],
  ['mountain hiking path goat', 'the path disappears / only the bell of a goat / knows where it goes on'],
  [
    'city train travel stranger',
    'last train of the night / a stranger sleeps with a rose / past her own station',
  ],
] as const) {
  for (const word of words.split(' ')) byWord.set(word, haiku);
}
