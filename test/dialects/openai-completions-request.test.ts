import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import { completionBody } from '../../src/dialects/openai-completions-body.ts';
import { readCompletionRequest } from '../../src/dialects/openai-completions-request.ts';
import { openaiErrorBody } from '../../src/dialects/openai-error.ts';
import { createModels } from '../../src/models/catalogue.ts';
import { openaiCards } from '../../src/models/openai.ts';

type Members = Readonly<Record<string, unknown>>;

const models = createModels(openaiCards);
const model = 'gpt-3.5-turbo-instruct';

function read(members: Members = {}, strict = false) {
  return readCompletionRequest({ model, prompt: 'Once', ...members }, { models, strict });
}

function refusal(body: unknown, strict = false) {
  try {
    readCompletionRequest(body, { models, strict });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { message, param, code } = openaiErrorBody(error).error;
    return [error.status, param, code, message];
  }
  return undefined;
}

function refuse(members: Members, strict = false) {
  return refusal({ model, prompt: 'Once', ...members }, strict);
}

const promptKinds =
  "Invalid type for 'prompt': expected one of a string, array of strings, array of integers, or array of integer arrays, but got";

describe('the body of a text completion', () => {
  it('has the defaults of OpenAI', () => {
    expect(readCompletionRequest({ model }, { models, strict: true })).toEqual({
      model,
      card: models.resolve(model),
      prompts: ['<|endoftext|>'],
      stream: false,
      includeUsage: false,
      echo: false,
      n: 1,
      bestOf: 1,
      maxTokens: 16,
      stop: [],
      seed: null,
      temperature: null,
    });
  });

  it('takes null for absence wherever a member is optional', () => {
    const names = Object.keys(completionBody.shape).filter((name) => name !== 'model');
    const nulls = Object.fromEntries(names.map((name) => [name, null]));
    expect(refuse(nulls)).toBeUndefined();
    expect(read({ ...nulls, prompt: 'Once' })).toEqual(read());
  });

  it.each([
    ['Once', ['Once']],
    ['', ['']],
    [
      ['One', 'Two'],
      ['One', 'Two'],
    ],
    [[1, 2, 3], [[1, 2, 3]]],
    [
      [[1], [2, 3]],
      [[1], [2, 3]],
    ],
  ])('takes the prompt %j', (prompt, prompts) => {
    expect(read({ prompt }, true).prompts).toEqual(prompts);
  });

  it.each<[Members, (string | number | null)[]]>([
    [{ model: undefined }, [400, null, null, 'you must provide a model parameter']],
    [
      { model: 7 },
      [
        400,
        'model',
        'invalid_type',
        "Invalid type for 'model': expected a string, but got an integer instead.",
      ],
    ],
    [{ prompt: 7 }, [400, 'prompt', 'invalid_type', `${promptKinds} an integer instead.`]],
    [{ prompt: {} }, [400, 'prompt', 'invalid_type', `${promptKinds} an object instead.`]],
    [
      { prompt: [] },
      [
        400,
        'prompt',
        'empty_array',
        "Invalid 'prompt': empty array. Expected an array with minimum length 1, but got an empty array instead.",
      ],
    ],
    [
      { prompt: [[]] },
      [
        400,
        'prompt[0]',
        'empty_array',
        "Invalid 'prompt[0]': empty array. Expected an array with minimum length 1, but got an empty array instead.",
      ],
    ],
    [
      { prompt: ['a', 1] },
      [
        400,
        'prompt[1]',
        'invalid_type',
        "Invalid type for 'prompt[1]': expected a string, but got an integer instead.",
      ],
    ],
    [
      { prompt: [1, 'a'] },
      [
        400,
        'prompt[1]',
        'invalid_type',
        "Invalid type for 'prompt[1]': expected an integer, but got a string instead.",
      ],
    ],
    [
      { prompt: [[1], 2] },
      [
        400,
        'prompt[1]',
        'invalid_type',
        "Invalid type for 'prompt[1]': expected an array, but got an integer instead.",
      ],
    ],
    [
      { prompt: Array.from({ length: 2049 }, () => 'a') },
      [
        400,
        'prompt',
        'array_above_max_length',
        "Invalid 'prompt': array too long. Expected an array with maximum length 2048, but got an array with length 2049 instead.",
      ],
    ],
    [
      { max_tokens: -1 },
      [
        400,
        'max_tokens',
        'integer_below_min_value',
        "Invalid 'max_tokens': integer below minimum value. Expected a value >= 0, but got -1 instead.",
      ],
    ],
    [
      { logprobs: 6 },
      [400, 'logprobs', null, "Invalid value for 'logprobs': must be less than or equal to 5."],
    ],
    [
      { n: 129 },
      [
        400,
        'n',
        'integer_above_max_value',
        "Invalid 'n': integer above maximum value. Expected a value <= 128, but got 129 instead.",
      ],
    ],
    [
      { n: 2, best_of: 1 },
      [
        400,
        null,
        null,
        "You requested that the server return more choices than it will generate (HINT: you must set 'n' (currently 2) to be at most 'best_of' (currently 1), or omit either parameter if you don't specifically want to use them.)",
      ],
    ],
    [
      { best_of: 2, stream: true },
      [
        400,
        'best_of',
        null,
        "Invalid value for 'best_of': results cannot be streamed when it is more than 1.",
      ],
    ],
    [
      { prompt: Array.from({ length: 17 }, () => 'a'), n: 128 },
      [
        400,
        'prompt',
        null,
        "Invalid value for 'prompt': at most 2048 choices can be generated, but 17 prompts ask for 2176.",
      ],
    ],
    [
      { echo: true, logprobs: 0 },
      [400, null, null, "Setting 'echo' and 'logprobs' at the same time is not supported for this model."],
    ],
    [
      { model: 'davinci-002', suffix: '.' },
      [400, null, null, 'Unrecognized request argument supplied: suffix'],
    ],
    [
      { stream_options: { include_usage: true } },
      [
        400,
        'stream_options',
        null,
        "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      ],
    ],
    [
      { stop: ['a', 'b', 'c', 'd', 'e'] },
      [
        400,
        'stop',
        'array_above_max_length',
        "Invalid 'stop': array too long. Expected an array with maximum length 4, but got an array with length 5 instead.",
      ],
    ],
    [{ model: 'text-embedding-3-small' }, [403, null, null, 'You are not allowed to sample from this model']],
  ])('is refused in these words: %j', (members, told) => {
    expect(refuse(members)).toEqual(told);
    expect(refuse(members, true)).toEqual(told);
  });

  it.each<[Members, (string | null | number)[]]>([
    [
      { model: 'gpt-4o-mini' },
      [
        404,
        'model',
        null,
        'This is a chat model and not supported in the v1/completions endpoint. Did you mean to use v1/chat/completions?',
      ],
    ],
    [
      { model: 'o1-pro' },
      [404, 'model', null, 'This model is only supported in v1/responses and not in v1/completions.'],
    ],
    [
      { model: 'gpt2' },
      [404, null, 'model_not_found', 'The model `gpt2` does not exist or you do not have access to it.'],
    ],
    [{ top_k: 5 }, [400, null, null, 'Unrecognized request argument supplied: top_k']],
    [{ foo: 1, min_p: 0 }, [400, null, null, 'Unrecognized request arguments supplied: foo, min_p']],
  ])('is taken, or refused where the server is strict: %j', (members, told) => {
    expect(refuse(members)).toBeUndefined();
    expect(refuse(members, true)).toEqual(told);
  });

  it('is refused where it is no object', () => {
    expect(refusal(null)).toEqual([
      400,
      null,
      'invalid_type',
      'Invalid type: expected an object, but got null instead.',
    ]);
    expect(refusal([])).toEqual([
      400,
      null,
      'invalid_type',
      'Invalid type: expected an object, but got an array instead.',
    ]);
  });

  it('may have a suffix for the model that inserts', () => {
    expect(refuse({ suffix: ' the end.' }, true)).toBeUndefined();
    expect(refuse({ model: 'davinci-002', suffix: '' }, true)).toBeUndefined();
  });

  it('says how tokens are chosen', () => {
    expect(
      read({ top_p: 0.9, top_k: 50, min_p: 0.05, repetition_penalty: 1.1, frequency_penalty: 2 }),
    ).toMatchObject({
      sampling: { topP: 0.9, topK: 50, minP: 0.05, repetitionPenalty: 1.1, frequencyPenalty: 2 },
    });
  });
});

describe('any body', () => {
  it('is understood or refused with an ApiError', () => {
    const members = fc.record(
      Object.fromEntries(
        Object.keys(completionBody.shape).map((name) => [name, fc.jsonValue({ maxDepth: 3 })]),
      ),
      { requiredKeys: [] },
    );
    const bodies = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      members,
      members.map((each) => Object.assign(each, { model })),
    );
    fc.assert(
      fc.property(bodies, fc.boolean(), (body, strict) => {
        const told = refusal(body, strict);
        expect([undefined, 400, 403, 404]).toContain(told?.[0]);
      }),
      { numRuns: 1000, seed: 20260821 },
    );
  });
});
