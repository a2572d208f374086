import { join } from 'node:path';
import { z } from 'zod';
import { readBoundedText, readJsonFile } from './text-files.ts';
import { refuseFile } from './weights-error.ts';

/** What a token is for, in the words of GGUF. */
export type TokenKind = 'normal' | 'control' | 'unused';

/** A byte pair encoding, as GPT-2 and GGUF have it. */
export interface Vocabulary {
  /** By id, in GPT-2's alphabet of printable bytes. */
  readonly tokens: readonly string[];
  readonly kinds: readonly TokenKind[];
  /** Pairs with a blank between, the one to be merged first at the start. */
  readonly merges: readonly string[];
}

/** What else is known of a vocabulary. */
export interface VocabularyFacts {
  /** How many ids the model has; those without a token are unused. */
  readonly size: number;
  /** Ids of tokens that are no text. */
  readonly controls: readonly number[];
}

const largestFile = 2 ** 26;
const vocabularySchema = z.record(z.string(), z.int().min(0));

/** Reads vocab.json and merges.txt of a folder; rejects with a WeightsError unless they fit each other and the model. */
export async function readTokenizerFiles(folder: string, facts: VocabularyFacts): Promise<Vocabulary> {
  const vocabularyPath = join(folder, 'vocab.json');
  const ids = await readJsonFile(vocabularyPath, largestFile, vocabularySchema);
  const tokens = placeTokens(vocabularyPath, ids, facts.size);
  const mergesPath = join(folder, 'merges.txt');
  const merges = readMerges(await readBoundedText(mergesPath, largestFile));
  const made = checkMerges(mergesPath, merges, new Set(tokens));
  const controls = new Set(facts.controls);
  const kinds = tokens.map((token, id): TokenKind => {
    if (token === undefined) return 'unused';
    return controls.has(id) || (looksSpecial(token) && !made.has(token)) ? 'control' : 'normal';
  });
  return { tokens: tokens.map((token, id) => token ?? `[PAD${id}]`), kinds, merges };
}

function placeTokens(
  path: string,
  ids: Readonly<Record<string, number>>,
  size: number,
): readonly (string | undefined)[] {
  const tokens = Array.from({ length: size }, (): string | undefined => undefined);
  for (const [token, id] of Object.entries(ids)) {
    const shown = JSON.stringify(token.slice(0, 40));
    if (id >= size)
      throw refuseFile(path, `the token ${shown} has the id ${id}, and the model has ${size} tokens`);
    if (tokens[id] !== undefined)
      throw refuseFile(path, `the id ${id} stands for ${shown} and for another token`);
    tokens[id] = token;
  }
  return tokens;
}

function readMerges(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  return lines.filter((line, index) => line !== '' && !(index === 0 && line.startsWith('#version')));
}

// Gives all tokens that a merge makes.
function checkMerges(
  path: string,
  merges: readonly string[],
  tokens: ReadonlySet<string | undefined>,
): ReadonlySet<string> {
  const made = new Set<string>();
  for (const [index, merge] of merges.entries()) {
    const [left = '', right = '', ...others] = merge.split(' ');
    const shown = `merge ${index + 1} (${JSON.stringify(merge.slice(0, 40))})`;
    if (left === '' || right === '' || others.length > 0) throw refuseFile(path, `${shown} is no pair`);
    const missing = [left, right, left + right].find((token) => !tokens.has(token));
    if (missing !== undefined) {
      throw refuseFile(
        path,
        `${shown} needs ${JSON.stringify(missing.slice(0, 40))}, which is not in vocab.json`,
      );
    }
    made.add(left + right);
  }
  return made;
}

function looksSpecial(token: string): boolean {
  return /^<\|.+\|>$/.test(token);
}
