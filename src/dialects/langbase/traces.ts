import { z } from 'zod';
import { ApiError } from '../../core/api-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { Call, PlainAnswer, PlainEndpoint } from '../../core/dialect.ts';
import type { Ids } from '../../core/ids.ts';
import type { RecordStore } from '../../core/record-store.ts';
import { assertBody, readJson } from './body.ts';
import { defineEndpoints, ok } from './endpoint.ts';

const traceSchema = z.looseObject({
  workflow: z.looseObject({ name: z.string().max(1000).nullish(), steps: z.array(z.unknown()).nullish() }),
  entityAuthId: z.string().max(1000).nullish(),
});

const keptSchema = z.object({ created: z.int(), trace: z.unknown() });

const traceShape = z.object({
  id: z.string(),
  created_at: z.int().describe('Seconds since 1970.'),
  trace: z.unknown().describe('What was sent.'),
});

const kind = 'trace';
const mostTraces = 1000;
const largestTrace = 4_000_000;
const mostBytes = 64_000_000;

/** What the endpoints of traces are made with. */
export interface TraceOptions {
  readonly records: RecordStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface TraceSize {
  readonly id: string;
  readonly bytes: number;
}

/** `/v1/traces`: what workflows tell of themselves; the newest are kept. */
export function createTraceEndpoints(options: TraceOptions): readonly PlainEndpoint[] {
  const { records, clock, ids } = options;
  const define = defineEndpoints('Traces');
  const log = createLog(records);

  async function create(call: Call): Promise<PlainAnswer> {
    const body = readJson(call);
    assertBody(traceSchema, body);
    const bytes = call.bytes.length;
    if (bytes > largestTrace) throw new ApiError(413, 'request_too_large', 'The trace is larger than 4 MB.');
    const id = `trace_${ids(24)}`;
    await log.add({ id, bytes }, { created: clock.timestamp(), trace: body });
    return ok({ success: true, id });
  }

  return [
    define('POST /v1/traces', 'Keeps what a workflow tells of itself.', create, {
      body: traceSchema,
      result: z.object({ success: z.literal(true), id: z.string() }),
    }),
    define('GET /v1/traces', summaries.list, () => list(records), { result: z.array(traceShape) }),
    define('GET /v1/traces/:trace', 'Tells of a trace.', (call) => get(records, call), {
      result: traceShape,
    }),
  ];
}

const summaries = { list: `Lists the traces, the newest one last: the last ${mostTraces} are kept.` };

// Adds one and lets go of the oldest beyond the bounds. What is there is listed once: a list holds all of them, whole.
function createLog(records: RecordStore) {
  let sizes: Promise<TraceSize[]> | undefined;

  async function measure(): Promise<TraceSize[]> {
    const listed = await records.list(kind);
    return listed.map(({ name, value }) => ({ id: name, bytes: JSON.stringify(value).length }));
  }

  return {
    async add(size: TraceSize, value: z.output<typeof keptSchema>): Promise<void> {
      sizes ??= measure();
      const known = await sizes.catch((error: unknown) => {
        sizes = undefined;
        throw error;
      });
      await records.create({ kind, name: size.id, value });
      known.push(size);
      let bytes = known.reduce((sum, each) => sum + each.bytes, 0);
      while (known.length > mostTraces || bytes > mostBytes) {
        const oldest = known.shift();
        if (oldest === undefined) return;
        bytes -= oldest.bytes;
        await records.delete(kind, oldest.id);
      }
    },
  };
}

async function list(records: RecordStore): Promise<PlainAnswer> {
  return ok((await records.list(kind)).flatMap((record) => describe(record) ?? []));
}

async function get(records: RecordStore, { parameters }: Call): Promise<PlainAnswer> {
  const id = parameters['trace'] ?? '';
  const record = await records.get(kind, id);
  const found = record && describe(record);
  if (found === undefined) {
    const message = `No trace has the id '${id.slice(0, 256).toWellFormed()}'.`;
    throw new ApiError(404, 'trace_not_found', message);
  }
  return ok(found);
}

function describe({ name, value }: { readonly name: string; readonly value: unknown }) {
  const { data } = keptSchema.safeParse(value);
  return data && { id: name, created_at: data.created, trace: data.trace };
}
