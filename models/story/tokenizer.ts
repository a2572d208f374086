import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endOfText, mergePair, signs, toSigns, words } from './bpe.ts';

// npx node models/story/tokenizer.ts <corpus> <folder> [vocabulary]
const [corpus = 'corpus.txt', folder = '.', size = '4096'] = process.argv.slice(2);
const text = readFileSync(corpus, 'utf8');
const merges = learnMerges(countWords(text), Number(size) - signs.length - 1);
const table = [...[...signs].sort(), ...merges.map((pair) => pair.replace(' ', '')), endOfText];
save(folder);

function countWords(source: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const document of source.split(endOfText)) {
    for (const word of document.match(words) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

interface Word {
  parts: string[];
  readonly count: number;
}

/** The most frequent pair, again and again; of equals the one that sorts first, so that every run agrees. */
function learnMerges(counts: ReadonlyMap<string, number>, limit: number): readonly string[] {
  const learned: string[] = [];
  const all: readonly Word[] = [...counts].map(([word, count]) => ({ parts: toSigns(word), count }));
  const pairs = new Map<string, number>();
  const holders = new Map<string, Set<Word>>();
  for (const word of all) tally(word, 1, pairs, holders);
  while (learned.length < limit) {
    const best = mostFrequent(pairs);
    if (best === undefined) break;
    learned.push(best);
    for (const word of Array.from(holders.get(best) ?? [])) {
      tally(word, -1, pairs, holders);
      word.parts = mergePair(word.parts, best);
      tally(word, 1, pairs, holders);
    }
    pairs.delete(best);
  }
  return learned;
}

function tally(word: Word, sign: 1 | -1, pairs: Map<string, number>, holders: Map<string, Set<Word>>): void {
  for (let index = 1; index < word.parts.length; index += 1) {
    const pair = `${word.parts[index - 1] ?? ''} ${word.parts[index] ?? ''}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + sign * word.count);
    const held = holders.get(pair);
    if (sign < 0) held?.delete(word);
    else if (held === undefined) holders.set(pair, new Set([word]));
    else held.add(word);
  }
}

function mostFrequent(pairs: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [pair, times] of pairs) {
    if (times > most || (times === most && times > 0 && pair < (best ?? ''))) [best, most] = [pair, times];
  }
  return best;
}

function save(path: string): void {
  mkdirSync(path, { recursive: true });
  const vocabulary = Object.fromEntries(table.map((token, id) => [token, id]));
  writeFileSync(join(path, 'vocab.json'), `${JSON.stringify(vocabulary)}\n`);
  writeFileSync(join(path, 'merges.txt'), ['#version: 0.2', ...merges, ''].join('\n'));
  const settings = {
    add_prefix_space: false,
    bos_token: endOfText,
    eos_token: endOfText,
    tokenizer_class: 'GPT2Tokenizer',
    unk_token: endOfText,
  };
  writeFileSync(join(path, 'tokenizer_config.json'), `${JSON.stringify(settings, undefined, 2)}\n`);
}
