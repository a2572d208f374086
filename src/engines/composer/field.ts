/** The words that a field of knowledge lends to an answer; each is a noun phrase with its article, or a plural. */
export interface Field {
  readonly name: string;
  /** What the field is called inside a sentence. */
  readonly domain: string;
  readonly clues: string;
  readonly person: readonly string[];
  readonly people: readonly string[];
  readonly tool: readonly string[];
  readonly source: readonly string[];
  readonly trial: readonly string[];
  readonly measure: readonly string[];
  readonly mistake: readonly string[];
  readonly result: readonly string[];
  readonly aspect: readonly string[];
}
