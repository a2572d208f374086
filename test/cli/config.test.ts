import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFlags } from '../../src/cli/flags.ts';
import { hideSecrets } from '../../src/cli/secrets.ts';
import { readRules } from '../../src/cli/setting-rules.ts';
import { runCli } from './run-cli.ts';
import { startProcess } from './start-process.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-config-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

const config = (words: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  runCli(['config', ...words], { folder, env });

async function rows(words: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const { status, output, messages } = await config([...words, '--json'], env);
  expect({ status, messages }).toEqual({ status: 0, messages: '' });
  return JSON.parse(output);
}

describe('understudy config', () => {
  it('tells each setting with where it comes from', async () => {
    put(
      'understudy.config.yaml',
      'port: 1\nseed: 1\nlimits: { maxStreams: 5 }\nmodels: { m: { ttft: 9, engine: words } }\n',
    );
    put('.env', 'PORT=2\nUNDERSTUDY_TTFT=2\n');
    const all = await rows(['--host', '::1'], { UNDERSTUDY_TTFT: '3', LOG_LEVEL: 'debug' });
    expect(all).toMatchObject({
      host: { value: '::1', source: { kind: 'flag', name: '--host' } },
      ttft: { value: 3, source: { kind: 'variable', name: 'UNDERSTUDY_TTFT' } },
      port: { value: 2, source: { kind: 'variable', name: 'PORT', file: '.env' } },
      seed: { value: 1, source: { kind: 'file', file: 'understudy.config.yaml', key: 'seed' } },
      jitter: { value: 0, source: { kind: 'default' } },
      'limits.maxStreams': {
        value: 5,
        source: { kind: 'file', file: 'understudy.config.yaml', key: 'limits.maxStreams' },
      },
      'limits.bodyLimit': { value: 16_777_216, source: { kind: 'default' } },
      'models.m.ttft': {
        value: 9,
        source: { kind: 'file', file: 'understudy.config.yaml', key: 'models.m.ttft' },
      },
    });
  });

  it('has every setting that a flag, the limits or the storage can have', async () => {
    const names = Object.keys(await rows());
    const flags = createFlags(readRules()).map(({ key }) => key);
    expect(names.slice(0, flags.length)).toEqual(flags);
    expect(names.filter((name) => name.startsWith('limits.')).length).toBeGreaterThanOrEqual(8);
    expect(names.filter((name) => name.startsWith('storage.')).length).toBeGreaterThanOrEqual(5);
  });

  it('says what follows from the preset and from other settings', async () => {
    expect(await rows(['--preset', 'classic'])).toMatchObject({
      port: { value: [8000, 8080], source: { kind: 'preset', name: 'classic' } },
    });
    expect(await rows(['--preset', 'wordstream'])).toMatchObject({
      port: { value: 8000 },
      engine: { value: 'words', source: { kind: 'preset', name: 'wordstream' } },
    });
    expect(await rows(['--message', 'Hi'])).toMatchObject({
      port: { value: 8080, source: { kind: 'default' } },
      engine: { value: 'words', source: { kind: 'setting', name: '--message' } },
    });
    expect(await rows(['--min-chunks', '2', '--engine', 'gpt2'])).toMatchObject({
      engine: { value: 'gpt2', source: { kind: 'flag', name: '--engine' } },
    });
    expect(await rows([], { XDG_CACHE_HOME: '/tmp/x' })).toMatchObject({
      cache: { value: '/tmp/x/understudy' },
      data: { value: null, usual: '.understudy' },
    });
  });

  it('shows what is not the default alone, when asked', async () => {
    const env = { UNDERSTUDY_SEED: '0' };
    expect(Object.keys(await rows(['--changed', '--message', 'Hi'], env))).toEqual([
      'engine',
      'seed',
      'message',
    ]);
    expect(await config(['--changed'])).toEqual({
      status: 0,
      output: '',
      messages: 'Every setting has its default.\n',
    });
  });

  it('makes a table within 80 columns, whatever the values', async () => {
    put(
      'a-folder-with-quite-a-long-name.yaml',
      `message: "${'long '.repeat(200)}"\nlimits: {maxStreams: 7}\n`,
    );
    const words = ['--config', 'a-folder-with-quite-a-long-name.yaml', '--port-file', '/x'.repeat(60)];
    const { output } = await config([...words, '--allowed-host', 'one', '--allowed-host', '\u{1b}[31mred']);
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(output).not.toContain('\u{1b}');
    expect(output).toMatch(/long long\n? .*\.\.\./s);
  });

  it('cuts no name of a setting or a variable, and longer ones between words', async () => {
    put('understudy.config.yaml', 'models: { my-quite-long-model-name: { tokensPerSecond: 8 } }\n');
    const flags = createFlags(readRules());
    const all = await config();
    for (const { key } of flags) expect(all.output).toContain(`\n  ${key} `);
    const [longest = ''] = flags
      .flatMap(({ variables }) => variables)
      .toSorted((a, b) => b.length - a.length);
    expect(longest).toBe('UNDERSTUDY_TOKENS_PER_SECOND');
    const { output } = await config(['--changed'], { [longest]: '7' });
    expect(output).toContain(` ${longest}\n`);
    expect(output).toMatch(/\n {2}models\.my-quite-long- .*\n {2}model-name\.\n {2}tokensPerSecond\n/);
  });

  it('looks the same as ever', async () => {
    put('.env', 'UNDERSTUDY_TTFT=450\n');
    put('understudy.config.yaml', 'limits:\n  maxStreams: 50\nmodels:\n  gpt-4o: { tokensPerSecond: 80 }\n');
    const env = { UNDERSTUDY_API_KEYS: 'one,two', UNDERSTUDY_CACHE: '/var/cache/understudy' };
    const { output } = await config(['--preset', 'classic', '--strict'], env);
    await expect(output).toMatchFileSnapshot('./golden/config.txt');
  });
});

describe('secrets', () => {
  const secrets = ['K-one', 'K-two', 'T-hub', 'P-redis', 'Q-redis', 'H-pass'];

  it.each([[[]], [['--json']], [['--changed']], [['--changed', '--json']]])(
    'are never told: %j',
    async (words) => {
      put('understudy.config.yaml', 'hubEndpoint: "https://u:H-pass@hub.example"\n');
      const env = { UNDERSTUDY_API_KEYS: 'K-one,K-two', HF_TOKEN: 'T-hub' };
      const redis = 'redis://user:P-redis@h@host:6379/1?password=Q-redis&db=2';
      const { status, output, messages } = await config([...words, '--redis', redis], env);
      expect({ status, messages }).toEqual({ status: 0, messages: '' });
      for (const secret of secrets) expect(output).not.toContain(secret);
      expect(output).toContain('****');
    },
  );

  it.each(['apiKey', 'hubToken', 'adminKey', 'redisPassword'])('may be called %s', (setting) => {
    expect(hideSecrets(setting, 'x')).toBe('****');
    expect(hideSecrets(setting, ['x', 'y'])).toEqual(['****', '****']);
    expect(hideSecrets(setting, undefined)).toBe(undefined);
  });

  it('are not what only sounds like one', () => {
    expect(hideSecrets('maxNewTokens', 20)).toBe(20);
    expect(hideSecrets('tokensPerSecond', 50)).toBe(50);
    expect(hideSecrets('apiKey', [])).toEqual([]);
  });

  it('are counted', async () => {
    expect(await rows(['--api-key', 'a', '--api-key', 'b'])).toMatchObject({
      apiKey: { value: ['****', '****'] },
    });
    expect((await config(['--api-key', 'a', '--api-key', 'b'])).output).toMatch(
      /apiKey +\*{4}, \*{4} \(2\) /,
    );
  });

  it.each([
    ['redis://host:6379/1', 'redis://host:6379/1'],
    ['redis://:pass@host', 'redis://:****@host'],
    ['redis://user:p@ss/word?@host', 'redis://user:****@host'],
    ['redis://pass@host', 'redis://****@host'],
    ['rediss://host?password=a&tls=1&auth_key=b', 'rediss://host?password=****&tls=1&auth_key=****'],
    ['user:pass@host', 'user:****@host'],
  ])('are covered in %s', (address, shown) => {
    expect(hideSecrets('redis', address)).toBe(shown);
    expect(hideSecrets('message', address)).toBe(address);
  });

  it('are not told by the complaint about them either', async () => {
    const { status, messages } = await config(['--redis', 'http://u:P-redis@host']);
    expect(status).toBe(2);
    expect(messages).toMatch(/^error: --redis cannot be 'http:\/\/u:\*{4}@host': must be an address like /);
    put('understudy.config.yaml', 'apiKey: 12345\n');
    expect((await config()).messages).toBe(
      "error: 'apiKey' in understudy.config.yaml must be a list of texts, not '****'.\n",
    );
  });
});

describe('a wrong value', () => {
  it.each([
    [['--port', 'x'], {}, "error: --port must be a whole number from 0 to 65535, not 'x'.\n"],
    [
      ['--engine', 'gtp2'],
      {},
      "error: --engine must be one of composer, words, samples, gpt2, not 'gtp2'. Did you mean 'gpt2'?\n",
    ],
    [[], { UNDERSTUDY_TTFT: 'x' }, "error: UNDERSTUDY_TTFT must be a number from 0 to 600000, not 'x'.\n"],
    [['--config', 'no.yaml'], {}, 'error: The file no.yaml given with --config does not exist.\n'],
    [['--prot', '1'], {}, "error: unknown option '--prot' (Did you mean --port?)\n"],
    [
      ['--preset', 'classic'],
      { PORT: '9' },
      'error: PORT: The classic preset listens on ports 8000 and 8080: give no port, or 0 for free ones.\n',
    ],
    [['--max-chunks', '3'], { MIN_CHUNKS: '5' }, 'error: MIN_CHUNKS: must not exceed the most chunks.\n'],
    [
      ['--samples-file', 'no.txt'],
      {},
      "error: --samples-file: ENOENT: no such file or directory, open 'no.txt'\n",
    ],
  ])('ends with 2 and tells where it is: %j %j', async (words, env: Record<string, string>, messages) => {
    expect(await config(words, env)).toEqual({ status: 2, output: '', messages });
  });

  it('is told in the same words as by a server', async () => {
    const env = { LOG_LEVEL: 'loud' };
    await using shown = startProcess(['config'], env);
    await using served = startProcess([], env);
    expect(await shown.ended).toBe(2);
    expect(await served.ended).toBe(2);
    expect(shown.told).toEqual(served.told);
  });
});
