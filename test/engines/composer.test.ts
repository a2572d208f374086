import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, hash } from '../../src/core/chance.ts';
import type { Message } from '../../src/core/message.ts';
import { createComposer } from '../../src/engines/composer.ts';
import { analyse } from '../../src/engines/composer/analyse.ts';
import { composeAnswer } from '../../src/engines/composer/compose.ts';
import { answer, converse, findSeams, overlap } from './composer-answers.ts';

interface Case {
  readonly prompt: string;
  /** Words of the prompt that the answer takes up. */
  readonly says?: readonly string[];
  readonly matches?: RegExp;
  readonly short?: boolean;
}

const cases: readonly Case[] = [
  { prompt: 'What is recursion?', says: ['recursion'] },
  { prompt: 'Explain how neural networks learn from data', says: ['neural networks', 'data'] },
  { prompt: 'Why is the sky blue?', says: ['sky', 'scatter'] },
  { prompt: 'Why do cats purr?', says: ['cats'] },
  { prompt: 'How do I bake sourdough bread?', says: ['baking sourdough bread'], matches: /^1\. \*\*/m },
  { prompt: 'How to change a bicycle tyre', says: ['bicycle tyre'], matches: /^5\. \*\*/m },
  { prompt: "What's the best way to learn the piano?", says: ['the piano'], matches: /^1\. /m },
  { prompt: 'How does photosynthesis work?', says: ['photosynthesis'] },
  {
    prompt: 'What is the difference between TCP and UDP?',
    says: ['TCP', 'UDP'],
    matches: /^\| Question \| TCP \| UDP \|$/m,
  },
  {
    prompt: 'Compare Python and JavaScript for beginners',
    says: ['Python'],
    matches: /\| Python \| JavaScript \|/,
  },
  { prompt: 'Docker vs Kubernetes', says: ['Docker'], matches: /\| Docker \| Kubernetes \|/ },
  { prompt: 'Should I learn Rust or Go?', says: ['Rust', 'Go'], matches: /\| --- \| --- \| --- \|/ },
  { prompt: 'Is tea better than coffee?', says: ['tea', 'coffee'], matches: /\| Tea \| Coffee \|/ },
  {
    prompt: 'Write a Python function that reverses a string',
    matches: /```python\n[^]*def reverse_string[^]*\n```/,
  },
  {
    prompt: 'Write a function to parse log files in TypeScript',
    matches: /```typescript\n[^]*function parseLogFiles[^]*\n```/,
  },
  { prompt: 'Implement fibonacci in Rust', matches: /```rust\nfn fibonacci/ },
  { prompt: 'Show me a bash script that backs up a folder', matches: /```bash\n#!/ },
  { prompt: 'Write an SQL query to count orders', matches: /```sql\n[^]*SELECT/ },
  { prompt: 'Create a React component for a todo list', matches: /```jsx\nimport/ },
  { prompt: 'Give me 5 ideas for a birthday party', says: ['birthday party'] },
  { prompt: 'List three fruits', says: ['fruits'] },
  { prompt: 'What are the benefits of meditation?', says: ['meditation'] },
  { prompt: 'What should I cook for dinner tonight?', says: ['dinner'] },
  { prompt: 'What do you think about remote work?', says: ['remote work'] },
  { prompt: 'Is coffee bad for you?', says: ['coffee'] },
  { prompt: 'How many people live in Tokyo?', says: ['people', 'Tokyo'], short: true },
  { prompt: 'When was the Eiffel Tower built?', says: ['the Eiffel Tower', '1889'], short: true },
  { prompt: 'Who was Marie Curie?', says: ['Marie Curie'] },
  { prompt: 'Where is Mount Everest?', says: ['Mount Everest'] },
  { prompt: 'What is the capital of France?', matches: /^The capital of France is Paris\.$/, short: true },
  { prompt: 'plan a 3 day trip to Rome', says: ['Rome'] },
  { prompt: 'I feel sad today', says: ['sad'] },
  { prompt: 'Tell me about the history of Rome', says: ['the history of Rome'] },
  { prompt: 'EXPLAIN RECURSION', says: ['recursion'] },
  { prompt: 'Write a short story about a dragon who is afraid of fire', says: ['dragon'] },
  { prompt: 'Write a poem about autumn', says: ['autumn'] },
  {
    prompt: 'Write an email to my boss asking for a day off',
    says: ['Dear Boss,'],
    matches: /Subject:\*\* A day off/,
  },
  {
    prompt: 'Translate "Where is the station?" to Italian',
    says: ['do not translate', 'Where is the station'],
  },
  { prompt: "Fix the grammar: i dont know, it can't be true", says: ['cannot be true'] },
  {
    prompt: 'Summarize this: Bees make honey. Honey is stored in combs. Bees guard the combs against wasps.',
    says: ['Bees make honey.'],
  },
  { prompt: 'Explain closures in JavaScript with an example', says: ['closures', 'JavaScript'] },
  { prompt: 'Please, could you explain what a mutex is to a child?', says: ['mutex', 'a child'] },
  { prompt: 'Wie funktioniert Photosynthese?', says: ['„Photosynthese“'] },
  { prompt: 'Explique-moi la photosynthèse', says: ['photosynthèse', 'vous'] },
  { prompt: '¿Qué es la inflación?', says: ['«inflación»'] },
  { prompt: '', matches: /[.!?]$/ },
  { prompt: '🎉🎉🎉', matches: /[.!?]$/ },
  { prompt: 'Hello!', short: true, matches: /^(?:Hello|Hi|Hey|Good|Nice)/ },
  { prompt: 'Thanks a lot!', short: true },
  { prompt: 'Goodbye', short: true },
  { prompt: 'Who are you?', short: true, says: ['stand-in'] },
  { prompt: 'Are you ChatGPT?', short: true, says: ['stand-in'] },
  { prompt: 'What model are you?', short: true, says: ['stand-in'] },
  { prompt: 'Bist du ein Mensch? Wer bist du?', short: true, says: ['Vertretung'] },
  { prompt: 'What is 12*7?', short: true, says: ['84'] },
  { prompt: "What's 15% of 80?", short: true, says: ['12'] },
  { prompt: 'calculate (3 + 4) ^ 2 / 7', short: true, says: ['7'] },
  { prompt: 'Count from 1 to 5', short: true, matches: /^1, 2, 3, 4, 5$/ },
  { prompt: 'Repeat after me: hello world', short: true, matches: /^hello world$/ },
  { prompt: 'Say "pong"', short: true, matches: /^pong$/ },
  { prompt: 'Reply with only the word OK', short: true, matches: /^OK$/ },
  { prompt: 'ping', short: true, matches: /^pong$/ },
];

const essays = cases.filter(({ short = false }) => !short);
const short = cases.filter(({ short: isShort = false }) => isShort);
// Answers that are the user's own words, or numbers, end as they end.
const own = /^(?:\d[\d, ]*|hello world|pong|OK|hi)(?=$|\n)/;

describe('the composer', () => {
  for (const { prompt, says = [], matches = /./ } of cases) {
    it(`answers ${JSON.stringify(prompt)}`, () => {
      const text = answer(prompt);
      expect(says.filter((phrase) => !text.toLowerCase().includes(phrase.toLowerCase()))).toEqual([]);
      expect(text).toMatch(matches);
    });
  }

  it('says at least 1,400 characters to what deserves them', () => {
    for (const { prompt } of essays) expect(answer(prompt).length).toBeGreaterThanOrEqual(1400);
  });

  it('keeps small talk short', () => {
    for (const { prompt } of short) expect(answer(prompt).length).toBeLessThan(500);
  });

  it('leaves no seam under twenty seeds', () => {
    for (const { prompt } of cases) {
      for (let seed = 0; seed < 20; seed += 1)
        expect(findSeams(answer(prompt, { seed }).replace(own, 'OK.'))).toEqual([]);
    }
  });

  it('tells the joke', () => {
    const joke =
      "Why don't scientists trust atoms? Because they make up everything! This joke is being streamed token by token from your mock OpenAI server.";
    for (const prompt of ['Tell me a joke!', 'tell me a joke', 'Can you tell me a funny joke please?'])
      expect(answer(prompt)).toBe(joke);
    const long = answer('Tell me a joke!', { minCharacters: 1400 });
    expect(long.startsWith(joke)).toBe(true);
    expect(long.length).toBeGreaterThanOrEqual(1400);
  });

  it('says the same for an equal request and seed', () => {
    for (const { prompt } of cases) expect(answer(prompt)).toBe(answer(prompt));
  });

  it('says something clearly different under another seed', () => {
    for (const { prompt } of essays) {
      const shared = overlap(answer(prompt, { seed: 1 }), answer(prompt, { seed: 2 }));
      // Facts about a known topic, the steps of a guide and what is said about a list change their choice and order only.
      expect(shared).toBeLessThan(isKnown(prompt) ? 0.8 : 0.5);
    }
  });

  it('says something clearly different to another prompt', () => {
    const texts = essays.map(({ prompt }) => answer(prompt));
    let sum = 0;
    let pairs = 0;
    for (const [index, text] of texts.entries()) {
      for (const other of texts.slice(index + 1)) {
        const shared = overlap(text, other);
        // Two prompts about the same known topic get the same facts.
        expect(shared).toBeLessThan(0.5);
        sum += shared;
        pairs += 1;
      }
    }
    expect(sum / pairs).toBeLessThan(0.06);
  });

  it('repeats no sentence within an answer', () => {
    for (const { prompt } of essays) {
      const sentences = answer(prompt)
        .replace(/```[^]*?```|\|.*\|/g, '')
        .split(/(?<=[.!?])\s+/)
        .filter((sentence) => sentence.split(' ').length > 6);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });

  it('reaches the fewest characters whatever the prompt asks', () => {
    const prompts = [
      'Hello!',
      'What is 2+2?',
      'Explain love in one sentence',
      'Describe rain in 10 words',
      'Say hi',
      'Name 2 fruits as JSON',
      'Who are you?',
      '',
      'Tell me about rivers in 2 paragraphs',
      'Write a haiku about the sea',
      'code only: fibonacci in Python',
    ];
    for (const prompt of prompts) {
      for (const minCharacters of [1, 500, 1400, 9000]) {
        const text = answer(prompt, { minCharacters });
        expect(text.length).toBeGreaterThanOrEqual(minCharacters);
        expect(findSeams(text.replace(own, 'OK.'))).toEqual([]);
      }
    }
  });

  it('takes any text without throwing, and gives back clean text', () => {
    const unicode = fc.string({ unit: 'binary', maxLength: 300 });
    const wild = fc.oneof(
      unicode,
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom(...hostile),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('user', 'assistant', 'system'), wild), { maxLength: 4 }),
        fc.nat(3000),
        (turns, minCharacters) => {
          const text = converse(
            turns.map(([role, content]): Message => ({ role, content })),
            { minCharacters },
          );
          expect(text.isWellFormed()).toBe(true);
          expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
          expect(text.length).toBeGreaterThanOrEqual(minCharacters);
        },
      ),
      { numRuns: 400, seed: 7 },
    );
  });

  it('remembers answers without mixing them up', () => {
    const engine = createComposer();
    const { signal } = new AbortController();
    const ask = (messages: readonly Message[], seed: number, minCharacters?: number): string => {
      const request = {
        model: 'any',
        messages,
        choices: 1,
        stop: [],
        seed: null,
        temperature: null,
        ...(minCharacters === undefined ? {} : { minCharacters }),
      };
      const pieces = engine.text({ request, choice: 0, seed }, signal);
      return Symbol.iterator in pieces ? [...pieces].map(String).join('') : '';
    };
    const fresh = (messages: readonly Message[], seed: number, minCharacters?: number): string =>
      composeAnswer(
        { messages, ...(minCharacters === undefined ? {} : { minCharacters }) },
        createRandom('composer', seed),
      );
    const conversations: readonly (readonly Message[])[] = [
      [{ role: 'user', content: 'What is rain? user 4 snow' }],
      [
        { role: 'user', content: 'What is rain?' },
        { role: 'user', content: 'snow' },
      ],
      [
        { role: 'assistant', content: 'What is rain?' },
        { role: 'user', content: 'snow' },
      ],
      [{ role: 'user', content: `What is rain? ${'Really. '.repeat(600)}` }],
    ];
    for (const round of [1, 2]) {
      for (const messages of conversations) {
        for (const seed of [1, 2])
          for (const least of [undefined, round, 3000])
            expect(ask(messages, seed, least)).toBe(fresh(messages, seed, least));
      }
      // More than it keeps, so that the second round meets answers that have left.
      for (let seed = 10; seed < 300; seed += 1) ask(conversations[0] ?? [], seed);
    }
  });

  it('yields its text as one piece, cut by tokens', async () => {
    const engine = createComposer();
    const request = {
      model: 'any',
      messages: [{ role: 'user' as const, content: 'What is rain?' }],
      choices: 1,
      stop: [],
      seed: null,
      temperature: null,
    };
    const pieces: unknown[] = [];
    for await (const piece of engine.text(
      { request, choice: 0, seed: hash('rain') },
      new AbortController().signal,
    ))
      pieces.push(piece);
    expect(pieces).toHaveLength(1);
    expect(engine.cut).toEqual({ kind: 'token' });
  });
});

function isKnown(prompt: string): boolean {
  const { known, intent } = analyse([{ role: 'user', content: prompt }]);
  return known !== undefined || ['comparison', 'list', 'how-to'].includes(intent.kind);
}

const hostile = [
  'a'.repeat(100_000),
  ' '.repeat(100_000),
  '\u0000\u0007\u001b[31mred\u001b[0m',
  '\ud800 lone \udc00',
  '${x} {{x}} {topic} [a|b] %s',
  '# Title\n\n```js\nconst a = `\n',
  '<script>alert(1)</script> what is <b>this</b>?',
  'explain '.repeat(5000),
  '('.repeat(5000),
  'what is ' + '('.repeat(50) + '1+1' + ')'.repeat(50),
  'as JSON with keys __proto__, constructor, toString',
  '|a|b|\n|-|-|\n|1|2|',
  'a vs b vs | vs d',
];
