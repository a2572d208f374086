import { capitalise } from '../grammar.ts';
import type { Writer } from '../writer.ts';
import { codeNames, type NameMaker, ownNames, shopNames } from './name-makers.ts';

/** So many different names of the sort that a phrase such as "names for a coffee shop" asks for. */
export function makeNames(phrase: string, count: number, writer: Writer): string[] | undefined {
  const words = phrase.toLowerCase().split(/[^\p{L}]+/u);
  if (!words.some((word) => naming.has(word))) return undefined;
  const maker = words.map((word) => makers.get(word)).find((found) => found !== undefined);
  return collect(maker ?? anybody, count, writer);
}

function collect(maker: NameMaker, count: number, writer: Writer): string[] {
  const [a, b] = [maker.a.split(','), maker.b.split(',')];
  const names = new Set<string>();
  // Numbers go on where the words are used up, so that the count is always met.
  for (let tries = 0; names.size < count; tries += 1) {
    const name = makeName(maker, a, b, writer);
    names.add(tries < count * 40 ? name : `${name} ${names.size + 1}`);
  }
  return [...names];
}

function makeName(maker: NameMaker, a: readonly string[], b: readonly string[], writer: Writer): string {
  const pattern = maker.patterns[writer.below(maker.patterns.length)] ?? '{a} {b}';
  const [first, second] = [a[writer.below(a.length)] ?? '', b[writer.below(b.length)] ?? ''];
  const spaced = pattern.includes(' ');
  return pattern.replace('{a}', first).replace('{b}', spaced ? capitalise(second) : second);
}

const naming = new Set(
  'name names naming nickname nicknames username usernames title titles handle handles gamertag codename codenames'.split(
    ' ',
  ),
);

const anybody: NameMaker = ownNames.find(({ clues }) => clues.startsWith('baby')) ?? {
  clues: '',
  patterns: ['{a}'],
  a: 'Ada',
  b: '',
};

const makers = new Map<string, NameMaker>();
for (const maker of [...codeNames, ...ownNames, ...shopNames])
  for (const clue of maker.clues.split(' ')) if (!makers.has(clue)) makers.set(clue, maker);
