import { describe, expect, it } from 'vitest';
import { spellTerms, spellWords, stem } from '../../src/documents/words.ts';

describe('words', () => {
  it('are in lower case and without diacritics', () => {
    expect(spellWords('Crème BRÛLÉE, c’est __proto__ 2x!')).toEqual([
      'creme',
      'brulee',
      'c',
      'est',
      'proto',
      '2x',
    ]);
  });

  it('are single characters in scripts without blanks', () => {
    expect(spellWords('東京 Tower')).toEqual(['東', '京', 'tower']);
  });

  it.each([
    ['city', 'cities'],
    ['movie', 'movies'],
    ['box', 'boxes'],
    ['run', 'running', 'runs'],
    ['make', 'making', 'makes'],
    ['plan', 'planned', 'planning'],
    ['tokenise', 'tokenised', 'tokenizing', 'tokenization', 'tokenisation'],
    ['stream', 'streams', 'streamed', 'streaming'],
    ['class', 'classes'],
  ])('have one stem: %s', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(1);
  });

  it.each(['bus', 'status', 'is', 'sing', 'red', 'redis', 'gpt2', 'grün', 'constructor'])(
    'keep %s as it is',
    (word) => {
      expect(stem(word)).toBe(word);
    },
  );

  it('are terms where they say something', () => {
    expect(spellTerms('What is the weather in Paris?')).toEqual(['weather', 'paris']);
  });
});
