/** A file as it came. */
export interface DocumentFile {
  readonly name: string;
  /** Its media type, as far as it is known: `application/pdf`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A stretch of a document. */
export interface Passage {
  readonly text: string;
  /** What is known of its document. */
  readonly meta: Readonly<Record<string, string>>;
}

/** A passage that was found; `similarity` lies between 0 and 1, higher for what suits better. */
export interface FoundPassage extends Passage {
  readonly similarity: number;
}

/** Passages that can be searched. */
export interface PassageIndex {
  /** The passages that suit best, the best one first, of those that `allow` lets in. */
  search(query: string, limit: number, allow?: (passage: Passage) => boolean): readonly FoundPassage[];
}

/** How a text is cut, in characters. */
export interface ChunkOptions {
  /** Most characters of a chunk. */
  readonly maxLength: number;
  /** About how much of a chunk's end is said again at the beginning of the next one. */
  readonly overlap: number;
}

/** A page of the web as it was written down. */
export interface WebPage {
  readonly url: string;
  readonly title: string;
  readonly content: string;
}

/** The tools for documents, loaded when they are first asked for. */
export type LoadDocumentTools = () => Promise<DocumentTools>;

/** What is made of documents, on this machine alone and the same for the same document. */
export interface DocumentTools {
  /** The text of a file; rejects with an ApiError 400 'unreadable_document' for a file that it cannot read. */
  read(file: DocumentFile): Promise<string>;
  chunk(text: string, options: ChunkOptions): readonly string[];
  /** A vector of length 1; texts that share words are nearer to each other. */
  embed(text: string, dimensions: number): readonly number[];
  index(passages: readonly Passage[]): PassageIndex;
  /** Pages that suit a query, of these hosts where some are named. */
  searchPages(query: string, limit: number, hosts: readonly string[]): readonly WebPage[];
  /** The page at a URL; one that says that nothing is known of it where there is none. */
  readPage(url: string): WebPage;
}
