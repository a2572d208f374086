import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUtf8Decoder } from '../../../src/engines/gpt2/utf8.ts';

function decode(pieces: readonly Uint8Array[]): string[] {
  const decoder = createUtf8Decoder();
  return [...pieces.map((piece) => decoder.push(piece)), decoder.flush()];
}

const byByte = (...bytes: readonly number[]): string[] => decode(bytes.map((byte) => Uint8Array.of(byte)));

describe('the UTF-8 decoder', () => {
  it('gives a character with its last byte', () => {
    expect(byByte(0x41, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80)).toEqual([
      'A',
      '',
      'é',
      '',
      '',
      '€',
      '',
      '',
      '',
      '😀',
      '',
    ]);
  });

  it.each([
    ['a beginning before a letter', [0xe2, 0x41], ['', '\ufffdA', '']],
    ['two beginnings', [0xe2, 0x82, 0xe2, 0x82, 0xac], ['', '', '\ufffd', '', '€', '']],
    ['a byte that begins nothing', [0xf5, 0x80, 0xc0], ['\ufffd', '\ufffd', '\ufffd', '']],
    ['too long a form', [0xe0, 0x80], ['', '\ufffd\ufffd', '']],
    ['half a surrogate pair', [0xed, 0xa0, 0x80], ['', '\ufffd\ufffd', '\ufffd', '']],
    ['more than Unicode has', [0xf4, 0x90], ['', '\ufffd\ufffd', '']],
    ['an end inside a character', [0xf1, 0x80, 0x80], ['', '', '', '\ufffd']],
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x41], ['', '', '\ufeff', 'A', '']],
  ])('says that bytes are invalid once that is certain: %s', (_, bytes, texts) => {
    expect(byByte(...bytes)).toEqual(texts);
  });

  const valid = fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text));
  const pieces = fc.array(fc.oneof(fc.uint8Array({ maxLength: 6 }), valid), { maxLength: 8 });

  it('gives the text of all bytes, wherever they are cut', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(parts));
        expect(decode(parts).join('')).toBe(whole);
        expect(byByte(...Buffer.concat(parts)).join('')).toBe(whole);
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it('never gives U+FFFD for a text that has none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const whole = text.replaceAll('\ufffd', '');
        expect(byByte(...new TextEncoder().encode(whole)).join('')).toBe(whole);
      }),
      { seed: 4 },
    );
  });
});
