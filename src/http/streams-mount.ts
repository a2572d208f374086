import { z } from 'zod';
import { ApiError } from '../core/api-error.ts';
import type { Answer, Call, Dialect, Endpoint, ErrorAnswer, PlainAnswer } from '../core/dialect.ts';
import type { Generate } from '../core/generation.ts';
import { streamCancelled, streamNotFound } from '../core/refusals.ts';
import { type Told, failureId, nothingTold } from './event-ids.ts';
import { recallStream } from './kept-call.ts';
import type { LastingStream } from './lasting-stream.ts';
import type { Mount } from './state.ts';
import type { Streams } from './streams.ts';

const path = '/v1/streams/:id';
const tag = 'Streams';

const eventId = z.string().regex(/^\d{1,9}(?:\.\d{1,9})?$/);
const afterQuery = eventId.describe('The same, for clients that cannot send the header.');

const cancelResult = z.object({
  id: z.string(),
  object: z.literal('stream'),
  cancelled: z.boolean().describe('False where the stream was over already.'),
});

/** The paths that go on with streams and end them, once for each dialect of a listener: each tells errors in its own shape. */
export function createStreamMounts(spoken: readonly Mount[], streams: Streams): readonly Mount[] {
  const ownsKey = async (key: string): Promise<boolean> => {
    const owners = await Promise.all(spoken.map(async ({ dialect }) => dialect.ownsKey?.(key)));
    return owners.includes(true);
  };
  const generate: Generate = ({ resumable }, signal) => streams.read(resumable?.id ?? '', signal);
  const endpoints = createEndpoints({ streams, spoken });
  return spoken.map(({ dialect, maxDuration }) => ({
    generate,
    ...(maxDuration === undefined ? {} : { maxDuration }),
    dialect: {
      name: dialect.name,
      endpoints,
      ownsKey,
      error: (error, call) => tellError(dialect, error, call),
    },
  }));
}

/** The streams, and who speaks here. */
interface Spoken {
  readonly streams: Streams;
  readonly spoken: readonly Mount[];
}

function createEndpoints(streams: Spoken): readonly Endpoint[] {
  return [
    {
      kind: 'generation',
      method: 'GET',
      path,
      description: {
        summary: 'Goes on with a stream after the last event that the client has; 204 where nothing is left.',
        tag,
        status: '2XX',
        query: { after: afterQuery },
        headers: { 'last-event-id': eventId.describe('The id of the last event that the client has.') },
        event: z.string().describe('An event of the stream, in the dialect in which it began.'),
      },
      parse: (call) => goOn(streams, call),
    },
    {
      kind: 'plain',
      method: 'DELETE',
      path,
      description: { summary: 'Ends a stream for all who read it.', tag, result: cancelResult },
      answer: (call) => cancel(streams, call),
    },
  ];
}

// A body with it would be none: 204 has no shape of its own.
function tellError(dialect: Dialect, error: ApiError, call: { readonly id: string }): ErrorAnswer {
  return error.status === 204 ? { status: 204, headers: {}, body: '' } : dialect.error(error, call);
}

async function goOn(places: Spoken, call: Call): Promise<Answer> {
  const { streams } = places;
  const stream = await find(places, call);
  const told = readTold(call);
  const state = await streams.log.find(stream.id);
  if (state === undefined) throw streamNotFound(stream.id);
  if (told === undefined || (state.over && (await isAllTold(streams, stream, told)))) {
    throw new ApiError(204, 'stream_over', 'The stream is over.');
  }
  return stream.after(told);
}

async function cancel(places: Spoken, call: Call): Promise<PlainAnswer> {
  const { streams } = places;
  const { id } = await find(places, call);
  if ((await streams.log.find(id)) === undefined) throw streamNotFound(id);
  const cancelled = await streams.log.cancel(id, streamCancelled());
  const body: z.output<typeof cancelResult> = { id, object: 'stream', cancelled };
  return { status: 200, body };
}

async function find({ streams, spoken }: Spoken, { parameters }: Call): Promise<LastingStream> {
  const id = parameters['id'] ?? '';
  const { calls, clock } = streams;
  const stream =
    streams.find(id) ?? (calls === undefined ? undefined : await recallStream(id, { calls, clock, spoken }));
  if (stream === undefined) throw streamNotFound(id);
  return stream;
}

// Ids with which streams end: an EventSource that has one comes back all the same, and only 204 keeps it away.
const lastIds = new Set(['done', failureId]);

/** What the call says that it has; undefined where that is everything. */
function readTold({ headers, query }: Call): Told | undefined {
  // An EventSource comes back to the address that it was given: what it has heard since is in the header.
  const header = String(headers['last-event-id'] ?? '');
  const id = header === '' ? (query['after'] ?? '') : header;
  if (id === '') return nothingTold;
  if (lastIds.has(id)) return undefined;
  if (!eventId.safeParse(id).success) throw invalidId(header === '' ? 'after' : 'last-event-id');
  const [index, parts] = id.split('.');
  return { index: Number(index), parts: parts === undefined ? Infinity : Number(parts) };
}

function invalidId(param: string): ApiError {
  return new ApiError(400, 'invalid_value', `Invalid value: '${param}' takes the id of an event.`, { param });
}

// What is left shows only when it is encoded: the last events of some dialects say nothing.
async function isAllTold({ log }: Streams, stream: LastingStream, told: Told): Promise<boolean> {
  const encoder = stream.after(told).encoder();
  try {
    for await (const batch of log.read(stream.id, 0, new AbortController().signal)) {
      for (const event of batch) if (encoder.encode(event) !== '') return false;
    }
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
  return encoder.end === '';
}
