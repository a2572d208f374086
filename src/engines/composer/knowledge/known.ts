/** What sort of thing a subject is; frames of sentences say which kinds they fit. */
export type Kind =
  | 'concept'
  | 'technique'
  | 'process'
  | 'thing'
  | 'substance'
  | 'place'
  | 'person'
  | 'event'
  | 'work';

/** What is known of a topic, in whole sentences that can each stand alone after the definition. */
export interface Known {
  /** What the topic is called, separated by commas; a name that ends in `?` counts only among words of programming. */
  readonly names: string;
  readonly kind: Kind;
  /** One sentence that says what it is. */
  readonly is: string;
  readonly how: readonly string[];
  readonly why: readonly string[];
  readonly pitfalls: readonly string[];
  readonly example: string;
  /** Neighbouring topics, as one part of a sentence. */
  readonly related: string;
}

/** The kinds that the same frames of sentences fit. */
export type Family = 'idea' | 'thing' | 'place' | 'person' | 'event' | 'work';

/** The family of a kind. */
export function familyOf(kind: Kind): Family {
  switch (kind) {
    case 'concept':
    case 'technique':
    case 'process':
      return 'idea';
    case 'thing':
    case 'substance':
      return 'thing';
    case 'place':
    case 'person':
    case 'event':
    case 'work':
      return kind;
  }
}
