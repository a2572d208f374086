import { describe, expect, it } from 'vitest';
import type { RequestRecord } from '../../src/core/observer.ts';
import { type LogOptions, createLog } from '../../src/observers/log.ts';
import { makeCall } from '../dialects/make-call.ts';

function listen(options: Pick<LogOptions, 'level'> & { readonly pretty?: boolean }) {
  const lines: string[] = [];
  const log = createLog({
    pretty: false,
    ...options,
    destination: { write: (line) => void lines.push(line) },
  });
  return { log, lines, entries: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const record: RequestRecord = {
  id: 'req_1',
  method: 'POST',
  route: '/v1/chat/completions',
  status: 200,
  duration: 1234.5678,
  dialect: 'openai',
  model: 'gpt-4o-mini',
  streamed: true,
  ttft: 200.04,
  promptTokens: 9,
  completionTokens: 51,
  finish: 'stop',
};

describe('log', () => {
  it('writes one JSON line a request', () => {
    const { log, entries } = listen({ level: 'info' });
    log.observer.ended?.(record);
    expect(entries()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        msg: 'request',
        ...record,
        duration: 1234.6,
        ttft: 200,
      },
    ]);
  });

  it('makes model names printable and short', () => {
    const { log, entries } = listen({ level: 'info' });
    log.observer.ended?.({ ...record, model: `a\n\u001b[31mé${'x'.repeat(100)}` });
    expect(entries()[0]?.['model']).toBe(`a??[31m?${'x'.repeat(56)}`);
  });

  it('warns of answers that the server is to blame for', () => {
    const { log, entries } = listen({ level: 'warn' });
    log.observer.ended?.({ ...record, status: 404 });
    log.observer.ended?.({ ...record, status: 503, failure: 'server_is_overloaded' });
    expect(entries()).toMatchObject([{ level: 'warn', status: 503, failure: 'server_is_overloaded' }]);
  });

  it('tells what broke the server with its stack and without its secrets', () => {
    const { log, lines, entries } = listen({ level: 'error' });
    const headers = { authorization: 'Bearer sk-1', cookie: 'session=2', accept: 'text/html' };
    const error = Object.assign(new Error('The socket caught fire'), {
      'x-api-key': 'sk-3',
      headers,
      config: { headers: { 'lb-llm-key': 'sk-4', 'api-key': 'sk-5' } },
    });
    log.observer.crashed?.(error, 'req_7');
    log.error(error, 'again');
    expect(entries()).toMatchObject([
      {
        level: 'error',
        id: 'req_7',
        err: { message: 'The socket caught fire', stack: expect.stringContaining('log.test.ts') },
      },
      {
        level: 'error',
        msg: 'again',
        err: { headers: { authorization: '[redacted]', accept: 'text/html' } },
      },
    ]);
    expect(lines.join('')).not.toMatch(/sk-\d|session=2/);
    expect(headers.cookie).toBe('session=2');
  });

  it('says when a request comes in at level debug, and neither its query nor its headers', () => {
    const { log, lines, entries } = listen({ level: 'debug' });
    const call = { ...makeCall('{}'), query: { key: 'sk-1' }, headers: { authorization: 'Bearer sk-2' } };
    log.observer.received?.(call);
    expect(entries()).toMatchObject([{ level: 'debug', id: 'req_1', path: '/v1/chat/completions' }]);
    expect(lines.join('')).not.toContain('sk-');
    expect(listen({ level: 'info' }).log.observer.received).toBeUndefined();
  });

  it.each([
    ['silent', 0],
    ['error', 1],
    ['warn', 2],
    ['info', 3],
  ] as const)('tells at level %s only what matters so much', (level, count) => {
    const { log, lines } = listen({ level });
    log.info('It listens.');
    log.warn('It listens to everybody.');
    log.error(new Error('no'), 'It broke.');
    expect(lines).toHaveLength(count);
  });

  it('writes a line for people where people read', () => {
    const { log, lines } = listen({ level: 'info', pretty: true });
    log.observer.ended?.(record);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(
      'POST /v1/chat/completions 200 · 1234.6 ms · openai · gpt-4o-mini · streamed · first token 200 ms · 51 tokens · stop\n',
    );
    expect(lines[0]).not.toContain('{');
  });
});
