import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEncoder, type Vocabulary } from './bpe.ts';

// node models/story/encode.ts <text> <folder> <tokens>: the tokens as numbers of 16 bits
const [text = '', folder = '', tokens = ''] = process.argv.slice(2);
writeFileSync(tokens, Uint16Array.from(createEncoder(readVocabulary(folder))(readFileSync(text, 'utf8'))));

function readVocabulary(path: string): Vocabulary {
  const table: unknown = JSON.parse(readFileSync(join(path, 'vocab.json'), 'utf8'));
  const merges = readFileSync(join(path, 'merges.txt'), 'utf8').split('\n').slice(1);
  return {
    ids: new Map(Object.entries(Object(table)).map(([token, id]) => [token, Number(id)])),
    ranks: new Map(merges.filter((line) => line !== '').map((line, rank) => [line, rank])),
  };
}
