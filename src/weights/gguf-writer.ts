import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { findTensorCode, usualAlignment, valueCodes } from './gguf-format.ts';
import { type WeightType, weightFormats } from './weight-types.ts';
import { WeightsError, readCode } from './weights-error.ts';

/** A value of the metadata that is to be written, with its kind. */
export type MetadataValue =
  | { readonly kind: 'uint32' | 'float32'; readonly value: number }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'strings'; readonly value: readonly string[] }
  | { readonly kind: 'int32s'; readonly value: readonly number[] };

/** A tensor that is to be written. */
export interface PlannedTensor {
  readonly name: string;
  /** The last number is that of neighbours in memory; a multiple of the blocks of its type. */
  readonly shape: readonly number[];
  readonly type: WeightType;
  /** Its numbers, asked for once, when their turn has come. */
  load(): Promise<Float32Array<ArrayBuffer>>;
  /** Throws where the type cannot hold some of them; asked a part at a time. */
  check(floats: Float32Array): void;
}

/** A GGUF file that is to be written. */
export interface GgufPlan {
  readonly metadata: readonly (readonly [key: string, value: MetadataValue])[];
  readonly tensors: readonly PlannedTensor[];
}

/** What goes with writing. */
export interface WritingOptions {
  readonly signal: AbortSignal;
  /** Told after each write, in bytes. */
  readonly progress?: ((bytes: number, total: number) => void) | undefined;
}

// Numbers encoded at a time: between two such chunks other work has its turn.
const chunkLength = 2 ** 18;

/** Writes a GGUF file beside its place and moves it there when it is whole; leaves nothing behind where that fails. */
export async function writeGguf(path: string, plan: GgufPlan, options: WritingOptions): Promise<void> {
  const draft = `${path}.part`;
  try {
    const handle = await open(draft, 'w');
    try {
      await writeAll(handle, plan, options);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw explainWriting(path, error, options.signal);
  }
}

/** The bytes that a file by this plan has. */
export function measureGguf(plan: GgufPlan): number {
  const head = encodeHead(plan).length;
  return plan.tensors.reduce((sum, tensor) => sum + align(measure(tensor)), head);
}

async function writeAll(
  handle: FileHandle,
  plan: GgufPlan,
  { signal, progress }: WritingOptions,
): Promise<void> {
  const total = measureGguf(plan);
  let done = 0;
  async function write(bytes: Uint8Array): Promise<void> {
    signal.throwIfAborted();
    await writeBytes(handle, bytes);
    done += bytes.length;
    progress?.(done, total);
  }

  await write(encodeHead(plan));
  for (const tensor of plan.tensors) {
    const start = done;
    const floats = await tensor.load();
    const { encode } = weightFormats[tensor.type];
    for (let from = 0; from < floats.length; from += chunkLength) {
      const chunk = floats.subarray(from, from + chunkLength);
      tensor.check(chunk);
      await write(encode(chunk));
    }
    if (done - start !== measure(tensor)) throw new RangeError(`The tensor ${tensor.name} has another size.`);
    await write(new Uint8Array(align(done) - done));
  }
}

async function writeBytes(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await handle.write(bytes, done, bytes.length - done)).bytesWritten;
  }
}

function explainWriting(path: string, error: unknown, signal: AbortSignal): unknown {
  const isOurs = error instanceof WeightsError || error instanceof RangeError || signal.aborted;
  if (isOurs) return error;
  return new WeightsError(`${path} cannot be written (${readCode(error)}).`, { cause: error });
}

function measure({ shape, type }: PlannedTensor): number {
  const format = weightFormats[type];
  const numbers = shape.reduce((product, length) => product * length, 1);
  return (numbers / format.blockLength) * format.blockBytes;
}

function align(bytes: number): number {
  return Math.ceil(bytes / usualAlignment) * usualAlignment;
}

function encodeHead({ metadata, tensors }: GgufPlan): Buffer {
  const parts = [Buffer.from('GGUF'), u32(3), u64(tensors.length), u64(metadata.length)];
  for (const [key, value] of metadata) parts.push(text(key), encodeValue(value));
  let offset = 0;
  for (const tensor of tensors) {
    const lengths = tensor.shape.toReversed().map(u64);
    parts.push(
      text(tensor.name),
      u32(lengths.length),
      ...lengths,
      u32(findTensorCode(tensor.type)),
      u64(offset),
    );
    offset += align(measure(tensor));
  }
  const head = Buffer.concat(parts);
  return Buffer.concat([head], align(head.length));
}

function encodeValue(value: MetadataValue): Buffer {
  switch (value.kind) {
    case 'uint32':
      return Buffer.concat([u32(valueCodes.uint32), u32(value.value)]);
    case 'float32':
      return Buffer.concat([u32(valueCodes.float32), f32(value.value)]);
    case 'bool':
      return Buffer.concat([u32(valueCodes.bool), Buffer.from([value.value ? 1 : 0])]);
    case 'string':
      return Buffer.concat([u32(valueCodes.string), text(value.value)]);
    case 'strings':
      return Buffer.concat([
        listHead(valueCodes.string, value.value.length),
        Buffer.concat(value.value.map(text)),
      ]);
    case 'int32s': {
      const items = Buffer.from(Int32Array.from(value.value).buffer);
      return Buffer.concat([listHead(valueCodes.int32, value.value.length), items]);
    }
  }
}

function listHead(code: number, length: number): Buffer {
  return Buffer.concat([u32(valueCodes.array), u32(code), u64(length)]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([u64(bytes.length), bytes]);
}
