import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

/** A picture of at most 256 colours. */
export interface IndexedPicture {
  readonly width: number;
  readonly height: number;
  /** Three bytes each: red, green, blue. */
  readonly palette: Uint8Array;
  /** A colour's place in the palette for each pixel, row by row. */
  readonly pixels: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const compress = promisify(deflate);

/** The picture as a PNG file (RFC 2083); compressed beside the event loop. */
export async function encodePng(picture: IndexedPicture): Promise<Buffer> {
  const data = await compress(withFilters(picture), { level: 6 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header(picture)),
    chunk('PLTE', picture.palette),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function header({ width, height }: IndexedPicture): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  // Eight bits a pixel, each one a place in the palette; compression, filter and interlace are 0.
  bytes.set([8, 3], 8);
  return bytes;
}

// Each row begins with its filter: 0 for none, which suits palettes best.
function withFilters({ width, height, pixels }: IndexedPicture): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
