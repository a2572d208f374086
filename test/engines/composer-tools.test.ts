import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weatherTool } from '../contracts/generate.ts';
import { callsFor, reply, toolOf } from './composer-replies.ts';

const text = { type: 'string' };
const number = { type: 'number' };
const time = toolOf('get_current_time', 'Get the current time in a city', { location: text });
const email = toolOf('send_email', 'Send an email', {
  to: { ...text, description: 'Recipient email address' },
  subject: text,
  body: text,
});
const calculator = toolOf('calculator', 'Evaluate a mathematical expression', { expression: text });
const add = toolOf('add', 'Adds two numbers', { a: number, b: number });
const search = toolOf(
  'search_web',
  'Search the web for information',
  { query: text, max_results: { type: 'integer', default: 5 } },
  ['query'],
);
const stock = toolOf('getStockPrice', 'Get the stock price', {
  symbol: { ...text, description: 'ticker symbol' },
});
const flights = toolOf(
  'search_flights',
  'Search for flights',
  {
    origin: text,
    destination: text,
    date: { ...text, format: 'date' },
    passengers: { type: 'integer', minimum: 1 },
  },
  ['origin', 'destination', 'date'],
);
const order = toolOf('lookup', "Look up a customer's order status by order id", { order_id: text });
const translate = toolOf('translate', 'Translate text', {
  text,
  target_language: { ...text, description: 'ISO code of the language' },
});
const convert = toolOf('convert_currency', 'Convert an amount', {
  amount: number,
  from: { ...text, description: 'currency code' },
  to: { ...text, description: 'currency code' },
});
const todo = toolOf(
  'add_todo',
  'Add a todo item',
  {
    title: text,
    due: { ...text, description: 'due date' },
    priority: { ...text, enum: ['low', 'medium', 'high'] },
  },
  ['title'],
);
const all = [
  weatherTool,
  time,
  email,
  calculator,
  add,
  search,
  stock,
  flights,
  order,
  translate,
  convert,
  todo,
];
const weather = (given: object) => ({ name: 'get_weather', arguments: given });

describe('the composer with tools', () => {
  it.each<[string, readonly { readonly name: string; readonly arguments: object }[]]>([
    ['What is the weather in Paris?', [weather({ location: 'Paris' })]],
    ['weather in Paris, France', [weather({ location: 'Paris, France' })]],
    ['How cold is it in Oslo, in Fahrenheit?', [weather({ location: 'Oslo', unit: 'fahrenheit' })]],
    ['do i need an umbrella in san francisco', [weather({ location: 'San Francisco' })]],
    [
      "What's the weather like in Paris and London today, in Celsius?",
      [weather({ location: 'Paris', unit: 'celsius' }), weather({ location: 'London', unit: 'celsius' })],
    ],
    [
      "what's the weather in san francisco, new york and rome right now",
      ['San Francisco', 'New York', 'Rome'].map((location) => weather({ location })),
    ],
    [
      'What is the weather in Tokyo and what time is it in New York?',
      [weather({ location: 'Tokyo' }), { name: 'get_current_time', arguments: { location: 'New York' } }],
    ],
    ['What is 12 * (7 + 1)?', [{ name: 'calculator', arguments: { expression: '12 * (7 + 1)' } }]],
    ['Add 3 and 4', [{ name: 'add', arguments: { a: 3, b: 4 } }]],
    [
      'Send an email to bob@example.com about the meeting saying I will be late',
      [
        {
          name: 'send_email',
          arguments: { to: 'bob@example.com', subject: 'the meeting', body: 'I will be late' },
        },
      ],
    ],
    [
      'Who won the 2022 World Cup?',
      [{ name: 'search_web', arguments: { query: 'Who won the 2022 World Cup' } }],
    ],
    [
      'Search the web for the best pizza in Naples',
      [{ name: 'search_web', arguments: { query: 'the best pizza in Naples' } }],
    ],
    [
      'price of NVDA and TSLA stock',
      ['NVDA', 'TSLA'].map((symbol) => ({ name: 'getStockPrice', arguments: { symbol } })),
    ],
    [
      'Find me flights from Berlin to Lisbon on May 5th for two people',
      [
        {
          name: 'search_flights',
          arguments: { origin: 'Berlin', destination: 'Lisbon', date: '2026-05-05', passengers: 2 },
        },
      ],
    ],
    ["What's the status of order #12345?", [{ name: 'lookup', arguments: { order_id: '12345' } }]],
    ['Where is my order ORD-991?', [{ name: 'lookup', arguments: { order_id: 'ORD-991' } }]],
    [
      'Translate "good morning" to French',
      [{ name: 'translate', arguments: { text: 'good morning', target_language: 'fr' } }],
    ],
    [
      'How much is 250 USD in JPY?',
      [{ name: 'convert_currency', arguments: { amount: 250, from: 'USD', to: 'JPY' } }],
    ],
    [
      'Remind me to buy milk tomorrow with high priority',
      [{ name: 'add_todo', arguments: { title: 'buy milk', due: 'tomorrow', priority: 'high' } }],
    ],
    [
      'Please call get_current_time',
      [{ name: 'get_current_time', arguments: { location: expect.any(String) } }],
    ],
  ])('calls what suits: %s', (prompt, calls) => {
    expect(callsFor(prompt, all)).toEqual(calls);
  });

  it.each([
    'Hello!',
    'Thanks a lot!',
    'Tell me a joke',
    'Write a poem about the weather',
    'Explain how weather forecasts work',
    'I would like to know more about streaming APIs',
    '',
    '\uD800 broken',
  ])('answers in words where no tool is asked for: %s', (prompt) => {
    expect(callsFor(prompt, all)).toEqual([]);
    expect(reply([{ role: 'user', content: prompt }], { tools: all })).toHaveLength(1);
  });

  it('calls nothing that is not offered, or that is forbidden', () => {
    expect(callsFor('What is the weather in Paris?', [])).toEqual([]);
    expect(callsFor('What is the weather in Paris?', all, { toolChoice: 'none' })).toEqual([]);
    expect(callsFor('What is the weather in Paris?', [calculator, email])).toEqual([]);
  });

  it('calls one where it must, the nearest one', () => {
    expect(callsFor('Hello!', [email, time], { toolChoice: 'required' })).toHaveLength(1);
    expect(callsFor('the time?', [email, time], { toolChoice: 'required' })).toMatchObject([
      { name: 'get_current_time' },
    ]);
  });

  it('calls the one that is named, and no other', () => {
    const toolChoice = { name: 'send_email' };
    expect(callsFor('What is the weather in Paris?', all, { toolChoice })).toMatchObject([
      { name: 'send_email' },
    ]);
    expect(callsFor('Hello!', all, { toolChoice: { name: 'nobody' } })).toEqual([]);
  });

  it('calls one at a time where several are not wanted', () => {
    const calls = callsFor('Weather in Rome and Madrid', all, { parallelToolCalls: false });
    expect(calls).toEqual([weather({ location: 'Rome' })]);
  });

  it('gives a list to a tool that takes lists, in one call', () => {
    const tool = toolOf('get_weather', 'Weather of cities', { cities: { type: 'array', items: text } });
    expect(callsFor('Weather in Rome, Madrid and Lisbon', [tool])).toEqual([
      weather({ cities: ['Rome', 'Madrid', 'Lisbon'] }),
    ]);
  });

  it('gives both places to a tool that takes two', () => {
    const tool = toolOf('get_distance', 'Distance between places', { origin: text, destination: text });
    expect(callsFor('What is the distance between Rome and Madrid?', [tool])).toEqual([
      { name: 'get_distance', arguments: { origin: 'Rome', destination: 'Madrid' } },
    ]);
  });

  it('remembers a place that was named before', () => {
    const said = reply(
      [
        { role: 'user', content: 'I live in Porto.' },
        { role: 'assistant', content: 'Lovely!' },
        { role: 'user', content: "What's the weather like?" },
      ],
      { tools: [weatherTool] },
    );
    expect(said).toEqual([{ name: 'get_weather', arguments: '{"location":"Porto"}' }]);
  });

  it('gives a tool without parameters an empty object', () => {
    expect(callsFor('Roll the dice', [{ name: 'roll_dice' }])).toEqual([
      { name: 'roll_dice', arguments: {} },
    ]);
  });

  it('calls the same for an equal request and makes up something else for another seed', () => {
    const ask = (seed: number) => JSON.stringify(callsFor('Weather?', [weatherTool], { seed }));
    expect(ask(1)).toBe(ask(1));
    expect(new Set([1, 2, 3, 4, 5, 6].map(ask)).size).toBeGreaterThan(1);
  });

  it('takes any text and any name of a tool without throwing', () => {
    const words = fc.constantFrom(
      'weather',
      'Paris',
      'and',
      '"a',
      "'",
      '12',
      '*',
      '(',
      'to',
      'a@b.c',
      '#',
      'http://',
      '2025-99-99',
      '99pm',
    );
    const prompt = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((parts) => parts.join(' ')),
    );
    const offer = fc.array(fc.record({ name: fc.string(), description: fc.string({ unit: 'binary' }) }), {
      maxLength: 3,
    });
    const choice = fc.constantFrom('auto', 'required', undefined);
    fc.assert(
      fc.property(prompt, offer, choice, (content, more, toolChoice) => {
        const tools = [...more, ...all];
        const calls = callsFor(content, tools, toolChoice === undefined ? {} : { toolChoice });
        expect(calls.length).toBeGreaterThanOrEqual(toolChoice === 'required' ? 1 : 0);
        for (const call of calls) expect(tools.map(({ name }) => name)).toContain(call.name);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('tells any result in words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (content) => {
        const said = reply(
          [
            { role: 'user', content: 'Weather?' },
            { role: 'tool', content, toolCallId: 'call_1' },
          ],
          { tools: all },
        );
        expect(said).toHaveLength(1);
        expect(JSON.stringify(said)).not.toContain('\\ud');
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
