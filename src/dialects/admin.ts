import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ApiError } from '../core/api-error.ts';
import type { Call, Dialect, ErrorAnswer, PlainAnswer, PlainEndpoint } from '../core/dialect.ts';
import type { QueueCount, QueuedJob } from '../core/job-queue.ts';
import { forbidden } from '../core/refusals.ts';
import { readKey } from '../core/shown-key.ts';
import type { WorkerFacts } from '../core/worker-facts.ts';
import { openaiError } from './openai-error.ts';

/** What an operator sees and does. */
export interface AdminQueue {
  status(): Promise<{ readonly queues: readonly QueueCount[]; readonly workers: readonly WorkerFacts[] }>;
  list(limit: number): Promise<readonly QueuedJob[]>;
  remove(id: string): Promise<boolean>;
  retry(id: string): Promise<boolean>;
  drain(): Promise<number>;
}

/** What stands on the page. */
export interface AdminView extends Awaited<ReturnType<AdminQueue['status']>> {
  readonly jobs: readonly QueuedJob[];
}

/** What the dialect is made with. */
export interface AdminOptions {
  /** What each call must show. */
  readonly key: string;
  readonly queue: AdminQueue;
  page(view: AdminView): PlainAnswer;
}

const queueCount = z.object({
  model: z.string(),
  waiting: z.int(),
  running: z.int(),
  failed: z.int().describe('Answers in the dead-letter list.'),
});
const workerFacts = z.object({
  id: z.string(),
  host: z.string(),
  pid: z.int(),
  version: z.string(),
  models: z.array(z.string()),
  concurrency: z.int(),
  running: z.int(),
  cpu: z.number().describe('Cores at work.'),
  memory: z.int().describe('Bytes.'),
  gpu: z.enum(['auto', 'off']),
  device: z.string().optional().describe('What its model computes on.'),
  told: z.number().describe('Milliseconds since 1970.'),
});
const queuedJob = z.object({
  id: z.string(),
  model: z.string(),
  state: z.enum(['running', 'waiting', 'failed']),
  began: z.number().describe('Milliseconds since 1970.'),
  reason: z.string().optional(),
});
const mostJobs = z.coerce
  .number()
  .int()
  .min(1)
  .max(10_000)
  .describe('Most answers that are listed (default 50).');

const job = '/admin/queues/jobs/:id';

/** The paths of whoever looks after the server: what waits, runs and has failed, and what is done about it. */
export function createAdmin(options: AdminOptions): Dialect {
  const { queue, page } = options;
  const define = defineWith(options);
  return {
    name: 'admin',
    endpoints: [
      define('GET', '/admin', 'Queues, workers and answers as a page.', async () =>
        page({ ...(await queue.status()), jobs: await queue.list(200) }),
      ),
      define('GET', '/admin/queues', 'How much waits, runs and has failed, and who works.', async () => ({
        status: 200,
        body: await queue.status(),
      })),
      define('GET', '/admin/queues/jobs', 'The answers, those under way first.', (call) => list(queue, call)),
      define('DELETE', job, 'Takes an answer out that nobody has begun.', (call) => remove(queue, call)),
      define('POST', `${job}/remove`, 'The same, for forms.', (call) => remove(queue, call)),
      define('POST', `${job}/retry`, 'Has a failed answer made again.', (call) => retry(queue, call)),
      define('POST', '/admin/queues/drain', 'Takes out all answers that wait.', async (call) =>
        tell(call, { removed: await queue.drain() }),
      ),
    ],
    prefixes: ['/admin'],
    error: tellError,
  };
}

const results: Readonly<Record<string, z.ZodType>> = {
  '/admin/queues': z.object({ queues: z.array(queueCount), workers: z.array(workerFacts) }),
  '/admin/queues/jobs': z.array(queuedJob),
  [job]: z.object({ id: z.string(), done: z.literal(true) }),
  [`${job}/retry`]: z.object({ id: z.string(), done: z.literal(true) }),
  '/admin/queues/drain': z.object({ removed: z.int() }),
};

function defineWith({ key }: AdminOptions) {
  const isKey = createCheck(key);
  return (
    method: PlainEndpoint['method'],
    path: string,
    summary: string,
    answer: (call: Call) => Promise<PlainAnswer>,
  ): PlainEndpoint => {
    const result = results[path];
    const query = path.endsWith('/jobs') ? { limit: mostJobs } : undefined;
    const described = { summary, tag: 'Admin' };
    return {
      kind: 'plain',
      method,
      path,
      // It asks for a key of its own, in place of the server's.
      keyless: true,
      description: {
        ...described,
        ...(result === undefined ? {} : { result }),
        ...(query === undefined ? {} : { query }),
      },
      answer(call) {
        if (method !== 'GET') checkOrigin(call);
        if (!isKey(readKey(call.headers))) throw wrongAdminKey();
        return answer(call);
      },
    };
  };
}

// Browsers send the password of Basic by themselves, so that no other page may post here, whoever may read answers.
function checkOrigin({ headers }: Call): void {
  const { origin, host } = headers;
  if (origin === undefined || URL.parse(String(origin))?.host === String(host).toLowerCase()) return;
  throw forbidden('Only the page of these paths itself may post to them.');
}

function createCheck(key: string): (shown: string | undefined) => boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const known = digest(key);
  return (shown) => shown !== undefined && timingSafeEqual(digest(shown), known);
}

function wrongAdminKey(): ApiError {
  const headers = { 'www-authenticate': 'Basic realm="Understudy admin", charset="UTF-8"' };
  const message = "These paths need the server's --admin-key, as Bearer or as the password of Basic.";
  return new ApiError(401, 'invalid_admin_key', message, { headers });
}

async function list(queue: AdminQueue, { query }: Call): Promise<PlainAnswer> {
  const limit = mostJobs.safeParse(query['limit'] ?? 50);
  if (limit.success) return { status: 200, body: await queue.list(limit.data) };
  const message = "Invalid value: 'limit' takes a whole number from 1 to 10000.";
  throw new ApiError(400, 'invalid_value', message, { param: 'limit' });
}

async function remove(queue: AdminQueue, call: Call): Promise<PlainAnswer> {
  const id = call.parameters['id'] ?? '';
  if (await queue.remove(id)) return tell(call, { id, done: true });
  throw notThere(id, 'No answer that waits or has failed');
}

async function retry(queue: AdminQueue, call: Call): Promise<PlainAnswer> {
  const id = call.parameters['id'] ?? '';
  if (await queue.retry(id)) return tell(call, { id, done: true });
  throw notThere(id, 'No failed answer');
}

function notThere(id: string, what: string): ApiError {
  const shown = id.slice(0, 128).replace(/[^\x20-\x7e]/g, '?');
  return new ApiError(404, 'job_not_found', `${what} has the id '${shown}'.`, { param: 'id' });
}

// A form of the page leads back to it.
function tell({ headers }: Call, body: object): PlainAnswer {
  const wantsPage = String(headers['accept'] ?? '').includes('text/html');
  return wantsPage
    ? { status: 303, headers: { location: '/admin', 'content-type': 'text/plain' }, body: '' }
    : { status: 200, body };
}

function tellError(error: ApiError, call: { readonly id: string }): ErrorAnswer {
  const told = openaiError(error, call);
  return { ...told, headers: { ...told.headers, 'cache-control': 'no-store' } };
}
