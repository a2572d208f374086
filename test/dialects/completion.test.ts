import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import type { Call } from '../../src/core/dialect.ts';
import { createIds } from '../../src/core/ids.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { createCompletion } from '../../src/dialects/completion.ts';
import { completionQuery } from '../../src/dialects/completion-query.ts';
import { models } from '../support/make-generate.ts';
import { makeCall, onlyEndpoint } from './make-call.ts';

const dialect = createCompletion({
  models,
  clock: createManualClock(),
  ids: createIds(),
  model: 'gpt2',
  maxNewTokens: 20,
});

function parse(question: string, search: string, more: Partial<Call> = {}) {
  const answer = onlyEndpoint(dialect).parse({
    ...makeCall(''),
    method: 'GET',
    parameters: { '*': question },
    search,
    ...more,
  });
  if (answer instanceof Promise) throw new Error('This dialect understands calls at once.');
  return answer;
}

function refusal(question: string, search: string) {
  try {
    parse(question, search);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, body } = dialect.error(error, { id: 'req_1' });
    const { detail } = JSON.parse(body) as { detail: { loc: unknown[]; type: string; msg: string }[] };
    return { status, faults: detail.map(({ loc, type, msg }) => [loc.join('.'), type, msg]) };
  }
  return undefined;
}

function statusOf(question: string, search: string, id: string): number {
  try {
    const { request } = parse(question, search, { headers: { 'last-event-id': id } });
    return Number.isInteger(request.maxTokens) && request.prompts?.[0] === question ? 200 : 500;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.status;
  }
}

describe('a call for a completion', () => {
  it('asks for 20 tokens of the usual model', () => {
    expect(parse('What is AI', '').request).toEqual({
      model: 'gpt2',
      messages: [],
      prompts: ['What is AI'],
      choices: 1,
      maxTokens: 20,
      stop: [],
      seed: null,
      temperature: null,
    });
  });

  it('says how the text is made', () => {
    const search =
      'max_new_tokens=5&temperature=0.7&top_k=40&top_p=.9&min_p=5e-2&repetition_penalty=1.2&seed=-7&stop=a&stop=%0A&model=my%2Fown';
    expect(parse('x', search).request).toMatchObject({
      model: 'my/own',
      maxTokens: 5,
      temperature: 0.7,
      seed: -7,
      stop: ['a', '\n'],
      sampling: { topK: 40, topP: 0.9, minP: 0.05, repetitionPenalty: 1.2 },
    });
  });

  it('takes the last one of several values', () => {
    expect(parse('x', 'seed=1&seed=2').request.seed).toBe(2);
  });

  it.each<[string, string, string, string]>([
    [
      'max_new_tokens=0',
      'max_new_tokens',
      'greater_than_equal',
      'Input should be greater than or equal to 1',
    ],
    [
      'max_new_tokens=1e9',
      'max_new_tokens',
      'int_parsing',
      'Input should be a valid integer, unable to parse string as an integer',
    ],
    [
      'seed=99999999999999999999',
      'seed',
      'less_than_equal',
      'Input should be less than or equal to 9007199254740991',
    ],
    [
      'temperature=',
      'temperature',
      'float_parsing',
      'Input should be a valid number, unable to parse string as a number',
    ],
    ['temperature=1e999', 'temperature', 'finite_number', 'Input should be a finite number'],
    ['temperature=2.1', 'temperature', 'less_than_equal', 'Input should be less than or equal to 2'],
    ['repetition_penalty=0', 'repetition_penalty', 'greater_than', 'Input should be greater than 0'],
    [
      'include_prompt=2',
      'include_prompt',
      'bool_parsing',
      'Input should be a valid boolean, unable to interpret input',
    ],
    ['format=SSE', 'format', 'literal_error', "Input should be 'sse', 'raw', 'openai' or 'ndjson'"],
    ['stop=a&stop=', 'stop.1', 'string_too_short', 'String should have at least 1 character'],
    ['stop=a&'.repeat(17), 'stop', 'too_long', 'List should have at most 16 items after validation, not 17'],
    [`model=${'m'.repeat(257)}`, 'model', 'string_too_long', 'String should have at most 256 characters'],
  ])('is refused as FastAPI refuses it: %s', (search, name, type, message) => {
    expect(refusal('x', search)).toEqual({ status: 422, faults: [[`query.${name}`, type, message]] });
  });

  it('is told of all its faults, those of its path first', () => {
    expect(refusal('', 'top_p=x&seed=y')?.faults.map(([place]) => place)).toEqual([
      'path.question',
      'query.top_p',
      'query.seed',
    ]);
  });

  it('may have a question of 4,096 characters, however long those are', () => {
    expect(refusal('🙂'.repeat(4096), '')).toBeUndefined();
    expect(refusal('🙂'.repeat(4097), '')?.faults).toEqual([
      ['path.question', 'string_too_long', 'String should have at most 4096 characters'],
    ]);
  });

  it.each(['1', 'true', 'YES', 'on', 't', 'y'])('takes %s for yes', (word) => {
    const encoder = parse('Q', `include_prompt=${word}&format=raw`).encoder();
    const prompts = ['Q'];
    expect(encoder.encode({ type: 'start', due: 0, choices: 1, promptTokens: 1, prompts })).toBe('Q');
  });

  it('is understood or refused, whatever it says', () => {
    const name = fc.oneof(fc.constantFrom(...Object.keys(completionQuery)), fc.string());
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double().map(String),
      fc.bigInt().map(String),
      fc.constantFrom(
        '',
        ' ',
        '+1',
        '1_000',
        '0x10',
        '-0',
        '1.',
        '.',
        'Infinity',
        'NaN',
        '٣',
        '%',
        '%zz',
        '\0',
      ),
    );
    const pairs = fc.array(fc.tuple(name, value), { maxLength: 12 });
    const searches = fc.oneof(
      fc.string({ unit: 'binary' }),
      pairs.map((all) => new URLSearchParams(all).toString()),
      pairs.map((all) => all.map(([key, text]) => `${key}=${text}`).join('&')),
    );
    const questions = fc.string({ unit: 'binary', maxLength: 50 });
    const ids = fc.oneof(fc.string(), fc.nat().map(String), fc.constant('done'));
    fc.assert(
      fc.property(questions, searches, ids, (question, search, id) => {
        expect([200, 204, 422]).toContain(statusOf(question, search, id));
      }),
      { numRuns: 2000, seed: 4 },
    );
  });
});
