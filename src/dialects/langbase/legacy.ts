import { z } from 'zod';
import type { Answer, Call, GenerationEndpoint, Headers, PlainEndpoint } from '../../core/dialect.ts';
import { betaPipe, flattenPipe } from './beta-pipes.ts';
import { assertBody, readJson } from './body.ts';
import type { Shapes } from './endpoint.ts';
import { createLlmEndpoint } from './llm.ts';
import { name } from './names.ts';
import { type RunOptions, createRunEndpoint } from './run.ts';

/** The paths of earlier years that run something. */
export function createLegacyRuns(options: RunOptions): readonly GenerationEndpoint[] {
  const generate = createRunEndpoint(options, '/beta/generate');
  const runs = [
    createRunEndpoint(options, '/beta/pipes/run'),
    createRunEndpoint(options, '/beta/chat'),
    { ...generate, parse: async (call: Call) => withoutThread(await generate.parse(call)) },
  ];
  return [
    ...runs.map(deprecate),
    createLlmEndpoint(options, '/v1/llm'),
    createLlmEndpoint(options, '/v1/llm/run'),
  ];
}

const tag = 'Deprecated';

function deprecate(endpoint: GenerationEndpoint): GenerationEndpoint {
  const description = { ...endpoint.description, tag };
  return { ...endpoint, description };
}

// A pipe that generated had no conversation.
function withoutThread(answer: Answer): Answer {
  const { turn: _, ...request } = answer.request;
  return { ...answer, request, headers: (elapsed) => withoutThreadId(answer.headers(elapsed)) };
}

function withoutThreadId(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== 'lb-thread-id'));
}

/** What an earlier path makes of a call to today's, and of its answer. */
interface Translation {
  readonly body?: (body: unknown, call: Call) => unknown;
  readonly parameters?: (body: unknown) => Headers;
  readonly answer?: (body: unknown) => unknown;
  readonly shapes?: Shapes;
}

type Route = `${PlainEndpoint['method']} /${string}`;

/** The paths of earlier years that are today's by another name. */
export function createLegacyEndpoints(today: readonly PlainEndpoint[]): readonly PlainEndpoint[] {
  const alias = (path: Route, route: Route, translation: Translation = {}): PlainEndpoint =>
    translate(find(today, route), path, translation);
  const owners = ['/beta/user', '/beta/org/:owner'] as const;
  const set = '/beta/memorysets/:owner/:memory';
  const document = '/v1/memory/:memory/documents/:document';
  return [
    ...owners.flatMap((path) => [
      alias(`POST ${path}/pipes`, 'POST /v1/pipes', pipe),
      alias(`GET ${path}/pipes`, 'GET /v1/pipes', { answer: (pipes) => ({ pipes }) }),
      alias(`POST ${path}/memorysets`, 'POST /v1/memory'),
      alias(`GET ${path}/memorysets`, 'GET /v1/memory', { answer: (memorySets) => ({ memorySets }) }),
      alias(`POST ${path}/memorysets/documents`, 'POST /v1/memory/documents'),
    ]),
    alias('POST /beta/pipes/:owner/:pipe', 'POST /v1/pipes/:pipe', pipe),
    alias(`DELETE ${set}`, 'DELETE /v1/memory/:memory'),
    alias(`GET ${set}/documents`, 'GET /v1/memory/:memory/documents', { answer: (docs) => ({ docs }) }),
    alias(`DELETE ${set}/documents/:document`, `DELETE ${document}`),
    alias(`POST ${set}/retrieve`, 'POST /v1/memory/retrieve', retrieveOne),
    alias('POST /beta/memory/retrieve', 'POST /v1/memory/retrieve', { answer: withOldMeta }),
    alias(retryPath, `GET ${document}/embeddings/retry`, retry),
    alias('POST /v1/chunk', 'POST /v1/chunker'),
  ];
}

const retryPath = 'POST /beta/memorysets/:owner/documents/embeddings/retry';

const pipe: Translation = { body: flattenPipe, shapes: { body: betaPipe } };

const retrieveOneSchema = z.looseObject({ query: z.string().min(1) });

const retrieveOne: Translation = {
  shapes: { body: retrieveOneSchema },
  body(body, { parameters }) {
    assertBody(retrieveOneSchema, body);
    return { ...body, memory: [{ name: parameters['memory'] ?? '' }] };
  },
  answer: withOldMeta,
};

const retrySchema = z.looseObject({ memoryName: name, documentName: name });

const retry: Translation = {
  shapes: { body: retrySchema },
  parameters(body) {
    assertBody(retrySchema, body);
    return { memory: body.memoryName, document: body.documentName };
  },
};

const foundSchema = z.array(z.looseObject({ meta: z.looseObject({ documentName: z.string() }) }));

// A document's name stood there as `docName`.
function withOldMeta(body: unknown): unknown {
  return isFoundList(body) ? body.map(addOldName) : body;
}

// As it came: zod's copy would lose a member that is called `__proto__`.
function isFoundList(body: unknown): body is z.input<typeof foundSchema> {
  return foundSchema.safeParse(body).success;
}

function addOldName(found: z.input<typeof foundSchema>[number]) {
  const meta = { ...found.meta, docName: found.meta.documentName };
  return { ...found, meta };
}

function find(endpoints: readonly PlainEndpoint[], route: Route): PlainEndpoint {
  const found = endpoints.find(({ method, path }) => `${method} ${path}` === route);
  if (found === undefined) throw new Error(`Nothing answers to ${route}.`);
  return found;
}

function translate(endpoint: PlainEndpoint, route: Route, translation: Translation): PlainEndpoint {
  const { description, answer } = endpoint;
  const { result: _, ...told } = description;
  const [verb, path = ''] = route.split(' ');
  return {
    ...endpoint,
    method: verb === 'POST' ? 'POST' : endpoint.method,
    path,
    // An answer that is translated no longer follows its schema.
    description: { ...(translation.answer ? told : description), tag, ...translation.shapes },
    async answer(call) {
      const answered = await answer(translateCall(call, translation));
      return translation.answer ? { ...answered, body: translation.answer(answered.body) } : answered;
    },
  };
}

function translateCall(call: Call, { body, parameters }: Translation): Call {
  const translated = body?.(readJson(call), call);
  return {
    ...call,
    parameters: { ...call.parameters, ...parameters?.(readJson(call)) },
    ...(body === undefined ? {} : { body: JSON.stringify(translated), json: () => translated }),
  };
}
