// What lies outside of printable ASCII, apart from what JSON itself escapes.
const unprintable = /[\u007f-\uffff]/g;

/** A JSON string in the bytes that Python's `json.dumps` gives it: all but printable ASCII is escaped. */
export function quoteAscii(text: string): string {
  return JSON.stringify(text).replaceAll(unprintable, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
