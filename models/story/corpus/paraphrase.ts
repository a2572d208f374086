import { pick, type Random } from '../../../src/core/chance.ts';
import { chance } from './expand.ts';

/** The text in words that mean the same; contractions are used throughout a text or not at all. */
export function paraphrase(text: string, random: Random): string {
  const reworded = swap(text, synonyms, 0.4, random);
  return chance(0.35, random) ? swap(reworded, contractions, 1, random) : reworded;
}

function swap(
  text: string,
  table: ReadonlyMap<string, readonly string[]>,
  share: number,
  random: Random,
): string {
  const pattern = new RegExp(`\\b(?:${[...table.keys()].join('|')})\\b`, 'g');
  return text.replace(pattern, (found) =>
    chance(share, random) ? pick(table.get(found) ?? [found], random) : found,
  );
}

const synonyms: ReadonlyMap<string, readonly string[]> = new Map([
  ['began to', ['started to']],
  ['at once', ['right away', 'immediately']],
  ['everyone', ['everybody', 'all of them']],
  ['nobody', ['no one']],
  ['Nobody', ['No one']],
  ['somebody', ['someone']],
  ['Somebody', ['Someone']],
  ['everything', ['all of it', 'everything']],
  ['perhaps', ['maybe']],
  ['Perhaps', ['Maybe']],
  ['cried', ['shouted', 'called', 'exclaimed']],
  ['thought about it', ['thought it over']],
  ['for a long time', ['for a long while', 'for ages']],
  ['a long time ago', ['many years ago', 'long ago']],
  ['looked at', ['stared at', 'looked at']],
  ['looked everywhere', ['searched everywhere']],
  ['came back', ['returned']],
  ['ran home', ['hurried home', 'rushed home']],
  ['walked', ['went', 'wandered']],
  ['got up', ['stood up', 'rose']],
  ['sat down', ['took a seat', 'sat down']],
  ['very small', ['tiny', 'really small']],
  ['very quiet', ['silent', 'very still']],
  ['gave up', ['stopped trying']],
  ['had an idea', ['had a thought', 'got an idea', 'knew what to do']],
  ['together', ['together', 'side by side']],
  ['almost', ['nearly']],
  ['a little', ['a bit', 'slightly']],
  ['in the end', ['finally', 'at last']],
  ['In the end', ['Finally', 'At last']],
  ['because', ['since', 'because']],
  ['whispered', ['said under the breath', 'murmured']],
  ['was surprised', ['was astonished', 'was amazed']],
  ['was afraid', ['was scared', 'was frightened']],
  ['angry', ['cross', 'annoyed']],
  ['noise', ['sound', 'noise']],
  ['path', ['way', 'track', 'trail']],
  ['stone', ['rock', 'stone']],
  ['The next day', ['The next morning', 'The day after', 'On the next day']],
  ['The next morning', ['The following morning', 'Early the next day']],
  ['In the evening', ['That evening', 'When evening came', 'As the sun went down']],
  ['That night', ['During the night', 'Later that night']],
  ['So they', ['And so they', 'Then they']],
  ['the whole day', ['all day long', 'all day']],
  ['carefully', ['with care', 'carefully']],
  ['hugged', ['embraced', 'held']],
  ['wonderful', ['marvellous', 'splendid', 'fantastic']],
  ['a lot of', ['plenty of', 'lots of']],
  ['many people', ['lots of people', 'a lot of people']],
]);

const contractions: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ['could not', "couldn't"],
    ['did not', "didn't"],
    ['do not', "don't"],
    ['Do not', "Don't"],
    ['does not', "doesn't"],
    ['was not', "wasn't"],
    ['were not', "weren't"],
    ['is not', "isn't"],
    ['are not', "aren't"],
    ['cannot', "can't"],
    ['will not', "won't"],
    ['would not', "wouldn't"],
    ['I am', "I'm"],
    ['You are', "You're"],
    ['you are', "you're"],
    ['It is', "It's"],
    ['it is', "it's"],
    ['That is', "That's"],
    ['that is', "that's"],
    ['I will', "I'll"],
    ['We will', "We'll"],
    ['I have', "I've"],
    ['Let us', "Let's"],
    ['There is', "There's"],
    ['What is', "What's"],
  ].map(([long = '', short = '']) => [long, [short]]),
);
