import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVisibleText, toOneLine } from '../../../src/cli/chat/visible-text.ts';

function show(...pieces: readonly string[]): string {
  const visible = createVisibleText();
  return pieces.map((piece) => visible.push(piece)).join('') + visible.end();
}

describe('text that others wrote', () => {
  it('keeps lines, tabs and every letter', () => {
    const text = 'a\tb\nc é ü 漢字 👩‍🚀 \u200Fא';
    expect(show(text)).toBe(text);
  });

  it('has CRLF as a line end, also where it is cut in two', () => {
    expect(show('a\r\nb\r', '\nc\r', 'd')).toBe('a\nb\nc␍d');
  });

  it('has characters whole that come in halves', () => {
    expect(show('\uD83D', '\uDE00')).toBe('😀');
    expect(show('\uD83D', 'a', '\uD83D')).toBe('\uFFFDa\uFFFD');
  });

  it('shows what turns the order of letters around', () => {
    expect(show('a\u202Eb\u2066c')).toBe('a\uFFFDb\uFFFDc');
  });

  it('holds no control character but tab and line feed, however it is cut', () => {
    const piece = fc.string({ unit: fc.nat(0x10ff).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(show(...pieces)).toMatch(/^(?:[\t\n]|\P{Cc})*$/u);
        expect(show(...pieces)).toBe(show(pieces.join('')));
      }),
      { seed: 1 },
    );
  });

  it('is one line in a message', () => {
    expect(toOneLine(' a\r\n\tb\u001B[0m ')).toBe('a b␛[0m');
  });
});
