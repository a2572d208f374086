import { readFileSync, writeFileSync } from 'node:fs';
import { createEncoder, readVocabulary } from './bpe.ts';

// npx node models/story/encode.ts <text> <folder> <tokens>: the tokens as numbers of 16 bits
const [text = '', folder = '', tokens = ''] = process.argv.slice(2);
writeFileSync(tokens, Uint16Array.from(createEncoder(readVocabulary(folder))(readFileSync(text, 'utf8'))));
