import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import type { Call } from '../../src/core/dialect.ts';
import { createCall } from '../../src/http/call.ts';

interface Request {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
  readonly params?: unknown;
  readonly query?: unknown;
}

function callOf({
  body,
  headers = { 'content-type': 'application/json' },
  url = '/v1/x',
  params = {},
  query = {},
}: Request): Call {
  const request = { method: 'POST', url, params, query, headers, body };
  return createCall(request, { id: 'req_1', received: 5 });
}

function refusalOf(request: Request): string {
  try {
    callOf(request).json();
    return 'read';
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return `${error.status} ${error.code}`;
  }
}

const bytes = (text: string): Buffer => Buffer.from(text);
const nest = (depth: number, open = '[', close = ']'): Buffer =>
  bytes(open.repeat(depth) + close.repeat(depth));
const invalid = '400 invalid_json';

describe('a call', () => {
  it('tells what the request was', () => {
    const call = callOf({
      body: bytes('{"a":1}'),
      url: '/v1/models/x?dialect=y&dialect=z',
      params: { model: 'x' },
      query: { dialect: ['y', 'z'], other: '1' },
    });
    expect(call).toMatchObject({
      id: 'req_1',
      method: 'POST',
      path: '/v1/models/x',
      received: 5,
      body: '{"a":1}',
    });
    expect(call.parameters['model']).toBe('x');
    expect(call.query['other']).toBe('1');
    expect(call.query['dialect']).toBeUndefined();
  });

  it('has no parameters that nobody gave', () => {
    const call = callOf({ params: null, query: undefined });
    expect(call.parameters['constructor']).toBeUndefined();
    expect(call.query['__proto__']).toBeUndefined();
  });

  it('refuses a body once for all who ask', () => {
    const call = callOf({ body: bytes('{"a":') });
    const refusals = [0, 1].map(() => {
      try {
        return call.json();
      } catch (error) {
        return error;
      }
    });
    expect(refusals[0]).toBeInstanceOf(ApiError);
    expect(refusals[1]).toBe(refusals[0]);
  });

  it('parses its JSON once', () => {
    const call = callOf({ body: bytes('{"a":[1]}') });
    expect(call.json()).toEqual({ a: [1] });
    expect(call.json()).toBe(call.json());
  });

  it('reads any JSON as it was written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        expect(callOf({ body: bytes(text) }).json()).toEqual(JSON.parse(text));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each([
    ['nothing', undefined],
    ['no bytes', bytes('')],
    ['half an object', bytes('{"a":')],
    ['two values', bytes('{} {}')],
    ['JavaScript', bytes("{a: 'b'}")],
    ['a form', bytes('a=b')],
    ['NaN', bytes('NaN')],
    ['a byte that is no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['half a character', Buffer.from([0x22, 0xf0, 0x9f, 0x22])],
    ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['UTF-16', Buffer.from('{}', 'utf16le')],
    ['a mark of the byte order', bytes('\uFEFF{}')],
  ])('refuses %s as no JSON', (_, body) => {
    expect(refusalOf({ body })).toBe(invalid);
  });

  it('reads half a surrogate pair that was escaped', () => {
    expect(callOf({ body: bytes(String.raw`"\ud83d"`) }).json()).toBe('\ud83d');
  });

  describe('of deep JSON', () => {
    it('reads 1000 levels and refuses the next', () => {
      expect(refusalOf({ body: nest(1000) })).toBe('read');
      expect(refusalOf({ body: nest(1001) })).toBe(invalid);
      expect(refusalOf({ body: nest(1000, '{"a":[', ']}') })).toBe(invalid);
      expect(refusalOf({ body: bytes(`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`) })).toBe('read');
      expect(refusalOf({ body: bytes(`${'{"a":'.repeat(1001)}1${'}'.repeat(1001)}`) })).toBe(invalid);
    });

    it('refuses 100,000 and a million levels', () => {
      expect(refusalOf({ body: nest(100_000) })).toBe(invalid);
      expect(refusalOf({ body: bytes('['.repeat(1_000_000)) })).toBe(invalid);
    });

    it('counts levels, not brackets', () => {
      expect(refusalOf({ body: bytes(`[${'[],'.repeat(5000)}[]]`) })).toBe('read');
      expect(refusalOf({ body: bytes(JSON.stringify('['.repeat(5000))) })).toBe('read');
      expect(refusalOf({ body: bytes(JSON.stringify({ [`"\\${'{'.repeat(5000)}`]: '\\"[\\' })) })).toBe(
        'read',
      );
    });
  });

  describe('of a content type', () => {
    it.each([
      'application/json',
      'Application/JSON',
      'application/json; charset=utf-8',
      'application/json;charset=utf-8',
      'application/json ; x=y',
      'application/vnd.api+json',
    ])('reads %s', (type) => {
      expect(refusalOf({ body: bytes('{}'), headers: { 'content-type': type } })).toBe('read');
    });

    it('reads a body without one', () => {
      expect(refusalOf({ body: bytes('{}'), headers: {} })).toBe('read');
    });

    it.each([
      'text/plain',
      'text/plain;application/json',
      'text/plain; charset=application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
      'application/json-seq',
      'application/json\tx',
      'xapplication/json',
      '',
    ])('refuses %j', (type) => {
      expect(refusalOf({ body: bytes('{}'), headers: { 'content-type': type } })).toBe(
        '415 unsupported_media_type',
      );
    });

    it('leaves the body to a dialect that reads no JSON', () => {
      expect(callOf({ body: bytes('a=ü'), headers: { 'content-type': 'text/plain' } }).body).toBe('a=ü');
      expect(callOf({}).body).toBe('');
    });
  });
});
