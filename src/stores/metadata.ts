/** Metadata with more of it merged in, both JSON: new names are added, and values of names that are there replaced. */
export function mergeMetadata(kept: string, added: string): string {
  // Entries, since assigning to the name `__proto__` would not make a property.
  return JSON.stringify(Object.fromEntries([...readEntries(kept), ...readEntries(added)]));
}

function readEntries(metadata: string): readonly (readonly [string, unknown])[] {
  const values: Readonly<Record<string, unknown>> = JSON.parse(metadata);
  return Object.entries(values);
}
