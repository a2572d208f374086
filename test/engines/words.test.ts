import { describe, expect, it } from 'vitest';
import { type WordsOptions, createWords, wordsOptions } from '../../src/engines/words.ts';
import { describeEngine, engineCall } from '../contracts/engine.ts';

describeEngine('words', () => createWords({}));
describeEngine('words with a message', () => createWords({ message: 'Grüße 🙂\n an alle', repeatCount: 3 }));

function stretches(options: WordsOptions): string[] {
  const { signal } = new AbortController();
  return Array.from(createWords(options).text(engineCall('anything'), signal) as Iterable<string>);
}

/** The words, each with the blank before it. */
function say(options: WordsOptions): string[] {
  return stretches(options).join('').split(/(?= )/);
}

describe('words', () => {
  it('says its first word as it is and later ones after one blank', () => {
    expect(say({ message: 'Hello World!' })).toEqual(['Hello', ' World!']);
  });

  it('splits at any whitespace', () => {
    expect(say({ message: '\uFEFF one\ttwo \r\n\n three\u00a0four ' })).toEqual([
      'one',
      ' two',
      ' three',
      ' four',
    ]);
  });

  it('says the whole message as often as asked', () => {
    const said = say({ message: 'Hello World! Welcome to the stream.', wordsPerSecond: 1, repeatCount: 3 });
    expect(said).toHaveLength(18);
    expect(said.join('')).toBe(Array(3).fill('Hello World! Welcome to the stream.').join(' '));
  });

  it('says the default message for an hour when nothing is asked', () => {
    const said = say({});
    expect(said).toHaveLength(7200);
    expect(said.slice(0, 7).join('')).toBe('This is our test streaming server. This');
  });

  it.each([
    [{ message: 'a b' }, 2],
    [{ wordsPerSecond: 5, message: undefined }, 6],
    [{ repeatCount: 1 }, 6],
  ])('ends after the repeats once anything is asked, as with %o', (options, count) => {
    expect(say(wordsOptions.parse(options))).toHaveLength(count);
  });

  it('lets a duration win over the repeats', () => {
    expect(say({ message: 'a b c', streamDuration: 120, repeatCount: 2 })).toHaveLength(240);
    expect(say({ message: 'a b c', streamDuration: 1, repeatCount: 2 })).toHaveLength(2);
  });

  it.each([
    [1, 2, 2],
    [1.2, 2, 3],
    [0.1, 30, 3],
    [0.3, 10, 3],
    [0.01, 1, 1],
    [1e-9, 0.01, 1],
  ])('sends in %d s at %d words a second %d words', (streamDuration, wordsPerSecond, count) => {
    expect(say({ message: 'a b', streamDuration, wordsPerSecond })).toHaveLength(count);
  });

  it('makes the words of a long stream only as they are taken', () => {
    const engine = createWords({ message: 'a b', repeatCount: 1_000_000, streamDuration: 2_073_600 });
    const texts = engine.text(engineCall(''), new AbortController().signal) as Iterable<string>;
    expect(texts[Symbol.iterator]().next().value).toBe('a b');
  });

  it('goes through a long message by stretches, so that none is long to cut', () => {
    const message = Array.from({ length: 1200 }, (_, index) => `w${index}`).join(' ');
    const said = stretches({ message, repeatCount: 2 });
    expect(said.join('')).toBe(`${message} ${message}`);
    expect(Math.max(...said.map((text) => text.split(' ').length))).toBeLessThanOrEqual(501);
    expect(said).toHaveLength(6);
  });

  it('reads numbers as the command line gives them', () => {
    expect(wordsOptions.parse({ wordsPerSecond: '1.5', repeatCount: '3', streamDuration: '120' })).toEqual({
      wordsPerSecond: 1.5,
      repeatCount: 3,
      streamDuration: 120,
    });
    expect(wordsOptions.safeParse({ repeatCount: '' }).success).toBe(false);
  });

  it('asks for pieces of one word', () => {
    expect(createWords({}).cut).toEqual({ kind: 'word' });
  });

  it.each(['', ' \n\t'])('refuses a message without words: %j', (message) => {
    expect(() => wordsOptions.parse({ message })).toThrow('The message has no words.');
  });

  it.each([
    { repeatCount: 0 },
    { repeatCount: 1.5 },
    { repeatCount: 1_000_001 },
    { streamDuration: 0 },
    { streamDuration: Infinity },
    { streamDuration: 2_073_601 },
    { wordsPerSecond: 0 },
    { wordsPerSecond: 100_001 },
    { wordsPerSecond: Number.NaN },
    { message: 'a'.repeat(1_000_001) },
  ])('refuses what is out of bounds (%#)', (options) => {
    expect(wordsOptions.safeParse(options).success).toBe(false);
  });
});
