import { type BinaryFile, openBinaryFile } from './binary-file.ts';
import { OutOfBytes } from './gguf-cursor.ts';
import { type GgufHeader, parseGgufHeader } from './gguf-header.ts';
import { isWeightType, weightFormats } from './weight-types.ts';
import { refuseFile } from './weights-error.ts';

/** A GGUF file whose head has been read and found sound. */
export interface Gguf extends GgufHeader {
  readonly path: string;
  /** The size of the whole file. */
  readonly bytes: number;
  /** The numbers of one tensor; rejects with a WeightsError unless they are f32, f16, bf16 or q8_0. */
  read(name: string): Promise<Float32Array<ArrayBuffer>>;
  close(): Promise<void>;
}

const firstRead = 2 ** 20;
const largestHead = 2 ** 26;

/** Opens a GGUF file; rejects with a WeightsError where it is none, or cut short, or contradicts itself. */
export async function openGguf(path: string): Promise<Gguf> {
  const file = await openBinaryFile(path);
  try {
    const header = await readHeader(file);
    return {
      ...header,
      path,
      bytes: file.bytes,
      read: (name) => readTensor(file, header, name),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

// Nothing tells how long the head is: it is parsed anew with four times the bytes until they are enough.
async function readHeader(file: BinaryFile): Promise<GgufHeader> {
  for (let length = firstRead; length <= largestHead; length *= 4) {
    const bytes = await file.read(0, Math.min(length, file.bytes));
    try {
      return parseGgufHeader(file.path, bytes, file.bytes);
    } catch (error) {
      if (!(error instanceof OutOfBytes)) throw error;
    }
  }
  throw refuseFile(file.path, `its head has more than ${largestHead} bytes`);
}

async function readTensor(file: BinaryFile, { tensors }: GgufHeader, name: string) {
  const tensor = tensors.get(name);
  if (tensor === undefined) throw refuseFile(file.path, `it has no tensor ${name}`);
  const { type, offset, bytes } = tensor;
  if (!isWeightType(type)) {
    throw refuseFile(file.path, `the tensor ${name} is ${type}, and f32, f16, bf16 and q8_0 are read`);
  }
  return weightFormats[type].decode(await file.read(offset, bytes));
}
