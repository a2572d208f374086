import { z } from 'zod';
import type { RecordStore } from '../../core/record-store.ts';
import type { Memory } from './memories.ts';
import { metadata } from './names.ts';

const keptSchema = z.object({
  type: z.string(),
  /** Bytes of the file. */
  size: z.int(),
  status: z.enum(['completed', 'failed']),
  /** Why it failed. */
  statusMessage: z.string().nullable(),
  meta: metadata,
  chunkSize: z.int(),
  chunkOverlap: z.int(),
  /** Characters of all chunks. */
  characters: z.int(),
  /** Another one each time the document is kept. */
  version: z.string(),
});

/** What is known of a document of a memory. */
export interface MemoryDocument extends z.output<typeof keptSchema> {
  readonly name: string;
}

/** What a document holds. */
export interface DocumentContent {
  readonly chunks: readonly string[];
  /** The file as it came. */
  readonly bytes: Uint8Array;
}

/** The documents that are kept, by their memories. */
export interface MemoryDocuments {
  list(memory: Memory): Promise<readonly MemoryDocument[]>;
  read(memory: Memory, name: string): Promise<(MemoryDocument & DocumentContent) | undefined>;
  put(memory: Memory, document: MemoryDocument, content: DocumentContent): Promise<void>;
  /** Whether there was one to delete. */
  delete(memory: Memory, name: string): Promise<boolean>;
  /** Deletes all documents of a memory. */
  clear(memory: Memory): Promise<void>;
}

/** The documents that are kept in these records. */
export function createMemoryDocuments(records: RecordStore): MemoryDocuments {
  return {
    list: async (memory) => (await records.list(kindOf(memory))).flatMap((each) => toDocument(each) ?? []),
    async read(memory, name) {
      const record = await records.get(kindOf(memory), name);
      const document = record && toDocument(record);
      return document && { ...document, ...unpack(record?.bytes ?? new Uint8Array()) };
    },
    put: (memory, { name, ...value }, content) =>
      records.put({ kind: kindOf(memory), name, value, bytes: pack(content) }),
    delete: (memory, name) => records.delete(kindOf(memory), name),
    clear: (memory) => records.clear(kindOf(memory)),
  };
}

// By the memory's id: what is kept for a memory while it is deleted never shows up in a later one of its name.
function kindOf({ id }: Memory): string {
  return `document:${id}`;
}

function toDocument(record: { readonly name: string; readonly value: unknown }): MemoryDocument | undefined {
  const { data } = keptSchema.safeParse(record.value);
  return data && { name: record.name, ...data };
}

const headLength = 4;

// One record holds both, so that neither is ever kept without the other; a list leaves them out, so that it stays small.
function pack({ chunks, bytes }: DocumentContent): Uint8Array {
  const text = Buffer.from(JSON.stringify(chunks));
  const head = Buffer.alloc(headLength);
  head.writeUInt32BE(text.length);
  return Buffer.concat([head, text, bytes]);
}

const chunkList = z.array(z.string());

function unpack(packed: Uint8Array): DocumentContent {
  const buffer = Buffer.from(packed.buffer, packed.byteOffset, packed.length);
  if (buffer.length < headLength) return { chunks: [], bytes: buffer };
  const end = headLength + buffer.readUInt32BE(0);
  const text = buffer.subarray(headLength, end).toString('utf8');
  return { chunks: chunkList.parse(JSON.parse(text)), bytes: buffer.subarray(end) };
}
