// SQLite would end a text at a NUL in some of its functions, and half a surrogate pair cannot be written as UTF-8.

/** A name as SQLite can keep it: different for different names, and readable. */
export function toKey(name: string): string {
  return JSON.stringify(name).slice(1, -1);
}

/** The name that was kept so. */
export function fromKey(key: string): string {
  return JSON.parse(`"${key}"`);
}
