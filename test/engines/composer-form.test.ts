import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/message.ts';
import { answer, converse } from './composer-answers.ts';

const wordsOf = (text: string): number => text.split(/\s+/).length;
const sentencesOf = (text: string): number => text.split(/(?<=[.!?])\s+(?=[\p{Lu}“„«"])/u).length;
const itemsOf = (text: string): number => (text.match(/^(?:\d+\.|-) /gm) ?? []).length;

describe('the form of a composed answer', () => {
  for (const count of [1, 2, 3, 5, 8, 9, 10, 12, 17, 25, 50, 100, 137, 400]) {
    it(`has exactly ${count} words when asked`, () => {
      for (const topic of ['the ocean', 'quantum computing', 'how to bake bread', 'love']) {
        for (let seed = 0; seed < 5; seed += 1)
          expect(wordsOf(answer(`Describe ${topic} in ${count} words`, { seed }))).toBe(count);
      }
    });
  }

  it('is one sentence when asked', () => {
    for (const prompt of [
      'Explain gravity in one sentence',
      'In one sentence, what is a closure?',
      'Why do we dream? Answer in a single sentence.',
      'How do I boil an egg in one sentence?',
      'Erkläre Rekursion in einem Satz',
    ]) {
      for (let seed = 0; seed < 10; seed += 1) expect(sentencesOf(answer(prompt, { seed }))).toBe(1);
    }
  });

  it('has as many sentences as asked', () => {
    for (const [word, count] of [
      ['two', 2],
      ['3', 3],
      ['five', 5],
    ] as const) {
      expect(sentencesOf(answer(`Tell me about tides in ${word} sentences`))).toBe(count);
    }
  });

  it('has as many paragraphs as asked, and is still long', () => {
    const text = answer('Tell me about the history of tea in 3 paragraphs');
    expect(text.split('\n\n')).toHaveLength(3);
    expect(text.length).toBeGreaterThanOrEqual(1400);
  });

  for (const count of [1, 2, 3, 5, 7, 10, 20, 30]) {
    it(`lists exactly ${count} items when asked`, () => {
      for (const prompt of [
        `Give me ${count} ideas for a school play`,
        `List ${count} ways to save energy`,
        `Name ${count} animals`,
      ]) {
        expect(itemsOf(answer(prompt))).toBe(count);
      }
    });
  }

  it('lists members of the kind that was named', () => {
    expect(answer('List the planets')).toMatch(/Mercury[^]*Venus[^]*Earth[^]*Mars[^]*Jupiter/);
    expect(answer('Name 5 European countries')).not.toMatch(/Peru|Japan|Kenya/);
  });

  it('is JSON and nothing else when asked', () => {
    const prompts = [
      'Describe a cat as JSON',
      'Answer in JSON: what is rain?',
      'What is DNA? Respond only with valid JSON.',
      'Give me the capital of Spain as JSON with keys country, capital',
      'Return a JSON object with keys name, age and tags for a hero',
      'List 4 fruits as a JSON array',
    ];
    for (const prompt of prompts) expect(() => JSON.parse(answer(prompt))).not.toThrow();
  });

  it('is about JSON where JSON is the subject', () => {
    for (const prompt of ['What is JSON?', 'Explain JSON', 'JSON vs XML', 'How does JSON work?'])
      expect(answer(prompt)).not.toMatch(/^[{[]/);
  });

  it('has the JSON keys that were asked for', () => {
    expect(JSON.parse(answer('Give me the capital of Spain as JSON with keys country, capital'))).toEqual({
      country: 'Spain',
      capital: 'Madrid',
    });
    const hero = JSON.parse(answer('Return a JSON object with keys name, age and tags for a hero'));
    expect(Object.keys(hero)).toEqual(['name', 'age', 'tags']);
    expect(hero).toMatchObject({
      name: expect.any(String),
      age: expect.any(Number),
      tags: expect.any(Array),
    });
    expect(JSON.parse(answer('List 4 fruits as a JSON array'))).toHaveLength(4);
  });

  it('is a table, plain text, a bulleted list or brief when asked', () => {
    expect(answer('Explain sleep as a table')).toMatch(/^\| --- \|/m);
    expect(answer('Explain sleep without markdown')).not.toMatch(/[*#|]|^[-\d]/m);
    expect(itemsOf(answer('Explain sleep in bullet points'))).toBeGreaterThanOrEqual(5);
    expect(sentencesOf(answer('Briefly explain sleep'))).toBeLessThanOrEqual(3);
  });

  it('is nothing but code when asked', () => {
    expect(answer('Write fibonacci in Python, code only')).toMatch(/^```python\n[^]*\n```$/);
  });

  it('is JavaScript that a parser takes', () => {
    const tasks = [
      'print fibonacci numbers',
      'compute a factorial',
      'check for a palindrome',
      'reverse a string',
      'parse log files',
    ];
    for (const task of tasks) {
      const text = answer(`Write a JavaScript function to ${task}, code only`);
      const code = text.replace(/^```javascript\n|\n```$/g, '');
      expect(() => new Script(code)).not.toThrow();
    }
  });

  it('follows the system prompt', () => {
    expect(answer('What is the moon?', { system: 'You are a pirate.' })).toMatch(/Arr|Ahoy/);
    expect(answer('What is the moon?', { system: 'You are a patient physics teacher.' })).toContain(
      'a patient physics teacher',
    );
    expect(answer('Who are you?', { system: 'You are Ada, a helpful assistant.' })).toContain('Ada');
    expect(answer('What is the moon?', { system: 'Reply only with the word banana' })).toBe('banana');
    expect(sentencesOf(answer('What is the moon?', { system: 'Answer briefly.' }))).toBeLessThanOrEqual(3);
    expect(answer('What is the moon?', { system: 'Always answer in German.' })).toContain('„');
    expect(() => JSON.parse(answer('What is the moon?', { system: 'Always answer in JSON.' }))).not.toThrow();
  });
});

describe('a follow-up turn', () => {
  const ask = (...said: string[]): string => {
    const turns = said.flatMap((content): Message[] => [
      { role: 'user', content },
      { role: 'assistant', content: 'An answer.' },
    ]);
    return converse(turns.slice(0, -1));
  };

  for (const next of [
    'Why?',
    'Give me an example',
    'Tell me more',
    'Continue',
    'Explain it in simpler terms',
    'Are you sure?',
    'Try again',
  ]) {
    it(`stays with the subject of the turn before: ${next}`, () => {
      expect(ask('What is photosynthesis?', next).toLowerCase()).toContain('photosynthesis');
    });
  }

  it('is shorter, or in another form, when asked', () => {
    expect(ask('What is photosynthesis?', 'Shorter please').length).toBeLessThan(700);
    expect(() => JSON.parse(ask('What is photosynthesis?', 'As JSON please'))).not.toThrow();
    expect(ask('What is photosynthesis?', 'in 20 words').split(/\s+/)).toHaveLength(20);
  });

  it('changes its language when asked', () => {
    expect(ask('Tell me about volcanoes', 'And in German?')).toContain('„volcanoes“');
  });

  it('takes a pronoun for the subject of the turn before', () => {
    expect(ask('What is a glacier?', 'How does it move?')).toContain('glacier');
    expect(ask('What is a glacier?', 'What about icebergs?')).toContain('icebergs');
  });

  it('recalls what was asked and told', () => {
    expect(ask('What is a glacier?', 'What did I ask before?')).toContain('What is a glacier?');
    expect(ask('My name is Ines.', 'What is a glacier?', 'What is my name?')).toContain('Ines');
    expect(ask('What did I ask before?')).toContain('not asked anything');
  });
});
