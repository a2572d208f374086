import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordWrap } from '../../src/cli/word-wrap.ts';
import { measureText } from '../../src/cli/text-width.ts';

const motion = new RegExp(String.raw`\u001B\[\d*[DK]|[^]`, 'gu');

/** What a terminal shows of what is written to it, its cursor being where the text begins. */
function show(written: string, start: number, columns: number): readonly string[] {
  const lines: string[][] = [Array.from({ length: start }, () => '>')];
  let column = start;
  for (const [part] of written.matchAll(motion)) {
    const line = lines.at(-1) ?? [];
    const width = measureText(part);
    if (part.endsWith('D') && part.length > 1) column -= Number(part.slice(2, -1));
    else if (part.endsWith('K') && part.length > 1) line.length = column;
    else if (part === '\n') {
      lines.push([]);
      column = 0;
    } else if (width === 0) line.push(`${line.pop()}${part}`);
    else if (column + width > columns) {
      lines.push(width === 2 ? [part, ''] : [part]);
      column = width;
    } else {
      line.length = column;
      line.push(part, ...(width === 2 ? [''] : []));
      column += width;
    }
  }
  return lines.map((line) => line.join('').trimEnd());
}

function wrap(pieces: readonly string[], start = 0, columns = 20): readonly string[] {
  const wrapped = createWordWrap(start, () => columns);
  return show(pieces.map(wrapped.push).join(''), start, columns);
}

describe('the lines of a text on a terminal', () => {
  it.each([
    ['a word that has no room', ['one two three four five six'], ['one two three four', 'five six']],
    ['a word that was begun', ['one two three fo', 'ur', 'teen'], ['one two three', 'fourteen']],
    ['a word in letters', Array.from('one two three fourteen'), ['one two three', 'fourteen']],
    ['a blank that has no room', ['one two three four.', ' ', ' ', 'Five'], ['one two three four.', 'Five']],
    ['line ends', ['one\n\ntwo three four five six\n'], ['one', '', 'two three four five', 'six', '']],
    ['a line that is full to its end', ['one two three four.\nFive'], ['one two three four.', 'Five']],
    ['indented lines', ['a:\n    one two three four'], ['a:', '    one two three', 'four']],
    ['tabs', ['a\tone two three four'], ['a\tone two', 'three four']],
    [
      'a word that is longer than a line',
      ['a https://example.com/', 'path/x', ' b'],
      ['a', 'https://example.com/', 'path/x b'],
    ],
    ['a word that fills a line', ['12345678901234567890', ' b'], ['12345678901234567890', 'b']],
    ['Chinese', ['他说：春天来了，', '花都开了。'], ['他说：春天来了，花', '都开了。']],
    ['Chinese among letters', ['the word 春天来了花 is'], ['the word 春天来了花', 'is']],
    [
      'letters with marks',
      ['one two three fo\u0308u\u0308r', ' five'],
      ['one two three fo\u0308u\u0308r', 'five'],
    ],
    ['emoji', ['one two three fourth', ' 👍', ' x'], ['one two three', 'fourth 👍 x']],
  ])('end well with %s', (_, pieces, lines) => {
    expect(wrap(pieces)).toEqual(lines);
  });

  it('leave room for what stands before the text', () => {
    expect(wrap(['one two three'], 11)).toEqual(['>>>>>>>>>>>one two', 'three']);
    expect(wrap(['incomprehensible'], 11)).toEqual(['>>>>>>>>>>>', 'incomprehensible']);
  });

  it('show each piece at once', () => {
    const wrapped = createWordWrap(0, () => 20);
    expect(wrapped.push('one two three fo')).toBe('one two three fo');
    expect(wrapped.push('ur')).toBe('ur');
    expect(wrapped.push('teen')).toBe('\u001B[4D\u001B[K\nfourteen');
  });

  it('are as wide as the terminal is by then', () => {
    let columns = 20;
    const wrapped = createWordWrap(0, () => columns);
    wrapped.push('one two three four');
    columns = 40;
    expect(wrapped.push(' five')).toBe(' five');
  });

  it('lose nothing but blanks at their ends, break no word that fits, and are never too long', () => {
    const word = fc.stringMatching(/^[a-z.,]{1,16}$/);
    const text = fc.array(fc.oneof(word, fc.constantFrom(' ', ' ', '\n', '  ')), { maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (parts, size) => {
        const whole = parts
          .join('')
          .replace(/\S{17,}/g, (long) => long.slice(0, 16))
          .replace(/^ +/gm, '');
        const pieces = whole.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        const lines = wrap(pieces);
        expect(lines.join(' ').match(/\S+/g)).toEqual(whole.match(/\S+/g));
        expect(Math.max(...lines.map(measureText))).toBeLessThan(20);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
