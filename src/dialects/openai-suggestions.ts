const greatestDistance = 2;

/** The known names at most two edits away from an unknown one, as long as a part of it is left. */
export function findSimilar(name: string, known: readonly string[]): string[] {
  return known.filter((candidate) => {
    const most = Math.min(greatestDistance, candidate.length - 1);
    return Math.abs(candidate.length - name.length) <= most && countEdits(name, candidate) <= most;
  });
}

// Levenshtein's distance, row by row.
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let index = 1; index <= from.length; index += 1) {
    const above = row;
    row = [index];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (from[index - 1] === to[column - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
    }
  }
  return row[to.length] ?? 0;
}
