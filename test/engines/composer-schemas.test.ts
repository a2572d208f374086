import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/chance.ts';
import { writePattern } from '../../src/engines/composer/tools/pattern-text.ts';
import { callsFor, textFor } from './composer-replies.ts';

type Schema = Readonly<Record<string, unknown>>;

const formats: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  time: /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
  email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
  uri: /^https?:\/\/\S+$/,
  uuid: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
  ipv4: /^\d+\.\d+\.\d+\.\d+$/,
};

function validate(schema: Schema, value: unknown): string {
  const ajv = new Ajv({ strict: false, formats: { ...formats }, logger: false, ownProperties: true });
  return ajv.validate(schema, value) ? '' : `${ajv.errorsText()} in ${JSON.stringify(value)}`;
}

const names = fc.constantFrom(
  'location',
  'name',
  'age',
  'tags',
  'date',
  'email',
  'query',
  'is_open',
  'createdAt',
  'x',
  'to',
  'items',
  'notes',
  'title',
  'ä b',
  'constructor',
);
const scalar: fc.Arbitrary<Schema> = fc.oneof(
  fc.constant({ type: 'string' }),
  fc.constant({ type: 'boolean' }),
  fc.constant({ type: 'null' }),
  fc.constant({ type: ['string', 'null'] }),
  fc.constantFrom(...Object.keys(formats)).map((format) => ({ type: 'string', format })),
  fc
    .tuple(fc.nat(5), fc.integer({ min: 5, max: 40 }))
    .map(([minLength, maxLength]) => ({ type: 'string', minLength, maxLength })),
  fc
    .constantFrom('^[A-Z]{3}-\\d{4}$', '^(?:red|green)$', '^\\w+@x\\.org$', '^[a-f0-9]{8}$')
    .map((pattern) => ({ type: 'string', pattern })),
  fc
    .uniqueArray(fc.oneof(fc.string(), fc.integer(), fc.boolean()), { minLength: 1, maxLength: 4 })
    .map((values) => ({ enum: values })),
  fc.oneof(fc.string(), fc.integer()).map((value) => ({ const: value })),
  fc
    .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(40))
    .map(([minimum, more]) => ({ type: 'integer', minimum, maximum: minimum + more })),
  fc.tuple(fc.integer({ min: -50, max: 50 }), fc.nat(40)).map(([least, more]) => ({
    type: 'integer',
    exclusiveMinimum: least,
    exclusiveMaximum: least + more + 2,
  })),
  fc.integer({ min: 2, max: 9 }).map((multipleOf) => ({ type: 'integer', multipleOf, minimum: 1 })),
  fc
    .tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0, max: 5, noNaN: true }))
    .map(([minimum, more]) => ({ type: 'number', minimum, maximum: minimum + more })),
  fc.constant({ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }),
);
function withShared(root: Schema, shared: Schema): Schema {
  return { ...root, $defs: { shared } };
}

function open(schema: Schema): Schema {
  return { ...schema, additionalProperties: true };
}

function schemasWith(more: readonly Schema[]) {
  return fc.letrec<{ schema: Schema; object: Schema }>((tie) => ({
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar,
      fc
        .record({ items: tie('schema'), minItems: fc.nat(3) })
        .map(({ items, minItems }) => ({ type: 'array', maxItems: 4, items, minItems })),
      fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
      tie('object'),
      tie('object').map((one) => ({ allOf: [open(one), { type: 'object', required: ['x'] }] })),
      ...more.map((each) => fc.constant(each)),
    ),
    object: fc.array(fc.tuple(names, tie('schema'), fc.boolean()), { maxLength: 5 }).map((members) => {
      const properties: Record<string, Schema> = {};
      for (const [name, schema] of members)
        Object.defineProperty(properties, name, {
          value: schema,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      const required = members.filter(([, , isRequired]) => isRequired).map(([name]) => name);
      return { type: 'object', properties, required: [...new Set(required)], additionalProperties: false };
    }),
  }));
}

const plain = schemasWith([]);
const { schema: anySchema, object: anyObject } = schemasWith([{ $ref: '#/$defs/shared' }]);
const rooted = fc.tuple(anyObject, plain.object).map(([root, shared]): Schema => withShared(root, shared));
const prompt = fc.constantFrom(
  '',
  'Ann (ann@example.com) meets Bob in Paris on 2025-03-01 at 5pm, 3 tickets, "front row", https://example.com/a?b=c',
  'twelve 12 -7 3.5 true null red x y z ORD-1 12/31/2024 February 31st',
  'Hello!',
);
const run = { seed: 1, numRuns: 150 };

describe("what the composer writes by a client's schema", () => {
  it('validates, as arguments of a tool', () => {
    fc.assert(
      fc.property(rooted, prompt, (parameters, said) => {
        const [call] = callsFor(said, [{ name: 'look', parameters }], { toolChoice: { name: 'look' } });
        expect(validate(parameters, call?.arguments)).toBe('');
      }),
      run,
    );
  });

  it('validates, as an answer in any shape', () => {
    fc.assert(
      fc.property(plain.object, anySchema, prompt, (shared, part, said) => {
        const schema = withShared(part, shared);
        const text = textFor([{ role: 'user', content: said }], { format: { kind: 'json-schema', schema } });
        expect(validate(schema, JSON.parse(text))).toBe('');
      }),
      run,
    );
  });

  it('fills members that need not be there in an answer, and in a call only those that are spoken of', () => {
    const properties = { city: { type: 'string' }, days: { type: 'integer' }, hourly: { type: 'boolean' } };
    const parameters = { type: 'object', properties, required: ['city'] };
    const ask = (said: string) =>
      callsFor(said, [{ name: 'forecast', parameters }], { toolChoice: 'required' })[0]?.arguments;
    expect(ask('Forecast for Rome')).toEqual({ city: 'Rome' });
    expect(ask('Forecast for Rome for the next 3 days, hourly')).toEqual({
      city: 'Rome',
      days: 3,
      hourly: true,
    });
    const format = { kind: 'json-schema', schema: parameters } as const;
    const text = textFor([{ role: 'user', content: 'Forecast for Rome' }], { format });
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['city', 'days', 'hourly']);
  });

  it('takes the values that the prompt says', () => {
    const ask = (content: string, properties: object) => {
      const schema = { type: 'object', properties, required: Object.keys(properties) };
      return JSON.parse(
        textFor([{ role: 'user', content }], { format: { kind: 'json-schema', schema } }),
      ) as unknown;
    };
    const text = { type: 'string' };
    expect(
      ask('Alice and Bob are going to a science fair on Friday.', {
        date: text,
        participants: { type: 'array', items: text },
      }),
    ).toEqual({ date: 'Friday', participants: ['Alice', 'Bob'] });
    expect(
      ask('Jason is 25 years old and lives in Boston.', { name: text, age: { type: 'integer' }, city: text }),
    ).toEqual({ name: 'Jason', age: 25, city: 'Boston' });
    expect(ask('I love it!', { sentiment: { enum: ['negative', 'neutral', 'positive'] } })).toEqual({
      sentiment: 'positive',
    });
  });

  it('ends a recursion as soon as the schema allows', () => {
    const node = {
      type: 'object',
      properties: {
        value: { type: 'integer' },
        children: { type: 'array', items: { $ref: '#/$defs/node' } },
        next: { anyOf: [{ $ref: '#/$defs/node' }, { type: 'null' }] },
      },
      required: ['value', 'children', 'next'],
      additionalProperties: false,
    };
    const schema = { $ref: '#/$defs/node', $defs: { node } };
    const text = textFor([{ role: 'user', content: 'A tree.' }], { format: { kind: 'json-schema', schema } });
    expect(validate(schema, JSON.parse(text))).toBe('');
    expect(text.length).toBeLessThan(1000);
  });

  let deep: Schema = { type: 'string' };
  for (let level = 0; level < 1000; level += 1)
    deep = { type: 'object', properties: { a: deep }, required: ['a'] };
  const doubling = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => {
      const next = { $ref: `#/$defs/n${index + 1}` };
      return [`n${index}`, { type: 'object', properties: { a: next, b: next }, required: ['a', 'b'] }];
    }),
  );
  const wide = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`name_${index}`, { type: 'string' }]));

  it.each<[string, Schema]>([
    ['a thousand levels', deep],
    [
      'a required circle',
      {
        $ref: '#/$defs/a',
        $defs: { a: { type: 'object', properties: { a: { $ref: '#/$defs/a' } }, required: ['a'] } },
      },
    ],
    [
      'references in a circle',
      { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } },
    ],
    ['alternatives in a circle', { anyOf: [{ $ref: '#' }] }],
    ['parts in a circle', { allOf: [{ $ref: '#' }, { allOf: [{ $ref: '#' }] }] }],
    ['doubling references', { $ref: '#/$defs/n0', $defs: doubling }],
    ['a huge enum', { enum: Array.from({ length: 200_000 }, (_, index) => `value ${index}`) }],
    [
      'ten thousand required members',
      { type: 'object', properties: wide(10_000), required: Object.keys(wide(10_000)) },
    ],
    ['ten thousand members', { type: 'object', properties: wide(10_000) }],
    [
      'lists without end',
      { type: 'array', minItems: 1e9, items: { type: 'array', minItems: 1e9, items: { type: 'string' } } },
    ],
    ['a text without end', { type: 'string', minLength: 1e12 }],
    ['bounds that cross', { type: 'integer', minimum: 5, maximum: 1, multipleOf: 1e-300 }],
    ['numbers that are none', { type: 'number', minimum: 'x', maximum: null, multipleOf: -1 }],
    ['an inherited member', { $ref: '#/constructor/prototype' }],
    ['a pointer that cannot be read', { $ref: '#/%E0%A4%A/~2' }],
    [
      'a pattern that takes for ever',
      { type: 'string', pattern: '^(a+)+$|(((((x{1000}){1000}){1000}){1000}){1000})' },
    ],
    ['a pattern that is none', { type: 'string', pattern: '[((' }],
    [
      'what is no schema',
      { type: 5, properties: 'x', required: { a: 1 }, items: null, enum: 'x', anyOf: {}, $defs: [] },
    ],
    ['no alternatives', { anyOf: [], oneOf: [], enum: [], type: [] }],
    [
      'a member named __proto__',
      JSON.parse(
        '{"type":"object","properties":{"__proto__":{"type":"string"}},"required":["__proto__"]}',
      ) as Schema,
    ],
  ])('is JSON, and soon there, for %s', (_, schema) => {
    const began = performance.now();
    for (const content of ['Hello!', 'a '.repeat(2000) + '"'.repeat(500)]) {
      const text = textFor([{ role: 'user', content }], { format: { kind: 'json-schema', schema } });
      expect(JSON.parse(text)).toBeDefined();
      const [call] = callsFor(content, [{ name: 'x', parameters: schema }], { toolChoice: 'required' });
      expect(call?.arguments).toBeTypeOf('object');
    }
    // Not how fast: whether it ends at all.
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('writes for patterns of the common sort, and gives up on others', () => {
    const random = createRandom('patterns');
    for (const pattern of [
      '^a{2,4}b?$',
      '^\\d{3}-\\d{4}$',
      '[A-Z][a-z]*',
      '^(?:a|b)(c|d)+$',
      '^[^a-z]\\s\\S$',
      '^\\+?[1-9]\\d{1,14}$',
      '^#[0-9a-fA-F]{6}$',
      '^(?<year>\\d{4})$',
    ])
      expect(writePattern(pattern, random)).toMatch(new RegExp(pattern));
    for (const pattern of ['(?=a)b', '(?!a)', '\\p{L}', '(a)\\1', '*', '(a', '[a', 'a)'])
      expect(writePattern(pattern, random)).toBeUndefined();
  });
});
