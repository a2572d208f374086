import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createFigures } from '../../src/client/load/figures.ts';
import { recordSpan } from '../../src/client/load/span-counts.ts';
import { readBenchOptions } from '../../src/cli/bench-options.ts';
import { formatPage } from '../../src/cli/bench-page.ts';
import { createReport, formatReport } from '../../src/cli/bench-report.ts';
import { run } from '../../src/cli/run.ts';
import { startServer } from '../../src/index.ts';

async function bench(words: readonly string[], folder = '.') {
  const [output, messages] = [new PassThrough(), new PassThrough()];
  const terminal = Object.assign(Object.create(null), { env: {}, folder, output, messages });
  const status = await run(['bench', ...words], terminal);
  return {
    status: status ?? 0,
    output: String(output.read() ?? ''),
    messages: String(messages.read() ?? ''),
  };
}

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

async function listen(handle: Handle) {
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const token = `data: ${JSON.stringify({ choices: [{ delta: { content: 'a' } }] })}\n\n`;
const done = 'data: [DONE]\n\n';

/** Tokens 0 to 4 due at once, 20 ms apart; the third is `delay` later than that. */
function lateServer(delay: number): Handle {
  return async (request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let index = 0; index < 5; index += 1) {
      await sleep(index === 2 ? 20 + delay : 20);
      response.write(token);
    }
    response.end(done);
  };
}

const quick = ['--requests', '2', '--duration', '30', '--workers', '1', '--concurrency', '1', '--json'];

describe('understudy bench', () => {
  it('shows a server that is late as late, by at least the delay', async () => {
    await using server = await listen(lateServer(150));
    const pace = ['--ttft', '20', '--tokens-per-second', '50'];
    const { status, output } = await bench([server.url, ...quick, ...pace]);
    const report = JSON.parse(output);
    expect(status).toBe(0);
    expect(report.streams).toBe(2);
    expect(report.lateness.count).toBe(10);
    // Timers may fire a millisecond early.
    expect(report.lateness.max).toBeGreaterThanOrEqual(145);
    expect(report.timeBetweenTokens.max).toBeGreaterThanOrEqual(165);
  });

  it.each(['openai', 'prompt', 'completion'])('asks our own server in the dialect %s', async (dialect) => {
    await using server = await startServer();
    const { status, output } = await bench([server.url, ...quick, '--dialect', dialect, '--max-tokens', '5']);
    const { streams, tokens, errors } = JSON.parse(output);
    expect({ status, streams, errors }).toEqual({ status: 0, streams: 2, errors: {} });
    expect(tokens).toBeGreaterThan(2);
  });

  it('shows the whole of a stall under open loop', async () => {
    let stalled: Promise<unknown> | undefined;
    await using server = await listen(async (request, response) => {
      request.resume();
      await (stalled ??= sleep(400));
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(token + done);
    });
    const even = ['--rate', '20', '--arrivals', 'even', '--duration', '0.4', '--workers', '1', '--json'];
    const report = JSON.parse((await bench([server.url, ...even])).output);
    expect(report.streams).toBe(8);
    expect(report.timeToFirstToken.max).toBeGreaterThanOrEqual(395);
    // Eight calls 50 ms apart wait 400, 350 ... 50 ms; one at a time would have seen one slow answer.
    expect(report.timeToFirstToken.mean).toBeGreaterThanOrEqual(215);
  });

  it.each<readonly [string, Handle]>([
    ['status 503', (_, response) => void response.writeHead(503).end()],
    ['cut off', (_, response) => void response.writeHead(200).write(token, () => response.destroy())],
    ['cut off', (_, response) => void response.writeHead(200).end(token)],
    ['timeout', (_, response) => void response.writeHead(200).write(token)],
    ['error in the stream', (_, response) => void response.end('data: {"error":{}}\n\n')],
  ])('counts %s and ends with 1', async (kind, handle) => {
    await using server = await listen(handle);
    const { status, output, messages } = await bench([
      server.url,
      ...quick,
      '--timeout',
      kind === 'timeout' ? '0.2' : '20',
    ]);
    const { errors, streams, started } = JSON.parse(output);
    expect(errors).toEqual({ [kind]: started });
    expect(streams).toBe(0);
    expect(status).toBe(1);
    expect(messages).toMatch(/^error: \d errors; \d streams were asked for\.\n$/);
  });

  it('counts refused connections', async () => {
    const server = await listen(() => undefined);
    await server[Symbol.asyncDispose]();
    const { output } = await bench([server.url, ...quick]);
    expect(JSON.parse(output).errors).toEqual({ refused: 2 });
  });

  it('writes a page, and says which file it cannot write', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-'));
    await using server = await listen(lateServer(0));
    await bench([server.url, ...quick, '--html', 'r.html'], folder);
    const page = await readFile(join(folder, 'r.html'), 'utf8');
    expect(page).toContain('<polyline');
    expect(page).not.toMatch(/<script|src=|href=/);
    const { status, messages } = await bench([server.url, ...quick, '--html', 'no/r.html'], folder);
    expect(status).toBe(1);
    expect(messages).toContain('--html: ');
    await rm(folder, { recursive: true });
  });

  it('tells how to start a server where nobody listens', async () => {
    const gone = await listen(lateServer(0));
    await gone[Symbol.asyncDispose]();
    const { status, messages } = await bench([gone.url, ...quick]);
    expect(status).toBe(1);
    const flag = `--port ${new URL(gone.url).port}`;
    expect(messages).toContain(
      `Nothing listens at ${gone.url}. Start a server first (understudy ${flag}, or npm start -- ${flag}), or give another URL.\n`,
    );
  });

  it('takes a host and a port, as check does', async () => {
    await using server = await listen(lateServer(0));
    const { status, output } = await bench([server.url.replace('http://', ''), ...quick]);
    expect(status).toBe(0);
    expect(JSON.parse(output).url).toBe(`${server.url}/`);
  });

  it.each([
    [['http://example.com'], '--remote'],
    [['example.com:8080'], '--remote'],
    [['http://me:key@127.0.0.1'], 'must not hold a name or password'],
    [['ftp://127.0.0.1'], 'no http or https URL'],
    [['http://127.0.0.1', '--rate', '10001'], '--rate must be at most 10000.'],
    [['http://127.0.0.1', '--duration', '601'], '--duration must be at most 600.'],
    [['http://127.0.0.1', '--rate', 'x'], '--rate must be a number from 0.1 to 10000.'],
    [['http://127.0.0.1', '--requests', '1.5'], '--requests must be a whole number.'],
    [['http://127.0.0.1', '--dialect', 'x'], "--dialect must be one of openai, prompt, completion, not 'x'."],
    [['http://127.0.0.1', '--dialect', 'opneai'], "Did you mean 'openai'?"],
    [['http://127.0.0.1', '--rate', '1', '--concurrency', '1'], 'give one of them'],
    [['http://127.0.0.1', '--ttft', '1'], 'give both or none'],
  ])('refuses %j with 2', async (words, message) => {
    const { status, messages } = await bench(words);
    expect(messages).toContain(message);
    expect(status).toBe(2);
  });

  it('tells a table within 80 columns', async () => {
    const table = formatReport(exampleReport(), (_, text) => text);
    await expect(table).toMatchFileSnapshot('./golden/bench-table.txt');
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('lets no text of a server into the page as markup', () => {
    const report = { ...exampleReport(), errors: { '<b>&"': 1 } };
    expect(formatPage(report)).not.toContain('<b>');
  });
});

function exampleReport() {
  const given = { rate: '50', ttft: '200', tokensPerSecond: '50' };
  const { plan } = readBenchOptions('http://127.0.0.1:8080', given);
  const figures = { ...createFigures(), started: 1000, streams: 988, tokens: 63_232, span: 20_000 };
  for (let index = 1; index <= 1000; index += 1) {
    recordSpan(figures.spans.firstToken, 200 + index / 10);
    recordSpan(figures.spans.betweenTokens, 20);
    recordSpan(figures.spans.lateness, index / 100);
    recordSpan(figures.spans.endToEnd, 1460 + index);
  }
  figures.latestStart = 12;
  Object.assign(figures.errors, { 'status 503': 10, 'cut off': 2 });
  return createReport(plan, figures, { workers: 2, endedEarly: true });
}
