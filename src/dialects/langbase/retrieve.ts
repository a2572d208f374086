import { z } from 'zod';
import type { Call, PlainAnswer, PlainEndpoint } from '../../core/dialect.ts';
import type { FoundPassage, Passage } from '../../core/document-tools.ts';
import { assertBody, readJson } from './body.ts';
import { defineEndpoints, ok } from './endpoint.ts';
import { type Filter, filter, passes } from './filters.ts';
import { type Memories, type Memory, memoryNotFound } from './memories.ts';
import { name } from './names.ts';
import { type PassageIndexOptions, createPassageSearch } from './passage-search.ts';
import type { Retrieve } from './run.ts';

const longestQuery = 30_000;

const defaultLimit = 20;

const retrieveSchema = z.looseObject({
  query: z.string().min(1).max(longestQuery),
  memory: z
    .array(z.looseObject({ name, filters: filter.nullish() }))
    .min(1)
    .max(20),
  topK: z.int().min(1).max(100).nullish(),
});

const foundShape = z.object({
  text: z.string(),
  similarity: z.number().min(0).max(1),
  meta: z.record(z.string(), z.string()),
});

/** What is asked of one memory. */
interface Question {
  readonly memory: Memory;
  readonly query: string;
  readonly limit: number;
  readonly filter?: Filter | undefined;
}

/** Finds the passages of a memory that suit a question best. */
export type Search = (question: Question) => Promise<readonly FoundPassage[]>;

/** A search in the documents that are kept. */
export function createSearch(options: PassageIndexOptions): Search {
  const search = createPassageSearch(options);
  return ({ memory, query, limit, filter: wanted }) => {
    if (wanted === undefined) return search(memory, query, limit);
    return search(memory, query, limit, ({ meta }: Passage) => passes(meta, wanted));
  };
}

/** What memories are searched with. */
export interface RetrieveOptions {
  readonly memories: Memories;
  readonly search: Search;
}

/** Retrieval for the runs of pipes: as many passages as each memory gives; an unknown memory says nothing, or is refused. */
export function createRetrieve({ memories, search }: RetrieveOptions, strict: boolean): Retrieve {
  return async (names, text) => {
    const query = text.slice(0, longestQuery);
    const found: FoundPassage[] = [];
    for (const wanted of new Set(names)) {
      const memory = await memories.find(wanted);
      if (memory === undefined && strict) throw memoryNotFound(wanted);
      if (memory !== undefined) found.push(...(await search({ memory, query, limit: memory.topK })));
    }
    return sortBySimilarity(found);
  };
}

/** `/v1/memory/retrieve`: what memories say about a question. */
export function createRetrieveEndpoint(options: RetrieveOptions): PlainEndpoint {
  const define = defineEndpoints('Memory');
  const summary = 'Finds the passages of memories that suit a question best.';
  return define('POST /v1/memory/retrieve', summary, (call) => retrieve(options, call), {
    body: retrieveSchema.meta({ examples: [example] }),
    result: z.array(foundShape),
  });
}

const example = { query: 'How many days off are there?', memory: [{ name: 'handbook' }], topK: 3 };

async function retrieve({ memories, search }: RetrieveOptions, call: Call): Promise<PlainAnswer> {
  const body = readJson(call);
  assertBody(retrieveSchema, body);
  const limit = body.topK ?? defaultLimit;
  const found: FoundPassage[] = [];
  for (const { name: wanted, filters } of body.memory) {
    const memory = await memories.get(wanted);
    found.push(...(await search({ memory, query: body.query, limit, filter: filters ?? undefined })));
  }
  return ok(sortBySimilarity(found).slice(0, limit).map(describe));
}

function sortBySimilarity(found: readonly FoundPassage[]): readonly FoundPassage[] {
  return found.toSorted((left, right) => right.similarity - left.similarity);
}

function describe({ text, similarity, meta }: FoundPassage): z.output<typeof foundShape> {
  return { text, similarity, meta };
}
