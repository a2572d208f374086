// Storages end a text at a NUL in some of their functions, and half a surrogate pair cannot be written as UTF-8.

/** A name as any storage can keep it: different for different names, and readable. */
export function toKey(name: string): string {
  return JSON.stringify(name).slice(1, -1);
}

/** The name that was kept so. */
export function fromKey(key: string): string {
  return JSON.parse(`"${key}"`);
}
