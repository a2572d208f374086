/** A question for the name that was probably meant, with a blank before it; empty where none comes near. */
export function suggest(given: string, names: readonly string[]): string {
  const plain = simplify(given);
  let nearest = { name: '', distance: Math.max(1, Math.floor(plain.length / 3)) + 1 };
  for (const name of names) {
    const distance = countEdits(plain, simplify(name));
    if (distance < nearest.distance) nearest = { name, distance };
  }
  return nearest.name === '' ? '' : ` Did you mean '${nearest.name}'?`;
}

// `tokens_per_second` and `tokens-per-second` mean `tokensPerSecond`.
function simplify(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

// Letters added, left out, replaced or swapped with their neighbour.
function countEdits(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = at(row - 1, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = isSwapped ? at(row - 2, column - 2) + 1 : Infinity;
      current.push(Math.min(replaced, swapped, at(row - 1, column) + 1, at(row, column - 1) + 1));
    }
  }
  return at(from.length, to.length);
}
