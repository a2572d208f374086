import { describe, expect, it } from 'vitest';
import { createFlags } from '../../src/cli/flags.ts';
import { type ModelsOptions, type PullOptions, createProgram } from '../../src/cli/program.ts';
import type { ServeOptions } from '../../src/cli/settings-options.ts';
import { readRules } from '../../src/cli/setting-rules.ts';
import { settingsSchema } from '../../src/settings.ts';

const rules = readRules();

async function run(...words: readonly string[]) {
  const told = {
    output: '',
    messages: '',
    served: [] as ServeOptions[],
    listed: [] as ModelsOptions[],
    pulled: [] as PullOptions[],
    error: undefined as unknown,
  };
  const program = createProgram({
    version: '1.2.3',
    rules,
    terminal: { env: {}, folder: '.', output: process.stdout, messages: process.stderr },
    write: (text) => void (told.output += text),
    writeError: (text) => void (told.messages += text),
    serve: async (options) => void told.served.push(options),
    listModels: async (options) => void told.listed.push(options),
    pullModel: async (options) => void told.pulled.push(options),
  });
  await program.parseAsync(words, { from: 'user' }).catch((error: unknown) => (told.error = error));
  return told;
}

describe('the command line', () => {
  it('serves where no command is named', async () => {
    expect((await run()).served).toEqual([{ flags: {}, config: undefined, dotenv: true }]);
    expect((await run('serve')).served).toEqual([{ flags: {}, config: undefined, dotenv: true }]);
  });

  it('hands over flags as they were typed, with or without the command', async () => {
    const words = ['--port', '9000', '--tokens-per-second=5', '--instant', '--no-strict'];
    const flags = { port: '9000', tokensPerSecond: '5', instant: true, strict: false };
    expect((await run(...words)).served).toMatchObject([{ flags }]);
    expect((await run('serve', ...words)).served).toMatchObject([{ flags }]);
  });

  it('gathers what is given again', async () => {
    const { served } = await run('--api-key', 'a', '--api-key', 'b');
    expect(served).toMatchObject([{ flags: { apiKey: ['a', 'b'] } }]);
  });

  it('keeps its own options apart from the settings', async () => {
    const { served } = await run('--config', 'a.yaml', '--no-dotenv');
    expect(served).toEqual([{ flags: {}, config: 'a.yaml', dotenv: false }]);
  });

  it('has a flag for each setting but those of the configuration file', () => {
    const keys = createFlags(rules).map(({ key }) => key);
    const inFile = new Set(['limits', 'storage', 'models']);
    const all = Object.keys(settingsSchema.shape).filter((key) => !inFile.has(key));
    expect(keys.toSorted()).toEqual(all.toSorted());
  });

  it('has a description for each flag', () => {
    for (const { rule } of createFlags(rules)) expect(rule.description).toMatch(/\S/);
  });
});

describe('the version', () => {
  it.each(['--version', '-V'])('is told for %s', async (word) => {
    expect(await run(word)).toMatchObject({ output: '1.2.3\n', error: { exitCode: 0 } });
  });
});

describe('the command models', () => {
  it('lists, for people or for programs', async () => {
    expect((await run('models')).listed).toEqual([{ json: false }]);
    expect((await run('models', '--json')).listed).toEqual([{ json: true }]);
  });

  it('pulls', async () => {
    const { pulled, listed } = await run('models', 'pull', 'a/b', '--quantisation', 'f16', '--offline');
    expect(pulled).toEqual([{ id: 'a/b', quantisation: 'f16', offline: true }]);
    expect(listed).toEqual([]);
    expect((await run('models', 'pull', 'a/b')).pulled).toEqual([{ id: 'a/b', offline: false }]);
  });

  it('refuses what it does not know', async () => {
    expect((await run('models', 'pul')).error).toMatchObject({
      message: "There is no command 'pul'. Did you mean 'pull'? See understudy models --help.",
    });
    expect((await run('models', 'pull')).messages).toBe("error: missing required argument 'id'\n");
    expect((await run('models', 'pull', 'a/b', '--quantisation', 'q1')).messages).toMatch(
      /^error: option '--quantisation <name>' argument 'q1' is invalid/,
    );
  });
});

describe('a mistake', () => {
  it.each([
    [['queue', 'stauts'], "unknown command 'stauts' (Did you mean status?)"],
    [['queue', 'list', '--jsn'], "unknown option '--jsn' (Did you mean --json?)"],
    [['models', '--jsn'], "unknown option '--jsn' (Did you mean --json?)"],
    [['models', 'pull', 'a/b', '--ofline'], "unknown option '--ofline' (Did you mean --offline?)"],
    [['worker', '--sreves', 'text'], "unknown option '--sreves' (Did you mean --serves?)"],
    [['bench', 'http://x', '--concurency'], "unknown option '--concurency' (Did you mean --concurrency?)"],
    [['config', '--chnged'], "unknown option '--chnged' (Did you mean --changed?)"],
    [['serve', '--nocolor'], "unknown option '--nocolor' (Did you mean --no-color?)"],
  ])('asks for what was meant: %j', async (words, message) => {
    expect((await run(...words)).messages).toBe(`error: ${message}\n`);
  });

  it('asks for the flag that was meant', async () => {
    const { messages, served, error } = await run('--prot', '9000');
    expect(messages).toBe("error: unknown option '--prot' (Did you mean --port?)\n");
    expect(served).toEqual([]);
    expect(error).toMatchObject({ name: 'CommanderError' });
  });

  it('is a flag without its value', async () => {
    expect((await run('--port')).messages).toBe("error: option '--port <n>' argument missing\n");
  });

  it('is a command that does not exist', async () => {
    expect((await run('sreve')).error).toMatchObject({
      name: 'Failure',
      status: 2,
      message: "There is no command 'sreve'. Did you mean 'serve'? See understudy --help.",
    });
  });
});
