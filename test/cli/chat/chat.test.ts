import { createServer } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { chat } from '../../../src/cli/chat/chat.ts';
import { startServer } from '../../../src/index.ts';
import { type Handle, done, event, refuse, say, startTiny, stop, stream } from '../../support/misbehave.ts';
import { runCli } from '../run-cli.ts';
import { startProcess } from '../start-process.ts';

const text = 'Streaming sends tokens as they are made.';
const server = await startServer({ message: text });
afterAll(() => server.close());

function openPipes(env: Readonly<Record<string, string>> = {}) {
  const [output, messages, input] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const terminal = Object.assign(Object.create(null), { env, folder: '.', output, messages, input });
  const read = () => ({ output: String(output.read() ?? ''), messages: String(messages.read() ?? '') });
  return { terminal, input, read };
}

const runChat = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCli(['chat', ...words], { env });

const ask = (...words: readonly string[]) => runChat(['--base-url', server.baseURL, ...words]);

async function askTiny(handle: Handle, ...words: readonly string[]) {
  await using tiny = await startTiny(handle);
  const told = await runChat(['--base-url', tiny.url, 'Hi', ...words]);
  const hide = (shown: string) => shown.replaceAll(tiny.url, 'http://SERVER');
  return { ...told, output: hide(told.output), messages: hide(told.messages), bodies: tiny.bodies };
}

describe('understudy chat through a pipe', () => {
  it('writes the answer and nothing else', async () => {
    expect(await ask('Hi')).toEqual({ status: 0, output: `${text}\n`, messages: '' });
  });

  it('breaks no line of it', async () => {
    const long = `${'words and  blanks, '.repeat(40)}end`;
    const { output } = await askTiny(stream(say(long.slice(0, 75)), say(long.slice(75)), stop));
    expect(output).toBe(`${long}\n`);
  });

  it('tells its figures on stderr with --stats', async () => {
    const { output, messages } = await ask('Hi', '--stats');
    expect(output).toBe(`${text}\n`);
    expect(messages).toMatch(/^first token after \d+ ms, 8 tokens, [\d.]+ tokens\/s, \d\.\d\d s in all\n$/);
  });

  it('reads the prompt from stdin', async () => {
    const { terminal, input, read } = openPipes({ OPENAI_BASE_URL: server.baseURL });
    input.end('What is\nstreaming?\n');
    expect(await chat(undefined, {}, terminal)).toBe(0);
    expect(read().output).toBe(`${text}\n`);
    expect(server.requests.at(-1)?.body).toMatchObject({ messages: [{ content: 'What is\nstreaming?' }] });
  });

  it('refuses a prompt that is empty with 2', async () => {
    await using running = startProcess(['chat']);
    expect(await running.ended).toBe(2);
    expect(running.told).toEqual({
      output: '',
      messages: 'error: The prompt is empty: give one, as in understudy chat "Hello!".\n',
    });
  });

  it('stops at a signal with what came, and ends with 130', async () => {
    await using slow = await startTiny((response) => void response.write(say('so far')));
    await using running = startProcess(['chat', '--base-url', slow.url, 'Hi']);
    await new Promise((resolve) => running.child.stdout?.once('data', resolve));
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(130);
    expect(running.told).toEqual({ output: 'so far\n', messages: 'Stopped. What came is kept.\n' });
  });

  it('shows control characters as signs', async () => {
    const { output } = await askTiny(stream(say('a\u001B[2J\r\nb\r'), say('\nc'), say('\u009B\uD83D'), done));
    expect(output).toBe('a␛[2J\nb\nc\uFFFD\uFFFD\n');
  });

  it('asks as its flags say', async () => {
    const flags = '--model m --system S --max-tokens 5 --temperature 0.5 --seed -3 --api-key k'.split(' ');
    const { bodies } = await askTiny(stream(say('a'), done), ...flags);
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({
      model: 'm',
      messages: [
        { role: 'system', content: 'S' },
        { role: 'user', content: 'Hi' },
      ],
      max_tokens: 5,
      temperature: 0.5,
      seed: -3,
    });
  });
});

describe('the server of a chat', () => {
  it.each(['', '/', '/v1', '/v1/', '/v1/chat/completions'])(
    'may be named with %j at the end',
    async (path) => {
      expect(await runChat(['--base-url', `${server.url}${path}`, 'Hi'])).toMatchObject({
        output: `${text}\n`,
      });
    },
  );

  it('may be named without http://', async () => {
    const address = server.url.replace('http://', '');
    expect(await runChat(['--base-url', address, 'Hi'])).toMatchObject({ output: `${text}\n` });
  });

  it('and its key come from the environment, where no flag says otherwise', async () => {
    await using tiny = await startTiny(stream(say('tiny'), done));
    const env = { OPENAI_BASE_URL: `${tiny.url}/api/v9`, OPENAI_API_KEY: ' from-env ' };
    expect(await runChat(['Hi'], env)).toMatchObject({ output: 'tiny\n' });
    expect(tiny.requests[0]?.url).toBe('/api/v9/chat/completions');
    expect(tiny.requests[0]?.headers.authorization).toBe('Bearer from-env');
    expect(await runChat(['Hi', '--base-url', server.url], env)).toMatchObject({ output: `${text}\n` });
  });
});

describe('a chat in a thread', () => {
  it('goes on where an earlier run left it', async () => {
    await using memory = await startServer();
    const inThread = (thread: string, prompt: string) =>
      runChat(['--base-url', memory.url, '--thread', thread, prompt]);
    await inThread('one', 'My name is Ann.');
    expect((await inThread('one', 'What is my name?')).output).toContain('Ann');
    expect((await inThread('two', 'What is my name?')).output).not.toContain('Ann');
  });
});

describe('a chat for programs', () => {
  it('is a line of JSON for each event', async () => {
    const { output, messages } = await ask('Hi', '--json');
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    expect(messages).toBe('');
    const deltas = lines.slice(0, -1);
    expect(deltas.map(({ type }) => type)).toEqual(Array.from({ length: 7 }, () => 'delta'));
    expect(deltas.map((each) => each['text']).join('')).toBe(text);
    expect(lines.at(-1)).toEqual({
      type: 'finish',
      text,
      moment: expect.any(Number),
      finishReason: 'stop',
      model: 'gpt-4o-mini-2024-07-18',
      usage: { promptTokens: 8, completionTokens: 8 },
      timeToFirstToken: expect.any(Number),
      tokensPerSecond: expect.any(Number),
    });
  });

  it('has null for what a server does not tell, and nothing that a terminal obeys', async () => {
    const { output } = await askTiny(stream(say('\u001B\u009B\u007F')), '--json');
    expect(output).toMatch(/^[ -~\n]+$/);
    expect(JSON.parse(output.split('\n')[1] ?? '')).toMatchObject({
      text: '\u001B\u009B\u007F',
      finishReason: null,
      model: null,
      usage: null,
      tokensPerSecond: null,
    });
  });

  it('ends with a line that tells what went wrong', async () => {
    const { status, output, messages } = await askTiny(stream(say('a'), event({ error: 'no' })), '--json');
    const message = 'The server broke the answer off: no.';
    expect(JSON.parse(output.trimEnd().split('\n').at(-1) ?? '')).toEqual({ type: 'error', message });
    expect({ status, messages }).toEqual({ status: 1, messages: `error: ${message}\n` });
  });

  it('tells of an interrupt as the reason', async () => {
    await using slow = await startTiny((response) => void response.write(say('so far')));
    await using running = startProcess(['chat', '--json', '--base-url', slow.url, 'Hi']);
    await new Promise((resolve) => running.child.stdout?.once('data', resolve));
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(130);
    const last = running.told.output.trimEnd().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject({ type: 'finish', text: 'so far', finishReason: 'interrupted' });
  });
});

const openai = (message: string, more: object = {}) => ({ error: { message, type: 't', ...more } });

describe('what goes wrong in a chat', () => {
  it.each<readonly [string, Handle, readonly string[]]>([
    [
      'The server wants a key that it knows (401: Who are you?). Give one with --api-key or OPENAI_API_KEY.',
      refuse(401, openai('Who are you?')),
      [],
    ],
    [
      'The server wants a key that it knows (403: No). Give another with --api-key or OPENAI_API_KEY.',
      refuse(403, openai('No.')),
      ['--api-key', 'k'],
    ],
    [
      'http://SERVER/v1/chat/completions is not there (404: Not Found): see --base-url.',
      refuse(404, '<html><h1>Not Found</h1></html>'),
      [],
    ],
    [
      'http://SERVER/v1/pipes/run is not there (404): see --base-url and --thread.',
      refuse(404, ''),
      ['--thread', 't'],
    ],
    [
      '--model was refused (404: There is no x).',
      refuse(404, openai('There is no x', { code: 'model_not_found' })),
      [],
    ],
    [
      'The server takes no more for now (429: Slow down). Try again in 7 s.',
      refuse(429, openai('Slow down'), { 'retry-after': '7' }),
      [],
    ],
    [
      'The server takes no more for now (429). Try again later.',
      refuse(429, '<html><body>x</body></html>'),
      [],
    ],
    [
      '--temperature was refused (400: Too hot).',
      refuse(400, openai('Too hot', { param: 'temperature' })),
      [],
    ],
    ['The server refused the question (400: Too long).', refuse(400, openai('Too long')), []],
    ['The server failed (500: Oh).', refuse(500, { detail: 'Oh' }), []],
    [
      'The server answered with a page, not with JSON (502: Bad Gateway): is --base-url right?',
      refuse(502, '<html><title>Bad Gateway</title></html>'),
      [],
    ],
    [
      'The server has moved: --base-url https://x/v1 asks it there.',
      refuse(301, '', { location: 'https://x/v1/chat/completions' }),
      [],
    ],
    ['The server broke the answer off: Oh.', stream(event(openai('Oh'))), []],
    [
      "http://SERVER answered with what is no answer ('<html>'): is --base-url right?",
      refuse(200, '<html>'),
      [],
    ],
    [
      "http://SERVER answered with nothing. Does it speak OpenAI's API? --base-url names another server.",
      refuse(200, ''),
      [],
    ],
    [
      'http://SERVER hung up without an answer: is --base-url right?',
      (response) => void response.destroy(),
      [],
    ],
    ['The server failed (500: ␛[31m two lines).', refuse(500, openai('\u001B[31m\ntwo lines')), []],
  ])('is told in one line: %s', async (message, handle, words) => {
    const { status, output, messages } = await askTiny(handle, ...words);
    expect({ status, output, messages }).toEqual({ status: 1, output: '', messages: `error: ${message}\n` });
  });

  it('leaves what came before on a line of its own', async () => {
    const { output, messages } = await askTiny(
      (response) => void response.write(say('half'), () => response.destroy()),
    );
    expect({ output, messages }).toEqual({
      output: 'half\n',
      messages: 'error: The connection was cut before the end of the answer.\n',
    });
  });

  it('is that nothing listens: how to start a server is told', async () => {
    const gone = await startTiny(stream(stop));
    await gone[Symbol.asyncDispose]();
    const flag = `--port ${new URL(gone.url).port}`;
    expect(await runChat(['--base-url', gone.url, 'Hi'])).toEqual({
      status: 1,
      output: '',
      messages: `error: Nothing listens at ${gone.url}. Start a server first (understudy ${flag}, or npm start -- ${flag}), or name another with --base-url.\n`,
    });
  });

  it('is that the other end speaks http and not https', async () => {
    const url = server.url.replace('http:', 'https:');
    expect(await runChat(['--base-url', url, 'Hi'])).toEqual({
      status: 1,
      output: '',
      messages: `error: --base-url: ${url} does not speak https: would http do?\n`,
    });
  });

  it('is that the other end speaks no HTTP at all', async () => {
    const other = createServer((socket) => void socket.end('SSH-2.0-other\r\n'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    expect((await runChat(['--base-url', url, 'Hi'])).messages).toBe(
      `error: --base-url: ${url} does not speak http: would https do?\n`,
    );
    other.close();
  });

  it.each([
    [['--base-url', 'ftp://localhost'], "--base-url: 'ftp://localhost' is no http or https URL"],
    [['--base-url', 'http://a:b@host'], '--base-url must not hold a name or password'],
    [['--api-key', 'a b'], '--api-key must hold visible ASCII alone.'],
    [['--temperature', '3'], '--temperature must be at most 2.'],
    [['--max-tokens', '0'], '--max-tokens must be at least 1.'],
    [['--max-tokens', '1.5'], '--max-tokens must be a whole number.'],
    [['--seed', 'x'], '--seed must be a number'],
    [['--model', ''], '--model must not be empty.'],
    [['--thread', 't', '--seed', '1'], '--seed means nothing to the server of a --thread'],
    [['--thread', 't', '--model', 'm'], '--model means nothing to the server of a --thread'],
    [['--nope'], "unknown option '--nope'"],
    [['two'], 'too many arguments'],
  ])('is a misuse that ends with 2: %j', async (words, message) => {
    const { status, output, messages } = await runChat(['Hi', ...words]);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(messages).toContain(message);
    expect(messages).toMatch(/^error: [^\n]+\n$/);
  });
});
