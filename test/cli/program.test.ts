import { describe, expect, it } from 'vitest';
import { createFlags } from '../../src/cli/flags.ts';
import { type ServeOptions, createProgram } from '../../src/cli/program.ts';
import { readRules } from '../../src/cli/setting-rules.ts';
import { settingsSchema } from '../../src/settings.ts';

const rules = readRules();

async function run(...words: readonly string[]) {
  const told = { output: '', messages: '', served: [] as ServeOptions[], error: undefined as unknown };
  const program = createProgram({
    version: '1.2.3',
    rules,
    write: (text) => void (told.output += text),
    writeError: (text) => void (told.messages += text),
    serve: async (options) => void told.served.push(options),
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

describe('help', () => {
  it.each([['--help'], ['-h']])('shows everything within 80 columns for %s', async (word) => {
    const { output, messages, served, error } = await run(word);
    await expect(output).toMatchFileSnapshot('./golden/help.txt');
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(messages).toBe('');
    expect(served).toEqual([]);
    expect(error).toMatchObject({ exitCode: 0 });
  });

  it('shows the same flags for the command itself', async () => {
    const { output } = await run('serve', '--help');
    expect(output).toMatch(/^Usage: understudy serve \[options\]\n\nExamples:\n/);
    expect(output).toContain('--tokens-per-second <n>');
  });

  it.each(['--version', '-V'])('tells the version for %s', async (word) => {
    expect(await run(word)).toMatchObject({ output: '1.2.3\n', error: { exitCode: 0 } });
  });
});

describe('a mistake', () => {
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
