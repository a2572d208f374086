import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import type { Call } from '../../src/core/dialect.ts';
import { createJournal, longestBody } from '../../src/observers/journal.ts';

function makeCall(id: string, body: string, headers: Call['headers'] = {}): Call {
  return {
    id,
    method: 'POST',
    path: '/v1/chat/completions',
    parameters: {},
    query: { key: 'secret' },
    search: 'key=secret',
    headers,
    body,
    bytes: Buffer.from(body),
    json() {
      if (body.startsWith('{')) return JSON.parse(body) as unknown;
      throw new ApiError(400, 'invalid_json', 'The body is not JSON.');
    },
    received: 0,
  };
}

const end = { method: 'POST', route: '/v1/chat/completions', status: 200, duration: 12, dialect: 'openai' };

describe('journal', () => {
  it('shows a request as soon as it was read and its end as soon as it ended', () => {
    const { observer, requests } = createJournal();
    observer.received?.(makeCall('req_1', '{"model":"gpt-4o"}'));
    const before = { ...requests[0] };
    observer.ended?.({ ...end, id: 'req_1', streamed: true, finish: 'stop', model: 'gpt-4o' });
    expect(before).toEqual({
      id: 'req_1',
      method: 'POST',
      path: '/v1/chat/completions',
      headers: {},
      body: { model: 'gpt-4o' },
    });
    expect(requests).toEqual([
      {
        ...before,
        status: 200,
        duration: 12,
        dialect: 'openai',
        streamed: true,
        finish: 'stop',
        model: 'gpt-4o',
      },
    ]);
  });

  it('covers secrets and leaves other headers and the original alone', () => {
    const { observer, requests } = createJournal();
    const headers = {
      authorization: 'Bearer sk-1',
      'x-api-key': 'sk-2',
      'api-key': 'sk-3',
      cookie: 'session=4',
      'lb-llm-key': 'sk-5',
      'x-test': 'kept',
    };
    const call = makeCall('req_1', '', headers);
    observer.received?.(call);
    expect(requests[0]?.headers).toEqual({
      authorization: '[redacted]',
      'x-api-key': '[redacted]',
      'api-key': '[redacted]',
      cookie: '[redacted]',
      'lb-llm-key': '[redacted]',
      'x-test': 'kept',
    });
    expect(call.headers['authorization']).toBe('Bearer sk-1');
    expect(JSON.stringify(requests)).not.toContain('secret');
  });

  it.each([
    ['not json', 'not json'],
    ['', ''],
  ])('keeps the body %j as text', (body, kept) => {
    const { observer, requests } = createJournal();
    observer.received?.(makeCall('req_1', body));
    expect(requests[0]?.body).toBe(kept);
    expect(requests[0]?.truncated).toBeUndefined();
  });

  it('cuts a body that is too long, and says so', () => {
    const { observer, requests } = createJournal();
    observer.received?.(makeCall('req_1', `{"text":"${'é'.repeat(longestBody)}"}`));
    expect(requests[0]?.truncated).toBe(true);
    expect(requests[0]?.body).toBe(`{"text":"${'é'.repeat(longestBody - 9)}`);
  });

  it('forgets the oldest request, even one that ends later', () => {
    const { observer, requests } = createJournal(2);
    for (const id of ['req_1', 'req_2', 'req_3']) observer.received?.(makeCall(id, ''));
    expect(requests.map(({ id }) => id)).toEqual(['req_2', 'req_3']);
    for (const id of ['req_1', 'req_3']) observer.ended?.({ ...end, id, status: 503 });
    expect(requests.map(({ id, status }) => [id, status])).toEqual([
      ['req_2', undefined],
      ['req_3', 503],
    ]);
  });

  it('tells of a request that was refused before it was read', () => {
    const { observer, requests } = createJournal();
    observer.ended?.({ ...end, id: 'req_1', status: 401, failure: 'missing_api_key' });
    expect(requests).toEqual([
      {
        id: 'req_1',
        method: 'POST',
        path: '/v1/chat/completions',
        headers: {},
        body: '',
        status: 401,
        failure: 'missing_api_key',
        duration: 12,
        dialect: 'openai',
      },
    ]);
  });
});
