import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import { createWordstream } from '../../src/dialects/wordstream.ts';
import { encodePieces, makeCall, onlyEndpoint, parseBody } from './make-call.ts';

const dialect = createWordstream();

describe('wordstream', () => {
  it('sends each word with the blank after it and nothing else', () => {
    expect(encodePieces(parseBody(dialect, '{}'), ['Hello', ' World!'])).toBe(
      'data: {"choices": [{"delta": {"content": "Hello "}}]}\n\n' +
        'data: {"choices": [{"delta": {"content": "World! "}}]}\n\n',
    );
  });

  it('escapes all but ASCII, as Python does', () => {
    expect(encodePieces(parseBody(dialect, ''), [' "é😀"'])).toBe(
      String.raw`data: {"choices": [{"delta": {"content": "\"\u00e9\ud83d\ude00\" "}}]}` + '\n\n',
    );
  });

  it('sends a piece of several words one word an event', () => {
    const events = encodePieces(parseBody(dialect, ''), ['\n\nOne  two,\n', '\n']);
    expect(events).toBe(
      'data: {"choices": [{"delta": {"content": "One "}}]}\n\n' +
        'data: {"choices": [{"delta": {"content": "two, "}}]}\n\n',
    );
  });

  it.each(['', '{', '[]', '{"messages":[]}', '\0'])('streams whatever the body is, as for %j', (body) => {
    const answer = parseBody(dialect, body);
    expect(answer.streamed).toBe(true);
    expect(answer.request).toEqual({
      model: 'wordstream',
      messages: [],
      choices: 1,
      maxTokens: Number.MAX_SAFE_INTEGER,
      stop: [],
      seed: null,
      temperature: null,
    });
  });

  it('sends the headers of its original', () => {
    expect(parseBody(dialect, '').headers(5)).toEqual({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
      connection: 'close',
    });
  });

  it('says nothing while idle and nothing when it breaks off', () => {
    const encoder = parseBody(dialect, '').encoder();
    expect(encoder.keepAlive + encoder.fail(new ApiError(500, null, 'broken'))).toBe('');
  });

  it('claims no call: it answers where it is asked for by name', () => {
    expect(onlyEndpoint(dialect).claims?.(makeCall('{}'))).toBe(false);
  });

  it('tells errors as JSON', () => {
    const error = new ApiError(404, 'not_found', 'No such path: /é', { headers: { 'retry-after': '1' } });
    expect(dialect.error(error, { id: 'req_1' })).toEqual({
      status: 404,
      headers: { 'content-type': 'application/json', 'retry-after': '1' },
      body: String.raw`{"error": "No such path: /\u00e9"}`,
    });
  });
});
