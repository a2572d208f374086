import { fileTypes } from './gguf-format.ts';
import { openGguf } from './gguf-reader.ts';
import type { GgufHeader } from './gguf-header.ts';

/** What a GGUF file tells of its model. */
export interface GgufFacts {
  readonly name: string | undefined;
  readonly architecture: string | undefined;
  /** Most tokens of one sequence. */
  readonly contextLength: number | undefined;
  /** How the weights are stored: 'q8_0', 'q4_k_m', … */
  readonly quantisation: string;
  /** How many weights there are. */
  readonly parameters: number;
  readonly hasChatTemplate: boolean;
  /** The size of the file. */
  readonly bytes: number;
}

/** Reads what a GGUF file tells of its model; rejects with a WeightsError where it is none. */
export async function readGgufFacts(path: string): Promise<GgufFacts> {
  const gguf = await openGguf(path);
  await gguf.close();
  const architecture = readText(gguf, 'general.architecture');
  return {
    name: readText(gguf, 'general.name'),
    architecture,
    contextLength: readNumber(gguf, `${architecture ?? ''}.context_length`),
    quantisation: fileTypes.get(readNumber(gguf, 'general.file_type') ?? -1) ?? findCommonType(gguf),
    parameters: [...gguf.tensors.values()].reduce((sum, { shape }) => sum + countNumbers(shape), 0),
    hasChatTemplate: gguf.metadata.has('tokenizer.chat_template'),
    bytes: gguf.bytes,
  };
}

function readText({ metadata }: GgufHeader, key: string): string | undefined {
  const value = metadata.get(key);
  return typeof value === 'string' ? value : undefined;
}

function readNumber({ metadata }: GgufHeader, key: string): number | undefined {
  const value = metadata.get(key);
  return typeof value === 'number' ? value : undefined;
}

function countNumbers(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

// The type of most of the bytes names the file.
function findCommonType({ tensors }: GgufHeader): string {
  const sizes = new Map<string, number>();
  for (const { type, bytes } of tensors.values()) sizes.set(type, (sizes.get(type) ?? 0) + bytes);
  return [...sizes].toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? 'unknown';
}
