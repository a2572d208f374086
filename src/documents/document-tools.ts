import type { Clock } from '../core/clock.ts';
import type { DocumentFile, DocumentTools } from '../core/document-tools.ts';
import { cutIntoChunks } from './chunk.ts';
import { embed } from './embed.ts';
import { createPageLibrary } from './page-library.ts';
import { createPassageIndex } from './passage-index.ts';

/** What the document tools are made of. */
export interface DocumentToolsOptions {
  readonly clock: Clock;
  /** The text of a file of pages, in place of ours. */
  readonly pages?: string | undefined;
}

/** Document tools that work on this machine alone; throws where the pages given are not written as they should be. */
export function createDocumentTools({ clock, pages }: DocumentToolsOptions): DocumentTools {
  const library = createPageLibrary(pages);
  return {
    read: createLazyReader(clock),
    chunk: cutIntoChunks,
    embed,
    index: createPassageIndex,
    searchPages: library.search,
    readPage: library.read,
  };
}

// Loaded by the first file: a server starts sooner, and most never read one.
function createLazyReader(clock: Clock): (file: DocumentFile) => Promise<string> {
  let reader: Promise<(file: DocumentFile) => Promise<string>> | undefined;
  return async (file) => {
    reader ??= import('./read-document.ts').then(({ createReader }) => createReader(clock));
    return (await reader)(file);
  };
}
