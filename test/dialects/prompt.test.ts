import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ApiError } from '../../src/core/api-error.ts';
import type { ErrorAnswer } from '../../src/core/dialect.ts';
import { createPrompt } from '../../src/dialects/prompt.ts';
import { encodePieces, makeCall, onlyEndpoint, parseBody } from './make-call.ts';

const dialect = createPrompt();
const endpoint = onlyEndpoint(dialect);

// What the client of a refused body reads.
function refuse(body: string): ErrorAnswer {
  try {
    void endpoint.parse(makeCall(body));
  } catch (error) {
    if (error instanceof ApiError) return dialect.error(error, { id: 'req_1' });
    throw error;
  }
  throw new Error('not refused');
}

// The answer of status 400 with this one event.
function badRequest(event: string): ErrorAnswer {
  return { status: 400, headers: { 'content-type': 'text/event-stream' }, body: event };
}

function ask(prompt: string): string {
  return JSON.stringify({ prompt, stream: true });
}

describe('prompt', () => {
  it('sends pieces as they are, then [DONE]', () => {
    expect(encodePieces(parseBody(dialect, ask('Hi')), ['First', ' chunk', ' „é" 😀\n'])).toBe(
      'data: {"choices": [{"delta": {"content": "First"}}]}\n\n' +
        'data: {"choices": [{"delta": {"content": " chunk"}}]}\n\n' +
        'data: {"choices": [{"delta": {"content": " „é\\" 😀\\n"}}]}\n\n' +
        'data: [DONE]\n\n',
    );
  });

  it('asks for an answer of 1378 characters at least', () => {
    expect(parseBody(dialect, ask('  Explain streaming APIs ')).request).toEqual({
      model: 'prompt',
      messages: [{ role: 'user', content: 'Explain streaming APIs' }],
      choices: 1,
      stop: [],
      seed: null,
      temperature: null,
      minCharacters: 1378,
    });
  });

  it('takes a model', () => {
    expect(parseBody(dialect, '{"prompt":"Hi","stream":true,"model":"gpt2"}').request.model).toBe('gpt2');
  });

  it('sends the headers that keep proxies from holding the stream back', () => {
    expect(parseBody(dialect, ask('Hi')).headers(0)).toEqual({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
  });

  it.each(['', '{', 'null', '[]', '"text"', '7'])('asks for a body in place of %j', (body) => {
    expect(refuse(body)).toEqual(badRequest('data: {"error": "No JSON body provided", "code": 400}\n\n'));
  });

  it.each(['{}', '{"prompt":null}', ask(''), ask(' \n\t'), '{"prompt":"","stream":false}'])(
    'refuses an empty prompt first of all: %j',
    (body) => {
      expect(refuse(body)).toEqual(badRequest('data: {"error": "Prompt cannot be empty", "code": 400}\n\n'));
    },
  );

  it.each([ask('a'.repeat(5001)), ask('🙂'.repeat(5001)), ask('a'.repeat(20_000)).replace('true', 'false')])(
    'refuses a prompt of more than 5000 characters before it looks further (%#)',
    (body) => {
      expect(refuse(body)).toEqual(
        badRequest('data: {"error": "Prompt exceeds maximum length of 5000 chars", "code": 400}\n\n'),
      );
    },
  );

  it.each(['a'.repeat(5000), '🙂'.repeat(5000), `${' '.repeat(9000)}a`])(
    'takes a prompt of up to 5000 characters (%#)',
    (prompt) => {
      expect(parseBody(dialect, ask(prompt)).request.messages[0]?.content).toBe(prompt.trim());
    },
  );

  it.each(['{"prompt":"Hi"}', '{"prompt":"Hi","stream":false}', '{"prompt":"Hi","stream":null}'])(
    'refuses a call that does not stream: %j',
    (body) => {
      expect(refuse(body)).toEqual(
        badRequest('data: {"error": "stream parameter must be true", "code": 400}\n\n'),
      );
    },
  );

  it('refuses a prompt that is no text', () => {
    expect(refuse('{"prompt":["Hi"],"stream":true}')).toEqual(
      badRequest('data: {"error": "Prompt must be a string", "code": 400}\n\n'),
    );
  });

  it('tells a failure in the stream as an event', () => {
    const encoder = parseBody(dialect, ask('Hi')).encoder();
    expect(encoder.fail(new ApiError(500, null, 'Serialization error'))).toBe(
      'data: {"error": "Serialization error", "code": 500}\n\n',
    );
  });

  it('keeps an idle connection open with a comment', () => {
    expect(parseBody(dialect, ask('Hi')).encoder().keepAlive).toMatch(/^:.*\n\n$/);
  });

  it('passes headers of an error on', () => {
    const error = new ApiError(429, 'rate_limit', 'Slow down', { headers: { 'retry-after': '2' } });
    expect(dialect.error(error, { id: 'req_1' })).toEqual({
      status: 429,
      headers: { 'content-type': 'text/event-stream', 'retry-after': '2' },
      body: 'data: {"error": "Slow down", "code": 429}\n\n',
    });
  });

  it.each([
    ['{"prompt":"Hi"}', true],
    ['{"prompt":"","stream":false}', true],
    ['{"prompt":"Hi","messages":[]}', false],
    ['{"prompt":["Hi"]}', false],
    ['{}', false],
    ['null', false],
    ['["prompt"]', false],
    ['{', false],
    ['', false],
  ])('claims by the shape of the body: %j is %s', (body, claimed) => {
    expect(endpoint.claims?.(makeCall(body))).toBe(claimed);
  });

  it('describes its body for the OpenAPI document', () => {
    const { body } = endpoint.description;
    const schema = z.toJSONSchema(body ?? z.never(), { io: 'input' });
    expect(schema).toMatchObject({
      required: ['prompt', 'stream'],
      properties: { prompt: { type: 'string', minLength: 1, maxLength: 5000 }, stream: { const: true } },
    });
  });
});
