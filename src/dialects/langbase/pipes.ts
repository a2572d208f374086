import { z } from 'zod';
import { ApiError } from '../../core/api-error.ts';
import type { Call, PlainAnswer, PlainEndpoint } from '../../core/dialect.ts';
import type { Ids } from '../../core/ids.ts';
import type { RecordStore } from '../../core/record-store.ts';
import { assertBody, invalidBody, readJson } from './body.ts';
import { defineEndpoints, ok } from './endpoint.ts';
import { name } from './names.ts';
import { pipeSettings } from './settings.ts';

const pipeSchema = z.looseObject({
  name,
  description: z.string().max(10_000).nullish(),
  status: z.enum(['public', 'private']).nullish(),
  model: z.string().min(1).max(256).nullish(),
  stream: z.boolean().nullish(),
  ...pipeSettings,
});

const createSchema = pipeSchema.extend({ upsert: z.boolean().nullish() });

const keptSchema = pipeSchema.extend({ api_key: z.string() });

/** A pipe as it is kept: what whoever made it said, and its key. */
export type Pipe = z.input<typeof keptSchema>;

const brief = z.object({
  name: z.string(),
  description: z.string(),
  status: z.string(),
  owner_login: z.string(),
  url: z.string(),
  type: z.enum(['chat', 'generate', 'run']),
  api_key: z.string(),
});

/** The owner of all that is kept here. */
export const owner = 'understudy';

/** Pipes by their names and by their keys. */
export interface Pipes {
  find(name: string): Promise<Pipe | undefined>;
  findByKey(key: string): Promise<Pipe | undefined>;
}

const pipeKind = 'pipe';
const keyKind = 'pipe-key';

/** The pipes that are kept in these records. */
export function createPipes(records: RecordStore): Pipes {
  async function find(wanted: string): Promise<Pipe | undefined> {
    return toPipe((await records.get(pipeKind, wanted))?.value);
  }
  return {
    find,
    async findByKey(key) {
      const named = await records.get(keyKind, key);
      return typeof named?.value === 'string' ? find(named.value) : undefined;
    },
  };
}

/** What the endpoints of pipes are made with. */
export interface PipeOptions {
  readonly records: RecordStore;
  readonly ids: Ids;
}

/** `/v1/pipes`: what a run takes as its defaults, under a name. */
export function createPipeEndpoints(options: PipeOptions): readonly PlainEndpoint[] {
  const define = defineEndpoints('Pipes');
  return [
    define('POST /v1/pipes', summaries.create, (call) => create(options, call), {
      body: createSchema,
      result: brief,
      status: '2XX',
    }),
    define('GET /v1/pipes', 'Lists the pipes.', () => list(options), { result: z.array(z.looseObject({})) }),
    define('POST /v1/pipes/:pipe', 'Changes a pipe.', (call) => update(options, call), {
      body: pipeSchema.partial({ name: true }),
      result: brief,
    }),
  ];
}

const summaries = {
  create: 'Makes a pipe (201), or changes the one of this name where `upsert` is true (200).',
};

async function create(options: PipeOptions, call: Call): Promise<PlainAnswer> {
  const body = readJson(call);
  assertBody(createSchema, body);
  // The path of a run is the path that its update would have.
  if (body.name === 'run') throw invalidBody("A pipe cannot be called 'run'", ['name']);
  const { upsert, ...said } = body;
  const key = `pipe_${options.ids(48)}`;
  // The key goes first: one without a pipe opens nothing, a pipe without its key could not be run.
  await options.records.put({ kind: keyKind, name: key, value: body.name });
  const pipe = { ...said, api_key: key };
  if (await options.records.create({ kind: pipeKind, name: body.name, value: pipe })) {
    return { status: 201, body: describeBriefly(pipe) };
  }
  await options.records.delete(keyKind, key);
  if (upsert === true) return change(options, body.name, said);
  throw new ApiError(409, 'pipe_exists', `A pipe with the name '${body.name}' exists already.`, {
    param: 'name',
  });
}

async function update(options: PipeOptions, call: Call): Promise<PlainAnswer> {
  const wanted = call.parameters['pipe'] ?? '';
  const sent = readJson(call);
  const body: unknown = typeof sent === 'object' && sent !== null ? { name: wanted, ...sent } : sent;
  assertBody(createSchema, body);
  if (body.name !== wanted) throw invalidBody('A pipe keeps its name', ['name']);
  const { upsert: _, ...said } = body;
  return change(options, wanted, said);
}

async function change(
  { records }: PipeOptions,
  wanted: string,
  said: z.input<typeof pipeSchema>,
): Promise<PlainAnswer> {
  const kept = toPipe((await records.get(pipeKind, wanted))?.value);
  if (kept === undefined) throw pipeNotFound(wanted);
  const pipe = { ...kept, ...said, api_key: kept.api_key };
  await records.put({ kind: pipeKind, name: wanted, value: pipe });
  return ok(describeBriefly(pipe));
}

async function list({ records }: PipeOptions): Promise<PlainAnswer> {
  const kept = await records.list(pipeKind);
  return ok(kept.flatMap(({ value }) => toPipe(value) ?? []).map(describe));
}

/** No pipe has this name. */
export function pipeNotFound(wanted: string): ApiError {
  return new ApiError(
    404,
    'pipe_not_found',
    `No pipe has the name '${wanted.toWellFormed().slice(0, 256)}'.`,
  );
}

// What the store holds has been checked when it came in; an older version's may differ, and is no pipe then.
function toPipe(value: unknown): Pipe | undefined {
  return isPipe(value) ? value : undefined;
}

function isPipe(value: unknown): value is Pipe {
  return keptSchema.safeParse(value).success;
}

function describeBriefly(pipe: Pipe): z.output<typeof brief> {
  return {
    name: pipe.name,
    description: pipe.description ?? '',
    status: pipe.status ?? 'public',
    owner_login: owner,
    url: urlOf(pipe.name),
    type: 'run',
    api_key: pipe.api_key,
  };
}

function describe(pipe: Pipe) {
  const defaults = {
    description: '',
    status: 'public',
    owner_login: owner,
    url: urlOf(pipe.name),
    model: defaultModel,
    stream: true,
    json: false,
    store: true,
    moderate: false,
    top_p: 1,
    max_tokens: 1000,
    temperature: 0.7,
    presence_penalty: 1,
    frequency_penalty: 1,
    stop: [],
    tool_choice: 'auto',
    parallel_tool_calls: true,
    messages: [],
    variables: [],
    tools: [],
    memory: [],
  };
  const { api_key: _, ...said } = pipe;
  const given = Object.entries(said).filter(([, value]) => value !== null && value !== undefined);
  return { name: pipe.name, ...defaults, ...Object.fromEntries(given) };
}

/** The model of a pipe that names none. */
export const defaultModel = 'openai:gpt-4o-mini';

function urlOf(wanted: string): string {
  return `https://langbase.com/${owner}/${encodeURIComponent(wanted)}`;
}
