import { writeFileSync } from 'node:fs';

/** A tensor that is to be written: numbers as f32, or bytes as they are. */
export interface WrittenTensor {
  readonly dtype: 'F32' | 'F16' | 'BF16' | 'U8' | 'I64';
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** A tensor of f32 numbers. */
export function f32Tensor(shape: readonly number[], values: Float32Array): WrittenTensor {
  return {
    dtype: 'F32',
    shape,
    bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  };
}

/** The bytes of a safetensors file with these tensors. */
export function encodeSafetensors(
  tensors: ReadonlyMap<string, WrittenTensor>,
  change: (header: Record<string, unknown>) => unknown = (header) => header,
): Buffer {
  let end = 0;
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  for (const [name, { dtype, shape, bytes }] of tensors) {
    header[name] = { dtype, shape, data_offsets: [end, end + bytes.length] };
    end += bytes.length;
  }
  const text = Buffer.from(JSON.stringify(change(header)));
  // Headers are padded with blanks, so that the data begins at a multiple of 8.
  const padded = Buffer.concat([text, Buffer.alloc((8 - (text.length % 8)) % 8, ' ')]);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  return Buffer.concat([length, padded, ...[...tensors.values()].map(({ bytes }) => bytes)]);
}

/** Writes a safetensors file with these tensors. */
export function writeSafetensors(path: string, tensors: ReadonlyMap<string, WrittenTensor>): void {
  writeFileSync(path, encodeSafetensors(tensors));
}
