/** A batch that one writer has written: `number` counts the writer's batches from 0, `part` tells where in the batch. */
export interface Written {
  readonly writer: string;
  readonly number: number;
  readonly part: number;
}

/** The name of a batch, as it is acknowledged. */
export function batchName({ writer, number }: Pick<Written, 'writer' | 'number'>): string {
  return `${writer} ${number}`;
}

/**
 * What is wrong with what is kept, in the order in which it is kept: an acknowledged batch that is missing, a part that is missing,
 * there twice or elsewhere, or a batch before one that its writer wrote earlier. A batch that was never acknowledged may be kept or not.
 */
export function findFaults(
  acknowledged: Iterable<string>,
  kept: readonly Written[],
  parts: number,
): readonly string[] {
  const faults: string[] = [];
  const found = new Set<string>();
  const next = new Map<string, number>();
  for (let at = 0; at < kept.length; at += parts) {
    const batch = kept.slice(at, at + parts);
    const [first] = batch;
    if (first === undefined) break;
    const name = batchName(first);
    const isWhole =
      batch.length === parts && batch.every((item, part) => item.part === part && batchName(item) === name);
    if (!isWhole) return [...faults, `At ${at} there is no whole batch: ${JSON.stringify(batch)}.`];
    const expected = next.get(first.writer) ?? 0;
    if (first.number !== expected) faults.push(`At ${at} there is ${name} where ${expected} is due.`);
    next.set(first.writer, first.number + 1);
    found.add(name);
  }
  for (const name of acknowledged) if (!found.has(name)) faults.push(`${name} is not there.`);
  return faults;
}
