import { deflateSync } from 'node:zlib';

/** How a PDF is made for a test. */
export interface PdfOptions {
  /** Entries for the trailer, such as one that says that the file is encrypted. */
  readonly trailer?: string;
  /** Content streams in place of pages of lines, which are then compressed. */
  readonly streams?: readonly Buffer[];
}

/** A PDF with these pages, each of them lines of text in Helvetica. */
export function makePdf(pages: readonly string[], { trailer = '', streams }: PdfOptions = {}): Buffer {
  const contents = streams?.map(toCompressedStream) ?? pages.map((page) => toStream(drawLines(page)));
  const kids = contents.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
  const objects: readonly Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    ...contents.flatMap((stream, index) => [Buffer.from(toPage(5 + 2 * index)), stream]),
  ];
  return layOut(objects, trailer);
}

function toPage(contents: number): string {
  const resources = '/Resources << /Font << /F1 3 0 R >> >>';
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${resources} /Contents ${contents} 0 R >>`;
}

function drawLines(page: string): Buffer {
  const lines = page.split('\n').map((line) => `(${line}) Tj T*`);
  return Buffer.from(`BT /F1 12 Tf 72 720 Td 14 TL ${lines.join(' ')} ET`);
}

function toStream(data: Buffer, filter = ''): Buffer {
  const head = `<< /Length ${data.length}${filter} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]);
}

function toCompressedStream(data: Buffer): Buffer {
  return toStream(deflateSync(data), ' /Filter /FlateDecode');
}

function layOut(objects: readonly Buffer[], trailer: string): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = 9;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`;
  parts.push(
    Buffer.from(`${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${length}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}
