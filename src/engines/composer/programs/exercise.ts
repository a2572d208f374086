/** A well-known exercise: what the prompt says of it, and what is worth knowing about its solution. */
export interface Exercise {
  readonly name: string;
  readonly clue: RegExp;
  readonly notes: readonly string[];
}
