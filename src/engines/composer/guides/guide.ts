/** The steps of a task that people ask about, one a line, as `title :: text`. */
export interface Guide {
  /** Sets of words, separated by commas; the task must contain every word of one set. */
  readonly clues: string;
  readonly steps: string;
}
