import { type BinaryFile, openBinaryFile } from './binary-file.ts';
import { type SafeTensor, largestHeader, parseSafetensorsHeader } from './safetensors-header.ts';
import { weightFormats } from './weight-types.ts';
import { refuseFile } from './weights-error.ts';

/** A safetensors file whose header has been read and found sound. */
export interface Safetensors {
  readonly path: string;
  readonly tensors: ReadonlyMap<string, SafeTensor>;
  /** The numbers of one tensor; rejects with a WeightsError unless they are F32, F16 or BF16. */
  read(name: string): Promise<Float32Array<ArrayBuffer>>;
  close(): Promise<void>;
}

/** Opens a safetensors file; rejects with a WeightsError where it is none, or cut short, or contradicts itself. */
export async function openSafetensors(path: string): Promise<Safetensors> {
  const file = await openBinaryFile(path);
  try {
    const tensors = parseSafetensorsHeader(path, await readHeader(file), file.bytes);
    return {
      path,
      tensors,
      read: (name) => readTensor(file, tensors, name),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readHeader(file: BinaryFile): Promise<Uint8Array> {
  if (file.bytes < 8) throw refuseFile(file.path, 'it is too short for a safetensors file');
  const length = (await file.read(0, 8)).readBigUInt64LE();
  if (length > file.bytes - 8) {
    throw refuseFile(
      file.path,
      'its header is longer than the file, so it is cut short or no safetensors file',
    );
  }
  if (length > largestHeader) {
    throw refuseFile(file.path, `its header has ${length} bytes, and at most ${largestHeader} are read`);
  }
  return file.read(8, Number(length));
}

async function readTensor(file: BinaryFile, tensors: Safetensors['tensors'], name: string) {
  const tensor = tensors.get(name);
  if (tensor === undefined) throw refuseFile(file.path, `it has no tensor ${name}`);
  const format = findFormat(tensor.dtype);
  if (format === undefined) {
    throw refuseFile(file.path, `the tensor ${name} is ${tensor.dtype}, and F32, F16 and BF16 are read`);
  }
  return format.decode(await file.read(tensor.offset, tensor.bytes));
}

function findFormat(dtype: string) {
  switch (dtype) {
    case 'F32':
      return weightFormats.f32;
    case 'F16':
      return weightFormats.f16;
    case 'BF16':
      return weightFormats.bf16;
    default:
      return undefined;
  }
}
