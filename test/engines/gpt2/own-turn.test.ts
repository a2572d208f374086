import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GeneratedPiece } from '../../../src/core/engine.ts';
import { readOwnTurn } from '../../../src/engines/gpt2/own-turn.ts';

async function read(texts: readonly string[], stop = '\nUser:'): Promise<[string, number][]> {
  async function* say(): AsyncGenerator<GeneratedPiece> {
    for (const text of texts) yield { text, tokens: 1 };
  }
  const pieces: [string, number][] = [];
  for await (const { text, tokens } of readOwnTurn(say(), { stop, begun: false }))
    pieces.push([text, tokens]);
  return pieces;
}

describe("a transcript's turn", () => {
  it('begins with its first word, whose blanks count as tokens', async () => {
    expect(await read([' Hello', ' you'])).toEqual([
      ['Hello', 1],
      [' you', 1],
    ]);
    expect(await read(['\n', ' ', ' Hi', '!'])).toEqual([
      ['Hi', 3],
      ['!', 1],
    ]);
  });

  it('ends before the next turn, without the tokens of its beginning', async () => {
    expect(await read(['Fine.', '\n', 'User', ':', ' More'])).toEqual([['Fine.', 1]]);
    expect(await read(['Fine.\nUs', 'er: no'])).toEqual([['Fine.', 1]]);
    expect(await read(['\nUser:', 'x'])).toEqual([['', 1]].slice(1));
  });

  it('goes on where what looked like the next turn was none', async () => {
    expect(await read(['One', '\n', 'Us', '!', ' two', '\n'])).toEqual([
      ['One', 1],
      ['\nUs!', 3],
      [' two', 1],
      ['\n', 1],
    ]);
  });

  it('tells all of it whatever its pieces, each token once', async () => {
    const pieces = fc.array(fc.constantFrom('a', '\n', 'User', '\nUse', 'r', ':', ' b', '\nUser'), {
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(pieces, async (texts) => {
        const told = await read(texts);
        const whole = texts.join('');
        const end = whole.indexOf('\nUser:');
        const expected = (end < 0 ? whole : whole.slice(0, end)).trimStart();
        expect(told.map(([text]) => text).join('')).toBe(expected);
        const tokens = told.reduce((sum, [, count]) => sum + count, 0);
        expect(tokens).toBeLessThanOrEqual(texts.length);
        expect([end < 0 ? texts.length : tokens]).toContain(tokens);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
