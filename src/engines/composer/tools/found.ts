/** Something that a text says, and where. */
export interface Found<Value = string> {
  readonly value: Value;
  readonly from: number;
  readonly to: number;
}

/** All that a pattern finds, in order. */
export function findAll(text: string, pattern: RegExp): Found[] {
  return Array.from(text.matchAll(pattern), ({ 0: value, index }) => ({
    value,
    from: index,
    to: index + value.length,
  }));
}

/** The text with blanks where something was found, all else in its place. */
export function blankOut(text: string, found: readonly Found[]): string {
  return found.reduce(
    (rest, { from, to }) => rest.slice(0, from) + '\u0001'.repeat(to - from) + rest.slice(to),
    text,
  );
}

/** The longest run of things that stand in one list: "Paris, London and Rome"; none where there is no list. */
export function findListed<Value>(found: readonly Found<Value>[], text: string): readonly Found<Value>[] {
  let best: readonly Found<Value>[] = [];
  let run: Found<Value>[] = [];
  for (const each of found) {
    const last = run.at(-1);
    const isLinked = last !== undefined && link.test(text.slice(last.to, each.from));
    run = isLinked ? [...run, each] : [each];
    if (run.length > best.length) best = run;
  }
  return best.length > 1 ? best : [];
}

const link =
  /^["'”]?(?:\s*,\s*(?:and |or )?|\s+(?:and|or|&|plus|vs\.?|versus|as well as|und|et|y)\s+|\s*\/\s*)(?:(?:in|for|of) )?["'“]?$/i;
