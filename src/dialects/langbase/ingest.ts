import { ApiError } from '../../core/api-error.ts';
import type { DocumentFile, DocumentTools, LoadDocumentTools } from '../../core/document-tools.ts';
import type { Ids } from '../../core/ids.ts';
import { storageLimit } from '../../core/refusals.ts';
import type { Metadata } from '../../core/thread-store.ts';
import { type Memories, type Memory, memoryNotFound } from './memories.ts';
import type { MemoryDocument, MemoryDocuments } from './memory-documents.ts';

/** What documents are taken in with. */
export interface IngestOptions {
  readonly memories: Memories;
  readonly kept: MemoryDocuments;
  readonly documents: LoadDocumentTools;
  readonly ids: Ids;
}

/** Most bytes of a file. */
export const largestFile = 10_000_000;

const mostDocuments = 1000;

// A memory is searched in this process: so much text is indexed at once.
const mostCharacters = 25_000_000;

/** A file with what its owner says of it. */
export interface SentDocument extends DocumentFile {
  readonly meta: Metadata;
}

/** Reads a file, cuts it and keeps both in place of what had its name; a file that cannot be read is kept as failed. */
export async function ingest(
  { memories, kept, documents, ids }: IngestOptions,
  memory: Memory,
  file: SentDocument,
): Promise<MemoryDocument> {
  const { name, type, bytes, meta } = file;
  const { chunkSize, chunkOverlap } = memory;
  const tools = await documents();
  const { text, fault } = await read(tools, { name, type, bytes });
  const chunks = tools.chunk(text, { maxLength: chunkSize, overlap: chunkOverlap });
  const document: MemoryDocument = {
    name,
    type,
    size: bytes.length,
    status: fault === null ? 'completed' : 'failed',
    statusMessage: fault,
    meta,
    chunkSize,
    chunkOverlap,
    characters: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    version: ids(16),
  };
  checkRoom(memory, document, await kept.list(memory));
  await kept.put(memory, document, { chunks, bytes });
  // What was kept while somebody deleted the memory would be out of reach.
  if ((await memories.find(memory.name))?.id !== memory.id) {
    await kept.clear(memory);
    throw memoryNotFound(memory.name);
  }
  return document;
}

interface Reading {
  readonly text: string;
  /** Why there is no text. */
  readonly fault: string | null;
}

async function read(tools: DocumentTools, file: DocumentFile): Promise<Reading> {
  try {
    return { text: await tools.read(file), fault: null };
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'unreadable_document') throw error;
    return { text: '', fault: error.message };
  }
}

function checkRoom(memory: Memory, added: MemoryDocument, listed: readonly MemoryDocument[]): void {
  const others = listed.filter(({ name }) => name !== added.name);
  if (others.length >= mostDocuments) {
    throw storageLimit(`The memory '${memory.name}' has ${others.length} documents, and no more are kept.`);
  }
  const characters = others.reduce((sum, each) => sum + each.characters, added.characters);
  if (characters > mostCharacters) {
    const full = `The memory '${memory.name}' would hold ${characters} characters of text`;
    throw storageLimit(`${full}, and ${mostCharacters} are kept. Delete documents, or begin another memory.`);
  }
}
