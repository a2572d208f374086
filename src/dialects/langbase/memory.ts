import { z } from 'zod';
import { ApiError } from '../../core/api-error.ts';
import type { Call, PlainAnswer, PlainEndpoint } from '../../core/dialect.ts';
import type { Ids } from '../../core/ids.ts';
import { assertBody, invalidBody, readJson } from './body.ts';
import { defaultEmbeddingModel, embeddingModel } from './embedding-models.ts';
import { defineEndpoints, ok } from './endpoint.ts';
import type { Memories, Memory } from './memories.ts';
import type { MemoryDocuments } from './memory-documents.ts';
import { name } from './names.ts';
import { owner } from './pipes.ts';

const defaultChunkSize = 10_000;
const defaultChunkOverlap = 2048;

const createSchema = z.looseObject({
  name,
  description: z.string().max(10_000).nullish(),
  embedding_model: embeddingModel.nullish(),
  top_k: z.int().min(1).max(100).nullish(),
  chunk_size: z.int().min(256).max(30_000).nullish(),
  chunk_overlap: z.int().min(0).nullish(),
});

const shared = { name: z.string(), description: z.string(), owner_login: z.string(), url: z.string() };

const made = z.object({
  ...shared,
  chunk_size: z.int(),
  chunk_overlap: z.int(),
  embedding_model: z.string(),
});

const listed = z.object({ ...shared, embeddingModel: z.string(), embedding_model: z.string() });

/** What the endpoints of memories are made with. */
export interface MemoryOptions {
  readonly memories: Memories;
  readonly kept: MemoryDocuments;
  readonly ids: Ids;
}

/** `/v1/memory`: collections of documents that can be searched. */
export function createMemoryEndpoints(options: MemoryOptions): readonly PlainEndpoint[] {
  const define = defineEndpoints('Memory');
  const removal = 'Deletes a memory and its documents.';
  return [
    define('POST /v1/memory', 'Makes a memory.', (call) => create(options, call), {
      body: createSchema.meta({ examples: [{ name: 'handbook', description: 'How we work.' }] }),
      result: made,
      status: 201,
    }),
    define('GET /v1/memory', 'Lists the memories.', () => list(options), { result: z.array(listed) }),
    define('DELETE /v1/memory/:memory', removal, (call) => remove(options, call), {
      result: z.object({ success: z.literal(true) }),
    }),
  ];
}

async function create({ memories, ids }: MemoryOptions, call: Call): Promise<PlainAnswer> {
  const body = readJson(call);
  assertBody(createSchema, body);
  if (body.name === 'documents' || body.name === 'retrieve') {
    // Its paths are those of something else.
    throw invalidBody(`A memory cannot be called '${body.name}'`, ['name']);
  }
  const chunkSize = body.chunk_size ?? defaultChunkSize;
  const chunkOverlap = body.chunk_overlap ?? Math.min(defaultChunkOverlap, Math.floor(chunkSize / 4));
  if (chunkOverlap >= chunkSize) {
    throw invalidBody('chunk_overlap is less than chunk_size', ['chunk_overlap']);
  }
  const memory: Memory = {
    id: ids(24),
    name: body.name,
    description: body.description ?? '',
    embeddingModel: body.embedding_model ?? defaultEmbeddingModel,
    topK: body.top_k ?? 10,
    chunkSize,
    chunkOverlap,
  };
  if (!(await memories.create(memory))) throw memoryExists(memory.name);
  return { status: 201, body: describeMade(memory) };
}

async function list({ memories }: MemoryOptions): Promise<PlainAnswer> {
  return ok((await memories.list()).map(describeListed));
}

async function remove({ memories, kept }: MemoryOptions, call: Call): Promise<PlainAnswer> {
  const memory = await memories.get(call.parameters['memory'] ?? '');
  // The documents first: without them a memory can be deleted again, without the memory they would be out of reach.
  await kept.clear(memory);
  await memories.delete(memory);
  return ok({ success: true });
}

function memoryExists(wanted: string): ApiError {
  const message = `A memory with the name '${wanted}' exists already.`;
  return new ApiError(409, 'memory_exists', message, { param: 'name' });
}

function describe(memory: Memory) {
  return {
    name: memory.name,
    description: memory.description,
    owner_login: owner,
    url: `https://langbase.com/${owner}/${encodeURIComponent(memory.name)}`,
  };
}

function describeMade(memory: Memory): z.output<typeof made> {
  return {
    ...describe(memory),
    chunk_size: memory.chunkSize,
    chunk_overlap: memory.chunkOverlap,
    embedding_model: memory.embeddingModel,
  };
}

// The SDK's types spell the model one way, the documents another.
function describeListed(memory: Memory): z.output<typeof listed> {
  const { embeddingModel: model } = memory;
  return { ...describe(memory), embeddingModel: model, embedding_model: model };
}
