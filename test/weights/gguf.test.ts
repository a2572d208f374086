import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, asyncProperty, integer, nat, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGgufFacts } from '../../src/weights/gguf-facts.ts';
import { openGguf } from '../../src/weights/gguf-reader.ts';
import { type GgufPlan, measureGguf, writeGguf } from '../../src/weights/gguf-writer.ts';
import { WeightsError } from '../../src/weights/weights-error.ts';
import { createFolders } from './folders.ts';

const makeFolder = createFolders();
const folder = makeFolder();
const path = join(folder, 'model.gguf');
const { signal } = new AbortController();

const values = Float32Array.from({ length: 6 * 32 }, (_, index) => Math.fround(Math.sin(index)));
const base = { shape: [6, 32], load: async () => values, check: () => undefined };
const plan: GgufPlan = {
  metadata: [
    ['general.architecture', { kind: 'string', value: 'gpt2' }],
    ['general.name', { kind: 'string', value: 'a näme' }],
    ['general.file_type', { kind: 'uint32', value: 7 }],
    ['gpt2.context_length', { kind: 'uint32', value: 1024 }],
    ['gpt2.attention.layer_norm_epsilon', { kind: 'float32', value: 0.5 }],
    ['tokenizer.ggml.tokens', { kind: 'strings', value: ['a', '', 'Ġthe', '日本'] }],
    ['tokenizer.ggml.token_type', { kind: 'int32s', value: [1, 5, 1, -3] }],
    ['tokenizer.ggml.add_bos_token', { kind: 'bool', value: false }],
  ],
  tensors: [
    { ...base, name: 'one', type: 'f32' },
    { ...base, name: 'vector', type: 'f32', shape: [3], load: async () => values.subarray(0, 3) },
    { ...base, name: 'half', type: 'f16' },
    { ...base, name: 'brain', type: 'bf16' },
    { ...base, name: 'quantised', type: 'q8_0' },
  ],
};

await writeGguf(path, plan, { signal });
const sound = readFileSync(path);

async function openBytes(bytes: Uint8Array) {
  const other = join(folder, 'other.gguf');
  writeFileSync(other, bytes);
  return openGguf(other);
}

describe('a GGUF file', () => {
  it('has the layout of version 3: lengths, names, dimensions the other way round, data at multiples of 32', () => {
    expect(sound.subarray(0, 8).toString('latin1')).toBe('GGUF\u0003\0\0\0');
    expect([sound.readBigUInt64LE(8), sound.readBigUInt64LE(16)]).toEqual([5n, 8n]);
    expect(sound.subarray(24, 32 + 20).toString('latin1')).toBe('\u0014\0\0\0\0\0\0\0general.architecture');
    const one = sound.indexOf('\u0003\0\0\0\0\0\0\0one') + 11;
    expect(sound.readUInt32LE(one)).toBe(2);
    expect([sound.readBigUInt64LE(one + 4), sound.readBigUInt64LE(one + 12)]).toEqual([32n, 6n]);
    expect([sound.readUInt32LE(one + 20), sound.readBigUInt64LE(one + 24)]).toEqual([0, 0n]);
    expect(sound.length % 32).toBe(0);
    expect(sound).toHaveLength(measureGguf(plan));
  });

  it('gives back its metadata', async () => {
    const { metadata, close } = await openGguf(path);
    await close();
    expect(metadata.get('general.name')).toBe('a näme');
    expect(metadata.get('gpt2.attention.layer_norm_epsilon')).toBe(0.5);
    expect(metadata.get('tokenizer.ggml.add_bos_token')).toBe(false);
    const lists = ['tokenizer.ggml.tokens', 'tokenizer.ggml.token_type'].map((key) => metadata.get(key));
    expect(lists.map((list) => (typeof list === 'object' ? list.items() : list))).toEqual([
      ['a', '', 'Ġthe', '日本'],
      [1, 5, 1, -3],
    ]);
  });

  it('gives back its tensors, one at a time', async () => {
    const file = await openGguf(path);
    expect([...file.tensors.values()].map(({ name, shape, type }) => [name, shape, type])).toEqual(
      plan.tensors.map(({ name, shape, type }) => [name, shape, type]),
    );
    expect(await file.read('one')).toEqual(values);
    expect([...(await file.read('vector'))]).toEqual([...values.subarray(0, 3)]);
    for (const [name, error] of [
      ['half', 2 ** -11],
      ['brain', 2 ** -8],
      ['quantised', 0.6 / 127],
    ] as const) {
      const read = await file.read(name);
      expect(Math.max(...read.map((value, index) => Math.abs(value - (values[index] ?? NaN))))).toBeLessThan(
        error,
      );
    }
    await expect(file.read('two')).rejects.toThrow('it has no tensor two');
    await file.close();
  });

  it('tells of its model', async () => {
    expect(await readGgufFacts(path)).toEqual({
      name: 'a näme',
      architecture: 'gpt2',
      contextLength: 1024,
      quantisation: 'q8_0',
      parameters: 4 * 192 + 3,
      hasChatTemplate: false,
      bytes: sound.length,
    });
  });

  it('is read where its head is longer than what is read at first', async () => {
    const long = join(folder, 'long.gguf');
    const items = Array.from({ length: 300_000 }, (_, index) => `token ${index}`);
    await writeGguf(long, { ...plan, metadata: [['list', { kind: 'strings', value: items }]] }, { signal });
    const file = await openGguf(long);
    await file.close();
    const list = file.metadata.get('list');
    expect(typeof list === 'object' ? list.items() : list).toEqual(items);
    expect((await readGgufFacts(long)).quantisation).toBe('f32');
  });
});

describe('writing a GGUF file', () => {
  it('leaves nothing behind where it fails', async () => {
    const target = join(makeFolder(), 'failed.gguf');
    const broken = {
      ...base,
      name: 'x',
      type: 'f32' as const,
      load: () => Promise.reject(new WeightsError('No.')),
    };
    await expect(writeGguf(target, { ...plan, tensors: [broken] }, { signal })).rejects.toThrow('No.');
    expect(readdirSync(join(target, '..'))).toEqual([]);
  });

  it('ends and leaves nothing behind when it is told to', async () => {
    const target = join(makeFolder(), 'stopped.gguf');
    const controller = new AbortController();
    const stop = {
      ...base,
      name: 'x',
      type: 'f32' as const,
      check: () => controller.abort(new Error('Enough.')),
    };
    const stopped = writeGguf(target, { ...plan, tensors: [stop] }, { signal: controller.signal });
    await expect(stopped).rejects.toThrow('Enough.');
    expect(readdirSync(join(target, '..'))).toEqual([]);
  });

  it('says where it may not write', async () => {
    const target = join(folder, 'none', 'model.gguf');
    await expect(writeGguf(target, plan, { signal })).rejects.toThrow(
      `${target} cannot be written (ENOENT).`,
    );
  });

  it('tells how far it is', async () => {
    const told: number[][] = [];
    await writeGguf(path, plan, { signal, progress: (bytes, total) => told.push([bytes, total]) });
    expect(told.at(-1)).toEqual([sound.length, sound.length]);
    expect(told.map(([bytes = 0]) => bytes)).toEqual(
      told.map(([bytes = 0]) => bytes).toSorted((a, b) => a - b),
    );
  });
});

function patch(place: number, write: (bytes: Buffer) => unknown): Buffer {
  const bytes = Buffer.from(sound);
  write(bytes.subarray(place));
  return bytes;
}

const tensorHead = sound.indexOf('\u0003\0\0\0\0\0\0\0one') + 11;
const tokens = sound.indexOf('tokenizer.ggml.tokens') + 'tokenizer.ggml.tokens'.length;

describe('what is no GGUF file', () => {
  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'it is cut short in its header'],
    ['text', Buffer.from('<html>It is not here</html>'), 'it does not begin as GGUF files do'],
    ['version 1', patch(4, (bytes) => bytes.writeUInt32LE(1)), 'it is GGUF of version 1'],
    ['big-endian', patch(4, (bytes) => bytes.writeUInt32BE(3)), 'its numbers are big-endian'],
    ['endless tensors', patch(8, (bytes) => bytes.writeBigUInt64LE(2n ** 63n)), 'entries'],
    ['endless metadata', patch(16, (bytes) => bytes.writeBigUInt64LE(65_536n)), 'cannot be used'],
    [
      'an endless name',
      patch(24, (bytes) => bytes.writeBigUInt64LE(2n ** 60n)),
      'it is cut short in its header',
    ],
    [
      'an endless list',
      patch(tokens + 8, (bytes) => bytes.writeBigUInt64LE(2n ** 50n)),
      'it is cut short in its header',
    ],
    ['lists of lists', patch(tokens + 4, (bytes) => bytes.writeUInt32LE(9)), 'a list of the unknown kind 9'],
    ['an unknown value', patch(tokens, (bytes) => bytes.writeUInt32LE(77)), 'a value of the unknown kind 77'],
    [
      'many dimensions',
      patch(tensorHead, (bytes) => bytes.writeUInt32LE(9)),
      'the tensor one has 9 dimensions',
    ],
    [
      'an endless tensor',
      patch(tensorHead + 4, (bytes) => bytes.writeBigUInt64LE(2n ** 62n)),
      'ends after the file',
    ],
    [
      'a place between',
      patch(tensorHead + 24, (bytes) => bytes.writeBigUInt64LE(4n)),
      'does not begin where the alignment asks',
    ],
    ['an overlap', patch(tensorHead + 24, (bytes) => bytes.writeBigUInt64LE(768n)), 'overlaps another one'],
    [
      'a cut file',
      Buffer.from(sound.subarray(0, -200)),
      'it is cut short: the tensor quantised ends after the file',
    ],
    ['a cut head', Buffer.from(sound.subarray(0, 100)), 'it is cut short in its header'],
  ])('is refused with a reason: %s', async (_, bytes, reason) => {
    const error = await openBytes(bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WeightsError);
    expect(String(error)).toContain(reason);
  });

  it('is refused where its alignment is none', async () => {
    const odd = join(folder, 'odd.gguf');
    for (const value of [0, 3, 2 ** 20]) {
      await writeGguf(
        odd,
        { ...plan, metadata: [['general.alignment', { kind: 'uint32', value }]] },
        { signal },
      );
      await expect(openGguf(odd)).rejects.toThrow('its alignment is no power of two');
    }
  });
});

describe('a damaged GGUF file', () => {
  it('is refused or read, whatever bytes are changed or lost', async () => {
    const head = sound.indexOf('quantised') + 40;
    const flips = array(tuple(nat(head), integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 });
    let refused = 0;
    await assert(
      asyncProperty(flips, nat(sound.length), async (changes, length) => {
        const bytes = Buffer.from(sound.subarray(0, length % 4 === 0 ? length : sound.length));
        for (const [place, value] of changes) if (place < bytes.length) bytes[place] = value;
        try {
          const file = await openBytes(bytes);
          for (const list of file.metadata.values()) if (typeof list === 'object') list.items();
          for (const { name, type } of file.tensors.values()) if (type === 'f32') await file.read(name);
          await file.close();
        } catch (error) {
          if (!(error instanceof WeightsError)) throw error;
          refused += 1;
        }
      }),
      { numRuns: 400, seed: 11 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});
