import type { Labels } from './exposition.ts';

/** One part for each set of labels, up to a bound: later sets share one part, whose labels all say 'other'. */
export interface Labelled<Part> {
  of(labels: Labels): Part;
  entries(): readonly { readonly labels: Labels; readonly part: Part }[];
}

/** No parts yet; so many at most. */
export function createLabelled<Part>(bound: number, create: () => Part): Labelled<Part> {
  const parts = new Map<string, { readonly labels: Labels; readonly part: Part }>();

  function find(labels: Labels): Part | undefined {
    return parts.get(keyOf(labels))?.part;
  }

  function add(labels: Labels): Part {
    const part = create();
    parts.set(keyOf(labels), { labels, part });
    return part;
  }

  return {
    of(labels) {
      const found = find(labels);
      if (found !== undefined) return found;
      if (parts.size < bound - 1) return add(labels);
      const others = Object.fromEntries(Object.keys(labels).map((name) => [name, 'other']));
      return find(others) ?? add(others);
    },
    entries: () => [...parts.values()],
  };
}

function keyOf(labels: Labels): string {
  return Object.values(labels).join('\n');
}
