import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGgufFacts } from '../../src/weights/gguf-facts.ts';
import { makeGpt2Folder } from '../support/make-gpt2-folder.ts';
import { createFolders } from '../weights/folders.ts';
import { startHub } from '../weights/fake-hub.ts';
import { startProcess } from './start-process.ts';

const makeFolder = createFolders();
const hub = await startHub();
const source = join(makeFolder(), 'tiny');
makeGpt2Folder(source);
for (const file of readdirSync(source)) hub.files.set(`user/tiny/${file}`, readFileSync(join(source, file)));

async function run(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  await using running = startProcess(['models', ...words], env);
  const status = await running.ended;
  return { status, ...running.told };
}

describe('understudy models', () => {
  it('lists the catalogue, the small model and what lies in the cache, within 80 columns', async () => {
    const cache = makeFolder();
    const env = { UNDERSTUDY_CACHE: cache, HF_ENDPOINT: hub.endpoint };
    expect(await run(['pull', 'user/tiny'], env)).toMatchObject({ status: 0 });
    const { status, output, messages } = await run([], env);
    expect({ status, messages }).toEqual({ status: 0, messages: '' });
    expect(output).toMatch(
      /^\d+ models of the catalogue, and any other id, are answered without weights\.\n/,
    );
    expect(output).toContain('\n  story\n');
    expect(output).toMatch(/\n {2}user\/tiny\n {4}f32, \d+ kB, 16 tokens, folder\n/);
    expect(output).toMatch(/\n {2}user\/tiny\n {4}q8_0, [\d.]+ kB, 16 tokens, GGUF file\n/);
    const told = output.split('\n').filter((line) => !line.includes(cache));
    expect(Math.max(...told.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('lists the same as JSON', async () => {
    const cache = makeFolder();
    const { status, output } = await run(['--json'], { UNDERSTUDY_CACHE: cache });
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      catalogue: expect.any(Number),
      cache,
      models: [{ id: 'story', kind: 'folder' }],
    });
  });

  it('finds the cache by the usual variables', async () => {
    const home = makeFolder();
    const cached = async (env: Readonly<Record<string, string>>) =>
      JSON.parse((await run(['--json'], env)).output).cache;
    expect(await cached({ HOME: home })).toBe(join(home, '.cache', 'understudy'));
    expect(await cached({ HOME: home, XDG_CACHE_HOME: join(home, 'x') })).toBe(join(home, 'x', 'understudy'));
    expect(await cached({ HOME: home, UNDERSTUDY_CACHE: join(home, 'y') })).toBe(join(home, 'y'));
  });
});

describe('understudy models pull', () => {
  it('fetches, converts, tells how far it is a line at a time, and ends with the path', async () => {
    const env = { UNDERSTUDY_CACHE: makeFolder(), HF_ENDPOINT: hub.endpoint };
    const { status, output, messages } = await run(['pull', 'user/tiny', '--quantisation', 'f16'], env);
    expect(status).toBe(0);
    expect(await readGgufFacts(output.trimEnd())).toMatchObject({ name: 'user/tiny', quantisation: 'f16' });
    expect(messages).toContain('config.json: 100 % of ');
    expect(messages).toMatch(/\nuser\/tiny is here: [\d.]+ kB, f16\.\n$/);
    expect(messages).not.toContain('\u001B');
    expect(messages.split('\n').filter((line) => line.startsWith('converting')).length).toBeLessThanOrEqual(
      10,
    );
  });

  it('needs no network for what is here', async () => {
    const { status, output } = await run(['pull', source, '--offline'], { UNDERSTUDY_CACHE: makeFolder() });
    expect(status).toBe(0);
    expect(existsSync(output.trimEnd())).toBe(true);
  });

  it.each([
    [['a/b', '--offline'], {}, 'a/b is not in the cache, and nothing may be fetched'],
    [['a/b'], { HF_HUB_OFFLINE: '1' }, 'a/b is not in the cache, and nothing may be fetched'],
    [['nonsense'], {}, "'nonsense' is no model"],
    [
      ['a/b'],
      { HF_ENDPOINT: 'http://127.0.0.1:1', HTTPS_PROXY: 'http://proxy' },
      'With NODE_USE_ENV_PROXY=1 it goes by your proxy.',
    ],
  ])(
    'ends with 1 and one sentence where it cannot: %j %j',
    async (words, env: Record<string, string>, reason) => {
      const cache = makeFolder();
      const { status, output, messages } = await run(['pull', ...words], { UNDERSTUDY_CACHE: cache, ...env });
      expect({ status, output }).toEqual({ status: 1, output: '' });
      expect(messages).toMatch(/^error: [^\n]+\n$/);
      expect(messages).toContain(reason);
    },
  );

  it('refuses an address of the hub that is none', async () => {
    const { status, messages } = await run(['pull', 'a/b'], { HF_ENDPOINT: 'nowhere' });
    expect(status).toBe(2);
    expect(messages).toBe(
      "error: HF_ENDPOINT must be an address as in https://huggingface.co, not 'nowhere'.\n",
    );
  });

  it('waits for its next attempt, though nothing is open meanwhile', async () => {
    let refusals = 1;
    hub.onHub = (_, response) =>
      (refusals -= 1) >= 0 && response.writeHead(503, { connection: 'close' }).end();
    const env = { UNDERSTUDY_CACHE: makeFolder(), HF_ENDPOINT: hub.endpoint };
    const { status, messages } = await run(['pull', 'user/tiny'], env);
    hub.onHub = () => false;
    expect(messages).toMatch(/^config\.json: .* answered with 503; tries again in 1 s\n/);
    expect(status).toBe(0);
  });

  it('stops at Ctrl-C, and goes on from there', async () => {
    const env = { UNDERSTUDY_CACHE: makeFolder(), HF_ENDPOINT: hub.endpoint };
    hub.onBlob = (_, response, bytes) => {
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
    };
    await using running = startProcess(['models', 'pull', 'user/tiny'], env);
    await running.message(/model\.safetensors: [45]0 %/);
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(1);
    hub.onBlob = () => false;
    expect(running.told.messages).toMatch(/error: Stopped\. The same command goes on from here\.\n$/);
    const { status, output, messages } = await run(['pull', 'user/tiny'], env);
    expect(status).toBe(0);
    expect(messages).toMatch(/model\.safetensors goes on at [\d.]+ kB\n/);
    expect(readdirSync(join(dirname(output), '..', 'hub', 'user--tiny', 'main'))).toHaveLength(4);
  });
});
