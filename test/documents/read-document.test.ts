import { describe, expect, it } from 'vitest';
import { createClock } from '../../src/core/clock.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { createDocumentTools } from '../../src/documents/document-tools.ts';
import { makePdf } from './make-pdf.ts';

const tools = createDocumentTools({ clock: createClock() });

function read(bytes: string | Uint8Array, name = 'file', type = ''): Promise<string> {
  return tools.read({ name, type, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes });
}

function refusal(why: RegExp) {
  return {
    name: 'ApiError',
    status: 400,
    code: 'unreadable_document',
    message: expect.stringMatching(why) as unknown,
  };
}

describe('reading text', () => {
  it.each([
    ['notes.md', 'text/markdown', '# Title\r\n\r\n- one\n'],
    ['data.csv', 'text/csv', 'a,b\n1,"2, 3"\n'],
    ['data.json', 'application/json', '{ "a": "ä" }'],
    ['main.ts', 'application/octet-stream', "const html = '<html>';\n"],
    ['empty.txt', 'text/plain', ''],
  ])('keeps %s as it is', async (name, type, text) => {
    expect(await read(text, name, type)).toBe(text);
  });

  it.each([
    ['UTF-8', Buffer.from('\uFEFFgrün')],
    ['UTF-16 in little endian', Buffer.from('\uFEFFgrün', 'utf16le')],
    ['UTF-16 in big endian', Buffer.from('\uFEFFgrün', 'utf16le').swap16()],
  ])('strips the byte order mark of %s', async (_, bytes) => {
    expect(await read(bytes)).toBe('grün');
  });

  it('reads the encoding that the media type names where the bytes are no UTF-8', async () => {
    const bytes = Buffer.from('grün', 'latin1');
    expect(await read(bytes, 'a.txt', 'text/plain; charset=iso-8859-1')).toBe('grün');
    expect(await read('grün', 'a.txt', 'text/plain; charset=iso-8859-1')).toBe('grün');
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['a text with NUL characters', Buffer.from('a\0b')],
    ['half of an UTF-16 pair', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    ['bytes in an encoding that nobody knows', Buffer.from([0xfc]), 'text/plain; charset=klingon'],
  ])('refuses %s', async (_, bytes, type = 'text/plain') => {
    await expect(read(bytes, 'x.bin', type)).rejects.toMatchObject(
      refusal(/^Cannot read 'x\.bin': .* Readable are .*PDF/),
    );
  });

  it('refuses what is larger than 10 MB', async () => {
    await expect(read(new Uint8Array(10_000_001))).rejects.toMatchObject(refusal(/larger than 10 MB/));
  });

  it('names a hostile file name without its control characters, and not all of it', async () => {
    const name = `a\r\n\u202E${'b'.repeat(1000)}`;
    await expect(read('\0', name)).rejects.toMatchObject(refusal(/^Cannot read 'a\?\?\?b{124}'/));
  });
});

describe('reading HTML', () => {
  const page = `<!doctype html><html><head><title>T</title><style>p { color: red }</style></head><body>
    <h1>Salt &amp; pepper</h1><p>See <a href="https://example.com/x">the other page</a>.<script>alert(1)</script>
    <ul><li>one<li>two<ul><li>deep</ul></ul><ol><li>first<li>second</ol>
    <table><caption>Ages</caption><tr><th>Name<th>Age<tr><td>Ada<td>36</table><pre>if x:\n  y</pre><img src="a.png" alt="A">`;

  it('gives headings, lists and tables as text, without links, scripts and styles', async () => {
    expect(await read(page)).toBe(
      [
        'Salt & pepper',
        'See the other page.',
        '- one\n- two\n  - deep',
        ' 1. first\n 2. second',
        'Ages\nName | Age\nAda | 36',
        'if x:\n  y',
      ].join('\n\n'),
    );
  });

  it.each([
    ['its content', '\uFEFF <!-- hi --> <HTML><p>a &lt; b', 'a.txt', 'text/plain'],
    ['its media type', '<p>a &lt; b', 'a.txt', 'text/html; charset=utf-8'],
    ['its name', '<p>a &lt; b', 'a.HTM', ''],
  ])('is told by %s', async (_, text, name, type) => {
    expect(await read(text, name, type)).toBe('a < b');
  });

  it('believes the media type rather than the name', async () => {
    expect(await read('<p>a', 'a.html', 'text/plain')).toBe('<p>a');
  });

  it('reads a page in the encoding that its head names', async () => {
    expect(await read(Buffer.from('<html><meta charset="latin1"><p>grün', 'latin1'))).toBe('grün');
  });

  it('refuses a page without text', async () => {
    await expect(read('<html><script>1</script>', 'a.html')).rejects.toMatchObject(refusal(/holds no text/));
  });

  it('survives 100,000 levels', async () => {
    const text = await read(`<html><p>top</p>${'<div>'.repeat(100_000)}deep`);
    expect(text).toBe('top');
  });

  it('survives a cell that spans a billion columns', async () => {
    expect(await read('<table><tr><td colspan=1000000000 rowspan=1000000000>a<td>b', 'a.html')).toBe('a | b');
  });
});

describe('reading PDF', () => {
  it('joins the lines of a page with line breaks, and pages with blank lines', async () => {
    const text = await read(makePdf(['Hello World\nSecond line', '', 'Page three']), 'a.txt', 'text/plain');
    expect(text).toBe('Hello World\nSecond line\n\nPage three');
  });

  it('leaves the bytes as they are', async () => {
    const bytes = Uint8Array.from(makePdf(['Hello']));
    await read(bytes);
    expect(bytes).toEqual(Uint8Array.from(makePdf(['Hello'])));
  });

  const encrypted = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<00><00>] `;
  it.each([
    ['cut off', makePdf(['Hello']).subarray(0, 200), /damaged/],
    ['nothing but its head', '%PDF-1.7\n', /damaged/],
    ['no PDF at all', 'Hello', /damaged/],
    ['protected by a password', makePdf(['Hello'], { trailer: encrypted }), /protected by a password/],
    ['without text', makePdf(['']), /holds no text/],
  ])('refuses one that is %s', async (_, bytes, why) => {
    await expect(read(bytes, 'a.pdf', 'application/pdf')).rejects.toMatchObject(refusal(why));
  });

  it('refuses one that unfolds to more than memory holds, and goes on reading others', async () => {
    const bomb = makePdf([], {
      streams: [Buffer.concat([Buffer.from('BT /F1 12 Tf ('), Buffer.alloc(200_000_000, 'a')])],
    });
    await expect(read(bomb, 'bomb.pdf')).rejects.toMatchObject(refusal(/too much memory/));
    expect(await read(makePdf(['Hello']))).toBe('Hello');
  });

  it('gives up on one that takes too long', async () => {
    const clock = createManualClock();
    const pages = Array.from({ length: 500 }, () => 'A line of text.\n'.repeat(100));
    const patient = createDocumentTools({ clock });
    // Loads the reader, so that the next file is being read when the time passes.
    await patient.read({ name: 'a.txt', type: '', bytes: Buffer.from('a') });
    const reading = patient.read({ name: 'long.pdf', type: '', bytes: makePdf(pages) });
    await Promise.all([
      expect(reading).rejects.toMatchObject(refusal(/takes too long/)),
      clock.advance(60_000),
    ]);
  });

  it('reads many at a time, a few of them at once', async () => {
    const numbers = Array.from({ length: 6 }, (_, index) => String(index));
    expect(await Promise.all(numbers.map((number) => read(makePdf([`Number ${number}`]))))).toEqual(
      numbers.map((number) => `Number ${number}`),
    );
  });
});
