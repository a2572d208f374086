import cors from '@fastify/cors';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { ApiError } from '../core/api-error.ts';
import { base16 } from '../core/ids.ts';
import { asApiError, requestTooLarge, shuttingDown, unknownUrl } from '../core/refusals.ts';
import { askOwner, checkVisitor, findDialect } from './admission.ts';
import { readPath } from './call.ts';
import { refuseConnection } from './client-error.ts';
import { createConnections } from './connections.ts';
import { type GuardOptions, createGuard, isOriginAllowed } from './guards.ts';
import { replayedHeader } from './idempotency.ts';
import { streamIdHeader } from './lasting-stream.ts';
import { addRoutes } from './routes.ts';
import type { ServerOptions, ServerState } from './state.ts';
import { sendError } from './visit.ts';

/** A server that listens on one address. */
export interface HttpServer {
  /** Listens, and gives the port that it got. */
  listen(host: string, port: number): Promise<number>;
  /** Refuses new requests, lets running answers finish for so many milliseconds, ends the rest with an error and closes. */
  close(grace: number): Promise<void>;
  readonly draining: boolean;
}

/** A server for the mounted dialects. */
export async function createServer(options: ServerOptions): Promise<HttpServer> {
  const connections = createConnections();
  const state: ServerState = {
    ...options,
    connections,
    check: createGuard(options.guard),
    running: new Set(),
    draining: false,
  };
  const app = createApp(state);
  await app.register(cors, () => corsOptions(options.guard));
  addGuards(app, state);
  addRoutes(app, state);
  connections.watch(app.server);
  return {
    async listen(host, port) {
      await app.listen({ host, port });
      const address = app.server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    },
    close: (grace) => close(app, state, grace),
    get draining() {
      return state.draining;
    },
  };
}

function createApp(state: ServerState): FastifyInstance {
  const { limits, ids } = state;
  const app = fastify({
    logger: false,
    genReqId: () => `req_${ids(32, base16)}`,
    bodyLimit: limits.bodyLimit,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    exposeHeadRoutes: false,
    // A base URL that ends in a slash makes paths that begin with two.
    rewriteUrl: ({ url = '/' }) => (url.startsWith('//') ? url.replace(/^\/+/, '/') : url),
    routerOptions: { maxParamLength: 4096 },
    // No route has a schema of Fastify's: dialects check bodies. Without this it loads two compilers, 25 ms of a start.
    schemaController: { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } },
    http: {
      // A request without one is refused here, as JSON.
      requireHostHeader: false,
      headersTimeout: limits.headersTimeout,
      connectionsCheckingInterval: Math.min(5000, limits.headersTimeout),
    },
    clientErrorHandler: (error, socket) => refuseConnection(error, socket, state),
    frameworkErrors: (error, request, reply) => refuseUnrouted(state, error, request, reply),
  });
  app.decorateRequest('received', 0);
  // Bodies are read as bytes: each dialect decides what it makes of them.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error: FastifyError, request, reply) => refuse(state, error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    refuse(state, unknownUrl(request.method, readPath(request.url)), request, reply);
  });
  return app;
}

function noCompiler(): never {
  throw new Error('No route has a schema for Fastify to compile.');
}

function corsOptions({ corsOrigins }: GuardOptions) {
  return (request: FastifyRequest, done: (error: null, options: object) => void): void => {
    const { origin, host } = request.headers;
    done(null, {
      origin: origin !== undefined && isOriginAllowed({ origin, host }, corsOrigins),
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      exposedHeaders: [...exposedHeaders],
      maxAge: 600,
    });
  };
}

// What a page of another origin may read, in the words of every dialect.
const exposedHeaders = [
  'x-request-id',
  streamIdHeader,
  replayedHeader,
  'openai-processing-ms',
  'retry-after',
  'lb-thread-id',
  'lb-request-id',
  'lb-trace-id',
];

// What tells whether the server lives stays open while it drains.
const always = new Set(['/health', '/ready', '/metrics']);

function addGuards(app: FastifyInstance, state: ServerState): void {
  app.addHook('onRequest', (request, reply, done) => {
    request.received = state.clock.now();
    reply.header('x-request-id', request.id);
    if (state.draining && !always.has(readPath(request.url))) throw shuttingDown();
    try {
      checkVisitor(state, request);
    } catch (refusal) {
      return void admitLater(state, request, refusal, done);
    }
    done();
  });
}

async function admitLater(
  state: ServerState,
  request: FastifyRequest,
  refusal: unknown,
  done: (error?: Error) => void,
): Promise<void> {
  done(await askOwner(state, request, refusal));
}

// A URL that no route can be looked up for never reaches the hooks: it is guarded here.
function refuseUnrouted(
  state: ServerState,
  error: Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  request.received = state.clock.now();
  reply.header('x-request-id', request.id);
  let told = error;
  try {
    checkVisitor(state, request);
  } catch (refusal) {
    told = asApiError(refusal);
  }
  refuse(state, told, request, reply);
}

function refuse(state: ServerState, error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const dialect = findDialect(state, request);
  sendError({ request, reply, dialect, observers: state.observers, now: state.clock.now }, understand(error));
}

// Fastify's own refusals carry a status: too large a body, a media type, a path that is not well-formed.
function understand(error: Error & { statusCode?: number }): ApiError {
  const { statusCode } = error;
  if (error instanceof ApiError || statusCode === undefined || statusCode >= 500) return asApiError(error);
  if (statusCode === 413) return requestTooLarge();
  return new ApiError(statusCode, null, error.message);
}

async function close(app: FastifyInstance, state: ServerState, grace: number): Promise<void> {
  state.draining = true;
  const { clock, running, connections } = state;
  const deadline = clock.now() + grace;
  while (running.size > 0 && clock.now() < deadline) {
    await clock.sleepUntil(Math.min(deadline, clock.now() + 20), new AbortController().signal);
  }
  for (const answering of running) answering.fail(shuttingDown());
  const closed = app.close();
  connections.closeSilent();
  // Whoever has not sent the rest of a request by then, or does not read the end of an answer, is cut.
  const cut = clock.alarm(() => app.server.closeAllConnections());
  cut.set(Math.max(deadline, clock.now() + lastWords));
  await closed;
  cut.clear();
}

// Time for an answer's last bytes to leave, in ms.
const lastWords = 1000;
