import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { Call, PlainAnswer, PlainEndpoint } from '../../core/dialect.ts';
import type { LoadDocumentTools } from '../../core/document-tools.ts';
import { assertBody, invalidBody, readJson } from './body.ts';
import { defaultEmbeddingModel, dimensionsOf, embeddingModel } from './embedding-models.ts';
import { defineEndpoints, ok } from './endpoint.ts';
import { giveTurn } from '../../core/turns.ts';

const embedSchema = z.looseObject({
  chunks: z.array(z.string().min(1).max(8192)).min(1).max(100),
  embeddingModel: embeddingModel.nullish(),
});

const leastLength = 1024;
const leastOverlap = 256;
const longestContent = 10_000_000;

const chunkSchema = z.looseObject({
  content: z.string().min(1).max(longestContent),
  chunkMaxLength: z.int().min(leastLength).max(30_000).nullish(),
  chunkOverlap: z.int().min(leastOverlap).nullish(),
});

/** What the endpoints of texts are made with. */
export interface TextOptions {
  readonly documents: LoadDocumentTools;
  readonly clock: Clock;
}

/** `/v1/embed` and `/v1/chunker`: vectors of texts, and texts cut into chunks. */
export function createTextEndpoints(options: TextOptions): readonly PlainEndpoint[] {
  const define = defineEndpoints('Documents');
  return [
    define('POST /v1/embed', 'Makes a vector of each text.', (call) => embed(options, call), {
      body: embedSchema.meta({ examples: [{ chunks: ['Streams arrive piece by piece.'] }] }),
      result: z.array(z.array(z.number())),
    }),
    define('POST /v1/chunker', 'Cuts a text into chunks.', (call) => chunk(options, call), {
      body: chunkSchema.meta({ examples: [{ content: 'A long text, in fact.', chunkMaxLength: 1024 }] }),
      result: z.array(z.string()),
    }),
  ];
}

// A long text takes some milliseconds.
const textsInOneGo = 4;

async function embed({ documents, clock }: TextOptions, call: Call): Promise<PlainAnswer> {
  const body = readJson(call);
  assertBody(embedSchema, body);
  const dimensions = dimensionsOf(body.embeddingModel ?? defaultEmbeddingModel);
  const tools = await documents();
  const vectors: (readonly number[])[] = [];
  for (const [place, text] of body.chunks.entries()) {
    if (place > 0 && place % textsInOneGo === 0) await giveTurn(clock);
    vectors.push(tools.embed(text, dimensions));
  }
  return ok(vectors);
}

async function chunk({ documents }: TextOptions, call: Call): Promise<PlainAnswer> {
  const body = readJson(call);
  assertBody(chunkSchema, body);
  const maxLength = body.chunkMaxLength ?? leastLength;
  const overlap = body.chunkOverlap ?? leastOverlap;
  if (overlap >= maxLength) {
    throw invalidBody('chunkOverlap is less than chunkMaxLength', ['chunkOverlap']);
  }
  return ok((await documents()).chunk(body.content, { maxLength, overlap }));
}
