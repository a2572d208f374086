import type { Guide } from './guide.ts';
import { guidesForCode } from './guides-for-code.ts';
import { guidesForHome } from './guides-for-home.ts';
import { guidesForLife } from './guides-for-life.ts';

/** The steps of the guide whose words a task contains, as `title :: text`. */
export function findGuide(task: string): readonly string[] | undefined {
  const words = new Set(
    task
      .toLowerCase()
      .split(/[^\p{L}\d-]+/u)
      .map(stem),
  );
  for (const word of words) {
    for (const { clue, guide } of byWord.get(word) ?? [])
      if (clue.every((each) => words.has(each))) return guide.steps.split('\n');
  }
  return undefined;
}

// "boiling eggs", "boil an egg": the words without their endings.
function stem(word: string): string {
  const base = /(?:[^s]s|ing)$/.test(word) && word.length > 3 ? word.replace(/(?:ing|s)$/, '') : word;
  return base.replace(/(?:e|es)$/, '').replace(/([bdgmnprt])\1$/, '$1');
}

const byWord = new Map<string, { readonly clue: readonly string[]; readonly guide: Guide }[]>();
for (const guide of [...guidesForCode, ...guidesForHome, ...guidesForLife]) {
  for (const set of guide.clues.split(',')) {
    const clue = set.split(' ').map(stem);
    const [first = ''] = clue;
    byWord.set(first, [...(byWord.get(first) ?? []), { clue, guide }]);
  }
}
