import { z } from 'zod';
import { ApiError } from '../../core/api-error.ts';
import type { RecordStore } from '../../core/record-store.ts';
import { embeddingModel } from './embedding-models.ts';

const keptSchema = z.object({
  id: z.string(),
  description: z.string(),
  embeddingModel,
  topK: z.int(),
  chunkSize: z.int(),
  chunkOverlap: z.int(),
});

/** A collection of documents that can be searched; no other ever has its id, whatever its name. */
export interface Memory extends z.output<typeof keptSchema> {
  readonly name: string;
}

/** The memories that are kept. */
export interface Memories {
  /** False where the name is taken. */
  create(memory: Memory): Promise<boolean>;
  find(name: string): Promise<Memory | undefined>;
  /** The memory of this name; rejects with a 404 where there is none. */
  get(name: string): Promise<Memory>;
  list(): Promise<readonly Memory[]>;
  /** Deletes the memory; its documents are somebody else's. */
  delete(memory: Memory): Promise<void>;
}

const kind = 'memory';

/** The memories that are kept in these records. */
export function createMemories(records: RecordStore): Memories {
  async function find(name: string): Promise<Memory | undefined> {
    const record = await records.get(kind, name);
    return record && toMemory(record);
  }
  return {
    create: ({ name, ...value }) => records.create({ kind, name, value }),
    find,
    async get(name) {
      const found = await find(name);
      if (found === undefined) throw memoryNotFound(name);
      return found;
    },
    list: async () => (await records.list(kind)).flatMap((record) => toMemory(record) ?? []),
    async delete({ name }) {
      await records.delete(kind, name);
    },
  };
}

/** No memory has this name. */
export function memoryNotFound(name: string): ApiError {
  const message = `No memory has the name '${name.slice(0, 256).toWellFormed()}'.`;
  return new ApiError(404, 'memory_not_found', message);
}

// What an older version has kept may differ, and is no memory then.
function toMemory({ name, value }: { readonly name: string; readonly value: unknown }): Memory | undefined {
  const { data } = keptSchema.safeParse(value);
  return data && { name, ...data };
}
