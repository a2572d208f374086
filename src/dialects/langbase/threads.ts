import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Call, PlainAnswer, PlainEndpoint } from '../../core/dialect.ts';
import type { Ids } from '../../core/ids.ts';
import type { Thread, ThreadMessage, ThreadStore } from '../../core/thread-store.ts';
import { assertBody, invalidBody, readJson } from './body.ts';
import { defineEndpoints, ok } from './endpoint.ts';
import { type LangbaseMessage, describeToolCall, message, toDraft } from './messages.ts';
import { metadata, threadId } from './names.ts';

const createSchema = z.looseObject({
  threadId: threadId.nullish(),
  metadata: metadata.nullish(),
  messages: z.array(message).nullish(),
});

const updateSchema = z.looseObject({ metadata });

const batch = z.array(message).min(1);
// The SDKs send the bare array, the documents the object.
const appendSchema = z.union([batch, z.looseObject({ messages: batch })]);

const rangeSchema = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('How many, at most.'),
  before: z.string().optional().describe('The id of a thread: those made before it.'),
});

const threadShape = z.object({
  id: z.string(),
  object: z.literal('thread'),
  created_at: z.int().describe('Seconds since 1970.'),
  metadata: z.record(z.string(), z.string()),
});

const messageShape = z.object({
  id: z.string(),
  thread_id: z.string(),
  created_at: z.int().describe('Seconds since 1970.'),
  role: z.string(),
  content: z.union([z.string(), z.array(z.unknown()), z.null()]),
  tool_call_id: z.string().nullable(),
  tool_calls: z.array(z.unknown()),
  name: z.string().nullable(),
  attachments: z.array(z.unknown()),
  metadata: z.record(z.string(), z.string()),
});

/** What the endpoints of threads are made with. */
export interface ThreadOptions {
  readonly threads: ThreadStore;
  readonly ids: Ids;
}

/** `/v1/threads`: conversations that are kept. */
export function createThreadEndpoints(options: ThreadOptions): readonly PlainEndpoint[] {
  const { threads } = options;
  const define = defineEndpoints('Threads');
  const one = '/v1/threads/:thread';
  const result = threadShape;
  return [
    define('POST /v1/threads', summaries.create, (call) => create(options, call), {
      body: createSchema,
      result,
      status: 201,
    }),
    define('GET /v1/threads', summaries.list, (call) => list(threads, call), {
      query: rangeSchema.shape,
      result: z.array(threadShape),
    }),
    define(`GET ${one}`, 'Tells of a thread.', (call) => get(threads, call), { result }),
    define(`POST ${one}`, summaries.update, (call) => update(threads, call), { body: updateSchema, result }),
    define(`DELETE ${one}`, 'Deletes a thread and its messages.', (call) => remove(threads, call)),
    define(`POST ${one}/messages`, summaries.append, (call) => append(options, call), {
      body: appendSchema,
      result: z.array(messageShape),
    }),
    define(`GET ${one}/messages`, summaries.messages, (call) => listMessages(threads, call), {
      result: z.array(messageShape),
    }),
  ];
}

const summaries = {
  create: 'Makes a thread, with its first messages where some are given.',
  list: 'Lists threads, the newest one first.',
  update: 'Adds to the metadata of a thread.',
  append: 'Adds messages at the end of a thread: all of them or none.',
  messages: 'Lists the messages of a thread, the oldest one first.',
} as const;

async function create({ threads, ids }: ThreadOptions, call: Call): Promise<PlainAnswer> {
  const body = readJson(call);
  assertBody(createSchema, body);
  const made = await threads.create({
    id: body.threadId ?? randomUUID(),
    metadata: body.metadata ?? {},
    messages: toDrafts(body.messages ?? [], ids),
  });
  return { status: 201, body: describeThread(made) };
}

async function get(threads: ThreadStore, call: Call): Promise<PlainAnswer> {
  return ok(describeThread(await threads.get(idOf(call))));
}

async function remove(threads: ThreadStore, call: Call): Promise<PlainAnswer> {
  await threads.delete(idOf(call));
  return ok({ success: true });
}

async function list(threads: ThreadStore, { query }: Call): Promise<PlainAnswer> {
  const { limit, before } = readRange(query);
  const found = await threads.list(before === undefined ? { limit } : { limit, before });
  return ok(found.map(describeThread));
}

function readRange(query: Call['query']): z.output<typeof rangeSchema> {
  const parsed = rangeSchema.safeParse(query);
  if (parsed.success) return parsed.data;
  throw invalidBody('limit is a number from 1 to 1000', ['limit']);
}

async function update(threads: ThreadStore, call: Call): Promise<PlainAnswer> {
  const body = readJson(call);
  assertBody(updateSchema, body);
  return ok(describeThread(await threads.update(idOf(call), body.metadata)));
}

async function append({ threads, ids }: ThreadOptions, call: Call): Promise<PlainAnswer> {
  const body = readJson(call);
  assertBody(appendSchema, body);
  const id = idOf(call);
  const added = await threads.append(id, toDrafts(Array.isArray(body) ? body : body.messages, ids));
  return ok(added.map((each) => describeMessage(id, each)));
}

async function listMessages(threads: ThreadStore, call: Call): Promise<PlainAnswer> {
  const id = idOf(call);
  return ok((await threads.messages(id)).map((each) => describeMessage(id, each)));
}

function toDrafts(messages: readonly LangbaseMessage[], ids: Ids) {
  return messages.map((each) => toDraft(each, ids));
}

function idOf({ parameters }: Call): string {
  return parameters['thread'] ?? '';
}

function describeThread({ id, created, metadata: pairs }: Thread): z.output<typeof threadShape> {
  return { id, object: 'thread', created_at: created, metadata: pairs };
}

function describeMessage(thread: string, kept: ThreadMessage): z.output<typeof messageShape> {
  return {
    id: kept.id,
    thread_id: thread,
    created_at: kept.created,
    role: kept.role,
    content: kept.parts === undefined ? kept.content : [...kept.parts],
    tool_call_id: kept.toolCallId ?? null,
    tool_calls: (kept.toolCalls ?? []).map(describeToolCall),
    name: kept.name ?? null,
    attachments: [...(kept.attachments ?? [])],
    metadata: kept.metadata ?? {},
  };
}
