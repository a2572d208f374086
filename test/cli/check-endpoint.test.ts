import type { ServerResponse } from 'node:http';
import { PassThrough, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { WriteStream } from 'node:tty';
import { describe, expect, it } from 'vitest';
import { type CheckReport, formatCheckReport } from '../../src/cli/check-report.ts';
import { type SettingsInput, startServer } from '../../src/index.ts';
import { type Manner, type Refusal, startFaulty } from '../support/faulty-server.ts';
import { check, list, patient } from '../support/run-check.ts';
import { startProcess } from './start-process.ts';

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
    failed: ['usage'],
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
    manner: { firstPause: () => 80 },
    words: ['--first-token-limit', '40'],
    failed: ['first-token'],
  },
  {
    fault: 'a first call that takes longer than the next',
    manner: { firstPause: (begun) => (begun === 1 ? 1500 : 12) },
    words: ['--first-token-limit', '1000'],
    warned: ['first-token'],
  },
  { fault: 'a slow stream', manner: {}, words: ['--rate-limit', '1000'], failed: ['throughput'] },
  { fault: 'few chunks', manner: {}, words: ['--chunk-limit', '20'], failed: ['chunks'] },
  { fault: 'few characters', manner: {}, words: ['--character-limit', '500'], failed: ['characters'] },
  { fault: 'ids that change', manner: { chunk: (index) => ({ id: `c-${index}` }) }, failed: ['identity'] },
  { fault: 'another object', manner: { chunk: () => ({ object: 'chunk' }) }, failed: ['identity'] },
  { fault: 'another model when not streamed', manner: { whole: { model: 'm-2' } }, failed: ['whole'] },
  { fault: 'no usage when not streamed', manner: { whole: { usage: null } }, failed: ['whole'] },
  { fault: 'no message when not streamed', manner: { whole: { choices: [] } }, failed: ['whole'] },
  { fault: 'lines without a field', manner: { opening: '{"choices":[]}\n\n' }, failed: ['format'] },
  { fault: 'an event that is no chunk', manner: { opening: 'data: Hello\n\n' }, failed: ['format'] },
  {
    fault: 'an error in the stream',
    manner: { opening: 'data: {"error":{"message":"overloaded"}}\n\n' },
    failed: ['format'],
  },
  {
    fault: 'a stream that breaks off',
    manner: { brokenAfter: 8 },
    failed: ['completion'],
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

const silent: Partial<Manner> = { take: () => true };
const answering = (write: (response: ServerResponse) => void): Partial<Manner> => ({
  take(request, response) {
    if (request.method !== 'POST') return false;
    request.resume();
    write(response);
    return true;
  },
});

/** Writes the text again and again, as fast as it is read, or with a pause between. */
function repeat(response: ServerResponse, text: string, pause = 0): void {
  response.writeHead(200, headers());
  flow(text, pause).pipe(response);
}

// A head that never ends: what would follow it is never looked at.
function flood({ socket }: ServerResponse): void {
  socket?.write('HTTP/1.1 200 OK\r\n');
  if (socket !== null) flow(`x-more: ${'a'.repeat(1000)}\r\n`, 1).pipe(socket);
}

function flow(text: string, pause: number): Readable {
  return Readable.from(
    (async function* () {
      for (;;) {
        yield text;
        await sleep(pause);
      }
    })(),
  );
}

const endlessLine = 'a'.repeat(65_536);

describe.concurrent('understudy check, against a hostile server', () => {
  it.each<readonly [string, Partial<Manner>, readonly string[]]>([
    ['that never answers', silent, ['reachable']],
    ['that falls silent', { silentAfter: 5 }, ['completion']],
    ['that streams for ever', answering((response) => repeat(response, endless)), ['completion']],
    ['that never ends a line', answering((response) => repeat(response, endlessLine)), ['completion']],
    ['that never ends a head', answering((response) => flood(response)), ['reachable']],
    ['that sends nothing but comments', answering((response) => repeat(response, ': a\n\n', 5)), []],
    [
      'that speaks no HTTP',
      answering((response) => void response.socket?.end('220 smtp\r\n')),
      ['reachable'],
    ],
  ])('comes to an end with one %s', async (_, manner, failed) => {
    await using server = await startFaulty(manner);
    const found = await list([server.url, '--timeout', '0.5']);
    expect(found.failed).toEqual(expect.arrayContaining([...failed]));
    expect(found.status).toBe(1);
  });

  it.each([
    ['that never answers', silent],
    ['that wants a key', answering((response) => void response.writeHead(401).end('{}'))],
    ['without that path', answering((response) => void response.writeHead(404).end('<h1>No</h1>'))],
  ])('asks a server %s once', async (_, manner) => {
    await using server = await startFaulty(manner);
    const { report } = await list([server.url, '--timeout', '0.3']);
    expect(report.requests).toBe(1);
    expect(report.counts).toMatchObject({ passed: 0, failed: 1 });
  });

  it.each<readonly [number, string, RegExp]>([
    [401, '{"error":{"message":"no"}}', /401: it wants a key \(--api-key\)/],
    [503, '{"error":{"message":"Overloaded\\u001b[31m\\u202e"}}', /503: Overloaded \[31m$/],
    [500, '<h1>Down</h1>', /500: <h1>Down<\/h1>/],
  ])('says what status %i with %j means', async (status, body, came) => {
    const manner = answering((response) => void response.writeHead(status).end(body));
    await using server = await startFaulty(manner);
    const { rows, status: code } = await list([server.url, '--only', 'reachable', '--only', 'chunks']);
    expect(code).toBe(1);
    expect(rows).toMatchObject([
      { name: 'reachable', outcome: 'fail', came: expect.stringMatching(came) },
      { name: 'chunks', outcome: 'not applicable', came: 'no stream came' },
    ]);
  });
});

describe.concurrent('understudy check, against a server with a fault', () => {
  it.each(faults)(
    'finds $fault, and nothing else',
    async ({ manner, failed = [], warned = [], words = [] }) => {
      await using server = await startFaulty(manner);
      // What a busy machine can do is not what is tested.
      const found = await list([server.url, '--timeout', '5', ...patient, ...words]);
      expect({ failed: found.failed, warned: found.warned }).toEqual({ failed, warned });
      expect(found.status).toBe(failed.length === 0 ? 0 : 1);
    },
  );
});

const paced = { ttft: 30, tokensPerSecond: 300 } as const;

describe('understudy check, against our own server', () => {
  it.each<readonly [string, SettingsInput]>([
    ['openai', paced],
    ['prompt', paced],
    ['completion', { ...paced, tokensPerSecond: 100, engine: 'composer' }],
    ['langbase', paced],
    ['wordstream', { preset: 'wordstream', wordsPerSecond: 40 }],
    ['wordstream', { preset: 'wordstream', wordsPerSecond: 40, message: 'Hello World!', repeatCount: 3 }],
    ['openai', { ...paced, strict: true, apiKey: ['key'] }],
    ['openai', {}],
    ['prompt', {}],
    ['langbase', { engine: 'samples', chunkDelay: 0.05 }],
  ])('finds nothing wrong in the dialect %s with %j', async (dialect, settings) => {
    await using server = await startServer(settings);
    // The first answer loads what the engine knows.
    const known = ['--dialect', dialect, '--api-key', 'key', '--model', 'gpt-4o-mini'];
    await list([server.url, ...known, '--only', 'reachable']);
    const found = await list([server.url, ...known, ...patient]);
    expect(found.rows.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
    expect(found.status).toBe(0);
    expect(found.passed).toContain('running');
    expect(found.passed.length).toBeGreaterThan(12);
  });

  it.each([
    ['', 'openai'],
    ['/v1', 'openai'],
    ['/v1/', 'openai'],
    ['/v1/chat/completions', 'openai'],
    ['/v1/chat/completions?x=1', 'openai'],
    ['/v1/pipes/run', 'langbase'],
    ['/completion', 'completion'],
    ['/completion/Hello', 'completion'],
  ])('takes a URL that ends in "%s" as %s', async (path, dialect) => {
    await using server = await startServer(paced);
    const words = [
      '--only',
      'reachable',
      '--only',
      'unknown-path',
      '--prompt',
      'Hi?',
      '--model',
      'gpt-4o-mini',
    ];
    const { report, passed } = await list([`${server.url.slice('http://'.length)}${path}`, ...words]);
    expect(report.dialect).toBe(dialect);
    expect(passed).toEqual(['reachable', 'unknown-path']);
    expect(report.requests).toBe(2);
  });

  it('is told of servers that do not exist, with how to start one, and ends with 2', async () => {
    const server = await startServer();
    await server.close();
    const { status, output, messages } = await check([server.url]);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    const flag = `--port ${new URL(server.url).port}`;
    expect(messages).toBe(
      `error: ${server.url} cannot be reached (ECONNREFUSED). Start a server first (understudy ${flag}, or npm start -- ${flag}), or give another URL.\n`,
    );
  });

  it('leaves out what is skipped, and asks for no more than the rest needs', async () => {
    await using server = await startServer(paced);
    const { rows, report } = await list([
      server.url,
      '--only',
      'bad-json',
      '--only',
      'whole',
      '--skip',
      'whole',
    ]);
    expect(rows.map(({ name }) => name)).toEqual(['bad-json']);
    expect(report.requests).toBe(1);
    expect(server.requests.length).toBe(1);
  });
});

describe('the words of understudy check', () => {
  it.each([
    [['ftp://127.0.0.1'], "'ftp://127.0.0.1' is no http or https URL, such as http://127.0.0.1:8080."],
    [['http://me:key@127.0.0.1'], 'The URL must not hold a name or password: --api-key takes a key.'],
    [['http://127.0.0.1', '--only', 'flash'], "--only: there is no check 'flash'. Did you mean 'flush'?"],
    [['http://127.0.0.1', '--skip', 'x'], "--skip: there is no check 'x'."],
    [['http://127.0.0.1', '--only', 'end', '--skip', 'end'], '--only and --skip leave no check.'],
    [['http://127.0.0.1', '--timeout', '0'], '--timeout must be at least 0.1.'],
    [['http://127.0.0.1', '--rate-limit', 'fast'], '--rate-limit must be a number from 0 to 1000000.'],
    [
      ['http://127.0.0.1', '--dialect', 'klingon'],
      "--dialect must be one of openai, prompt, completion, wordstream, langbase, not 'klingon'.",
    ],
  ])('refuse %j with 2', async (words, message) => {
    const { status, output, messages } = await check(words);
    expect({ status, output, messages }).toEqual({ status: 2, output: '', messages: `error: ${message}\n` });
  });
});

/** A report whose times, rates and port are always the same. */
function mask(json: string): CheckReport {
  const report: CheckReport = JSON.parse(json.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:8080'));
  const checks = report.checks.map((each) => {
    const came = each.came.replaceAll(/\d+(?:\.\d+)?(?= (?:ms|to \d|tokens\/s|arrivals))/g, '100');
    return { ...each, came };
  });
  return { ...report, seconds: 1, checks };
}

const several: Partial<Manner> = {
  role: false,
  ending: '',
  headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' },
  refusals: { 'bad-json': html400 },
};

describe('what understudy check tells', () => {
  it('is a table within 80 columns and JSON that says the same', async () => {
    await using server = await startFaulty(several);
    const { output, messages } = await check([server.url, ...patient, '--json']);
    expect(messages).toBe(
      'error: failed: completion, role, bad-json (docs/check.md tells how to mend it).\n',
    );
    const report = mask(output);
    await expect(`${JSON.stringify(report, undefined, 2)}\n`).toMatchFileSnapshot('./golden/check.json');
    const table = formatCheckReport(report, (_, text) => text);
    await expect(table).toMatchFileSnapshot('./golden/check-table.txt');
    expect(widest(table)).toBeLessThanOrEqual(80);
  });

  it('has no colours, no movement and at most 80 columns in a pipe', async () => {
    await using server = await startFaulty(several);
    const { output, messages } = await check([server.url, ...patient]);
    // oxlint-disable-next-line no-control-regex -- Escapes are what is looked for.
    expect(output + messages).not.toMatch(/[\u001B\r]/);
    expect(widest(output)).toBeLessThanOrEqual(80);
    expect(output).toMatch(/\n✓ pass {2}reachable .*\n[^]*\n! warn {2}buffering .*\n[^]*\n✗ FAIL {2}role /);
    expect(output).toMatch(
      /\n\d+ passed, 3 failed, 1 warning, \d+ not applicable; \d+ requests in \d+\.\d s\n$/,
    );
  });

  it.each([
    ['has colours on a terminal', { TERM: 'xterm' }, true],
    ['has none where NO_COLOR is set', { TERM: 'xterm', NO_COLOR: '1' }, false],
    ['has none on a dumb terminal', { TERM: 'dumb' }, false],
  ])('%s', async (_, env, hasColours) => {
    await using server = await startFaulty({ role: false });
    const output = Object.assign(new PassThrough(), {
      isTTY: true,
      columns: 80,
      getColorDepth: () => WriteStream.prototype.getColorDepth(env),
    });
    const { output: told } = await check([server.url, '--only', 'role'], output);
    expect(told).toContain('✗ FAIL');
    expect(told.includes('\u001B[31m✗ FAIL')).toBe(hasColours);
    expect(told.includes('\u001B')).toBe(hasColours);
  });

  it('wraps long and wide texts, and counts an emoji as two columns', () => {
    const finding = {
      name: 'content',
      group: 'wire',
      title: '',
      expected: 'text',
      came: `${'語'.repeat(40)} 🙂🙂 ${'x'.repeat(70)}`,
      outcome: 'warn',
    } as const;
    const counts = { passed: 0, failed: 0, warnings: 1, notApplicable: 0 };
    const head = { url: `http://127.0.0.1/${'y'.repeat(100)}`, dialect: 'openai', model: null };
    const table = formatCheckReport(
      { ...head, requests: 1, seconds: 0, counts, checks: [finding] },
      (_, text) => text,
    );
    const lines = table.split('\n').map((line) => line.replaceAll(/[語🙂]/gu, '##'));
    expect(Math.max(...lines.map((line) => line.length))).toBe(80);
    expect(table.replaceAll(/[^語]/g, '').length).toBe(40);
  });

  it('ends a process with 0 where all is well and 1 where something failed', async () => {
    await using server = await startServer(paced);
    const limits = ['--only', 'reachable', '--only', 'characters', '--first-token-limit', '20000'];
    await using well = startProcess(['check', server.url, ...limits]);
    expect(await well.ended).toBe(0);
    await using badly = startProcess(['check', server.url, ...limits, '--character-limit', '100000']);
    expect(await badly.ended).toBe(1);
    expect(badly.told.output).toContain('✗ FAIL  characters     more than 100000 ');
  });
});

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => Array.from(line).length));
}
