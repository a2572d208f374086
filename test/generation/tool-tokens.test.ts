import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { formatFunctionDefinitions } from 'gpt-tokenizer/functionCalling';
import { describe, expect, it } from 'vitest';
import type { Tool } from '../../src/core/message.ts';
import { createEncodings } from '../../src/generation/encodings.ts';
import { countPromptTokens } from '../../src/generation/prompt-tokens.ts';
import { countOfferTokens } from '../../src/generation/tool-tokens.ts';
import { weatherTool } from '../contracts/generate.ts';

const o200k = await createEncodings()('o200k_base');

const order: Tool = {
  name: 'place_order',
  parameters: {
    type: 'object',
    properties: {
      items: { type: 'array', items: { type: 'string' } },
      express: { type: 'boolean' },
      count: { type: 'integer', description: 'How many.' },
      to: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    },
    required: ['items', 'to'],
  },
};

describe('countOfferTokens', () => {
  it('counts nothing where nothing is offered', () => {
    expect(countOfferTokens({}, o200k, Infinity)).toBe(0);
    expect(countOfferTokens({ tools: [], format: { kind: 'json' } }, o200k, Infinity)).toBe(0);
  });

  it.each([
    ['one tool', [weatherTool]],
    ['two tools', [weatherTool, order]],
    ['a tool that takes nothing', [{ name: 'now', description: 'Tells the time.' }]],
  ])("counts as others' rendering of %s, and 8", (_, tools) => {
    // The library's types know no absent description.
    const definitions = tools as unknown as Parameters<typeof formatFunctionDefinitions>[0];
    const rendered = countTokens(formatFunctionDefinitions(definitions));
    expect(countOfferTokens({ tools }, o200k, Infinity)).toBe(rendered + 8);
  });

  it('counts a schema for the answer', () => {
    const schema = { type: 'object', properties: { city: { type: 'string' } } };
    const count = countOfferTokens({ format: { kind: 'json-schema', schema } }, o200k, Infinity);
    expect(count).toBe(20 + countTokens(JSON.stringify(schema)));
  });

  it('copes with parameters that are no schema and with deep ones', () => {
    let deep: Record<string, unknown> = {};
    for (let depth = 0; depth < 900; depth += 1) deep = { type: 'object', properties: { a: deep } };
    const tools = [deep, { properties: 5, required: 'x' }, { properties: { a: null, b: [] } }].map(
      (parameters) => ({ name: 'x', parameters }),
    );
    expect(countOfferTokens({ tools }, o200k, Infinity)).toBeLessThan(2000);
  });

  it('gives up beyond the limit', () => {
    const tools = Array.from({ length: 100 }, () => ({ ...weatherTool, description: 'word '.repeat(2000) }));
    const count = countOfferTokens({ tools }, o200k, 100);
    expect(count).toBeGreaterThan(100);
    expect(count).toBeLessThan(5000);
  });
});

describe('countPromptTokens of past calls', () => {
  it('counts the name and the arguments of each call, and 7', () => {
    const said = { role: 'assistant', content: '' } as const;
    const call = { id: 'call_1', name: 'get_weather', arguments: '{"location":"Paris"}' };
    const without = countPromptTokens([said], o200k, Infinity);
    const each = countTokens(call.name) + countTokens(call.arguments) + 7;
    expect(countPromptTokens([{ ...said, toolCalls: [call, call] }], o200k, Infinity)).toBe(
      without + 2 * each,
    );
  });
});
