import { afterEach, describe, expect, it } from 'vitest';
import type { RequestRecord } from '../../src/core/observer.ts';
import { createTally } from '../../src/core/tally.ts';
import { createMetrics } from '../../src/observers/metrics.ts';

const record: RequestRecord = {
  id: 'req_1',
  method: 'POST',
  route: '/v1/chat/completions',
  status: 200,
  duration: 400,
  dialect: 'openai',
};

const tally = createTally();
const figures = () =>
  Promise.resolve([
    { name: 'understudy_model_tokens_total', help: 'Said.', type: 'counter', value: 7 } as const,
  ]);
let close = (): void => undefined;

function open(isKnownModel = (id: string): boolean => id.startsWith('gpt-')) {
  const metrics = createMetrics({ tally: createTally(), isKnownModel, figures });
  ({ close } = metrics);
  return metrics;
}

async function readSamples({ read }: Pick<ReturnType<typeof open>, 'read'>): Promise<Map<string, number>> {
  const { text } = await read();
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('metrics', () => {
  afterEach(() => close());

  it('reads the tally at the moment it is asked', async () => {
    const metrics = createMetrics({ tally, isKnownModel: () => false, figures });
    ({ close } = metrics);
    await metrics.read();
    tally.running = 3;
    tally.waiting = 2;
    tally.tokens = 700;
    tally.promptTokens = 30;
    tally.aborted = 4;
    tally.slowReaders = 5;
    tally.finished.stop = 6;
    tally.finished.length = 7;
    tally.finished['tool-calls'] = 8;
    const samples = await readSamples(metrics);
    expect(Object.fromEntries(samples)).toMatchObject({
      'vllm:num_requests_running{model_name="understudy"}': 5,
      'vllm:num_requests_waiting{model_name="understudy"}': 0,
      'vllm:prompt_tokens_total{model_name="understudy"}': 30,
      'vllm:generation_tokens_total{model_name="understudy"}': 700,
      'vllm:request_success_total{model_name="understudy",finished_reason="stop"}': 6,
      'vllm:request_success_total{model_name="understudy",finished_reason="length"}': 7,
      'vllm:request_success_total{model_name="understudy",finished_reason="tool_calls"}': 8,
      understudy_streams_running: 3,
      understudy_answers_waiting: 2,
      understudy_tokens_total: 700,
      understudy_aborted_total: 4,
      understudy_slow_readers_total: 5,
    });
  });

  it('tells spans as histograms in seconds', async () => {
    const spans = createTally();
    const metrics = createMetrics({ tally: spans, isKnownModel: () => false, figures });
    ({ close } = metrics);
    for (const span of [0.3, 0.8, 8, 700, 900_000]) spans.lateness.record(span);
    const samples = await readSamples(metrics);
    const bucket = (le: string) => samples.get(`understudy_lateness_seconds_bucket{le="${le}"}`);
    expect([
      bucket('0.0005'),
      bucket('0.001'),
      bucket('0.005'),
      bucket('0.01'),
      bucket('1'),
      bucket('5'),
    ]).toEqual([1, 2, 2, 3, 4, 4]);
    expect(bucket('+Inf')).toBe(5);
    expect(samples.get('understudy_lateness_seconds_count')).toBe(5);
    expect(samples.get('understudy_lateness_seconds_sum')).toBeCloseTo(900.7091, 6);
  });

  it('counts requests by route, method, status and dialect', async () => {
    const metrics = open();
    metrics.observer.ended?.(record);
    metrics.observer.ended?.(record);
    metrics.observer.ended?.({ ...record, status: 400, method: 'PROPFIND' });
    const samples = await readSamples(metrics);
    const name = 'understudy_requests_total{route="/v1/chat/completions"';
    expect(samples.get(`${name},method="POST",status="200",dialect="openai"}`)).toBe(2);
    expect(samples.get(`${name},method="other",status="400",dialect="openai"}`)).toBe(1);
    expect(
      samples.get('understudy_request_duration_seconds_bucket{route="/v1/chat/completions",le="0.5"}'),
    ).toBe(3);
    expect(
      samples.get('understudy_request_duration_seconds_bucket{route="/v1/chat/completions",le="0.25"}'),
    ).toBe(0);
  });

  it('names the models it knows, and no others', async () => {
    const metrics = open();
    metrics.observer.ended?.({ ...record, model: 'gpt-4o', finish: 'stop', completionTokens: 10 });
    metrics.observer.ended?.({ ...record, model: 'x"\n', finish: 'length', completionTokens: 20 });
    metrics.observer.ended?.({ ...record, model: 'y', failure: 'aborted', completionTokens: 1 });
    const samples = await readSamples(metrics);
    expect(samples.get('understudy_answers_total{model="gpt-4o",ending="stop"}')).toBe(1);
    expect(samples.get('understudy_answers_total{model="other",ending="length"}')).toBe(1);
    expect(samples.get('understudy_answers_total{model="other",ending="failed"}')).toBe(1);
    expect(samples.get('understudy_answer_tokens_total{model="other"}')).toBe(21);
  });

  it('keeps at most a hundred label sets of what comes from outside, and loses no count', async () => {
    const metrics = open(() => true);
    for (let index = 0; index < 1000; index += 1) {
      metrics.observer.ended?.({ ...record, route: `/${index}`, model: `gpt-${index}`, completionTokens: 1 });
    }
    const samples = await readSamples(metrics);
    const ofTokens = [...samples].filter(([name]) => name.startsWith('understudy_answer_tokens_total'));
    const ofDurations = [...samples.keys()].filter((name) =>
      name.startsWith('understudy_request_duration_seconds_count'),
    );
    expect(ofTokens).toHaveLength(100);
    expect(ofDurations).toHaveLength(100);
    expect(ofTokens.reduce((sum, [, value]) => sum + value, 0)).toBe(1000);
    expect(samples.get('understudy_answer_tokens_total{model="other"}')).toBe(901);
  });

  it('escapes labels', async () => {
    const metrics = open(() => true);
    metrics.observer.ended?.({ ...record, model: 'a"\\\nb' });
    expect((await metrics.read()).text).toContain(
      String.raw`understudy_answer_tokens_total{model="a\"\\\nb"} 0`,
    );
  });

  it('speaks the text format: each family once, with help and type, and numbers only', async () => {
    const metrics = open();
    metrics.observer.ended?.(record);
    const { contentType, text } = await metrics.read();
    expect(contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
    const types = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
    expect(new Set(types).size).toBe(types.length);
    expect(types).toContain('nodejs_eventloop_lag_p99_seconds');
    const label = String.raw`\w+="(?:[^"\\\n]|\\["\\n])*"`;
    const sample = new RegExp(
      String.raw`^[a-z_:][\w:]*(?:\{${label}(?:,${label})*\})? -?[\d.]+(?:e[+-]?\d+)?$`,
      'i',
    );
    const odd = text.split('\n').filter((line) => !/^(?:#.*)?$/.test(line) && !sample.test(line));
    expect(odd).toEqual([]);
  });
});
