import { type Cursor, createCursor } from './gguf-cursor.ts';
import { findTensorType, usualAlignment, valueCodes } from './gguf-format.ts';
import { refuseFile } from './weights-error.ts';

/** One value of GGUF's metadata. */
export type GgufScalar = string | number | boolean;

/** A list in GGUF's metadata, read when somebody asks: vocabularies have hundreds of thousands of entries. */
export interface GgufList {
  readonly length: number;
  items(): readonly GgufScalar[];
}

/** Where a tensor of a GGUF file lies, and what it is. */
export interface GgufTensor {
  readonly name: string;
  /** The last number is that of neighbours in memory: the other way round than in the file. */
  readonly shape: readonly number[];
  /** 'f32', 'q8_0', …, or the code of a type that is not known. */
  readonly type: string;
  /** In bytes from the start of the file. */
  readonly offset: number;
  /** 0 where the type is not known. */
  readonly bytes: number;
}

/** What the head of a GGUF file tells. */
export interface GgufHeader {
  readonly metadata: ReadonlyMap<string, GgufScalar | GgufList>;
  readonly tensors: ReadonlyMap<string, GgufTensor>;
}

// Larger models than any there is; what a hostile file can make us build is bounded by it.
const mostEntries = 65_536;
const longestName = 65_535;

/** Reads the head of a file of which these are the first bytes; throws OutOfBytes where more of them are needed, else a WeightsError. */
export function parseGgufHeader(path: string, bytes: Uint8Array, fileBytes: number): GgufHeader {
  const refuse = (reason: string): Error => refuseFile(path, reason);
  const cursor = createCursor(bytes, fileBytes, refuse);
  readMagic(cursor, refuse);
  const tensorCount = readCount(cursor, refuse);
  const valueCount = readCount(cursor, refuse);
  const metadata = new Map<string, GgufScalar | GgufList>();
  for (let index = 0; index < valueCount; index += 1) {
    const name = readName(cursor, refuse);
    metadata.set(name, readValue(cursor, cursor.u32(), { bytes, fileBytes, refuse }));
  }
  const entries = Array.from({ length: tensorCount }, () => readTensor(cursor, refuse));
  const alignment = readAlignment(metadata, refuse);
  const start = Math.ceil(cursor.position / alignment) * alignment;
  const tensors = entries.map((entry) => moveTensor(entry, start));
  checkPlaces(tensors, { alignment, start, fileBytes, refuse });
  return { metadata, tensors: new Map(tensors.map((tensor) => [tensor.name, tensor])) };
}

type Refuse = (reason: string) => Error;

function readMagic(cursor: Cursor, refuse: Refuse): void {
  if (cursor.u32() !== 0x46554747) throw refuse('it does not begin as GGUF files do');
  const version = cursor.u32();
  if (version === 2 || version === 3) return;
  const isTurned = version !== 0 && (version & 0xffff) === 0;
  throw refuse(
    isTurned ? 'its numbers are big-endian' : `it is GGUF of version ${version}, and 2 and 3 are read`,
  );
}

function readCount(cursor: Cursor, refuse: Refuse): number {
  const count = cursor.u64();
  if (count > mostEntries)
    throw refuse(`its head tells of ${count} entries, and at most ${mostEntries} are read`);
  return count;
}

function readName(cursor: Cursor, refuse: Refuse): string {
  const name = cursor.text();
  if (name.length > longestName) throw refuse('it has a name of more than 65,535 characters');
  return name;
}

interface Source {
  readonly bytes: Uint8Array;
  readonly fileBytes: number;
  readonly refuse: Refuse;
}

function readValue(cursor: Cursor, code: number, source: Source): GgufScalar | GgufList {
  if (code !== valueCodes.array) return readScalar(cursor, code, source.refuse);
  const item = cursor.u32();
  const length = cursor.u64();
  const width = item === valueCodes.string ? 8 : widthOf(item, source.refuse);
  cursor.expect(length, width);
  const start = cursor.position;
  if (item === valueCodes.string) for (let index = 0; index < length; index += 1) cursor.skipText();
  else cursor.skip(length * width);
  return { length, items: () => readItems(source, { item, length, start }) };
}

interface Items {
  readonly item: number;
  readonly length: number;
  readonly start: number;
}

function readItems(
  { bytes, fileBytes, refuse }: Source,
  { item, length, start }: Items,
): readonly GgufScalar[] {
  const cursor = createCursor(bytes, fileBytes, refuse, start);
  return Array.from({ length }, () => readScalar(cursor, item, refuse));
}

function widthOf(code: number, refuse: Refuse): number {
  switch (code) {
    case valueCodes.uint8:
    case valueCodes.int8:
    case valueCodes.bool:
      return 1;
    case valueCodes.uint16:
    case valueCodes.int16:
      return 2;
    case valueCodes.uint32:
    case valueCodes.int32:
    case valueCodes.float32:
      return 4;
    case valueCodes.uint64:
    case valueCodes.int64:
    case valueCodes.float64:
      return 8;
    default:
      throw refuse(`its head has a list of the unknown kind ${code}`);
  }
}

function readScalar(cursor: Cursor, code: number, refuse: Refuse): GgufScalar {
  switch (code) {
    case valueCodes.uint8:
      return cursor.u8();
    case valueCodes.int8:
      return cursor.i8();
    case valueCodes.uint16:
      return cursor.u16();
    case valueCodes.int16:
      return cursor.i16();
    case valueCodes.uint32:
      return cursor.u32();
    case valueCodes.int32:
      return cursor.i32();
    case valueCodes.float32:
      return cursor.f32();
    case valueCodes.bool:
      return cursor.u8() !== 0;
    case valueCodes.string:
      return cursor.text();
    case valueCodes.uint64:
      return cursor.u64();
    case valueCodes.int64:
      return cursor.i64();
    case valueCodes.float64:
      return cursor.f64();
    default:
      throw refuse(`its head has a value of the unknown kind ${code}`);
  }
}

function readTensor(cursor: Cursor, refuse: Refuse): GgufTensor {
  const name = readName(cursor, refuse);
  const dimensions = cursor.u32();
  if (dimensions > 8) throw refuse(`the tensor ${name} has ${dimensions} dimensions`);
  const shape = Array.from({ length: dimensions }, () => cursor.u64()).toReversed();
  const code = cursor.u32();
  const offset = cursor.u64();
  const type = findTensorType(code);
  if (type === undefined) return { name, shape, type: String(code), offset, bytes: 0 };
  if ((shape.at(-1) ?? 1) % type.blockLength !== 0) {
    throw refuse(`the rows of the tensor ${name} are no whole blocks of ${type.name}`);
  }
  const numbers = shape.reduce((product, length) => product * length, 1);
  return { name, shape, type: type.name, offset, bytes: (numbers / type.blockLength) * type.blockBytes };
}

// Offsets in the file are counted from where its data starts.
function moveTensor({ name, shape, type, offset, bytes }: GgufTensor, start: number): GgufTensor {
  return { name, shape, type, offset: start + offset, bytes };
}

function readAlignment(metadata: GgufHeader['metadata'], refuse: Refuse): number {
  const alignment = metadata.get('general.alignment') ?? usualAlignment;
  const isSensible =
    typeof alignment === 'number' && alignment <= 65_536 && Number.isInteger(Math.log2(alignment));
  if (!isSensible || alignment < 1) throw refuse('its alignment is no power of two that files have');
  return alignment;
}

interface Room {
  readonly alignment: number;
  readonly start: number;
  readonly fileBytes: number;
  readonly refuse: Refuse;
}

function checkPlaces(tensors: readonly GgufTensor[], { alignment, start, fileBytes, refuse }: Room): void {
  let end = start;
  for (const { name, offset, bytes } of tensors.toSorted(
    (left, right) => left.offset - right.offset || left.bytes - right.bytes,
  )) {
    if (offset % alignment !== 0) throw refuse(`the tensor ${name} does not begin where the alignment asks`);
    if (offset < end) throw refuse(`the tensor ${name} overlaps another one`);
    if (!(offset + bytes <= fileBytes))
      throw refuse(`it is cut short: the tensor ${name} ends after the file`);
    end = offset + bytes;
  }
}
