import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { Dialect, PlainAnswer, PlainEndpoint } from '../core/dialect.ts';
import type { MeanPace } from '../core/pacer.ts';
import { openaiError } from './openai-error.ts';

/** What the service tells of the server. */
export interface ServiceOptions {
  readonly version: string;
  readonly clock: Clock;
  /** Whether the server takes new requests. */
  isReady(): boolean;
  /** The metrics as Prometheus reads them. */
  metrics(): Promise<{ readonly contentType: string; readonly text: string }>;
  /** The OpenAPI document. */
  document(): { readonly paths: Readonly<Record<string, object>> };
  /** The documentation as a page. */
  page(): PlainAnswer;
  /** How the server lets itself be called, the default first. */
  readonly dialects: readonly string[];
  readonly pace: ServedPace;
  /** Where the page is to try the server with; absent where it has none. */
  readonly playground?: string | undefined;
}

/** How fast answers go out that ask for no pace; null where no rate of tokens is kept. */
export interface ServedPace {
  readonly pace: MeanPace | null;
  /** The models that have a pace of their own. */
  readonly models: Readonly<Record<string, MeanPace | null>>;
}

const pace = z
  .object({
    ttft: z.number().describe('Milliseconds to the first token.'),
    tokensPerSecond: z.number(),
    jitter: z.number().describe('Standard deviation of the gaps between tokens, as a fraction of the gap.'),
  })
  .nullable();

const welcomeBody = z.object({
  success: z.literal(true),
  message: z.string(),
  version: z.string(),
  endpoints: z.array(z.string()).describe('Methods and paths that are served.'),
  dialects: z.array(z.string()).readonly().describe('Names of the dialects that are spoken.'),
  docs: z.string(),
  openapi: z.string(),
  health: z.string(),
  ready: z.string(),
  metrics: z.string(),
  playground: z.string().optional().describe('A page to try the server with, where there is one.'),
  pace: pace.describe('How fast answers go out that ask for no pace; null where no rate of tokens is kept.'),
  modelPaces: z.record(z.string(), pace).describe('The same of the models that have a pace of their own.'),
});

const healthBody = z.object({
  status: z.literal('healthy'),
  timestamp: z.int().describe('Seconds since 1970.'),
  version: z.string(),
  uptime: z.int().describe('Seconds since the server began.'),
});

const readyBody = z.object({ status: z.enum(['ready', 'draining']) });

/** The server's own paths: what it is, whether it lives, what it counts and how it is used. */
export function createService(options: ServiceOptions): Dialect {
  const began = options.clock.now();
  return {
    name: 'service',
    endpoints: [
      get('/', 'Tells what is served here.', () => welcome(options), welcomeBody),
      get('/health', 'Tells that the server lives.', () => health(options, began), healthBody),
      get('/ready', 'Tells whether the server takes requests.', () => ready(options), readyBody),
      get('/metrics', 'Counts and times, as Prometheus reads them.', () => metrics(options)),
      get('/openapi.json', 'This API as an OpenAPI document.', () => ({
        status: 200,
        body: options.document(),
      })),
      get('/docs', 'This API as a page.', () => options.page()),
    ],
    error: openaiError,
  };
}

function get(
  path: string,
  summary: string,
  answer: PlainEndpoint['answer'],
  result?: z.ZodType,
): PlainEndpoint {
  const described = { summary, tag: 'Service' };
  const description = result === undefined ? described : { ...described, result };
  return { kind: 'plain', method: 'GET', path, description, answer };
}

function welcome({ version, document, dialects, pace: served, playground }: ServiceOptions): PlainAnswer {
  const body: z.output<typeof welcomeBody> = {
    success: true,
    message: 'Understudy is running',
    version,
    endpoints: listEndpoints(document()),
    dialects,
    docs: '/docs',
    openapi: '/openapi.json',
    health: '/health',
    ready: '/ready',
    metrics: '/metrics',
    ...(playground === undefined ? {} : { playground }),
    pace: served.pace,
    modelPaces: served.models,
  };
  return { status: 200, body };
}

function listEndpoints({ paths }: ReturnType<ServiceOptions['document']>): string[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

function health({ version, clock }: ServiceOptions, began: number): PlainAnswer {
  const uptime = Math.floor((clock.now() - began) / 1000);
  const body: z.output<typeof healthBody> = {
    status: 'healthy',
    timestamp: clock.timestamp(),
    version,
    uptime,
  };
  return { status: 200, headers: { 'cache-control': 'no-store' }, body };
}

function ready({ isReady }: ServiceOptions): PlainAnswer {
  const headers = { 'cache-control': 'no-store' };
  return isReady()
    ? { status: 200, headers, body: { status: 'ready' } }
    : { status: 503, headers, body: { status: 'draining' } };
}

async function metrics(options: ServiceOptions): Promise<PlainAnswer> {
  const { contentType, text } = await options.metrics();
  return { status: 200, headers: { 'content-type': contentType, 'cache-control': 'no-store' }, body: text };
}
