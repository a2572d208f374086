import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStopMatcher } from '../../src/generation/stop-matcher.ts';

// Few letters, so that stops are often found, often begun, and overlap.
const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '🙂'), maxLength: 24 });
const stops = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\n', '🙂'), maxLength: 5 }), {
  maxLength: 4,
});
const cuts = fc.array(fc.nat(24), { maxLength: 8 });

function segment(text: string, places: readonly number[]): string[] {
  const borders = [
    0,
    ...places.filter((place) => place < text.length).toSorted((a, b) => a - b),
    text.length,
  ];
  return borders.slice(1).map((border, index) => text.slice(borders[index], border));
}

function cutNaively(
  text: string,
  sequences: readonly string[],
): { readonly said: string; readonly stopped: boolean } {
  const found = sequences
    .filter((stop) => stop !== '')
    .map((stop) => text.indexOf(stop))
    .filter((at) => at >= 0);
  return found.length === 0
    ? { said: text, stopped: false }
    : { said: text.slice(0, Math.min(...found)), stopped: true };
}

function beginsAtEnd(text: string, stop: string): boolean {
  return stop.split('').some((_, length) => length > 0 && text.endsWith(stop.slice(0, length)));
}

describe('a stop matcher', () => {
  it('ends a text at its earliest stop, however the text is cut up', () => {
    fc.assert(
      fc.property(letters, stops, cuts, (text, sequences, places) => {
        const matcher = createStopMatcher(sequences);
        const naive = cutNaively(text, sequences);
        const real = sequences.filter((stop) => stop !== '');
        let given = '';
        let taken = '';
        for (const part of segment(text, places)) {
          const stoppedBefore = matcher.stopped();
          const said = matcher.push(part);
          expect(stoppedBefore && said !== '').toBe(false);
          given += said;
          taken += part;
          // Nothing is said that a stop might yet swallow, and nothing is held for longer than that.
          const soFar = cutNaively(taken, sequences);
          expect(matcher.stopped()).toBe(soFar.stopped);
          expect(soFar.said.startsWith(given)).toBe(true);
          const begun = real.some((stop) => beginsAtEnd(taken, stop));
          expect(matcher.stopped() || begun || given === taken).toBe(true);
          const swallowed = real.filter((stop) => taken.slice(given.length).includes(stop));
          expect(matcher.stopped() ? [] : swallowed).toEqual([]);
        }
        given += matcher.flush();
        expect(given).toBe(naive.said);
        expect(matcher.stopped()).toBe(naive.stopped);
        expect(matcher.flush()).toBe('');
      }),
      { seed: 1, numRuns: 3000 },
    );
  });

  it('passes everything through at once when there are no stops', () => {
    const matcher = createStopMatcher(['']);
    expect(matcher.push('anything')).toBe('anything');
    expect(matcher.stopped()).toBe(false);
    expect(matcher.flush()).toBe('');
  });

  it('holds a stretch back only while a stop may begin in it', () => {
    const matcher = createStopMatcher(['END']);
    expect(matcher.push('the E')).toBe('');
    expect(matcher.push('N')).toBe('');
    expect(matcher.push('TRY ')).toBe('the ENTRY ');
    expect(matcher.push('EN')).toBe('');
    expect(matcher.flush()).toBe('EN');
  });

  it('says nothing more once it has stopped', () => {
    const matcher = createStopMatcher(['.', 'two']);
    expect(matcher.push('one two. three')).toBe('one ');
    expect(matcher.push(' four')).toBe('');
    expect(matcher.flush()).toBe('');
    expect(matcher.stopped()).toBe(true);
  });
});
