// Numbers of two bytes, to and from f32. Both ways work on bit patterns; the machine is taken to be little-endian, as all that Node runs on in practice are.

/** Halves (IEEE 754 binary16) as f32, exactly. */
export function decodeHalves(halves: Uint16Array): Float32Array<ArrayBuffer> {
  const floats = new Float32Array(halves.length);
  const bits = new Uint32Array(floats.buffer);
  for (let index = 0; index < halves.length; index += 1) {
    const half = halves[index] ?? 0;
    const exponent = half & 0x7c00;
    const sign = (half & 0x8000) << 16;
    if (exponent === 0) {
      const value = (half & 0x3ff) * 2 ** -24;
      floats[index] = sign === 0 ? value : -value;
    } else if (exponent === 0x7c00) bits[index] = sign | 0x7f800000 | ((half & 0x3ff) << 13);
    else bits[index] = sign | (((half & 0x7fff) << 13) + 0x38000000);
  }
  return floats;
}

/** f32 as the nearest halves, ties to even; beyond 65,519 it is infinity. */
export function encodeHalves(floats: Float32Array): Uint16Array<ArrayBuffer> {
  const halves = new Uint16Array(floats.length);
  const bits = new Uint32Array(floats.buffer, floats.byteOffset, floats.length);
  const scratch = new Float32Array(1);
  const scratchBits = new Uint32Array(scratch.buffer);
  for (let index = 0; index < floats.length; index += 1) {
    const pattern = bits[index] ?? 0;
    const magnitude = pattern & 0x7fffffff;
    const sign = (pattern >>> 16) & 0x8000;
    if (magnitude > 0x7f800000) halves[index] = sign | 0x7e00;
    else if (magnitude >= 0x47800000) halves[index] = sign | 0x7c00;
    else if (magnitude >= 0x38800000) {
      halves[index] = sign | ((magnitude + ((magnitude >>> 13) & 1) + 0xfff - 0x38000000) >>> 13);
    } else {
      // One half is added: the sum's last place is then the smallest half there is, and the hardware rounds to it.
      scratch[0] = Math.abs(floats[index] ?? 0) + 0.5;
      halves[index] = sign | ((scratchBits[0] ?? 0) - 0x3f000000);
    }
  }
  return halves;
}

/** bfloat16 as f32, exactly. */
export function decodeBrains(brains: Uint16Array): Float32Array<ArrayBuffer> {
  const floats = new Float32Array(brains.length);
  const bits = new Uint32Array(floats.buffer);
  for (let index = 0; index < brains.length; index += 1) bits[index] = (brains[index] ?? 0) << 16;
  return floats;
}

/** f32 as the nearest bfloat16, ties to even. */
export function encodeBrains(floats: Float32Array): Uint16Array<ArrayBuffer> {
  const brains = new Uint16Array(floats.length);
  const bits = new Uint32Array(floats.buffer, floats.byteOffset, floats.length);
  for (let index = 0; index < floats.length; index += 1) {
    const pattern = bits[index] ?? 0;
    // Rounded up, the pattern of something that is no number could become that of infinity.
    if ((pattern & 0x7fffffff) > 0x7f800000) brains[index] = (pattern >>> 16) | 0x40;
    else brains[index] = (pattern + 0x7fff + ((pattern >>> 16) & 1)) >>> 16;
  }
  return brains;
}
