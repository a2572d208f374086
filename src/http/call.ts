import { isUtf8 } from 'node:buffer';
import type { FastifyRequest } from 'fastify';
import type { Call } from '../core/dialect.ts';
import { invalidJson, unsupportedMediaType } from '../core/refusals.ts';

/** A call made of a request whose body was read as bytes; its JSON is parsed once, when it is first asked for. */
export function createCall(
  request: Pick<FastifyRequest, 'body' | 'method' | 'url' | 'params' | 'query' | 'headers'>,
  place: Pick<Call, 'id' | 'received' | 'naming'>,
): Call {
  const { body } = request;
  const bytes = Buffer.isBuffer(body) ? body : undefined;
  let parsed: Parsed | undefined;
  const text = bytes?.toString('utf8') ?? '';
  return {
    ...place,
    method: request.method,
    path: readPath(request.url),
    parameters: readStrings(request.params),
    query: readStrings(request.query),
    search: readSearch(request.url),
    headers: request.headers,
    body: text,
    bytes: bytes ?? noBytes,
    json() {
      parsed ??= attempt(() => readJson(request.headers['content-type'], bytes, text));
      if ('refusal' in parsed) throw parsed.refusal;
      return parsed.value;
    },
  };
}

const noBytes = new Uint8Array();

type Parsed = { readonly value: unknown } | { readonly refusal: unknown };

// A refusal is kept too: whoever asks next must not read 16 MB again to hear the same.
function attempt(read: () => unknown): Parsed {
  try {
    return { value: read() };
  } catch (refusal) {
    return { refusal };
  }
}

/** The path of a request's URL, without the query. */
export function readPath(url: string): string {
  return url.split('?', 1)[0] ?? '/';
}

function readSearch(url: string): string {
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}

/** Deepest nesting of a JSON body. */
export const maxJsonDepth = 1000;

function readJson(type: string | undefined, bytes: Buffer | undefined, text: string): unknown {
  if (type !== undefined && !isJsonType(type)) {
    throw unsupportedMediaType(type);
  }
  if (bytes !== undefined && !isUtf8(bytes)) throw invalidJson('The body is not valid UTF-8.');
  if (isDeeperThan(text, maxJsonDepth))
    throw invalidJson(`The body is nested deeper than ${maxJsonDepth} levels.`);
  try {
    return JSON.parse(text);
  } catch {
    throw invalidJson('The body is not valid JSON.');
  }
}

function isJsonType(type: string): boolean {
  return /^application\/(?:[\w.-]{1,64}\+)?json\s*(?:;|$)/i.test(type);
}

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

// Looked at before parsing: JSON.parse copes with any depth, what walks the value afterwards does not.
function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (quoted) {
      if (unit === backslash) index += 1;
      else if (unit === quote) quoted = false;
    } else if (unit === quote) quoted = true;
    else if (unit === openBrace || unit === openBracket) {
      depth += 1;
      if (depth > limit) return true;
    } else if (unit === closeBrace || unit === closeBracket) depth -= 1;
  }
  return false;
}

// One for the many requests that have none: an object without a prototype takes some hundred bytes.
const none: Readonly<Record<string, string>> = Object.freeze(Object.create(null));

function readStrings(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return none;
  const strings: Record<string, string> = Object.create(null);
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'string') strings[name] = part;
  }
  return strings;
}
