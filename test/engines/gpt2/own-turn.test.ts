import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GeneratedPiece } from '../../../src/core/engine.ts';
import { readOwnTurn } from '../../../src/engines/gpt2/own-turn.ts';

async function read(texts: readonly string[], stop = '\nUser:', begun = false): Promise<[string, number][]> {
  async function* say(): AsyncGenerator<GeneratedPiece> {
    for (const text of texts) yield { text, tokens: 1 };
  }
  const pieces: [string, number][] = [];
  for await (const { text, tokens } of readOwnTurn(say(), { stop, begun })) pieces.push([text, tokens]);
  return pieces;
}

/** The tokens of the pieces from one of the texts on, of which each is a token. */
async function readIds(texts: readonly string[], from = 0): Promise<(readonly number[] | undefined)[]> {
  async function* say(): AsyncGenerator<GeneratedPiece> {
    for (const [id, text] of texts.entries()) if (id >= from) yield { text, tokens: 1, ids: [id] };
  }
  const pieces = await Array.fromAsync(readOwnTurn(say(), { stop: '\nUser:', begun: from > 0 }));
  return pieces.map(({ ids }) => ids);
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

  it('tells the tokens of its pieces, and none of one that its end has cut', async () => {
    expect(await readIds([' ', ' Hi', '!', '\n', 'Us', 'er'])).toEqual([[0, 1], [2], [3, 4, 5]]);
    expect(await readIds(['Fine', '.\n\n', 'User', ':'])).toEqual([[0], []]);
    expect(await readIds(['Fine.', '\n', 'User:'])).toEqual([[0]]);
  });

  it('goes on after each of its pieces as if nothing had been between', async () => {
    const texts = ['\n', ' Hi', ' you', '\n', 'User', '!', '  ', ' so', '\nUs', 'er:'];
    const whole = await readIds(texts);
    for (let count = 1; count < whole.length; count += 1) {
      const said = whole.slice(0, count);
      expect([...said, ...(await readIds(texts, said.flat().length))]).toEqual(whole);
    }
    expect(await read([' you'], '\nUser:', true)).toEqual([[' you', 1]]);
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
