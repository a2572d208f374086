import { decodeBrains, decodeHalves, encodeBrains, encodeHalves } from './floats.ts';
import { blockBytes, blockLength, decodeQuantised, encodeQuantised } from './quantised.ts';

/** How weights may be written. */
export type WeightType = 'f32' | 'f16' | 'bf16' | 'q8_0';

/** One way to store weights: whole blocks of them, each of as many bytes. */
export interface WeightFormat {
  readonly blockLength: number;
  readonly blockBytes: number;
  encode(floats: Float32Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
  /** From bytes that begin where their buffer does. */
  decode(bytes: Uint8Array<ArrayBuffer>): Float32Array<ArrayBuffer>;
}

/** All ways to store weights that can be both written and read. */
export const weightFormats: Readonly<Record<WeightType, WeightFormat>> = {
  f32: {
    blockLength: 1,
    blockBytes: 4,
    encode: (floats) => new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength),
    decode: (bytes) => new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4),
  },
  f16: {
    blockLength: 1,
    blockBytes: 2,
    encode: (floats) => new Uint8Array(encodeHalves(floats).buffer),
    decode: (bytes) => decodeHalves(asPairs(bytes)),
  },
  bf16: {
    blockLength: 1,
    blockBytes: 2,
    encode: (floats) => new Uint8Array(encodeBrains(floats).buffer),
    decode: (bytes) => decodeBrains(asPairs(bytes)),
  },
  q8_0: { blockLength, blockBytes, encode: encodeQuantised, decode: decodeQuantised },
};

/** Whether weights can be written and read so. */
export function isWeightType(name: string): name is WeightType {
  return Object.hasOwn(weightFormats, name);
}

function asPairs(bytes: Uint8Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
}
