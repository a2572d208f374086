import { ApiError } from '../../src/core/api-error.ts';
import type { Answer, Call, Dialect, GenerationEndpoint } from '../../src/core/dialect.ts';

/** A POST with this body, as a dialect sees it. */
export function makeCall(body: string, contentType = 'application/json'): Call {
  return {
    id: 'req_1',
    method: 'POST',
    path: '/v1/chat/completions',
    parameters: {},
    query: {},
    search: '',
    headers: { 'content-type': contentType },
    body,
    bytes: Buffer.from(body),
    json() {
      try {
        return JSON.parse(body) as unknown;
      } catch {
        throw new ApiError(400, 'invalid_json', 'The body is not JSON.');
      }
    },
    received: 0,
  };
}

/** The only endpoint of a dialect that has one. */
export function onlyEndpoint(dialect: Dialect): GenerationEndpoint {
  const [endpoint, ...others] = dialect.endpoints;
  if (endpoint?.kind !== 'generation' || others.length > 0) throw new Error('not one generation endpoint');
  return endpoint;
}

/** What the dialect's only endpoint makes of the body. */
export function parseBody(dialect: Dialect, body: string): Answer {
  const answer = onlyEndpoint(dialect).parse(makeCall(body));
  if (answer instanceof Promise) throw new Error('This dialect reads bodies at once.');
  return answer;
}

/** The bytes of a stream of these pieces. */
export function encodePieces(answer: Answer, pieces: readonly string[]): string {
  const encoder = answer.encoder();
  const texts = pieces.map((text) =>
    encoder.encode({ type: 'text-delta', due: 0, choice: 0, text, tokens: 1 }),
  );
  return [
    encoder.encode({ type: 'start', due: 0, choices: 1, promptTokens: 1 }),
    ...texts,
    encoder.encode({ type: 'finish', due: 0, choice: 0, reason: 'stop' }),
    encoder.encode({
      type: 'end',
      due: 0,
      usage: { promptTokens: 1, completionTokens: pieces.length, reasoningTokens: 0 },
    }),
    encoder.end,
  ].join('');
}
