import { z } from 'zod';
import { ApiError } from '../../core/api-error.ts';
import type { Call, PlainAnswer, PlainEndpoint } from '../../core/dialect.ts';
import { assertBody, invalidBody, readJson } from './body.ts';
import { defineEndpoints, ok } from './endpoint.ts';
import { type IngestOptions, ingest, largestFile } from './ingest.ts';
import type { Memories } from './memories.ts';
import type { MemoryDocument, MemoryDocuments } from './memory-documents.ts';
import { metadata, name } from './names.ts';
import { owner } from './pipes.ts';
import type { UploadTickets } from './upload-tickets.ts';

const mostPairs = 10;

// The ticket in the URL holds it, and a URL has to fit into a request's head.
const longestMeta = 4096;

const uploadSchema = z.looseObject({
  memoryName: name,
  documentName: name.nullish(),
  // As the SDK spells it.
  fileName: name.nullish(),
  meta: metadata
    .refine((meta) => Object.keys(meta).length <= mostPairs, `meta has at most ${mostPairs} pairs`)
    .refine(
      (meta) => Buffer.byteLength(JSON.stringify(meta)) <= longestMeta,
      `meta has at most ${longestMeta} bytes as JSON`,
    )
    .nullish(),
});

const documentShape = z.object({
  name: z.string(),
  status: z.enum(['queued', 'in_progress', 'completed', 'failed']),
  status_message: z.string().nullable(),
  metadata: z.object({ size: z.int(), type: z.string() }),
  enabled: z.boolean(),
  chunk_size: z.int(),
  chunk_overlap: z.int(),
  owner_login: z.string(),
});

const successShape = z.object({ success: z.boolean() });

/** What the endpoints of documents are made with. */
export interface DocumentOptions extends IngestOptions {
  readonly memories: Memories;
  readonly kept: MemoryDocuments;
  readonly tickets: UploadTickets;
}

const uploadPath = '/v1/memory/documents/upload';

/** The documents of memories: uploaded in two steps, read, cut into chunks and kept. */
export function createDocumentEndpoints(options: DocumentOptions): readonly PlainEndpoint[] {
  const define = defineEndpoints('Memory');
  const all = '/v1/memory/:memory/documents';
  const one = `${all}/:document` as const;
  return [
    define('POST /v1/memory/documents', summaries.sign, (call) => sign(options, call), {
      body: uploadSchema.meta({ examples: [{ memoryName: 'handbook', documentName: 'holidays.md' }] }),
      result: z.object({ signedUrl: z.string() }),
    }),
    {
      ...define(`PUT ${uploadPath}`, summaries.upload, (call) => upload(options, call), {
        query: { ticket: z.string().describe('What the URL was given with.') },
        body: z.unknown().describe('The document as it is.'),
        bodyType: 'application/octet-stream',
        result: documentShape,
      }),
      // The signature in the URL is the key.
      keyless: true,
    },
    define(`GET ${all}`, 'Lists the documents of a memory.', (call) => list(options, call), {
      result: z.array(documentShape),
    }),
    define(`DELETE ${one}`, 'Deletes a document of a memory.', (call) => remove(options, call), {
      result: successShape,
    }),
    define(`GET ${one}/embeddings/retry`, summaries.retry, (call) => retry(options, call), {
      result: successShape,
    }),
  ];
}

const summaries = {
  sign: 'Gives a URL to which a document can be uploaded within two hours.',
  upload: 'Reads the document in the body and keeps it: PUT to the URL that was given, up to 10 MB.',
  retry: 'Reads a document again, for one that failed.',
} as const;

async function sign({ memories, tickets }: DocumentOptions, call: Call): Promise<PlainAnswer> {
  const body = readJson(call);
  assertBody(uploadSchema, body);
  const document = body.documentName ?? body.fileName;
  if (typeof document !== 'string') throw invalidBody('Required at "documentName"', ['documentName']);
  const memory = await memories.get(body.memoryName);
  const ticket = tickets.issue({
    memory: memory.name,
    memoryId: memory.id,
    document,
    meta: body.meta ?? {},
  });
  return ok({ signedUrl: `${originOf(call)}${uploadPath}?ticket=${ticket}` });
}

// Where the client found this server: a proxy in front of it tells how.
function originOf({ headers }: Call): string {
  const host = String(headers['host'] ?? '');
  if (!/^[\w.-]+(?::\d+)?$|^\[[\da-f:.]+\](?::\d+)?$/i.test(host)) {
    throw new ApiError(
      400,
      'bad_request',
      'The Host header names no host, so there is nowhere to upload to.',
    );
  }
  return `${headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'}://${host}`;
}

async function upload(options: DocumentOptions, call: Call): Promise<PlainAnswer> {
  const { ticket } = call.query;
  if (ticket === undefined) {
    const message = 'The URL has no ticket. POST /v1/memory/documents gives a URL to upload to.';
    throw new ApiError(400, 'bad_request', message);
  }
  const { memory: wanted, memoryId, document, meta } = options.tickets.check(ticket);
  const memory = await options.memories.get(wanted);
  if (memory.id !== memoryId) throw gone(wanted);
  const { bytes } = call;
  if (bytes.length === 0)
    throw new ApiError(400, 'bad_request', 'The body is empty: send the document in it.');
  if (bytes.length > largestFile) {
    throw new ApiError(413, 'request_too_large', 'The document is larger than 10 MB.');
  }
  const kept = await ingest(options, memory, { name: document, type: typeOf(call), bytes, meta });
  return ok(describe(kept));
}

function gone(memory: string): ApiError {
  const message = `The memory '${memory}' that this URL was given for has been deleted.`;
  return new ApiError(404, 'memory_not_found', message);
}

function typeOf({ headers }: Call): string {
  const type = String(headers['content-type'] ?? '').split(';', 1)[0] ?? '';
  return /^[\w.+-]{1,64}\/[\w.+-]{1,128}$/.exec(type.trim())?.[0].toLowerCase() ?? 'application/octet-stream';
}

async function list({ memories, kept }: DocumentOptions, { parameters }: Call): Promise<PlainAnswer> {
  const memory = await memories.get(parameters['memory'] ?? '');
  return ok((await kept.list(memory)).map(describe));
}

async function remove({ memories, kept }: DocumentOptions, { parameters }: Call): Promise<PlainAnswer> {
  const memory = await memories.get(parameters['memory'] ?? '');
  const document = parameters['document'] ?? '';
  if (!(await kept.delete(memory, document))) throw documentNotFound(document);
  return ok({ success: true });
}

async function retry(options: DocumentOptions, { parameters }: Call): Promise<PlainAnswer> {
  const memory = await options.memories.get(parameters['memory'] ?? '');
  const document = parameters['document'] ?? '';
  const found = await options.kept.read(memory, document);
  if (found === undefined) throw documentNotFound(document);
  const { status } = await ingest(options, memory, found);
  return ok({ success: status === 'completed' });
}

function documentNotFound(document: string): ApiError {
  const message = `The memory has no document '${document.slice(0, 256).toWellFormed()}'.`;
  return new ApiError(404, 'document_not_found', message);
}

function describe(document: MemoryDocument): z.output<typeof documentShape> {
  return {
    name: document.name,
    status: document.status,
    status_message: document.statusMessage,
    metadata: { size: document.size, type: document.type },
    enabled: true,
    chunk_size: document.chunkSize,
    chunk_overlap: document.chunkOverlap,
    owner_login: owner,
  };
}
