import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/message.ts';
import { weatherTool } from '../contracts/generate.ts';
import { reply, textFor } from './composer-replies.ts';

const question = 'What is the weather in Paris and London?';

function conversation(...results: readonly string[]): Message[] {
  const places = ['Paris', 'London'];
  const toolCalls = results.map((_, index) => ({
    id: `call_${index}`,
    name: 'get_weather',
    arguments: JSON.stringify({ location: places[index] }),
  }));
  return [
    { role: 'user', content: question },
    { role: 'assistant', content: '', toolCalls },
    ...results.map((content, index): Message => ({ role: 'tool', content, toolCallId: `call_${index}` })),
  ];
}

const tell = (...results: readonly string[]) => textFor(conversation(...results), { tools: [weatherTool] });

describe('the composer after tools have answered', () => {
  it('tells the values of an object, a number with its unit, and the question', () => {
    const told = tell(
      '{"location":"Paris","temperature":"22","unit":"celsius","forecast":["sunny","windy"]}',
    );
    expect(told).toContain(
      'the location is Paris, the temperature is 22 celsius and the forecast is sunny and windy.',
    );
    expect(told).toContain(question);
  });

  it('tells each of several results by what was asked for it', () => {
    const told = tell('{"temperature":22,"unit":"celsius"}', 'Rain at 15 degrees');
    expect(told).toContain('- **Paris**: the temperature is 22 celsius.');
    expect(told).toContain('- **London**: Rain at 15 degrees.');
  });

  it.each<[string, string | RegExp]>([
    ['42', '42.'],
    ['true', 'true.'],
    ['sunny', 'sunny.'],
    ['', /there is nothing\.$/],
    ['null', /there is nothing\.$/],
    ['[]', /there is nothing\.$/],
    ['{}', /there is nothing\.$/],
    ['["a","b","c"]', 'a, b and c.'],
    ['[{"id":1,"name":"Ann"},{"id":2,"name":"Bob"}]', '1. Ann – id 1\n2. Bob – id 2'],
    ['{"users":[{"name":"Ann"}],"total":1}', 'the total is 1.\n\nUsers:\n\n1. Ann'],
    ['{"error":"city not found"}', 'city not found.'],
    ['Error: no such city', 'no such city'],
  ])('tells %s', (result, expected) => {
    expect(tell(result)).toMatch(expected);
  });

  it('tells as much of a long text as its first sentences', () => {
    const told = tell('This is a sentence of a long text. '.repeat(100));
    expect(told.length).toBeLessThan(1000);
    expect(told).toMatch(/text\.$/);
  });

  it('copes with results nested without end', () => {
    expect(tell('['.repeat(100_000)).length).toBeLessThan(2000);
    expect(tell(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`).length).toBeLessThan(2000);
  });

  it('tells what a function of the older way has answered', () => {
    const messages: Message[] = [
      { role: 'user', content: 'Weather?' },
      { role: 'assistant', content: '', toolCalls: [{ id: '', name: 'get_weather', arguments: '{}' }] },
      { role: 'function', name: 'get_weather', content: '{"sky":"grey"}' },
    ];
    expect(textFor(messages, { tools: [weatherTool] })).toContain('the sky is grey.');
  });

  it('calls again only where the client asks for it', () => {
    const messages = conversation('{"temperature":22}');
    const calls = (toolChoice: 'required' | 'auto' | { readonly name: string }) =>
      reply(messages, { tools: [weatherTool], toolChoice }).filter((part) => typeof part !== 'string').length;
    expect(calls('auto')).toBe(0);
    expect(calls('required')).toBeGreaterThan(0);
    expect(calls({ name: 'get_weather' })).toBeGreaterThan(0);
  });

  it('calls tools again for the next question', () => {
    const messages: Message[] = [
      ...conversation('{"temperature":22}'),
      { role: 'assistant', content: 'It is 22 degrees.' },
      { role: 'user', content: 'And the weather in Rome?' },
    ];
    expect(reply(messages, { tools: [weatherTool] })).toEqual([
      { name: 'get_weather', arguments: '{"location":"Rome"}' },
    ]);
  });

  it('puts the results into the form that is asked for', () => {
    const properties = { temperature: { type: 'number' }, location: { type: 'string' } };
    const schema = { type: 'object', properties, required: Object.keys(properties) };
    const messages = conversation('{"location":"Lyon","temperature":19.5}');
    expect(JSON.parse(textFor(messages, { format: { kind: 'json-schema', schema } }))).toEqual({
      temperature: 19.5,
      location: 'Lyon',
    });
    expect(JSON.parse(textFor(messages, { format: { kind: 'json' } }))).toEqual({
      location: 'Lyon',
      temperature: 19.5,
    });
  });
});
