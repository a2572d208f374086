import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { describeFolder, listCache } from '../../src/weights/cache-list.ts';
import { convertGpt2 } from '../../src/weights/convert.ts';
import { readGgufFacts } from '../../src/weights/gguf-facts.ts';
import { type ResolvedModel, findStory, resolveModel } from '../../src/weights/resolve-model.ts';
import { makeGpt2Folder } from '../support/make-gpt2-folder.ts';
import { startHub } from './fake-hub.ts';
import { createFolders } from './folders.ts';
import { createTestAccess } from './test-access.ts';

const makeFolder = createFolders();
const hub = await startHub();
const source = join(makeFolder(), 'tiny');
makeGpt2Folder(source);
const { signal } = new AbortController();
await convertGpt2(
  { folder: source, target: join(source, 'tiny.gguf'), name: 'tiny', type: 'q8_0' },
  { signal },
);
const gguf = readFileSync(join(source, 'tiny.gguf'));
const modelFiles = ['config.json', 'vocab.json', 'merges.txt', 'model.safetensors'];

let cache = '';
beforeEach(() => {
  cache = makeFolder();
  hub.seen.length = 0;
  hub.files.clear();
  for (const file of modelFiles) hub.files.set(`user/tiny/${file}`, readFileSync(join(source, file)));
  for (const file of [
    'tiny.F16.gguf',
    'tiny.Q8_0.gguf',
    'tiny-q4_0.gguf',
    'README.md',
    'big-00001-of-00002.gguf',
  ]) {
    hub.files.set(`user/tiny-gguf/${file}`, gguf);
  }
});

function access(given: object = {}) {
  return createTestAccess({ endpoint: hub.endpoint, cache, ...given });
}

async function convert(model: ResolvedModel, type: 'q8_0' | 'f16' = 'q8_0'): Promise<string> {
  if (model.kind !== 'folder') throw new Error('It is a file.');
  return model.gguf(type);
}

async function refuse(named: string, given: object = {}): Promise<string> {
  const error = await resolveModel(named, access(given).hub).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'WeightsError' });
  return String(error);
}

describe('a model of the hub', () => {
  it('is fetched, and converted when its GGUF file is asked for, once', async () => {
    const { hub: way, told } = access();
    const model = await resolveModel('user/tiny', way);
    expect(model).toMatchObject({
      kind: 'folder',
      id: 'user/tiny',
      path: join(cache, 'hub', 'user--tiny', 'main'),
    });
    const path = await convert(model);
    expect(await readGgufFacts(path)).toMatchObject({ name: 'user/tiny', quantisation: 'q8_0' });
    const converted = told.filter(({ kind }) => kind === 'convert').length;
    expect(converted).toBeGreaterThan(0);
    expect(await convert(await resolveModel('user/tiny', way))).toBe(path);
    expect(told.filter(({ kind }) => kind === 'convert')).toHaveLength(converted);
    expect(await convert(model, 'f16')).not.toBe(path);
  });

  it('is converted once where two ask at the same time', async () => {
    const { hub: way, clock, told } = access();
    const model = await resolveModel('user/tiny', way);
    const both = [convert(model), convert(model)];
    const one = await Promise.race(both);
    await clock.advance(1000);
    expect(await Promise.all(both)).toEqual([one, one]);
    const ends = told.filter((each) => each.kind === 'convert' && each.bytes === each.total);
    expect(ends.length).toBeLessThanOrEqual(2);
    expect(readdirSync(join(cache, 'converted'))).toHaveLength(1);
  });

  it('is converted anew where its GGUF file was damaged', async () => {
    const { hub: way } = access();
    const path = await convert(await resolveModel('user/tiny', way));
    const sound = readFileSync(path);
    writeFileSync(path, sound.subarray(0, 1000));
    expect(await convert(await resolveModel('user/tiny', way))).toBe(path);
    expect(readFileSync(path).equals(sound)).toBe(true);
  });

  it('has a revision of its own', async () => {
    const model = await resolveModel('user/tiny@v2', access().hub);
    expect(model).toMatchObject({ id: 'user/tiny@v2', path: join(cache, 'hub', 'user--tiny', 'v2') });
    expect(hub.seen[0]?.path).toBe('/user/tiny/resolve/v2/config.json');
  });
});

describe('a GGUF file of the hub', () => {
  it('is the one that was named', async () => {
    const model = await resolveModel('hf:user/tiny-gguf/tiny-q4_0.gguf', access().hub);
    expect(model).toEqual({
      kind: 'gguf',
      id: 'hf:user/tiny-gguf/tiny-q4_0.gguf',
      path: join(cache, 'hub', 'user--tiny-gguf', 'main', 'tiny-q4_0.gguf'),
    });
    expect(readFileSync(model.path).equals(gguf)).toBe(true);
  });

  it('is the one of the quantisation asked for, or the one that suits most', async () => {
    const { hub: way } = access();
    expect((await resolveModel('hf:user/tiny-gguf:f16', way)).id).toBe('hf:user/tiny-gguf/tiny.F16.gguf');
    expect((await resolveModel('hf:user/tiny-gguf:q4_0', way)).id).toBe('hf:user/tiny-gguf/tiny-q4_0.gguf');
    cache = makeFolder();
    expect((await resolveModel('hf:user/tiny-gguf', access().hub)).id).toBe(
      'hf:user/tiny-gguf/tiny.Q8_0.gguf',
    );
  });

  it('is not asked for again, with or without a network', async () => {
    await resolveModel('hf:user/tiny-gguf', access().hub);
    hub.seen.length = 0;
    const { hub: offline } = access({ offline: true });
    expect((await resolveModel('hf:user/tiny-gguf', offline)).id).toBe('hf:user/tiny-gguf/tiny.Q8_0.gguf');
    expect((await resolveModel('hf:user/tiny-gguf/tiny.Q8_0.gguf', offline)).kind).toBe('gguf');
    expect(hub.seen).toEqual([]);
  });

  it('is refused where there is none, with what there is', async () => {
    expect(await refuse('hf:user/tiny-gguf:q2_k')).toContain(
      'has no GGUF file of one piece in q2_k. It has ',
    );
    expect(await refuse('hf:user/tiny')).toContain('user/tiny has no GGUF file of one piece.');
    expect(await refuse('hf:user/tiny-gguf', { offline: true })).toContain('nothing may be fetched');
    hub.files.set('user/tiny-gguf/page.gguf', Buffer.from('<html>Sign in</html>'));
    expect(await refuse('hf:user/tiny-gguf/page.gguf')).toContain('it does not begin as GGUF files do');
    expect(readdirSync(join(cache, 'hub', 'user--tiny-gguf', 'main'))).toEqual([]);
  });

  it('may lie at any address, which gets no token', async () => {
    const { hub: way } = access({ token: 'hf_secret' });
    const url = `${hub.endpoint}/user/tiny-gguf/resolve/main/tiny.Q8_0.gguf`;
    const model = await resolveModel(url, way);
    expect(model).toMatchObject({ kind: 'gguf', id: url });
    expect(hub.seen.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
    expect(await resolveModel(url, access({ offline: true }).hub)).toEqual(model);
  });
});

describe('a model of this machine', () => {
  it('is a folder, converted anew when it has changed', async () => {
    const folder = join(makeFolder(), 'mine');
    makeGpt2Folder(folder);
    const { hub: way } = access({ offline: true });
    const model = await resolveModel(folder, way);
    expect(model).toMatchObject({ kind: 'folder', id: 'mine', path: folder });
    const path = await convert(model);
    expect(await convert(model)).toBe(path);
    makeGpt2Folder(folder, { seed: 2 });
    utimesSync(join(folder, 'model.safetensors'), 1e9, 1e9);
    expect(await convert(model)).not.toBe(path);
  });

  it('is a GGUF file', async () => {
    const path = join(source, 'tiny.gguf');
    expect(await resolveModel(path, access().hub)).toEqual({ kind: 'gguf', id: 'tiny', path });
  });

  it('is no folder that only happens to be called so', async () => {
    // The tests run in the folder of the project, which has one of this name.
    expect(existsSync('test/weights')).toBe(true);
    hub.files.set('test/weights/config.json', Buffer.from('{}'));
    expect(await refuse('test/weights')).toContain('test/weights has no vocab.json');
  });

  it('is refused where it is none', async () => {
    expect(await refuse('./nowhere')).toContain('is not there: no folder and no file has this name');
    expect(await refuse('nowhere.gguf')).toContain('is not there');
    expect(await refuse(makeFolder())).toContain(
      'config.json, vocab.json, merges.txt, model.safetensors is missing',
    );
    expect(await refuse(join(source, 'config.json'))).toContain('it does not begin as GGUF files do');
    expect(await refuse('nothing')).toContain("'nothing' is no model: give 'story'");
  });

  it('is the small one where none is named', async () => {
    expect(findStory()).toMatch(/models[/\\]story$/);
    const [unnamed, named] = await Promise.all(
      [undefined, 'story'].map((each) =>
        resolveModel(each, access().hub).then(
          ({ id }) => id,
          (error: unknown) => String(error),
        ),
      ),
    );
    expect(unnamed).toBe(named);
    expect(named).toContain('story');
  });
});

describe('the list of a cache', () => {
  it('is empty where nothing was fetched', async () => {
    expect(await listCache(join(cache, 'none'))).toEqual([]);
  });

  it('tells of folders, files and what cannot be used', async () => {
    const { hub: way } = access();
    await convert(await resolveModel('user/tiny', way));
    await resolveModel('hf:user/tiny-gguf/tiny.Q8_0.gguf', way);
    await resolveModel(`${hub.endpoint}/user/tiny-gguf/resolve/main/tiny-q4_0.gguf`, way);
    writeFileSync(join(cache, 'converted', 'broken.gguf'), 'GGUF');
    mkdirSync(join(cache, 'hub', 'user--half', 'main'), { recursive: true });
    writeFileSync(join(cache, 'hub', 'user--half', 'main', 'config.json'), '{}');
    const list = await listCache(cache);
    expect(
      list.map(({ id, kind, quantisation, contextLength }) => [id, kind, quantisation, contextLength]),
    ).toEqual([
      ['broken.gguf', 'gguf', undefined, undefined],
      ['hf:user/tiny-gguf/tiny.Q8_0.gguf', 'gguf', 'q8_0', 16],
      ['tiny', 'gguf', 'q8_0', 16],
      ['user/half', 'folder', undefined, undefined],
      ['user/tiny', 'folder', 'f32', 16],
      ['user/tiny', 'gguf', 'q8_0', 16],
    ]);
    expect(list[0]?.problem).toContain('it is cut short');
    expect(list[3]?.problem).toBe('vocab.json, merges.txt, model.safetensors not there yet');
    expect(list[1]?.bytes).toBe(gguf.length);
  });

  it('tells what a folder holds that is no GPT-2', async () => {
    const folder = join(makeFolder(), 'other');
    makeGpt2Folder(folder, { config: { model_type: 'llama' } });
    expect((await describeFolder('other', folder)).problem).toContain("'llama' model");
  });
});
