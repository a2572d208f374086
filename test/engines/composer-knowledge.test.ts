import { describe, expect, it } from 'vitest';
import { findAnswer } from '../../src/engines/composer/facts.ts';
import { findKnown } from '../../src/engines/composer/knowledge/find-known.ts';
import { topics } from '../../src/engines/composer/knowledge/topics.ts';
import { answer, findSeams } from './composer-answers.ts';

const itemsOf = (text: string): string[] =>
  Array.from(text.matchAll(/^(?:\d+\.|-) (.+)$/gm), ([, item = '']) => item);

describe('what the composer knows', () => {
  it('is written in whole sentences without seams', () => {
    for (const { is, how, why, pitfalls, example, related } of topics) {
      for (const sentence of [is, ...how, ...why, ...pitfalls, example]) {
        expect(sentence).toMatch(/^[\p{Lu}\d“][^]*[.”]$/u);
        expect(findSeams(sentence)).toEqual([]);
        // Asterisks and bars would be markup in answers without any.
        expect(sentence).not.toMatch(/[*#|]/);
      }
      expect(is).not.toMatch(/[.!?] \p{Lu}/u);
      expect(related.split(/, | and /).length).toBeGreaterThan(1);
      expect(Math.min(how.length, why.length, pitfalls.length)).toBeGreaterThan(0);
    }
  });

  it('goes by names that no two topics share', () => {
    const names = topics.flatMap((topic) => topic.names.split(', ').map((name) => name.replace('?', '')));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('covers what people ask who test streams and language models', () => {
    const asked =
      'SSE, streaming, tokens, BPE, time to first token, large language models, prompts, embeddings, RAG, agents, tool calling, temperature, REST, HTTP, HTTP/2, WebSockets, JSON, APIs, rate limits, backpressure, latency, load balancing, caching, Redis, databases, SQL, indexes, transactions, Docker, Kubernetes, CI/CD, Git, unit tests, mocks, stubs, TypeScript, closures, recursion, async/await, promises, event loop, threads, race conditions, deadlocks, hash tables, binary search, sorting, big-O, linked lists, stacks, queues, graphs, regular expressions, UTF-8, TLS, DNS, CORS, OAuth, microservices, machine learning, neural networks, gradient descent, transformers, quantum computing';
    expect(asked.split(', ').filter((name) => findKnown([name], true) === undefined)).toEqual([]);
  });

  it('leaves everyday words alone', () => {
    const words = 'rest tree trees stack agent go rust queue cookies promise'.split(' ');
    expect(words.filter((name) => findKnown([name], false) !== undefined)).toEqual([]);
    expect(answer('What are cookies made of?')).not.toContain('Set-Cookie');
  });

  it('is told whole where a topic is asked about', () => {
    const text = answer('Explain server-sent events');
    expect(text.startsWith('Server-sent events (SSE) are a standard way')).toBe(true);
    expect(text).toMatch(/text\/event-stream|EventSource|Last-Event-ID/);
    expect(answer('How do vaccines work?')).toMatch(/antibodies/);
  });

  it('is the whole answer where one sentence is asked for', () => {
    expect(answer('In one sentence, what is SSE?')).toBe(
      'Server-sent events (SSE) are a standard way for a server to send a stream of text events to a client over one HTTP response that stays open.',
    );
    for (let seed = 0; seed < 10; seed += 1) {
      const text = answer('What is a zorple in one sentence?', { seed });
      expect(text).toContain('zorple');
      expect(text).not.toMatch(/this answer|what follows|three questions/i);
    }
  });

  it('sets two known topics side by side', () => {
    const text = answer('REST vs GraphQL');
    expect(text).toMatch(/^\| Question \| REST \| GraphQL \|$/m);
    expect(text).toContain('exactly the fields it needs');
    expect(answer('What is the difference between a stack and a queue?')).toContain('put in last');
  });

  it('suits the kind of its subject', () => {
    for (const prompt of [
      'Tell me about Lisbon',
      'Who was Anna Akhmatova?',
      'Tell me about the battle of Actium',
    ]) {
      for (let seed = 0; seed < 20; seed += 1) {
        const text = answer(prompt, { seed });
        expect(text).not.toMatch(/how you would prevent|what would be missing|without it\b|take the pieces/i);
      }
    }
  });
});

describe('a plain question', () => {
  for (const [prompt, text] of [
    ['What is the capital of Japan?', 'The capital of Japan is Tokyo.'],
    ["what's the capital of the united states", 'The capital of the United States is Washington, D.C.'],
    ['How many days are in February?', 'February has 28 days, and 29 in a leap year.'],
    ['How many days does April have?', 'April has 30 days.'],
    ['How many feet are in a mile?', '1 mile is 5,280 feet.'],
    ['Convert 10 km to miles', '10 kilometres are about 6.2137 miles.'],
    ['100 C to F', '100 °C is 212 °F.'],
    ['How many minutes in a day?', '1 day is 1,440 minutes.'],
    ['How many planets are there?', 'The Solar System has eight planets.'],
    ['Who wrote Hamlet?', 'William Shakespeare wrote it.'],
    [
      'What does status 429 mean?',
      'The status 429 means “Too Many Requests”: the client has met a rate limit and should wait.',
    ],
  ] as const) {
    it(`is answered and nothing more: ${prompt}`, () => {
      expect(answer(prompt)).toBe(text);
    });
  }

  it('is still lengthened where a least length is set', () => {
    const text = answer('What is the capital of Japan?', { minCharacters: 600 });
    expect(text).toMatch(/^The capital of Japan is Tokyo\./);
    expect(text.length).toBeGreaterThanOrEqual(600);
  });

  it('is not mistaken for a conversion', () => {
    for (const prompt of [
      'Explain it in 5 minutes',
      'I ran 5 km in July',
      'two to three days',
      '3 to 4 people',
    ])
      expect(findAnswer(prompt)).toBeUndefined();
  });
});

describe('a list that the composer draws up', () => {
  for (const [prompt, count] of [
    ['5 names for a coffee shop', 5],
    ['Give me 12 cat names', 12],
    ['Suggest 3 variable names', 3],
    ['Give me 60 band names', 60],
    ['5 questions to ask in a job interview', 5],
    ['Give me 7 gift ideas for my mother', 7],
    ['5 facts about black holes', 5],
    ['4 tips for better sleep', 4],
    ['Name 10 programming languages', 10],
    ['Give me 4 steps to make pancakes', 4],
  ] as const) {
    it(`has what was asked for: ${prompt}`, () => {
      for (let seed = 0; seed < 5; seed += 1) {
        const items = itemsOf(answer(prompt, { seed }));
        expect(items).toHaveLength(count);
        expect(new Set(items).size).toBe(count);
      }
    });
  }

  it('has other words, and opposites', () => {
    expect(answer('Give me 3 synonyms for happy')).toMatch(/glad|cheerful|joyful|content|delighted|merry/);
    expect(answer('What is the opposite of hot?')).toMatch(/cold|cool|chilly/);
  });
});

describe('a value in JSON', () => {
  const read = (prompt: string): unknown => JSON.parse(answer(prompt));

  it('has the type that its key suggests', () => {
    expect(
      read('Return JSON with keys name, age, email, isActive, createdAt, price, tags, address, url and id'),
    ).toEqual({
      name: expect.stringMatching(/^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u),
      age: expect.any(Number),
      email: expect.stringMatching(/^[a-z]+\.[a-z]+@example\.com$/),
      isActive: true,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/),
      price: expect.any(Number),
      tags: [expect.any(String), expect.any(String), expect.any(String)],
      address: expect.objectContaining({ city: expect.any(String), postalCode: expect.any(String) }),
      url: expect.stringMatching(/^https:/),
      id: expect.any(Number),
    });
  });

  it('is an object of many where several things are asked for', () => {
    expect(read('Generate a JSON array of 3 users')).toEqual(
      [1, 2, 3].map((id) => ({
        id,
        name: expect.any(String),
        email: expect.any(String),
        active: true,
      })),
    );
  });

  it('answers the question that comes with the keys', () => {
    expect(read('as JSON with keys question and answer: what is SSE?')).toEqual({
      question: 'What is SSE?',
      answer: expect.stringContaining('Server-sent events'),
    });
  });
});

describe('a how-to', () => {
  for (const [prompt, step] of [
    ['How do I boil an egg?', 'Start the clock'],
    ['How can I center a div?', 'place-items: center'],
    ['How do I exit vim?', ':q!'],
    ['How do I test a streaming API?', 'Cut the chunks badly'],
    ['plan a 3 day trip to Rome', 'Keep one half-day free'],
    ["My code doesn't work", 'Halve the search'],
  ] as const) {
    it(`names real steps: ${prompt}`, () => {
      expect(answer(prompt)).toContain(step);
    });
  }
});
