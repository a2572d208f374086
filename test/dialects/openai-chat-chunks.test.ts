import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import type { TokenLogprob } from '../../src/core/generation.ts';
import {
  type ChunkOptions,
  createChunkEncoder,
  fingerprintOf,
} from '../../src/dialects/openai-chat-chunks.ts';
import { createObfuscation } from '../../src/dialects/openai-obfuscation.ts';
import { createQuote } from '../../src/dialects/quote.ts';

const options: ChunkOptions = {
  id: 'chatcmpl-X',
  created: 1770933892,
  model: 'gpt-4.1-nano-2025-04-14',
  serviceTier: 'default',
  fingerprint: 'fp_de604bd877',
  reasoning: false,
  logprobs: false,
  includeUsage: true,
  obfuscate: undefined,
  quote: createQuote(),
};

const head =
  '{"id":"chatcmpl-X","object":"chat.completion.chunk","created":1770933892,"model":"gpt-4.1-nano-2025-04-14","service_tier":"default","system_fingerprint":"fp_de604bd877",';
const event = (rest: string): string => `data: ${head}${rest}\n\n`;
const delta = (text: string, choice = 0, logprobs?: readonly TokenLogprob[]) =>
  ({ type: 'text-delta', due: 0, choice, text, tokens: 1, ...(logprobs && { logprobs }) }) as const;

describe('a chunk encoder that may tell calls', () => {
  const call = { type: 'tool-call', due: 0, choice: 0, index: 0, id: 'call_X', name: 'look' } as const;
  const write = { type: 'tool-arguments', due: 0, choice: 0, index: 0, text: '{"', tokens: 1 } as const;
  const start = { type: 'start', due: 0, choices: 2, promptTokens: 14 } as const;
  const finish = { type: 'finish', due: 0, choice: 0, reason: 'tool-calls' } as const;
  const chunk = (told: string, reason = 'null') =>
    event(`"choices":[{"index":0,"delta":${told},"logprobs":null,"finish_reason":${reason}}],"usage":null}`);
  const role = '{"role":"assistant","content":"","refusal":null}';
  const asTools = { ...options, calls: { legacy: false, named: false } };

  it('opens a choice with its call, as a live capture does', () => {
    const { encode } = createChunkEncoder(asTools);
    expect(encode(start)).toBe('');
    expect(encode(call)).toBe(
      chunk(
        '{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_X","type":"function","function":{"name":"look","arguments":""}}],"refusal":null}',
      ),
    );
    expect(encode(write)).toBe(chunk('{"tool_calls":[{"index":0,"function":{"arguments":"{\\""}}]}'));
    expect(encode({ ...call, index: 1 })).toBe(
      chunk(
        '{"tool_calls":[{"index":1,"id":"call_X","type":"function","function":{"name":"look","arguments":""}}]}',
      ),
    );
    expect(encode(finish)).toBe(chunk('{}', '"tool_calls"'));
  });

  it('opens a choice with its first words, each choice once', () => {
    const { encode } = createChunkEncoder(asTools);
    expect(encode(start)).toBe('');
    expect(encode(delta('Hi'))).toBe(chunk(role) + chunk('{"content":"Hi"}'));
    expect(encode(delta('!'))).toBe(chunk('{"content":"!"}'));
    expect(encode(delta('Ho', 1))).toBe(
      (chunk(role) + chunk('{"content":"Ho"}')).replaceAll('"index":0', '"index":1'),
    );
  });

  it('opens a choice that says nothing before it ends it', () => {
    const { encode } = createChunkEncoder(asTools);
    expect(encode({ ...finish, reason: 'length' })).toBe(chunk(role) + chunk('{}', '"length"'));
  });

  it('tells a function of the older way, and ends as the live API does', () => {
    const { encode } = createChunkEncoder({ ...options, calls: { legacy: true, named: false } });
    expect(encode(call)).toBe(
      chunk(
        '{"role":"assistant","content":null,"function_call":{"name":"look","arguments":""},"refusal":null}',
      ),
    );
    expect(encode(write)).toBe(chunk('{"function_call":{"arguments":"{\\""}}'));
    expect(encode(finish)).toBe(chunk('{}', '"function_call"'));
    const named = createChunkEncoder({ ...options, calls: { legacy: false, named: true } });
    named.encode(call);
    expect(named.encode(finish)).toBe(chunk('{}', '"stop"'));
  });
});

describe('a chunk encoder', () => {
  // The chunks of a live capture of February 2026, without their padding.
  it('writes what a live capture holds', () => {
    const { encode, end } = createChunkEncoder(options);
    expect(encode({ type: 'start', due: 0, choices: 1, promptTokens: 14 })).toBe(
      event(
        '"choices":[{"index":0,"delta":{"role":"assistant","content":"","refusal":null},"logprobs":null,"finish_reason":null}],"usage":null}',
      ),
    );
    expect(encode(delta('Holiday'))).toBe(
      event(
        '"choices":[{"index":0,"delta":{"content":"Holiday"},"logprobs":null,"finish_reason":null}],"usage":null}',
      ),
    );
    expect(encode({ type: 'finish', due: 0, choice: 0, reason: 'stop' })).toBe(
      event('"choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}],"usage":null}'),
    );
    const usage = { promptTokens: 14, completionTokens: 9, reasoningTokens: 0 };
    expect(encode({ type: 'end', due: 0, usage })).toBe(
      event(
        '"choices":[],"usage":{"prompt_tokens":14,"completion_tokens":9,"total_tokens":23,"prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}}}',
      ),
    );
    expect(end).toBe('data: [DONE]\n\n');
  });

  it('has no usage anywhere when none was asked for', () => {
    const { encode } = createChunkEncoder({ ...options, includeUsage: false });
    const usage = { promptTokens: 1, completionTokens: 1, reasoningTokens: 0 };
    expect(encode({ type: 'start', due: 0, choices: 1, promptTokens: 1 })).not.toContain('usage');
    expect(encode(delta('x'))).not.toContain('usage');
    expect(encode({ type: 'finish', due: 0, choice: 0, reason: 'length' })).not.toContain('usage');
    expect(encode({ type: 'end', due: 0, usage })).toBe('');
  });

  it('has no key for log probabilities on reasoning models', () => {
    const { encode } = createChunkEncoder({ ...options, reasoning: true, fingerprint: null });
    expect(encode({ type: 'start', due: 0, choices: 1, promptTokens: 1 })).not.toContain('logprobs');
    expect(encode(delta('x'))).not.toContain('logprobs');
    expect(encode({ type: 'finish', due: 0, choice: 0, reason: 'stop' })).not.toContain('logprobs');
    expect(encode(delta('x'))).toContain('"system_fingerprint":null,');
  });

  it('writes log probabilities with each token, none with the first and the last chunk', () => {
    const { encode } = createChunkEncoder({ ...options, logprobs: true });
    const logprob = { token: ' Hi', logprob: -0.12, bytes: [32, 72, 105] };
    expect(encode({ type: 'start', due: 0, choices: 1, promptTokens: 1 })).toContain(
      '"logprobs":{"content":[],"refusal":null}',
    );
    expect(encode(delta(' Hi', 0, [{ ...logprob, alternatives: [logprob] }]))).toContain(
      '"logprobs":{"content":[{"token":" Hi","logprob":-0.12,"bytes":[32,72,105],"top_logprobs":[{"token":" Hi","logprob":-0.12,"bytes":[32,72,105]}]}],"refusal":null},"finish_reason":null',
    );
    expect(encode({ type: 'finish', due: 0, choice: 0, reason: 'stop' })).toContain('"logprobs":null');
  });

  it('writes one choice a chunk, each with its own first chunk', () => {
    const { encode } = createChunkEncoder(options);
    const starts = encode({ type: 'start', due: 0, choices: 3, promptTokens: 1 }).split('\n\n').slice(0, -1);
    expect(starts.map((each) => /"index":(\d)/.exec(each)?.[1])).toEqual(['0', '1', '2']);
    expect(encode(delta('x', 2))).toContain('"index":2');
    expect(encode({ type: 'finish', due: 0, choice: 1, reason: 'stop' })).toContain('"index":1');
  });

  it('writes any text as one line of JSON that says it again, padded by the rule', () => {
    const obfuscate = createObfuscation()(7);
    const plain = createChunkEncoder(options);
    const padded = createChunkEncoder({ ...options, obfuscate });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = padded.encode(delta(text));
        expect(written).toMatch(/^data: [^\r\n]*\n\n$/);
        const json = written.slice('data: '.length, -2);
        const chunk = JSON.parse(json) as { choices: { delta: { content: string } }[]; obfuscation: string };
        expect(chunk.choices[0]?.delta.content).toBe(text);
        // UTF-16 units, not bytes; the padding is the last key.
        const bare = plain.encode(delta(text)).slice('data: '.length, -2);
        expect(chunk.obfuscation).toHaveLength((16 - (bare.length % 16)) % 16);
        expect(json).toBe(`${bare.slice(0, -1)},"obfuscation":"${chunk.obfuscation}"}`);
        expect(json.length % 16).toBe(1);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("writes an error as OpenAI's, and never the bug behind it", () => {
    const { fail } = createChunkEncoder(options);
    expect(fail(new ApiError(429, 'rate_limit_exceeded', 'Slow\ndown', { param: 'x', type: 'tokens' }))).toBe(
      String.raw`data: {"error":{"message":"Slow\ndown","type":"tokens","param":"x","code":"rate_limit_exceeded"}}` +
        '\n\n',
    );
    expect(fail(new ApiError(500, 'internal_error', 'Sorry!', { cause: new Error('secret') }))).not.toContain(
      'secret',
    );
  });

  it('stays alive by a comment', () => {
    expect(createChunkEncoder(options).keepAlive).toMatch(/^: [^\n]*\n\n$/);
  });
});

describe('fingerprintOf', () => {
  it('is a name of ten digits, the same for a model at all times and another for another', () => {
    const models = Array.from({ length: 1000 }, (_, index) => `model-${index}`);
    const fingerprints = models.map((model) => fingerprintOf(model));
    expect(new Set(fingerprints).size).toBe(1000);
    for (const fingerprint of fingerprints) expect(fingerprint).toMatch(/^fp_[0-9a-f]{10}$/);
    expect(models.map((model) => fingerprintOf(model))).toEqual(fingerprints);
  });
});
