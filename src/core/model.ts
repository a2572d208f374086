/** The byte pair encodings that models use. */
export type EncodingName = 'o200k_base' | 'cl100k_base' | 'o200k_harmony' | 'p50k_base' | 'r50k_base';

/** What is known of a model. */
export interface ModelCard {
  readonly id: string;
  /** The dated snapshot that answers name instead of the alias. */
  readonly snapshot: string;
  readonly encoding: EncodingName;
  /** Most tokens of prompt and answer together. */
  readonly contextLength: number;
  /** Most tokens of an answer. */
  readonly maxOutput: number;
  /** Whether the model thinks before it answers. */
  readonly reasoning: boolean;
  /** Seconds since 1970. */
  readonly created: number;
  readonly ownedBy: string;
  /** What it answers to; one that computes here answers to conversations and to texts. */
  readonly kind: 'chat' | 'completion' | 'embedding' | 'moderation' | 'response' | 'local';
}

/** All models that can be served. */
export interface Models {
  list(): readonly ModelCard[];
  /** The card of a model or of a snapshot that is in the catalogue or in the configuration. */
  find(id: string): ModelCard | undefined;
  /** The card found, or one that suits an id which nobody knows. */
  resolve(id: string): ModelCard;
}
