import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ConfigurationSources, readConfiguration } from '../../src/cli/configuration.ts';
import { blame, listFiles } from '../../src/cli/origins.ts';
import { readRules } from '../../src/cli/setting-rules.ts';
import { SettingsError, settingsSchema } from '../../src/settings.ts';

const rules = readRules();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-cli-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function read(sources: Partial<ConfigurationSources> = {}) {
  return readConfiguration({ rules, flags: {}, env: {}, folder, dotenv: true, ...sources });
}

async function fail(sources: Partial<ConfigurationSources>): Promise<string> {
  const error: unknown = await read(sources).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'Failure', status: 2 });
  return (error as Error).message;
}

describe('precedence', () => {
  it('gives the defaults where nothing is set', async () => {
    const { settings, origins } = await read();
    expect(settings).toEqual(settingsSchema.parse({}));
    expect(origins.size).toBe(0);
  });

  it('puts flags over the environment over .env over the file', async () => {
    put('understudy.config.yaml', 'port: 1\nttft: 1\ntokensPerSecond: 1\nseed: 1\n');
    put('.env', 'PORT=2\nUNDERSTUDY_TTFT=2\nUNDERSTUDY_TOKENS_PER_SECOND=2\n');
    const env = { PORT: '3', UNDERSTUDY_TTFT: '3' };
    const { settings, origins } = await read({ env, flags: { port: '4' } });
    expect(settings).toMatchObject({ port: 4, ttft: 3, tokensPerSecond: 2, seed: 1 });
    expect(Object.fromEntries(origins)).toEqual({
      port: { kind: 'flag', name: '--port' },
      ttft: { kind: 'variable', name: 'UNDERSTUDY_TTFT' },
      tokensPerSecond: { kind: 'variable', name: 'UNDERSTUDY_TOKENS_PER_SECOND', file: '.env' },
      seed: { kind: 'file', file: 'understudy.config.yaml' },
    });
    expect(listFiles(origins)).toEqual(['.env', 'understudy.config.yaml']);
  });

  it('leaves .env unread when told so', async () => {
    put('.env', 'PORT=2\n');
    expect((await read({ dotenv: false })).settings.port).toBeUndefined();
  });

  it('takes an empty variable for one that is not set, also over .env', async () => {
    put('.env', 'PORT=2\n');
    expect((await read({ env: { PORT: '' } })).settings.port).toBeUndefined();
  });

  it('ignores variables that are not its own', async () => {
    put('.env', 'DATABASE_URL=postgres://localhost\nSOMETHING=else\n');
    expect((await read({ env: { UNDERSTUDY_NOTHING: 'x' } })).origins.size).toBe(0);
  });

  it('replaces lists rather than adding to them', async () => {
    const { settings } = await read({ env: { UNDERSTUDY_API_KEYS: 'a, b,' }, flags: { corsOrigin: ['c'] } });
    expect(settings).toMatchObject({ apiKey: ['a', 'b'], corsOrigin: ['c'] });
    const both = await read({ env: { UNDERSTUDY_API_KEYS: 'a' }, flags: { apiKey: ['d'] } });
    expect(both.settings.apiKey).toEqual(['d']);
  });

  it('reads switches from text', async () => {
    expect((await read({ env: { UNDERSTUDY_STRICT: 'yes' } })).settings.strict).toBe(true);
    const { settings } = await read({ env: { UNDERSTUDY_STRICT: '1' }, flags: { strict: false } });
    expect(settings.strict).toBe(false);
  });
});

describe('the configuration file', () => {
  it('may be JSON, with a schema for editors', async () => {
    put(
      'understudy.config.json',
      '{"$schema": "x", "limits": {"maxStreams": 5}, "models": {"m": {"ttft": 1}}}',
    );
    const { settings } = await read();
    expect(settings.limits.maxStreams).toBe(5);
    expect(settings.models).toEqual({ m: { ttft: 1 } });
  });

  it('takes one text for a list of one', async () => {
    put('understudy.config.yml', 'apiKey: secret\n');
    expect((await read()).settings.apiKey).toEqual(['secret']);
  });

  it('may be empty', async () => {
    put('understudy.config.yaml', '# nothing yet\n');
    expect((await read()).settings).toEqual(settingsSchema.parse({}));
  });

  it('may have any name when it is asked for, and then replaces the usual one', async () => {
    put('understudy.config.yaml', 'port: 1\n');
    put('other.yaml', 'seed: 7\ntextFile: words.txt\n');
    const { settings } = await read({ config: 'other.yaml' });
    expect(settings).toMatchObject({ seed: 7, textFile: join(folder, 'words.txt') });
    expect(settings.port).toBeUndefined();
  });

  it.each([
    ['understudy.config.json', '{"port": 1,}', /^understudy\.config\.json is not valid JSON: .+\.$/],
    ['understudy.config.yaml', 'port: [1', /^understudy\.config\.yaml is not valid YAML: [^\n]+\.$/],
    ['understudy.config.yaml', '- 1', /must hold settings by name/],
    [
      'understudy.config.yaml',
      'prot: 1',
      /^'prot' in understudy\.config\.yaml is not a setting\. Did you mean 'port'\?$/,
    ],
    ['understudy.config.yaml', 'tokens-per-second: 1', / Did you mean 'tokensPerSecond'\?$/],
    ['understudy.config.yaml', 'constructor: 1', /^'constructor' in .+ is not a setting\.$/],
    [
      'understudy.config.yaml',
      'limits: { maxStream: 1 }',
      /^'limits\.maxStream' in .+ Did you mean 'maxStreams'\?$/,
    ],
    [
      'understudy.config.yaml',
      'models: { m: { tftt: 1 } }',
      /^'models\.m\.tftt' in .+ Did you mean 'ttft'\?$/,
    ],
    [
      'understudy.config.yaml',
      'models: { m: { engine: parrot } }',
      /^'models\.m\.engine' in understudy\.config\.yaml must be one of composer, words, samples, gpt2, not 'parrot'\.$/,
    ],
    ['understudy.config.yaml', 'limits: 5', /^'limits' in .+ must be a group of settings, not 5\.$/],
    ['understudy.config.yaml', 'port:', /^'port' in .+ must be a whole number from 0 to 65535, not empty\.$/],
    ['understudy.config.yaml', 'port: true', /not true\.$/],
    ['understudy.config.yaml', 'port: [80]', /not \[80\]\.$/],
    ['understudy.config.yaml', 'apiKey: 5', /^'apiKey' in .+ must be a list of texts, not '\*{4}'\.$/],
    ['understudy.config.yaml', 'apiKey: [5]', /^'apiKey\.0' in .+ must be a text, not '\*{4}'\.$/],
  ])('is refused: %s with %s', async (name, text, message) => {
    put(name, text);
    expect(await fail({})).toMatch(message);
  });

  it('must exist when it is asked for', async () => {
    expect(await fail({ config: 'gone.yaml' })).toBe(
      'The file gone.yaml given with --config does not exist.',
    );
  });

  it('must be a file', async () => {
    expect(await fail({ config: '.' })).toBe('. is a folder, not a file.');
  });

  it('must be one', async () => {
    put('understudy.config.json', '{}');
    put('understudy.config.yaml', '');
    expect(await fail({})).toMatch(/^Both understudy\.config\.json and understudy\.config\.yaml are here/);
  });
});

describe('a bad value', () => {
  it.each([
    [{ port: '99999' }, "--port must be a whole number from 0 to 65535, not '99999'."],
    [{ port: '80.5' }, "--port must be a whole number from 0 to 65535, not '80.5'."],
    [{ port: '' }, '--port must not be empty.'],
    [{ port: ' ' }, "--port must be a whole number from 0 to 65535, not ' '."],
    [{ host: '' }, '--host must not be empty.'],
    [{ ttft: 'soon' }, "--ttft must be a number from 0 to 600000, not 'soon'."],
    [{ streamDuration: '0' }, /^--stream-duration must be a number above 0, at most \d+, not '0'\.$/],
    [{ seed: '-1' }, "--seed must be a whole number of at least 0, not '-1'."],
    [
      { preset: 'openia' },
      "--preset must be one of openai, wordstream, classic, not 'openia'. Did you mean 'openai'?",
    ],
    [{ message: ' ' }, "--message cannot be ' ': The message has no words."],
    [{ preset: 'x'.repeat(99) }, /not 'x{56}\.\.\.\.$/],
  ])('is named by its flag: %o', async (flags, message) => {
    expect(await fail({ flags })).toMatch(message);
  });

  it('is named by its variable', async () => {
    expect(await fail({ env: { UNDERSTUDY_STRICT: 'maybe' } })).toBe(
      "UNDERSTUDY_STRICT must be true or false, not 'maybe'.",
    );
  });

  it('is named by its variable in .env', async () => {
    put('.env', 'LOG_LEVEL=trace\n');
    expect(await fail({})).toBe(
      "LOG_LEVEL in .env must be one of silent, error, warn, info, debug, not 'trace'.",
    );
  });

  it('is named by where it came from when the server refuses it later', async () => {
    const { origins } = await read({ env: { PORT: '80' } });
    expect(blame(new SettingsError('port', 'Not here.'), origins).message).toBe('PORT: Not here.');
    expect(blame(new SettingsError('maxChunks', 'Too few.'), origins).message).toBe('--max-chunks: Too few.');
  });
});
