import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createRandom, type Random } from '../../src/core/chance.ts';
import { writeExplanation } from './corpus/write-explanation.ts';
import { writeCapital, writeOpening } from './corpus/write-short.ts';
import { writeStory } from './corpus/write-story.ts';
import { writeTalk } from './corpus/write-talk.ts';

// npx node models/story/corpus.ts <file> [characters] [seed]
const [file = 'corpus.txt', characters = '22000000', seed = '1'] = process.argv.slice(2);
await writeCorpus(file, Number(characters), Number(seed));

/** Writes documents, each ended by GPT-2's mark, until there are enough characters. */
async function writeCorpus(path: string, least: number, start: number): Promise<void> {
  const random = createRandom('story', start);
  const out = createWriteStream(path);
  for (let length = 0; length < least;) {
    const text = `${writeDocument(random)}<|endoftext|>`;
    length += text.length;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function writeDocument(random: Random): string {
  const draw = random();
  if (draw < 0.4) return writeStory(random).text;
  if (draw < 0.44) return withTitle(random);
  if (draw < 0.6) return writeExplanation(random);
  if (draw < 0.82) return writeTalk(random);
  if (draw < 0.98) return writeOpening(random);
  return writeCapital(random);
}

function withTitle(random: Random): string {
  const { title, text } = writeStory(random);
  return `${title}\n\n${text}`;
}
