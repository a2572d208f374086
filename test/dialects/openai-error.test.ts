import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ApiError, unsupported } from '../../src/core/api-error.ts';
import * as refusals from '../../src/core/refusals.ts';
import * as errors from '../../src/dialects/openai-error.ts';

const call = { id: 'req_0123' };

function answer(error: ApiError) {
  const { status, headers, body } = errors.openaiError(error, call);
  return { status, headers, ...(JSON.parse(body) as { error: Record<string, unknown> }) };
}

describe('the envelope', () => {
  it('holds exactly the four members, and the request id in a header', () => {
    const { status, headers, body } = errors.openaiError(
      new ApiError(400, 'bad', 'No "good".', { param: 'n' }),
      call,
    );
    expect(status).toBe(400);
    expect(headers).toEqual({ 'content-type': 'application/json', 'x-request-id': 'req_0123' });
    expect(body).toBe(
      '{"error":{"message":"No \\"good\\".","type":"invalid_request_error","param":"n","code":"bad"}}',
    );
  });

  it('says null where there is no param and no code', () => {
    expect(answer(new ApiError(500, null, 'x')).error).toEqual({
      message: 'x',
      type: 'server_error',
      param: null,
      code: null,
    });
  });

  it('adds the headers of the error', () => {
    const error = new ApiError(429, 'rate_limit_exceeded', 'x', { headers: { 'retry-after': '3' } });
    expect(answer(error).headers).toMatchObject({ 'retry-after': '3', 'x-request-id': 'req_0123' });
  });

  it.each([
    [400, null, 'invalid_request_error'],
    [401, null, 'invalid_request_error'],
    [403, null, 'invalid_request_error'],
    [404, null, 'invalid_request_error'],
    [408, null, 'invalid_request_error'],
    [413, null, 'invalid_request_error'],
    [429, 'rate_limit_exceeded', 'requests'],
    [429, 'insufficient_quota', 'insufficient_quota'],
    [500, null, 'server_error'],
    [503, null, 'service_unavailable_error'],
    [504, null, 'server_error'],
  ])('names the type of status %i with code %j', (status, code, type) => {
    expect(answer(new ApiError(status, code, 'x')).error.type).toBe(type);
  });

  it('keeps the type that the error brings', () => {
    expect(answer(new ApiError(429, null, 'x', { type: 'tokens' })).error.type).toBe('tokens');
  });

  it('is the one of the published schema', () => {
    const validate = createValidator();
    for (const error of [
      refusals.invalidJson('whatever'),
      refusals.overloaded(),
      unsupported('tools', 'x'),
    ]) {
      expect(validate(JSON.parse(errors.openaiError(error, call).body))).toBe(true);
    }
    expect(validate({ error: { message: 'x' } })).toBe(false);
  });
});

describe('the stock errors', () => {
  it('tell of a body that is not JSON', () => {
    const expected = {
      status: 400,
      error: {
        message: expect.stringMatching(/^We could not parse the JSON body of your request\. \(HINT: /),
        param: null,
        code: null,
      },
    };
    expect(answer(refusals.invalidJson('whatever'))).toMatchObject(expected);
  });

  it('tell of a content type that is not JSON', () => {
    const message =
      "Invalid Content-Type header (text/plain), expected application/json. (HINT: If you're using curl, you can pass -H 'Content-Type: application/json')";
    expect(answer(refusals.unsupportedMediaType('text/plain'))).toMatchObject({
      status: 415,
      error: { message, code: null },
    });
    expect(answer(new ApiError(415, 'unsupported_media_type', 'no')).error).toMatchObject({
      message: 'no',
      code: null,
    });
  });

  it('tell of an unknown URL', () => {
    expect(answer(refusals.unknownUrl('POST', '/v1/x'))).toMatchObject({
      status: 404,
      error: { message: 'Invalid URL (POST /v1/x)', type: 'invalid_request_error', param: null, code: null },
    });
  });

  it('tell of a wrong method', () => {
    const found = answer(refusals.methodNotAllowed('GET', '/v1/embeddings', ['POST']));
    expect(found).toMatchObject({
      status: 405,
      headers: { allow: 'POST' },
      error: {
        message:
          'Not allowed to GET on /v1/embeddings. (HINT: Perhaps you meant to use a different HTTP method?)',
        code: 'method_not_supported',
      },
    });
  });

  it('tell of a missing key', () => {
    const found = answer(refusals.missingKey());
    expect(found).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer realm="OpenAI API"' },
    });
    expect(found.error).toMatchObject({ type: 'invalid_request_error', param: null, code: null });
    expect(found.error.message).toMatch(/^You didn't provide an API key\. /);
  });

  it('tell of a wrong key without telling the key', () => {
    const key = 'sk-proj-abcdefghijklmnopxyz';
    const found = answer(refusals.wrongKey(key));
    expect(found).toMatchObject({ status: 401, error: { code: 'invalid_api_key' } });
    expect(found.error.message).toBe(
      'Incorrect API key provided: sk-pro***xyz. You can find your API key at https://platform.openai.com/account/api-keys.',
    );
    for (let length = 0; length <= key.length; length += 1) {
      const shown = refusals.maskKey(key.slice(0, length)).replace('***', '');
      expect(shown.length).toBeLessThanOrEqual(length / 2);
    }
  });

  it('tell of a failure with the id to quote', () => {
    const bug = new TypeError('secret');
    expect(answer(refusals.asApiError(bug))).toMatchObject({
      status: 500,
      error: {
        message: expect.stringMatching(
          /^The server had an error .*the request ID req_0123 in your message\.\)$/,
        ),
        type: 'server_error',
      },
    });
  });

  it('tell of a full server and when to come back', () => {
    expect(answer(refusals.overloaded())).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      error: {
        message: 'Our servers are currently overloaded. Please try again later.',
        type: 'service_unavailable_error',
        code: 'server_is_overloaded',
      },
    });
  });

  it('tell of a body that is too large', () => {
    expect(answer(refusals.requestTooLarge())).toMatchObject({
      status: 413,
      error: { message: 'Request body too large' },
    });
  });

  it('tell of a prompt that is too long', () => {
    expect(answer(refusals.contextLengthExceeded(128_000, 140_007))).toMatchObject({
      status: 400,
      error: {
        message:
          "This model's maximum context length is 128000 tokens. However, your messages resulted in 140007 tokens. Please reduce the length of the messages.",
        type: 'invalid_request_error',
        param: 'messages',
        code: 'context_length_exceeded',
      },
    });
  });

  it('cut what the client sent where it is long', () => {
    expect(refusals.unknownUrl('GET', '/'.repeat(1e6)).message.length).toBeLessThan(300);
    expect(refusals.unsupportedMediaType('x'.repeat(1e6)).message.length).toBeLessThan(300);
    expect(refusals.wrongKey('x'.repeat(1e6)).message.length).toBeLessThan(300);
  });
});

function createValidator() {
  const path = new URL('../schemas/openai.schemas.json', import.meta.url);
  const schemas = JSON.parse(readFileSync(path, 'utf8')) as { definitions: Record<string, object> };
  return new Ajv({ strict: false }).compile({
    $ref: '#/definitions/ErrorResponse',
    definitions: schemas.definitions,
  });
}
