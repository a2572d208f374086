import type { z } from 'zod';
import type { ApiError } from './api-error.ts';
import type { GenerationEvent, GenerationRequest, GenerationResult } from './generation.ts';
import type { Ids } from './ids.ts';

/** Header names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** What the names in an answer are made of, where another server must be able to make the same ones. */
export interface Naming {
  readonly ids: Ids;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

/** A request as it came in: read, not yet understood. */
export interface Call {
  /** The server's name for this request, `req_…`. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The parts of the path that the route names. */
  readonly parameters: Headers;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** The query as it came, for parameters that may be given several times; empty when there was none. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body as text; empty when there was none. */
  readonly body: string;
  /** The body as it came; empty when there was none. */
  readonly bytes: Uint8Array;
  /** The body as JSON; throws an ApiError with code 'invalid_json' or 'unsupported_media_type'. */
  json(): unknown;
  /** Absent: the answer is named by chance and by the present time. */
  readonly naming?: () => Naming;
  /** Milliseconds of the clock at which the request came in. */
  readonly received: number;
}

/** Turns the events of one streamed answer into text for the wire, synchronously. */
export interface Encoder {
  /** What the event looks like on the wire; empty when this dialect does not say it. */
  encode(event: GenerationEvent): string;
  /** What tells the client that the answer broke off. */
  fail(error: ApiError): string;
  /** What ends a whole stream. */
  readonly end: string;
  /** What keeps an idle connection open; empty when the dialect has nothing for it. */
  readonly keepAlive: string;
}

/** What a dialect makes of a call that asks for generated text. */
export interface Answer {
  readonly request: GenerationRequest;
  /** Whether the answer goes out piece by piece. */
  readonly streamed: boolean;
  /** Headers of a streamed or whole answer, made when its head leaves; `elapsed` is ms since the call came in. */
  headers(elapsed: number): Headers;
  encoder(): Encoder;
  body(result: GenerationResult): unknown;
  /** The clock's moment from which the events' moments count; absent: when the call came in. */
  readonly began?: number;
}

/** What an answer to a call that needs no generation looks like. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers?: Headers;
  readonly body: unknown;
}

/** How an endpoint is told in the OpenAPI document. */
export interface EndpointDescription {
  readonly summary: string;
  readonly tag: string;
  /** The schemas of the query's parameters by name, all of them optional; validation reads the same ones. */
  readonly query?: Readonly<Record<string, z.ZodType>>;
  /** The schemas of the headers that it reads, by name; absent: those that any generation reads. */
  readonly headers?: Readonly<Record<string, z.ZodType>>;
  /** The body's schema; validation reads the same one. */
  readonly body?: z.ZodType;
  /** The body's media type; absent: JSON. */
  readonly bodyType?: string;
  /** The status of an answer that went well, or `2XX` where there are several; absent: 200. */
  readonly status?: 201 | '2XX';
  /** Schemas of the JSON answer and of one event of the stream. */
  readonly result?: z.ZodType;
  readonly event?: z.ZodType;
}

interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The path, with `:name` for a part and `*` for the rest. */
  readonly path: string;
  /** Whether a call needs no key of the server's, since it shows something else; absent: it needs one. */
  readonly keyless?: true;
  readonly description: EndpointDescription;
}

/** An endpoint that answers with generated text. */
export interface GenerationEndpoint extends Route {
  readonly kind: 'generation';
  /** Whether a call is this dialect's own where several share a path; the first dialect of the list takes the rest. */
  claims?(call: Call): boolean;
  /** Understands the call, or throws an ApiError. */
  parse(call: Call): Answer | Promise<Answer>;
}

/** An endpoint that answers at once. */
export interface PlainEndpoint extends Route {
  readonly kind: 'plain';
  answer(call: Call): PlainAnswer | Promise<PlainAnswer>;
}

/** One path of a dialect. */
export type Endpoint = GenerationEndpoint | PlainEndpoint;

/** How one API speaks: its paths, its bodies, its streams and its errors. */
export interface Dialect {
  readonly name: string;
  readonly endpoints: readonly Endpoint[];
  /** Where paths begin that are this dialect's own: it tells of those that nothing answers at; absent: there are none. */
  readonly prefixes?: readonly string[];
  /** Whether a key is one that this dialect has given out itself; absent: it gives none out. */
  ownsKey?(key: string): Promise<boolean>;
  /** The error in this dialect's shape. */
  error(error: ApiError, call: { readonly id: string }): ErrorAnswer;
}

/** An error on its way out, the headers that it brings included; the body is text already, since some dialects frame it. */
export interface ErrorAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}
