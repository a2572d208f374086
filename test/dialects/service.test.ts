import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import type { PlainAnswer } from '../../src/core/dialect.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { type ServiceOptions, createService } from '../../src/dialects/service.ts';
import { makeCall } from './make-call.ts';

const document = { openapi: '3.1.1', paths: { '/v1/models': { get: {}, post: {} }, '/health': { get: {} } } };
const page: PlainAnswer = { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>' };

function open(options: Partial<ServiceOptions> = {}) {
  const clock = createManualClock();
  const dialect = createService({
    version: '1.2.3',
    clock,
    isReady: () => true,
    metrics: async () => ({ contentType: 'text/plain; version=0.0.4', text: 'up 1\n' }),
    document: () => document,
    page: () => page,
    dialects: ['openai'],
    pace: { pace: null, models: {} },
    ...options,
  });
  async function ask(path: string): Promise<PlainAnswer> {
    const endpoint = dialect.endpoints.find((each) => each.path === path && each.method === 'GET');
    if (endpoint?.kind !== 'plain') throw new Error(`no plain endpoint ${path}`);
    const answer = await endpoint.answer({ ...makeCall(''), method: 'GET', path });
    if (endpoint.description.result !== undefined) endpoint.description.result.parse(answer.body);
    return answer;
  }
  return { clock, dialect, ask };
}

describe('service', () => {
  it('tells at / that it runs, and what is where', async () => {
    expect(await open().ask('/')).toMatchObject({
      status: 200,
      body: {
        success: true,
        message: 'Understudy is running',
        version: '1.2.3',
        endpoints: ['GET /v1/models', 'POST /v1/models', 'GET /health'],
        dialects: ['openai'],
        docs: '/docs',
        openapi: '/openapi.json',
      },
    });
  });

  it('names at / only its own paths beside those of the document', async () => {
    const { ask, dialect } = open();
    const { docs, openapi, health, ready, metrics } = (await ask('/')).body as Record<string, string>;
    const paths = dialect.endpoints.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining([docs, openapi, health, ready, metrics]));
  });

  it('tells at / the pace of the server, and those of models that have another', async () => {
    const pace = { ttft: 700, tokensPerSecond: 12, jitter: 0.5 };
    const { body } = await open({ pace: { pace, models: { gpt2: null } } }).ask('/');
    expect(body).toMatchObject({ pace, modelPaces: { gpt2: null } });
  });

  it('is healthy, in whole seconds of the clock', async () => {
    const { ask, clock } = open();
    await clock.advance(61_900);
    expect(await ask('/health')).toEqual({
      status: 200,
      headers: { 'cache-control': 'no-store' },
      body: { status: 'healthy', timestamp: 1_700_000_061, version: '1.2.3', uptime: 61 },
    });
  });

  it('is ready until it drains', async () => {
    let isReady = true;
    const { ask } = open({ isReady: () => isReady });
    expect(await ask('/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
    isReady = false;
    expect(await ask('/ready')).toMatchObject({ status: 503, body: { status: 'draining' } });
  });

  it('hands on metrics, the document and the page', async () => {
    const { ask } = open();
    expect(await ask('/metrics')).toEqual({
      status: 200,
      headers: { 'content-type': 'text/plain; version=0.0.4', 'cache-control': 'no-store' },
      body: 'up 1\n',
    });
    expect((await ask('/openapi.json')).body).toBe(document);
    expect(await ask('/docs')).toBe(page);
  });

  it('tells errors in the envelope of OpenAI', () => {
    const answer = open().dialect.error(new ApiError(405, 'method_not_supported', 'No.'), { id: 'req_1' });
    expect(JSON.parse(answer.body)).toEqual({
      error: { message: 'No.', type: 'invalid_request_error', param: null, code: 'method_not_supported' },
    });
  });
});
