/** A story in steps; of each step one template is drawn, and the placeholders keep their meaning. */
export interface Plot {
  readonly title: string;
  /** What is drawn once for the story. */
  readonly with?: Readonly<Record<string, readonly string[]>>;
  /** Whether only children, or only animals, can live through it. */
  readonly only?: 'children' | 'beasts';
  readonly steps: readonly (readonly string[])[];
}
