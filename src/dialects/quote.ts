/** A text as a JSON string, remembered. */
export type Quote = (text: string) => string;

/** Quotes texts and remembers up to `capacity` of them, since the tokens of a language come again and again. */
export function createQuote(capacity = 20_000): Quote {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const quoted = JSON.stringify(text);
    if (known.size >= capacity) known.clear();
    if (text.length <= 64) known.set(text, quoted);
    return quoted;
  };
}
