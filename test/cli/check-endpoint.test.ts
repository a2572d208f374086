import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { startServer } from '../../src/index.ts';
import { type Manner, type Refusal, startFaulty } from '../support/faulty-server.ts';

async function check(words: readonly string[]) {
  const [output, messages] = [new PassThrough(), new PassThrough()];
  const terminal = Object.assign(Object.create(null), { env: {}, folder: '.', output, messages });
  const status = await run(['check', ...words], terminal);
  return {
    status: status ?? 0,
    output: String(output.read() ?? ''),
    messages: String(messages.read() ?? ''),
  };
}

interface Row {
  readonly name: string;
  readonly came: string;
  readonly outcome: string;
}

async function list(words: readonly string[]) {
  const { status, output, messages } = await check([...words, '--json']);
  const report = JSON.parse(output);
  const names = (outcome: string): readonly string[] =>
    report.checks.filter((each: Row) => each.outcome === outcome).map(({ name }: Row) => name);
  const rows: readonly Row[] = report.checks;
  return {
    status,
    messages,
    report,
    rows,
    failed: names('fail'),
    warned: names('warn'),
    passed: names('pass'),
  };
}

const html: Refusal = { status: 404, type: 'text/html', body: '<!doctype html><h1>No</h1>' };
const html400: Refusal = { ...html, status: 400 };
const [first = 0xf0, ...rest] = Buffer.from('🙂');
const endless = 'data: {"choices":[{"delta":{"content":"more and more"}}]}\n\n'.repeat(1000);

interface Fault {
  readonly fault: string;
  readonly manner: Partial<Manner>;
  readonly failed?: readonly string[];
  readonly warned?: readonly string[];
  readonly words?: readonly string[];
}

const faults: readonly Fault[] = [
  { fault: 'nothing', manner: {} },
  { fault: 'pieces kept until the end', manner: { buffered: true }, failed: ['flush'] },
  { fault: 'no role', manner: { role: false }, failed: ['role'] },
  { fault: 'no finish reason', manner: { finishes: 0 }, failed: ['finish'] },
  { fault: 'two finish reasons', manner: { finishes: 2 }, failed: ['finish'] },
  {
    fault: 'another content type',
    manner: { headers: { ...headers(), 'content-type': 'text/plain' } },
    failed: ['content-type'],
  },
  {
    fault: 'headers that let proxies keep and hold it',
    manner: { headers: { 'content-type': 'text/event-stream' } },
    warned: ['cache-control', 'buffering'],
  },
  {
    fault: 'a connection that closes',
    manner: { headers: { ...headers(), connection: 'close' } },
    warned: ['connection'],
  },
  { fault: 'no [DONE]', manner: { ending: '' }, failed: ['completion'] },
  {
    fault: 'an event after [DONE]',
    manner: { ending: 'data: [DONE]\n\ndata: {}\n\n' },
    failed: ['end'],
  },
  { fault: 'a body that stays open', manner: { open: true }, failed: ['end'] },
  {
    fault: 'HTML for an unknown path',
    manner: { refusals: { 'unknown-path': html } },
    failed: ['unknown-path'],
  },
  { fault: 'HTML for bad JSON', manner: { refusals: { 'bad-json': html400 } }, failed: ['bad-json'] },
  {
    fault: 'an error without an object',
    manner: { refusals: { 'bad-request': { status: 400, type: 'application/json', body: '"no"' } } },
    failed: ['bad-request'],
  },
  {
    fault: 'an error with status 200',
    manner: {
      refusals: { 'bad-request': { status: 200, type: 'application/json', body: '{"error":"no"}' } },
    },
    failed: ['bad-request'],
  },
  { fault: 'several tokens a chunk', manner: { tokensPerChunk: 3 }, failed: ['tokens'] },
  {
    fault: 'usage that does not add up',
    manner: { usage: { prompt_tokens: 5, completion_tokens: 15, total_tokens: 21 } },
    failed: ['usage', 'whole'],
  },
  { fault: 'usage that nobody asked for', manner: { tellsUsage: () => true }, failed: ['usage'] },
  { fault: 'no usage', manner: { tellsUsage: () => false }, failed: ['usage'] },
  {
    fault: 'an emoji cut into bytes',
    manner: { emoji: [Buffer.from([34, first, 34]), Buffer.from([34, ...rest, 34])] },
    failed: ['emoji'],
  },
  {
    fault: 'an emoji cut into halves',
    manner: { emoji: [String.raw`"\ud83d"`, String.raw`"\ude42"`] },
    failed: ['emoji'],
  },
  { fault: 'death when a client hangs up', manner: { diesOnHangUp: true }, failed: ['hang-up'] },
  { fault: 'one stream after the other', manner: { queued: true }, failed: ['concurrency'] },
  {
    fault: 'a slow first token',
    manner: { firstPause: 80 },
    words: ['--first-token-limit', '40'],
    failed: ['first-token'],
  },
  { fault: 'a slow stream', manner: {}, words: ['--rate-limit', '1000'], failed: ['throughput'] },
  { fault: 'few chunks', manner: {}, words: ['--chunk-limit', '20'], failed: ['chunks'] },
  { fault: 'few characters', manner: {}, words: ['--character-limit', '500'], failed: ['characters'] },
  { fault: 'ids that change', manner: { chunk: (index) => ({ id: `c-${index}` }) }, failed: ['identity'] },
  { fault: 'another object', manner: { chunk: () => ({ object: 'chunk' }) }, failed: ['identity'] },
  { fault: 'another model when not streamed', manner: { wholeModel: 'm-2' }, failed: ['whole'] },
  { fault: 'lines without a field', manner: { opening: '{"choices":[]}\n\n' }, failed: ['format'] },
  { fault: 'an event that is no chunk', manner: { opening: 'data: Hello\n\n' }, failed: ['format'] },
  {
    fault: 'an error in the stream',
    manner: { opening: 'data: {"error":{"message":"overloaded"}}\n\n' },
    failed: ['format'],
  },
  {
    fault: 'a stream that breaks off',
    manner: { brokenAfter: 8, wholeModel: 'm-1' },
    failed: ['completion', 'finish', 'usage'],
  },
  {
    fault: 'streams that nobody ends',
    manner: { metrics: (begun) => `understudy_streams_running ${begun}\n` },
    failed: ['running'],
  },
];

function headers(): Record<string, string> {
  return { 'cache-control': 'no-cache', 'x-accel-buffering': 'no', 'content-type': 'text/event-stream' };
}

describe('understudy check, against a server with a fault', () => {
  it.each(faults)(
    'finds $fault, and nothing else',
    async ({ manner, failed = [], warned = [], words = [] }) => {
      await using server = await startFaulty(manner);
      const found = await list([server.url, '--timeout', '5', ...words]);
      expect(
        { failed: found.failed, warned: found.warned },
        JSON.stringify(found.rows, undefined, 1),
      ).toEqual({
        failed,
        warned,
      });
      expect(found.status).toBe(failed.length === 0 ? 0 : 1);
    },
  );
});
