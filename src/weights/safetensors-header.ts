import { z } from 'zod';
import { refuseFile } from './weights-error.ts';

/** Where a tensor of a safetensors file lies, and what it is. */
export interface SafeTensor {
  readonly name: string;
  /** As the file spells it: 'F32', 'F16', 'BF16', 'I64', … */
  readonly dtype: string;
  /** The last number is that of neighbours in memory. */
  readonly shape: readonly number[];
  /** In bytes from the start of the file. */
  readonly offset: number;
  readonly bytes: number;
}

/** Most bytes of a header: real ones have some hundreds a tensor. */
export const largestHeader = 16 * 2 ** 20;

const widths: ReadonlyMap<string, number> = new Map([
  ...['BOOL', 'U8', 'I8', 'F8_E4M3', 'F8_E5M2'].map((name) => [name, 1] as const),
  ...['U16', 'I16', 'F16', 'BF16'].map((name) => [name, 2] as const),
  ...['U32', 'I32', 'F32'].map((name) => [name, 4] as const),
  ...['U64', 'I64', 'F64'].map((name) => [name, 8] as const),
]);

const count = z.int().min(0);
const tensor = z.strictObject({
  dtype: z.string(),
  shape: z.array(count).max(8),
  data_offsets: z.tuple([count, count]),
});
const metadata = z.record(z.string(), z.string());

/** The tensors that a header tells of, by name; throws a WeightsError unless they fill the data of the file exactly. */
export function parseSafetensorsHeader(
  path: string,
  header: Uint8Array,
  fileBytes: number,
): ReadonlyMap<string, SafeTensor> {
  const start = 8 + header.length;
  const tensors = parseEntries(path, header).map((entry) => place(path, entry, start));
  const ordered = tensors.toSorted((left, right) => left.offset - right.offset || left.bytes - right.bytes);
  let end = start;
  for (const { name, offset, bytes } of ordered) {
    if (offset < end) throw refuseFile(path, `the tensor ${name} overlaps another one`);
    if (offset > end) throw refuseFile(path, `there is a gap before the tensor ${name}`);
    end = offset + bytes;
  }
  if (end > fileBytes) {
    throw refuseFile(path, `it is cut short: ${fileBytes} of ${end} bytes are there`);
  }
  if (end < fileBytes) throw refuseFile(path, `${fileBytes - end} bytes follow its last tensor`);
  return new Map(tensors.map((each) => [each.name, each]));
}

type Entry = readonly [name: string, entry: z.output<typeof tensor>];

function parseEntries(path: string, header: Uint8Array): readonly Entry[] {
  return Object.entries(parseJson(path, header)).flatMap(([name, value]): readonly Entry[] => {
    if (name === '__metadata__' && metadata.safeParse(value).success) return [];
    const parsed = tensor.safeParse(value);
    if (parsed.success) return [[name, parsed.data]];
    throw refuseFile(path, `its header tells nothing sensible of ${clip(name)}`);
  });
}

function parseJson(path: string, header: Uint8Array): object {
  try {
    const content: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(header));
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content;
  } catch {
    // Told below, with all else that is no header.
  }
  throw refuseFile(path, 'its header is not JSON, so it is no safetensors file');
}

function place(path: string, [name, { dtype, shape, data_offsets }]: Entry, start: number): SafeTensor {
  const width = widths.get(dtype);
  if (width === undefined) throw refuseFile(path, `the tensor ${clip(name)} is of the kind ${clip(dtype)}`);
  const [begin, end] = data_offsets;
  // A product that is beyond exact numbers is beyond every file too.
  const bytes = shape.reduce((product, length) => product * length, width);
  if (end - begin !== bytes) {
    throw refuseFile(
      path,
      `the tensor ${clip(name)} has ${end - begin} bytes where its shape needs ${bytes}`,
    );
  }
  return { name, dtype, shape, offset: start + begin, bytes };
}

function clip(text: string): string {
  return JSON.stringify(text.length <= 80 ? text : `${text.slice(0, 79)}…`);
}
