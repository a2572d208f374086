import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteAscii } from '../../src/dialects/python-json.ts';

describe('quoteAscii', () => {
  it('writes the bytes of json.dumps', () => {
    // What CPython prints for the same string.
    const printed = String.raw`"\u00e9\u2014\u2028\u007f\ud83d\ude00\"\\/\b\f\n\r\t\u0001 <"`;
    expect(quoteAscii('é—\u2028\u007f😀"\\/\b\f\n\r\t\u0001 <')).toBe(printed);
  });

  it('writes ASCII that reads back as the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const quoted = quoteAscii(text);
        expect(quoted).toMatch(/^[ -~]*$/);
        expect(JSON.parse(quoted)).toBe(text);
      }),
      { seed: 1 },
    );
  });
});
