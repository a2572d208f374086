import type { Gpt2Config } from '../../../weights/gpt2-config.ts';
import type { Vector } from './matrix.ts';

/** Room for the numbers of the tokens that are computed together; made once, so that a token costs no memory. */
export interface Workspace {
  /** What each token has gathered so far: every layer adds to it. */
  readonly stream: readonly Vector[];
  /** The stream, normalised: what a layer looks at. */
  readonly normed: readonly Vector[];
  /** Queries, keys and values, one after the other. */
  readonly joint: readonly Vector[];
  /** What the heads have gathered from the tokens before. */
  readonly gathered: readonly Vector[];
  readonly inner: readonly Vector[];
  /** How much a token looks at each of those before it. */
  readonly attention: Vector;
  /** For each token of the vocabulary, how probable it is next. */
  readonly logits: readonly Vector[];
}

/** How much room there is to be. */
export interface WorkspaceSize {
  readonly rows: number;
  readonly slots: number;
  readonly contextLength: number;
}

/** Room for the tokens of one pass. */
export function createWorkspace(config: Gpt2Config, size: WorkspaceSize): Workspace {
  const { rows, slots, contextLength } = size;
  const { embedding: width, inner, vocabularySize } = config;
  const vectors = (length: number, count = rows): readonly Vector[] =>
    Array.from({ length: count }, () => new Float64Array(length));
  return {
    stream: vectors(width),
    normed: vectors(width),
    joint: vectors(3 * width),
    gathered: vectors(width),
    inner: vectors(inner),
    attention: new Float64Array(contextLength),
    // Each sequence wants those after its last token alone.
    logits: vectors(vocabularySize, Math.min(rows, slots)),
  };
}
