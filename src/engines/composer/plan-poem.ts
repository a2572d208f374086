import type { Draft, Task } from './draft.ts';
import { findHaiku, haikus } from './haikus.ts';
import type { Bank } from './writer.ts';

/** A rhymed poem with a title, and a few words on how it was made. */
export function planPoem(task: Task): Draft {
  const { writer, analysis } = task;
  const title = writer.sentence(['{full}', 'On {full}', 'Lines about {definite}', 'A song for {definite}']);
  const count = 9;
  const first = writer.sentence(firstStanzas);
  const stanzas = [
    first,
    ...Array.from({ length: count - 2 }, () => writer.sentence(middleStanzas)),
    writer.sentence(lastStanzas),
  ];
  return {
    blocks: [
      task.style === 'plain' || analysis.constraints.plain === true ? title : `**${title}**`,
      ...stanzas.map(breakLines),
    ],
    spare: [],
    closing: writer.sentence(remarks),
  };
}

/** A poem of five, seven and five syllables. */
export function planHaiku(task: Task): Draft {
  const haiku = findHaiku(task.analysis.subject.full.toLowerCase().split(/[^\p{L}]+/u));
  return {
    blocks: [`${breakLines(haiku ?? task.writer.sentence(haikus))}.`],
    spare: ['idea', 'balance'],
    short: true,
  };
}

/** A limerick. */
export function planLimerick(task: Task): Draft {
  return { blocks: [breakLines(task.writer.sentence(limericks))], spare: ['idea', 'balance'], short: true };
}

function breakLines(stanza: string): string {
  return stanza
    .split(' / ')
    .map((line) => `${line.charAt(0).toUpperCase()}${line.slice(1)}`)
    .join('\n');
}

const firstStanzas: Bank = [
  '{definite}, I said, and the evening stood still, / a lamp at the window, a path on the hill, / and somewhere a door that had waited all day / swung open an inch and then gave me its way.',
  'I wanted to write about {definite} tonight, / the paper was empty, the margins were white, / a moth crossed the table, a clock marked the hour, / and silence unfolded itself like a flower.',
  'They asked me for {definite}; I looked for a rhyme / and found only footsteps, and water, and time, / so bear with me now, for the road may be long / that leads from a word to the edge of a song.',
];
const middleStanzas: Bank = [
  'The morning goes by with its basket of light, / it borrows the colours it lost in the night, / and lays them on rooftops and lays them on stone / till nothing that stands in it stands there alone.',
  'There are those who will measure and those who will sing, / and some who will only hold on to the string / and feel how it pulls when the wind is awake / and trust it to rise for its own rising’s sake.',
  'What is near is not small, what is far is not lost, / the river forgets neither meadow nor frost, / it carries them both in one silvery thread / and hums what the rain on the mountains once said.',
  'A child on the corner is counting the cars, / the baker counts loaves, the old sailor counts stars, / and I count the ways that a day can begin / when somebody lifts up the latch and comes in.',
  'Say it softly: {definite}. Let the syllables fall / like leaves on a bench by the old garden wall; / the bench does not ask them from where they have blown, / it holds them a while and it leaves them alone.',
  'I have carried it with me through market and rain, / I have set it down gently and picked it up again, / and each time it weighed neither more nor yet less / than a letter that never was given an address.',
  'The clever will tell you the reason and rule, / they learned it by heart in a very good school; / the rest of us learn it by losing our way / and finding it home at the end of the day.',
  'When winter has written its name on the glass, / and tracks of a blackbird go over the grass, / remember how little it takes to be warm: / a voice in the kitchen, a hand on your arm.',
  'So much of the world is a door left ajar, / a song from a window, a light from a car, / and all that we own is the moment between / the thing we imagined, the thing we have seen.',
  'And oh, there is laughter in all of this too, / a hat in the fountain, a hole in a shoe, / for nothing so solemn was ever begun / that did not grow kinder for having some fun.',
];
const lastStanzas: Bank = [
  'So here is my small verse, be it crooked or plain, / I hand it to you and the soft falling rain; / and if you should meet {definite}, then say / that I thought of {them} kindly at close of the day.',
  'The candle is low and the page nearly done, / the shadows come home from their walk with the sun; / good night, then, to {definite}, wherever you sleep: / what we put into words we are likely to keep.',
];
const remarks: Bank = [
  'The metre is a plain four-beat one in rhyming couplets. Tell me if you would like it shorter, sadder, or with {part} in it.',
  'It is written in couplets, to be read aloud. I can try another form, such as a haiku, or bring in {part}.',
];
const limericks: Bank = [
  'There once was a writer from Leeds / who planted {topic} like seeds; / when nothing came up / he sat down with a cup / and said, “Well, at least there are weeds.”',
  'A baker who lived by the sea / liked talking of {topic} at tea; / the guests, one by one, / grew as stiff as a bun, / till he talked to the teapot for free.',
  'A lady who travelled by train / had {topic} all day on the brain; / she got off at Crewe / with a hat and one shoe, / and got on, for the rest, once again.',
  'A clerk with a very small flat / thought {topic} would fit in his hat; / he folded and pressed, / but you may have guessed: / the hat is the part that fell flat.',
];
