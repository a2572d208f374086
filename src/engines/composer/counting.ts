/** Where a count begins and ends, in digits or in words; undefined where it would be too long. */
export function readCounting(
  first: string | undefined,
  last: string | undefined,
): { readonly from: number; readonly to: number } | undefined {
  const [from, to] = [read(first), read(last)];
  return Math.abs(to - from) > 1000 ? undefined : { from, to };
}

function read(text: string | undefined): number {
  return words.get(text?.toLowerCase() ?? 'one') ?? Number(text ?? 1);
}

const words: ReadonlyMap<string, number> = new Map([
  ['zero', 0],
  ['one', 1],
  ['ten', 10],
  ['twenty', 20],
  ['hundred', 100],
  ['a hundred', 100],
]);
