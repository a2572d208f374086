import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, asyncProperty, integer, nat, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSafetensors } from '../../src/weights/safetensors.ts';
import { WeightsError } from '../../src/weights/weights-error.ts';
import { type WrittenTensor, encodeSafetensors, f32Tensor } from '../support/write-safetensors.ts';
import { createFolders } from './folders.ts';

const makeFolder = createFolders();
const folder = makeFolder();
const path = join(folder, 'model.safetensors');

const sample = new Map<string, WrittenTensor>([
  ['a', f32Tensor([2, 3], Float32Array.of(1, 2, 3, 4, 5, 6))],
  ['half', { dtype: 'F16', shape: [2], bytes: Uint8Array.of(0x00, 0x3c, 0x00, 0xc0) }],
  ['brain', { dtype: 'BF16', shape: [1], bytes: Uint8Array.of(0x80, 0x3f) }],
  ['mask', { dtype: 'U8', shape: [3], bytes: Uint8Array.of(1, 0, 1) }],
  ['none', f32Tensor([0, 5], new Float32Array())],
  ['one', f32Tensor([], Float32Array.of(7))],
]);

async function open(bytes: Uint8Array) {
  writeFileSync(path, bytes);
  return openSafetensors(path);
}

describe('a safetensors file', () => {
  it('tells of its tensors and gives one at a time', async () => {
    const file = await open(encodeSafetensors(sample));
    expect([...file.tensors.keys()]).toEqual([...sample.keys()]);
    expect(file.tensors.get('a')).toMatchObject({ dtype: 'F32', shape: [2, 3], bytes: 24 });
    expect([...(await file.read('a'))]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...(await file.read('half'))]).toEqual([1, -2]);
    expect([...(await file.read('brain'))]).toEqual([1]);
    expect([...(await file.read('none'))]).toEqual([]);
    expect([...(await file.read('one'))]).toEqual([7]);
    await file.close();
  });

  it('gives no tensor that it has not, and none of another kind', async () => {
    const file = await open(encodeSafetensors(sample));
    await expect(file.read('b')).rejects.toThrow(`${path} cannot be used: it has no tensor b.`);
    await expect(file.read('mask')).rejects.toThrow('the tensor mask is U8, and F32, F16 and BF16 are read');
    await file.close();
  });

  it('is refused where it was cut while it was open', async () => {
    const bytes = encodeSafetensors(sample);
    const file = await open(bytes);
    writeFileSync(path, bytes.subarray(0, 40));
    await expect(file.read('one')).rejects.toThrow('it has become shorter while it was read');
    await file.close();
  });
});

const change = (patch: Record<string, unknown>) =>
  encodeSafetensors(sample, (header) => ({ ...header, ...patch }));

describe('what is no safetensors file', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'it is too short'],
    ['a length alone', Buffer.alloc(8, 0xff), 'its header is longer than the file'],
    [
      'a pickle',
      Buffer.from('\x80\x02}q\x00(X\x04\x00\x00\x00 and so on'),
      'its header is longer than the file',
    ],
    ['a cut file', encodeSafetensors(sample).subarray(0, -1), 'it is cut short'],
    [
      'a longer file',
      Buffer.concat([encodeSafetensors(sample), Buffer.alloc(3)]),
      '3 bytes follow its last tensor',
    ],
    ['a list', encodeSafetensors(new Map(), () => []), 'its header is not JSON'],
    [
      'no dtype',
      change({ a: { shape: [6], data_offsets: [0, 24] } }),
      'its header tells nothing sensible of "a"',
    ],
    ['an odd dtype', change({ a: { dtype: 'X', shape: [6], data_offsets: [0, 24] } }), 'is of the kind "X"'],
    [
      'a shape that does not fit',
      change({ a: { dtype: 'F32', shape: [7], data_offsets: [0, 24] } }),
      'has 24 bytes where its shape needs 28',
    ],
    [
      'an endless shape',
      change({ a: { dtype: 'F32', shape: [2 ** 52, 2 ** 52], data_offsets: [0, 24] } }),
      'where its shape needs',
    ],
    [
      'a negative length',
      change({ a: { dtype: 'F32', shape: [-1], data_offsets: [0, 24] } }),
      'tells nothing sensible',
    ],
    [
      'offsets that run back',
      change({ a: { dtype: 'F32', shape: [6], data_offsets: [24, 0] } }),
      'has -24 bytes',
    ],
    [
      'an overlap',
      change({ half: { dtype: 'F16', shape: [2], data_offsets: [20, 24] } }),
      'overlaps another one',
    ],
    [
      'a gap',
      change({ one: { dtype: 'F32', shape: [], data_offsets: [39, 43] } }),
      'there is a gap before the tensor one',
    ],
    [
      'data beyond the file',
      change({ one: { dtype: 'F32', shape: [1000], data_offsets: [33, 4033] } }),
      'it is cut short',
    ],
  ])('is refused with a reason: %s', async (_, bytes, reason) => {
    const error = await open(bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WeightsError);
    expect(String(error)).toContain(`${path} cannot be used: `);
    expect(String(error)).toContain(reason);
  });

  it('is refused where its header is larger than any', async () => {
    const bytes = Buffer.alloc(2 ** 24 + 64);
    bytes.writeBigUInt64LE(BigInt(2 ** 24 + 8));
    await expect(open(bytes)).rejects.toThrow('its header has 16777224 bytes, and at most 16777216 are read');
  });

  it('is refused where it is a folder or not there', async () => {
    await expect(openSafetensors(folder)).rejects.toThrow(/is a folder|is no file/);
    await expect(openSafetensors(join(folder, 'none'))).rejects.toThrow('there is no such file');
  });
});

describe('a damaged safetensors file', () => {
  it('is refused or read, whatever bytes are changed or lost', async () => {
    const sound = encodeSafetensors(sample);
    const flips = array(tuple(nat(sound.length - 1), integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    let refused = 0;
    await assert(
      asyncProperty(flips, nat(sound.length), async (changes, length) => {
        const bytes = Buffer.from(sound.subarray(0, length % 3 === 0 ? length : sound.length));
        for (const [place, value] of changes) if (place < bytes.length) bytes[place] = value;
        try {
          const file = await open(bytes);
          for (const { name, dtype } of file.tensors.values()) {
            if (['F32', 'F16', 'BF16'].includes(dtype)) await file.read(name);
          }
          await file.close();
        } catch (error) {
          if (!(error instanceof WeightsError)) throw error;
          refused += 1;
        }
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});
