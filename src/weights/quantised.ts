import { decodeHalves, encodeHalves } from './floats.ts';

/** How many weights share a scale. */
export const blockLength = 32;

/** Bytes of one block of q8_0: a half for the scale, then a signed byte a weight. */
export const blockBytes = 2 + blockLength;

/** f32 as q8_0, whole blocks, in the arithmetic of ggml's reference: the same bytes come out. */
export function encodeQuantised(floats: Float32Array): Uint8Array<ArrayBuffer> {
  const blocks = floats.length / blockLength;
  const scales = new Float32Array(blocks);
  const target = new Uint8Array(blocks * blockBytes);
  for (let block = 0; block < blocks; block += 1) {
    const scale = Math.fround(findLargest(floats, block) / 127);
    scales[block] = scale;
    writeBlock(floats, block, scale === 0 ? 0 : Math.fround(1 / scale), target);
  }
  const halves = encodeHalves(scales);
  for (let block = 0; block < blocks; block += 1) {
    const half = halves[block] ?? 0;
    target[block * blockBytes] = half;
    target[block * blockBytes + 1] = half >>> 8;
  }
  return target;
}

/** q8_0 as f32. */
export function decodeQuantised(bytes: Uint8Array): Float32Array<ArrayBuffer> {
  const blocks = bytes.length / blockBytes;
  const halves = new Uint16Array(blocks);
  for (let block = 0; block < blocks; block += 1) {
    const start = block * blockBytes;
    halves[block] = (bytes[start] ?? 0) | ((bytes[start + 1] ?? 0) << 8);
  }
  const scales = decodeHalves(halves);
  const floats = new Float32Array(blocks * blockLength);
  for (let index = 0; index < floats.length; index += 1) {
    const block = Math.trunc(index / blockLength);
    const byte = bytes[2 + block * 2 + index] ?? 0;
    floats[index] = (scales[block] ?? 0) * ((byte << 24) >> 24);
  }
  return floats;
}

function findLargest(floats: Float32Array, block: number): number {
  let largest = 0;
  const end = (block + 1) * blockLength;
  for (let index = block * blockLength; index < end; index += 1) {
    largest = Math.max(largest, Math.abs(floats[index] ?? 0));
  }
  return largest;
}

function writeBlock(floats: Float32Array, block: number, inverse: number, target: Uint8Array): void {
  const start = block * blockLength;
  const place = block * blockBytes + 2;
  for (let index = 0; index < blockLength; index += 1) {
    const value = Math.fround((floats[start + index] ?? 0) * inverse);
    // Halves go away from zero, as C's roundf takes them; Math.round takes them up.
    target[place + index] = value < 0 ? -Math.trunc(0.5 - value) : Math.trunc(value + 0.5);
  }
}
