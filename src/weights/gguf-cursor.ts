/** More bytes are needed than have been read of the file so far. */
export class OutOfBytes extends Error {
  constructor() {
    super('The bytes end here.');
    this.name = 'OutOfBytes';
  }
}

/** A place in the first bytes of a GGUF file, moved on by reading. */
export interface Cursor {
  readonly position: number;
  /** Throws unless so many items of so many bytes can lie between here and the end of the file. */
  expect(items: number, bytesEach: number): void;
  skip(bytes: number): void;
  u8(): number;
  i8(): number;
  u16(): number;
  i16(): number;
  u32(): number;
  i32(): number;
  f32(): number;
  f64(): number;
  /** Exact up to 2^53, near beyond. */
  u64(): number;
  i64(): number;
  /** Bytes behind their count, as text. */
  text(): string;
  skipText(): void;
}

/** A cursor over the first bytes of a file of so many bytes in all; `refuse` makes the error for what lies beyond its end. */
export function createCursor(
  bytes: Uint8Array,
  fileBytes: number,
  refuse: (reason: string) => Error,
  start = 0,
): Cursor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = start;

  function expect(items: number, bytesEach: number): void {
    // Also true of what is no number; nothing is larger than a file.
    if (!(position + items * bytesEach <= fileBytes)) throw refuse('it is cut short in its header');
  }

  function take(length: number): number {
    const here = position;
    expect(length, 1);
    if (here + length > bytes.length) throw new OutOfBytes();
    position = here + length;
    return here;
  }

  function takeText(): readonly [start: number, end: number] {
    const length = Number(view.getBigUint64(take(8), true));
    const here = take(length);
    return [here, here + length];
  }

  return {
    get position() {
      return position;
    },
    expect,
    skip: (length) => void take(length),
    u8: () => view.getUint8(take(1)),
    i8: () => view.getInt8(take(1)),
    u16: () => view.getUint16(take(2), true),
    i16: () => view.getInt16(take(2), true),
    u32: () => view.getUint32(take(4), true),
    i32: () => view.getInt32(take(4), true),
    f32: () => view.getFloat32(take(4), true),
    f64: () => view.getFloat64(take(8), true),
    u64: () => Number(view.getBigUint64(take(8), true)),
    i64: () => Number(view.getBigInt64(take(8), true)),
    text: () => Buffer.from(bytes.subarray(...takeText())).toString('utf8'),
    skipText: () => void takeText(),
  };
}
