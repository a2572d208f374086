import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ApiError } from '../../src/core/api-error.ts';
import { chatBody } from '../../src/dialects/openai-chat-body.ts';
import { readChatRequest } from '../../src/dialects/openai-chat-request.ts';
import { openaiErrorBody } from '../../src/dialects/openai-error.ts';
import { createModels } from '../../src/models/catalogue.ts';
import { openaiCards } from '../../src/models/openai.ts';

type Members = Readonly<Record<string, unknown>>;

const models = createModels(openaiCards);
const user = { role: 'user', content: 'Hello' };
const tool = { type: 'function', function: { name: 'look_up' } };
const call = { id: 'call_x', type: 'function', function: { name: 'look_up', arguments: '{}' } };
const asked = { id: 'call_x', name: call.function.name, arguments: call.function.arguments };
const calling = { role: 'assistant', content: null, tool_calls: [call] };
const answering = { role: 'tool', tool_call_id: 'call_x', content: '42' };

function read(members: Members = {}, strict = false) {
  return readChatRequest({ model: 'gpt-4o-mini', messages: [user], ...members }, { models, strict });
}

function refusal(body: unknown, strict = false) {
  try {
    readChatRequest(body, { models, strict });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, ...openaiErrorBody(error).error };
  }
  return undefined;
}

function refuse(members: Members, strict = false) {
  return refusal({ model: 'gpt-4o-mini', messages: [user], ...members }, strict);
}

function fault(param: string | null, code: string | null, message: string) {
  return { status: 400, message, type: 'invalid_request_error', param, code };
}

function type(param: string, expected: string, got: string) {
  return fault(
    param,
    'invalid_type',
    `Invalid type for '${param}': expected ${expected}, but got ${got} instead.`,
  );
}

function value(param: string, got: string, supported: string) {
  return fault(param, 'invalid_value', `Invalid value: '${got}'. Supported values are: ${supported}.`);
}

function missing(param: string) {
  return fault(param, 'missing_required_parameter', `Missing required parameter: '${param}'.`);
}

function bound(
  ...[kind, param, sign, limit, got]: ['integer' | 'decimal', string, '>=' | '<=', number, number]
) {
  const [place, side] = sign === '>=' ? ['below minimum', 'below_min'] : ['above maximum', 'above_max'];
  const message = `Invalid '${param}': ${kind} ${place} value. Expected a value ${sign} ${limit}, but got ${got} instead.`;
  return fault(param, `${kind}_${side}_value`, message);
}

function emptyString(param: string) {
  const message = `Invalid '${param}': empty string. Expected a string with minimum length 1, but got an empty string instead.`;
  return fault(param, 'empty_string', message);
}

function emptyArray(param: string) {
  const message = `Invalid '${param}': empty array. Expected an array with minimum length 1, but got an empty array instead.`;
  return fault(param, 'empty_array', message);
}

function longString(param: string, most: number, got: number) {
  const message = `Invalid '${param}': string too long. Expected a string with maximum length ${most}, but got a string with length ${got} instead.`;
  return fault(param, 'string_above_max_length', message);
}

function longArray(param: string, most: number, got: number) {
  const message = `Invalid '${param}': array too long. Expected an array with maximum length ${most}, but got an array with length ${got} instead.`;
  return fault(param, 'array_above_max_length', message);
}

function pattern(param: string, expression: string) {
  const message = `Invalid '${param}': string does not match pattern. Expected a string that matches the pattern '${expression}'.`;
  return fault(param, 'invalid_value', message);
}

const tiers = "'auto', 'default', 'flex', 'scale', 'priority', or 'fast'";
const named = '^[a-zA-Z0-9_-]+$';

describe('a member of the wrong kind', () => {
  it.each<[Members, ReturnType<typeof fault>]>([
    [{ model: 5 }, type('model', 'a string', 'an integer')],
    [{ model: 'm'.repeat(257) }, longString('model', 256, 257)],
    [{ messages: null }, type('messages', 'an array of objects', 'null')],
    [{ messages: 'Hello' }, type('messages', 'an array of objects', 'a string')],
    [{ messages: {} }, type('messages', 'an array of objects', 'an object')],
    [{ messages: [] }, emptyArray('messages')],
    [{ messages: Array(100_001).fill(1) }, longArray('messages', 100_000, 100_001)],
    [{ functions: {} }, type('functions', 'an array of function definitions', 'an object')],
    [{ functions: [] }, emptyArray('functions')],
    [{ functions: [{}] }, missing('functions[0].name')],
    [{ functions: [{ name: 'a b' }] }, pattern('functions[0].name', named)],
    [{ functions: Array.from({ length: 129 }, () => ({ name: 'a' })) }, longArray('functions', 128, 129)],
    [{ function_call: 5 }, type('function_call', "one of 'none' or 'auto' or object", 'an integer')],
    [{ function_call: 'x' }, value('function_call', 'x', "'none' and 'auto'")],
    [{ function_call: {} }, missing('function_call.name')],
    [{ tools: 'x' }, type('tools', 'an array of objects', 'a string')],
    [{ tools: [] }, emptyArray('tools')],
    [{ tools: [5] }, type('tools[0]', 'an object', 'an integer')],
    [{ tools: [{}] }, missing('tools[0].type')],
    [{ tools: [{ type: 'x' }] }, value('tools[0].type', 'x', "'function' and 'custom'")],
    [{ tools: Array.from({ length: 129 }, () => tool) }, longArray('tools', 128, 129)],
    [{ tools: [tool, { type: 'custom' }] }, missing('tools[1].custom')],
    [{ tools: [{ type: 'custom', custom: { name: '' } }] }, emptyString('tools[0].custom.name')],
    [
      {
        tools: [
          {
            type: 'custom',
            custom: { name: 'a', format: { type: 'grammar', grammar: { definition: 'a' } } },
          },
        ],
      },
      missing('tools[0].custom.format.grammar.syntax'),
    ],
    [
      { tools: [{ type: 'function', function: { name: 'a', strict: 1 } }] },
      type('tools[0].function.strict', 'a boolean', 'an integer'),
    ],
    [
      { tools: [{ type: 'function', function: { name: 'a', parameters: [] } }] },
      type('tools[0].function.parameters', 'an object', 'an array'),
    ],
    [{ tool_choice: 5 }, type('tool_choice', "one of 'none', 'auto', or 'required' or object", 'an integer')],
    [{ tool_choice: 'x' }, value('tool_choice', 'x', "'none', 'auto', and 'required'")],
    [{ tool_choice: {} }, missing('tool_choice.type')],
    [
      { tool_choice: { type: 'x' } },
      value('tool_choice.type', 'x', "'function', 'custom', and 'allowed_tools'"),
    ],
    [{ tool_choice: { type: 'function' } }, missing('tool_choice.function')],
    [{ tool_choice: { type: 'custom', custom: {} } }, missing('tool_choice.custom.name')],
    [
      { tool_choice: { type: 'allowed_tools', allowed_tools: { mode: 'x', tools: [] } } },
      value('tool_choice.allowed_tools.mode', 'x', "'auto' and 'required'"),
    ],
    [{ parallel_tool_calls: 'yes' }, type('parallel_tool_calls', 'a boolean', 'a string')],
    [{ max_completion_tokens: '5' }, type('max_completion_tokens', 'an integer', 'a string')],
    [{ max_completion_tokens: 0 }, bound('integer', 'max_completion_tokens', '>=', 1, 0)],
    [{ n: 1.5 }, type('n', 'an integer', 'a decimal number')],
    [{ n: 0 }, bound('integer', 'n', '>=', 1, 0)],
    [{ n: 129 }, bound('integer', 'n', '<=', 128, 129)],
    [{ n: 1e9 }, bound('integer', 'n', '<=', 128, 1e9)],
    [{ n: Infinity }, type('n', 'an integer', 'a decimal number')],
    [{ temperature: 'hot' }, type('temperature', 'a decimal', 'a string')],
    [{ temperature: -0.1 }, bound('decimal', 'temperature', '>=', 0, -0.1)],
    [{ temperature: 3 }, bound('decimal', 'temperature', '<=', 2, 3)],
    [{ top_p: true }, type('top_p', 'a decimal', 'a boolean')],
    [{ top_p: -1 }, bound('decimal', 'top_p', '>=', 0, -1)],
    [{ top_p: 1.1 }, bound('decimal', 'top_p', '<=', 1, 1.1)],
    [{ presence_penalty: [] }, type('presence_penalty', 'a decimal', 'an array')],
    [{ presence_penalty: -2.1 }, bound('decimal', 'presence_penalty', '>=', -2, -2.1)],
    [{ presence_penalty: 2.1 }, bound('decimal', 'presence_penalty', '<=', 2, 2.1)],
    [{ frequency_penalty: {} }, type('frequency_penalty', 'a decimal', 'an object')],
    [{ frequency_penalty: -3 }, bound('decimal', 'frequency_penalty', '>=', -2, -3)],
    [{ frequency_penalty: 3 }, bound('decimal', 'frequency_penalty', '<=', 2, 3)],
    [{ logprobs: 5 }, type('logprobs', 'a boolean', 'an integer')],
    [{ logprobs: true, top_logprobs: 'x' }, type('top_logprobs', 'an integer', 'a string')],
    [{ user: 5 }, type('user', 'a string', 'an integer')],
    [{ seed: 1.5 }, type('seed', 'an integer', 'a decimal number')],
    [{ moderation: 'x' }, type('moderation', 'an object', 'a string')],
    [{ moderation: {} }, missing('moderation.model')],
    [
      { moderation: { model: 'm', policy: { input: { mode: 'x' } } } },
      value('moderation.policy.input.mode', 'x', "'score' and 'block'"),
    ],
    [{ safety_identifier: 5 }, type('safety_identifier', 'a string', 'an integer')],
    [{ safety_identifier: 'x'.repeat(65) }, longString('safety_identifier', 64, 65)],
    [{ prompt_cache_options: [] }, type('prompt_cache_options', 'an object', 'an array')],
    [
      { prompt_cache_options: { mode: 'x' } },
      value('prompt_cache_options.mode', 'x', "'implicit' and 'explicit'"),
    ],
    [{ prompt_cache_options: { ttl: '1h' } }, value('prompt_cache_options.ttl', '1h', "'30m'")],
    [{ prompt_cache_key: 5 }, type('prompt_cache_key', 'a string', 'an integer')],
    [{ prompt_cache_retention: '1h' }, value('prompt_cache_retention', '1h', "'in_memory' and '24h'")],
    [{ response_format: 'text' }, type('response_format', 'an object', 'a string')],
    [{ service_tier: 'x' }, value('service_tier', 'x', tiers.replace(' or ', ' and '))],
    [{ service_tier: 5 }, type('service_tier', `one of ${tiers}`, 'an integer')],
    [{ max_tokens: true }, type('max_tokens', 'an integer', 'a boolean')],
    [{ max_tokens: -1 }, bound('integer', 'max_tokens', '>=', 1, -1)],
    [
      { reasoning_effort: 'x' },
      value('reasoning_effort', 'x', "'none', 'minimal', 'low', 'medium', 'high', 'xhigh', and 'max'"),
    ],
    [{ logit_bias: [] }, type('logit_bias', 'an object', 'an array')],
    [{ logit_bias: { 50256: 'x' } }, type('logit_bias.50256', 'a decimal', 'a string')],
    [{ logit_bias: { 50256: 101 } }, bound('decimal', 'logit_bias.50256', '<=', 100, 101)],
    [{ logit_bias: { 50256: -101 } }, bound('decimal', 'logit_bias.50256', '>=', -100, -101)],
    [
      { logit_bias: { AI: 1 } },
      fault(
        'logit_bias',
        null,
        "Invalid key in 'logit_bias': AI. You should only be submitting non-negative integers.",
      ),
    ],
    [{ stop: 5 }, type('stop', 'one of a string or array of strings', 'an integer')],
    [{ stop: ['a', 5] }, type('stop[1]', 'a string', 'an integer')],
    [{ stop: '' }, emptyString('stop')],
    [{ stop: ['a', ''] }, emptyString('stop[1]')],
    [{ stop: [] }, emptyArray('stop')],
    [{ stop: ['a', 'b', 'c', 'd', 'e'] }, longArray('stop', 4, 5)],
    [{ stream: 'true' }, type('stream', 'a boolean', 'a string')],
    [{ stream_options: true }, type('stream_options', 'an object', 'a boolean')],
    [
      { stream_options: { include_usage: 1 } },
      type('stream_options.include_usage', 'a boolean', 'an integer'),
    ],
    [
      { stream_options: { include_obfuscation: 'x' } },
      type('stream_options.include_obfuscation', 'a boolean', 'a string'),
    ],
    [{ store: 'x' }, type('store', 'a boolean', 'a string')],
    [{ metadata: 'x' }, type('metadata', 'a metadata object', 'a string')],
    [{ metadata: { k: 5 } }, type('metadata.k', 'a string', 'an integer')],
    [{ metadata: { k: 'v'.repeat(600) } }, longString('metadata.k', 512, 600)],
    [
      { metadata: Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`k${index}`, 'v'])) },
      fault(
        'metadata',
        'object_above_max_properties',
        "Invalid 'metadata': too many properties. Expected an object with at most 16 properties, but got an object with 17 properties instead.",
      ),
    ],
    [
      { metadata: { ['k'.repeat(70)]: 'v' } },
      fault(
        'metadata',
        'property_name_above_max_length',
        "Invalid property name in 'metadata': 'kkk...kkk' is too long. Expected a string with maximum length 64, but got a string with length 70 instead.",
      ),
    ],
    [{ prediction: 'x' }, type('prediction', 'an object', 'a string')],
    [{ prediction: { type: 'x', content: 'x' } }, value('prediction.type', 'x', "'content'")],
    [{ prediction: { type: 'content' } }, missing('prediction.content')],
    [
      { prediction: { type: 'content', content: 5 } },
      type('prediction.content', 'one of a string or array of objects', 'an integer'),
    ],
    [{ verbosity: 'x' }, value('verbosity', 'x', "'low', 'medium', and 'high'")],
    [{ modalities: 'text' }, type('modalities', 'an array of strings', 'a string')],
    [{ modalities: ['video'] }, value('modalities[0]', 'video', "'text' and 'audio'")],
    [{ audio: {} }, missing('audio.voice')],
    [{ audio: { voice: 5, format: 'wav' } }, type('audio.voice', 'one of a string or object', 'an integer')],
    [{ audio: { voice: {}, format: 'wav' } }, missing('audio.voice.id')],
    [
      { audio: { voice: 'alloy', format: 'ogg' } },
      value('audio.format', 'ogg', "'wav', 'aac', 'mp3', 'flac', 'opus', and 'pcm16'"),
    ],
    [{ web_search_options: 'x' }, type('web_search_options', 'an object', 'a string')],
    [
      { web_search_options: { search_context_size: 'x' } },
      value('web_search_options.search_context_size', 'x', "'low', 'medium', and 'high'"),
    ],
    [
      { web_search_options: { user_location: { type: 'approximate' } } },
      missing('web_search_options.user_location.approximate'),
    ],
  ])('is refused: %j', (members, expected) => {
    expect(refuse(members)).toEqual(expected);
  });
});

describe('a message of the wrong kind', () => {
  const roles = "'system', 'assistant', 'user', 'function', 'tool', and 'developer'";
  const content = 'one of a string or array of objects';
  const image = { type: 'image_url', image_url: { url: 'https://example.com/a.png' } };

  it.each<[unknown, ReturnType<typeof fault>]>([
    ['Hello', type('messages[0]', 'an object', 'a string')],
    [null, type('messages[0]', 'an object', 'null')],
    [{ content: 'Hello' }, missing('messages[0].role')],
    [{ role: 5 }, type('messages[0].role', `one of ${roles.replace(' and ', ' or ')}`, 'an integer')],
    [{ role: 'robot', content: 'x' }, value('messages[0].role', 'robot', roles)],
    [{ role: 'user', content: 5 }, type('messages[0].content', content, 'an integer')],
    [{ role: 'user', content: {} }, type('messages[0].content', content, 'an object')],
    [{ role: 'user', content: ['x'] }, type('messages[0].content[0]', 'an object', 'a string')],
    [{ role: 'user', content: [{}] }, missing('messages[0].content[0].type')],
    [
      { role: 'user', content: [{ type: 'text', text: 'a' }, { type: 'x' }] },
      value('messages[0].content[1].type', 'x', "'text', 'image_url', 'input_audio', and 'file'"),
    ],
    [{ role: 'system', content: [image] }, value('messages[0].content[0].type', 'image_url', "'text'")],
    [
      { role: 'assistant', content: [image] },
      value('messages[0].content[0].type', 'image_url', "'text' and 'refusal'"),
    ],
    [{ role: 'user', content: [{ type: 'text' }] }, missing('messages[0].content[0].text')],
    [
      { role: 'user', content: [{ type: 'text', text: 5 }] },
      type('messages[0].content[0].text', 'a string', 'an integer'),
    ],
    [{ role: 'user', content: [{ type: 'image_url' }] }, missing('messages[0].content[0].image_url')],
    [
      { role: 'user', content: [{ type: 'image_url', image_url: 'https://example.com/a.png' }] },
      type('messages[0].content[0].image_url', 'an object', 'a string'),
    ],
    [
      { role: 'user', content: [{ type: 'image_url', image_url: { url: 'a', detail: 'x' } }] },
      value('messages[0].content[0].image_url.detail', 'x', "'auto', 'low', and 'high'"),
    ],
    [
      { role: 'user', content: [{ type: 'input_audio', input_audio: { data: '', format: 'ogg' } }] },
      value('messages[0].content[0].input_audio.format', 'ogg', "'wav' and 'mp3'"),
    ],
    [{ role: 'user', content: 'x', name: 'a b' }, pattern('messages[0].name', '^[^\\s<|\\\\/>]+$')],
    [{ role: 'developer' }, missing('messages[0].content')],
    [{ role: 'developer', content: null }, type('messages[0].content', content, 'null')],
    [{ role: 'function', content: 'x' }, missing('messages[0].name')],
    [{ role: 'tool', content: 'x' }, missing('messages[0].tool_call_id')],
    [
      { role: 'tool', content: 'x', tool_call_id: 'c'.repeat(41) },
      longString('messages[0].tool_call_id', 40, 41),
    ],
    [{ role: 'assistant', tool_calls: [] }, emptyArray('messages[0].tool_calls')],
    [{ role: 'assistant', tool_calls: [{}] }, missing('messages[0].tool_calls[0].type')],
    [
      { role: 'assistant', tool_calls: [{ type: 'function', function: call.function }] },
      missing('messages[0].tool_calls[0].id'),
    ],
    [
      { role: 'assistant', tool_calls: [{ ...call, function: { name: 'a', arguments: {} } }] },
      type('messages[0].tool_calls[0].function.arguments', 'a string', 'an object'),
    ],
    [{ role: 'assistant', function_call: { name: 'a' } }, missing('messages[0].function_call.arguments')],
    [{ role: 'assistant', audio: {} }, missing('messages[0].audio.id')],
    [{ role: 'assistant', refusal: 5 }, type('messages[0].refusal', 'a string', 'an integer')],
  ])('is refused: %j', (message, expected) => {
    expect(refuse({ messages: [message] })).toEqual(expected);
  });
});

describe("what OpenAI says in a parameter's own words", () => {
  const empty = "Invalid value for 'content': expected a string, got null.";
  const preceding =
    "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.";
  const unanswered =
    "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: ";
  const noFunction =
    "Invalid value for 'function_call': no function named 'x' was specified in the 'functions' parameter.";
  const need = (one: string, other: string) =>
    `Invalid value for '${one}': '${one}' is only allowed when '${other}' are specified.`;

  it.each<[Members, ReturnType<typeof fault>]>([
    [{ messages: [user, { role: 'user' }] }, fault('messages.[1].content', null, empty)],
    [{ messages: [{ role: 'user', content: null }] }, fault('messages.[0].content', null, empty)],
    [{ messages: [{ role: 'system' }] }, fault('messages.[0].content', null, empty)],
    [{ messages: [{ role: 'tool', tool_call_id: 'x' }] }, fault('messages.[0].content', null, empty)],
    [
      { messages: [{ role: 'function', name: 'x', content: null }] },
      fault('messages.[0].content', null, empty),
    ],
    [
      { messages: [user, { role: 'assistant', tool_calls: null }] },
      fault('messages.[1].content', null, empty),
    ],
    [{ messages: [user, answering] }, fault('messages.[1].role', null, preceding)],
    [{ messages: [user, calling, answering, user, answering] }, fault('messages.[4].role', null, preceding)],
    [{ messages: [user, calling, user] }, fault('messages.[2].role', null, `${unanswered}call_x`)],
    [{ messages: [user, calling] }, fault('messages.[2].role', null, `${unanswered}call_x`)],
    [
      {
        messages: [
          { ...calling, tool_calls: [call, { ...call, id: 'call_y' }, { ...call, id: 'call_z' }] },
          answering,
        ],
      },
      fault('messages.[2].role', null, `${unanswered}call_y, call_z`),
    ],
    [
      { messages: [calling, { ...answering, tool_call_id: 'call_y' }] },
      fault(
        'messages.[1].tool_call_id',
        null,
        "Invalid parameter: 'tool_call_id' of 'call_y' not found in 'tool_calls' of previous message.",
      ),
    ],
    [
      { stream_options: { include_usage: true } },
      fault(
        'stream_options',
        null,
        "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      ),
    ],
    [
      { stream: false, stream_options: {} },
      fault(
        'stream_options',
        null,
        "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      ),
    ],
    [
      { top_logprobs: 0 },
      fault('top_logprobs', null, "The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled."),
    ],
    [
      { logprobs: false, top_logprobs: 3 },
      fault('top_logprobs', null, "The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled."),
    ],
    [
      { logprobs: true, top_logprobs: 21 },
      fault('top_logprobs', null, "Invalid value for 'top_logprobs': must be less than or equal to 20."),
    ],
    [
      { logprobs: true, top_logprobs: -1 },
      fault('top_logprobs', null, "Invalid value for 'top_logprobs': must be greater than or equal to 0."),
    ],
    [{ tool_choice: 'none' }, fault('tool_choice', null, need('tool_choice', 'tools'))],
    [{ parallel_tool_calls: true }, fault('parallel_tool_calls', null, need('parallel_tool_calls', 'tools'))],
    [{ function_call: 'none' }, fault('function_call', null, need('function_call', 'functions'))],
    [
      { tools: [tool], tool_choice: { type: 'function', function: { name: 'x' } } },
      fault('function_call', null, noFunction),
    ],
    [
      {
        tools: [{ ...tool, function: { name: 'x' } }],
        tool_choice: { type: 'custom', custom: { name: 'x' } },
      },
      fault('function_call', null, noFunction),
    ],
    [{ functions: [{ name: 'y' }], function_call: { name: 'x' } }, fault('function_call', null, noFunction)],
    [{ tools: [{ type: 'function' }] }, missing('tools[0].function')],
    [{ tools: [{ type: 'function', function: {} }] }, missing('tools[0].function.name')],
    [{ tools: [{ type: 'function', function: { name: '' } }] }, emptyString('tools[0].function.name')],
    [{ tools: [{ type: 'function', function: { name: 'a.b' } }] }, pattern('tools[0].function.name', named)],
    [
      { tools: [{ type: 'function', function: { name: 'a'.repeat(65) } }] },
      longString('tools[0].function.name', 64, 65),
    ],
    [{ response_format: {} }, missing('response_format.type')],
    [
      { response_format: { type: 'xml' } },
      value('response_format.type', 'xml', "'json_object', 'json_schema', and 'text'"),
    ],
    [{ response_format: { type: 'json_schema' } }, missing('response_format.json_schema')],
    [
      { response_format: { type: 'json_schema', json_schema: {} } },
      missing('response_format.json_schema.name'),
    ],
    [
      { response_format: { type: 'json_schema', json_schema: { name: 'a b', schema: {} } } },
      pattern('response_format.json_schema.name', named),
    ],
    [
      { response_format: { type: 'json_object' } },
      fault(
        'messages',
        null,
        "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
      ),
    ],
    [
      { max_tokens: 99_999 },
      fault(
        'max_tokens',
        'invalid_value',
        'max_tokens is too large: 99999. This model supports at most 16384 completion tokens, whereas you provided 99999.',
      ),
    ],
    [
      { max_completion_tokens: 16_385 },
      fault(
        'max_completion_tokens',
        'invalid_value',
        'max_completion_tokens is too large: 16385. This model supports at most 16384 completion tokens, whereas you provided 16385.',
      ),
    ],
  ])('is told: %j', (members, expected) => {
    expect(refuse(members)).toEqual(expected);
    expect(refuse(members, true)).toEqual(expected);
  });

  it.each([{}, { model: null }, { model: '' }, { model: null, messages: 5 }])(
    'is told of no model: %j',
    (body) => {
      expect(refusal(body)).toEqual(fault(null, null, 'you must provide a model parameter'));
    },
  );

  it('is told of no messages', () => {
    expect(refusal({ model: 'gpt-4o' })).toEqual(missing('messages'));
  });

  it.each([
    [[], 'an array'],
    [null, 'null'],
    ['x', 'a string'],
    [5, 'an integer'],
    [true, 'a boolean'],
  ])('is told of a body that is no object: %j', (body, got) => {
    const expected = fault(null, 'invalid_type', `Invalid type: expected an object, but got ${got} instead.`);
    expect(refusal(body)).toEqual(expected);
  });
});

describe('a reasoning model', () => {
  const unsupported = (param: string, advice = '') =>
    fault(
      param,
      'unsupported_parameter',
      `Unsupported parameter: '${param}' is not supported with this model.${advice}`,
    );
  const effort = (got: string, supported: string) =>
    fault(
      'reasoning_effort',
      'unsupported_value',
      `Unsupported value: 'reasoning_effort' does not support '${got}' with this model. Supported values are: ${supported}.`,
    );

  it.each<[Members, ReturnType<typeof fault>]>([
    [{ max_tokens: 5 }, unsupported('max_tokens', " Use 'max_completion_tokens' instead.")],
    [
      { temperature: 0.5 },
      fault(
        'temperature',
        'unsupported_value',
        "Unsupported value: 'temperature' does not support 0.5 with this model. Only the default (1) value is supported.",
      ),
    ],
    [{ top_p: 0.5 }, unsupported('top_p')],
    [{ presence_penalty: 1 }, unsupported('presence_penalty')],
    [{ frequency_penalty: 1 }, unsupported('frequency_penalty')],
    [{ logprobs: true }, unsupported('logprobs')],
    [{ logit_bias: { 1: 1 } }, unsupported('logit_bias')],
    [{ stop: 'x' }, unsupported('stop')],
    [{ prediction: { type: 'content', content: 'x' } }, unsupported('prediction')],
    [{ reasoning_effort: 'none' }, effort('none', "'minimal', 'low', 'medium', and 'high'")],
    [{ model: 'o3', reasoning_effort: 'minimal' }, effort('minimal', "'low', 'medium', and 'high'")],
    [{ model: 'gpt-5.1', reasoning_effort: 'xhigh' }, effort('xhigh', "'none', 'low', 'medium', and 'high'")],
    [
      { model: 'gpt-5.6-terra', reasoning_effort: 'max' },
      effort('max', "'none', 'low', 'medium', 'high', and 'xhigh'"),
    ],
    [{ model: 'gpt-5.2-pro', reasoning_effort: 'low' }, effort('low', "'medium', 'high', and 'xhigh'")],
    [
      { model: 'gpt-5.6-terra', reasoning_effort: 'none', logprobs: true, top_logprobs: 6 },
      fault('top_logprobs', null, "Invalid value for 'top_logprobs': must be less than or equal to 5."),
    ],
    [{ model: 'gpt-5.6-terra', n: 9 }, bound('integer', 'n', '<=', 8, 9)],
    [
      { max_completion_tokens: 128_001 },
      fault(
        'max_completion_tokens',
        'invalid_value',
        'max_completion_tokens is too large: 128001. This model supports at most 128000 completion tokens, whereas you provided 128001.',
      ),
    ],
  ])('refuses %j', (members, expected) => {
    expect(refuse({ model: 'gpt-5', ...members })).toEqual(expected);
  });

  it('takes the values that are everybody’s default', () => {
    const members = {
      temperature: 1,
      top_p: 1,
      presence_penalty: 0,
      frequency_penalty: 0,
      logprobs: false,
      stop: null,
    };
    expect(read({ model: 'o3', ...members })).toMatchObject({ temperature: 1, stop: [] });
  });

  it('samples like any other when told not to think', () => {
    const members = {
      model: 'gpt-5.1',
      reasoning_effort: 'none',
      temperature: 0.5,
      top_p: 0.5,
      presence_penalty: 1,
      logprobs: true,
    };
    expect(read(members)).toMatchObject({ reasoningEffort: 'none', temperature: 0.5, topLogprobs: 0 });
  });
});

describe('what is not done yet', () => {
  const custom = { type: 'custom', custom: { name: 'x' } };

  it.each<[string, Members]>([
    ['tools', { tools: [custom] }],
    ['tools', { tools: [tool, custom], tool_choice: 'required' }],
    ['tools', { tools: [custom], tool_choice: custom }],
    ['store', { store: true }],
    ['modalities', { modalities: ['text', 'audio'], audio: { voice: 'alloy', format: 'mp3' } }],
    ['web_search_options', { web_search_options: {} }],
  ])('is refused plainly: %s', (param, members) => {
    const found = refuse(members);
    expect(found).toMatchObject({
      status: 400,
      type: 'invalid_request_error',
      param,
      code: 'unsupported_parameter',
    });
    expect(found?.message).toMatch(/^Understudy does not /);
  });

  it('comes after every other fault', () => {
    expect(refuse({ tools: [custom], messages: [user, answering] })).toMatchObject({
      param: 'messages.[1].role',
    });
    expect(refuse({ store: true, max_tokens: 99_999 })).toMatchObject({ param: 'max_tokens' });
  });

  it.each<Members>([
    { response_format: { type: 'text' }, store: false, modalities: ['text'] },
    { prediction: { type: 'content', content: 'x' }, metadata: { a: 'b' } },
  ])('is fine where it asks for text: %j', (members) => {
    expect(read(members, true)).toEqual(read());
  });
});

describe('an offer', () => {
  const known = { name: 'look_up' };
  const other = { name: 'say', description: 'Says it.', parameters: { type: 'object' } };
  const tools = [tool, { type: 'function', function: { ...other, strict: true } }];
  const readOffer = (members: Members) => {
    const { tools: offered, toolChoice, parallelToolCalls, calls } = read(members, true);
    return { offered, toolChoice, parallelToolCalls, calls };
  };
  const asTools = { legacy: false, named: false };

  it.each<[Members, ReturnType<typeof readOffer>]>([
    [{}, { offered: undefined, toolChoice: undefined, parallelToolCalls: undefined, calls: undefined }],
    [
      { tools },
      { offered: [known, other], toolChoice: undefined, parallelToolCalls: undefined, calls: asTools },
    ],
    [
      { tools, tool_choice: 'required', parallel_tool_calls: false },
      { offered: [known, other], toolChoice: 'required', parallelToolCalls: false, calls: asTools },
    ],
    [
      { tools, tool_choice: 'none', parallel_tool_calls: true },
      { offered: [known, other], toolChoice: 'none', parallelToolCalls: undefined, calls: undefined },
    ],
    [
      { tools, tool_choice: { type: 'function', function: { name: 'say' } } },
      {
        offered: [known, other],
        toolChoice: { name: 'say' },
        parallelToolCalls: undefined,
        calls: { legacy: false, named: true },
      },
    ],
    [
      {
        tools,
        tool_choice: {
          type: 'allowed_tools',
          allowed_tools: { mode: 'required', tools: [{ type: 'function', function: { name: 'say' } }] },
        },
      },
      { offered: [other], toolChoice: 'required', parallelToolCalls: undefined, calls: asTools },
    ],
    [
      { functions: [other] },
      {
        offered: [other],
        toolChoice: undefined,
        parallelToolCalls: false,
        calls: { legacy: true, named: false },
      },
    ],
    [
      { functions: [other], function_call: { name: 'say' } },
      {
        offered: [other],
        toolChoice: { name: 'say' },
        parallelToolCalls: false,
        calls: { legacy: true, named: true },
      },
    ],
    [
      { functions: [other], function_call: 'none' },
      { offered: [other], toolChoice: 'none', parallelToolCalls: false, calls: undefined },
    ],
  ])('is read: %j', (members, offer) => {
    expect(readOffer(members)).toEqual(offer);
  });

  const schema = { type: 'object' };
  const json = [{ role: 'user', content: 'Answer in JSON.' }];

  it.each<[Members, unknown]>([
    [{ response_format: { type: 'text' } }, undefined],
    [{ response_format: { type: 'json_object' }, messages: json }, { kind: 'json' }],
    [
      { response_format: { type: 'json_schema', json_schema: { name: 'x', schema, strict: true } } },
      { kind: 'json-schema', schema },
    ],
    [{ response_format: { type: 'json_schema', json_schema: { name: 'x' } } }, { kind: 'json' }],
  ])('has a form for the answer: %j', (members, format) => {
    expect(read(members, true).format).toEqual(format);
  });
});

describe('the order of checks', () => {
  const order: readonly (readonly [string, unknown])[] = [
    ['messages', [{ role: 'robot' }]],
    ['functions', 5],
    ['function_call', 5],
    ['tools', 5],
    ['tool_choice', 5],
    ['parallel_tool_calls', 5],
    ['max_completion_tokens', 0],
    ['n', 0],
    ['temperature', 'x'],
    ['top_p', 'x'],
    ['presence_penalty', 'x'],
    ['frequency_penalty', 'x'],
    ['logprobs', 'x'],
    ['top_logprobs', 'x'],
    ['user', 5],
    ['seed', 'x'],
    ['moderation', 5],
    ['safety_identifier', 5],
    ['prompt_cache_options', 5],
    ['prompt_cache_key', 5],
    ['prompt_cache_retention', 5],
    ['response_format', 5],
    ['service_tier', 5],
    ['max_tokens', 0],
    ['reasoning_effort', 5],
    ['logit_bias', 5],
    ['stop', 5],
    ['stream', 5],
    ['stream_options', 5],
    ['store', 5],
    ['metadata', 5],
    ['prediction', 5],
    ['verbosity', 5],
  ];

  it('tells the first fault of the list, wherever it stands in the body', () => {
    for (let index = 0; index < order.length; index += 1) {
      const body = Object.fromEntries(order.slice(index).toReversed());
      expect(refuse(body)?.param?.split('[', 1)).toEqual([order[index]?.[0]]);
    }
  });

  const capability = { model: 'gpt-5', temperature: 0.5 };

  it.each<[string, unknown, ReturnType<typeof refusal>]>([
    ['no model before no messages', {}, fault(null, null, 'you must provide a model parameter')],
    ['no messages before an unknown model', { model: 'x' }, missing('messages')],
    [
      'an unknown model before an unknown key',
      { model: 'x', messages: [user], y: 1 },
      {
        ...fault(null, 'model_not_found', 'The model `x` does not exist or you do not have access to it.'),
        status: 404,
      },
    ],
    [
      'an unknown key before a wrong field',
      { model: 'gpt-4o', messages: 5, y: 1 },
      fault('y', 'unknown_parameter', "Unknown parameter: 'y'."),
    ],
    [
      'a wrong field before what a model cannot do',
      { ...capability, messages: [user], verbosity: 5 },
      type('verbosity', "one of 'low', 'medium', or 'high'", 'an integer'),
    ],
    [
      'what a model cannot do before what messages mean',
      { ...capability, messages: [answering] },
      expect.objectContaining({ param: 'temperature' }),
    ],
  ])('tells %s', (_, body, expected) => {
    expect(refusal(body, true)).toEqual(expected);
  });
});

describe('a strict server', () => {
  const unknown = (param: string, hint = '') =>
    fault(param, 'unknown_parameter', `Unknown parameter: '${param}'.${hint}`);

  it.each<[Members, ReturnType<typeof fault>]>([
    [{ bogus: 1 }, unknown('bogus')],
    [{ maxtokens: 1 }, unknown('maxtokens', " Did you mean 'max_tokens'?")],
    [{ top_k: 1 }, unknown('top_k', " Did you mean 'top_p'?")],
    [{ top_k: 1, top_p: 1 }, unknown('top_k')],
    [{ sto: 1 }, unknown('sto', " Did you mean 'stop' or 'store'?")],
    [{ stream: true, stream_options: { bogus: true } }, unknown('stream_options.bogus')],
    [{ messages: [{ ...user, reasoning_content: 'x' }] }, unknown('messages[0].reasoning_content')],
    [{ tools: [{ ...tool, function: { name: 'a', nam: 'b' } }] }, unknown('tools[0].function.nam')],
    [JSON.parse('{"__proto__":1}') as Members, unknown('__proto__')],
    [{ constructor: 1 }, unknown('constructor')],
  ])('refuses a key that it does not know: %j', (members, expected) => {
    const body = Object.assign(Object.create(null), { model: 'gpt-4o-mini', messages: [user] }) as object;
    for (const [key, member] of Object.entries(members))
      Object.defineProperty(body, key, { value: member, enumerable: true });
    expect(refusal(body, true)).toEqual(expected);
  });

  it('refuses a model that it does not know', () => {
    expect(refuse({ model: 'gpt-9' }, true)).toEqual({
      status: 404,
      message: 'The model `gpt-9` does not exist or you do not have access to it.',
      type: 'invalid_request_error',
      param: null,
      code: 'model_not_found',
    });
  });

  it('refuses a model that does not chat', () => {
    expect(refuse({ model: 'davinci-002' }, true)).toMatchObject({ status: 404, param: 'model', code: null });
    expect(refuse({ model: 'o3-pro' }, true)?.message).toContain('v1/responses');
  });

  it('knows the fine-tuned models of those it knows', () => {
    expect(read({ model: 'ft:gpt-4o-mini:org::id' }, true).card.snapshot).toBe('ft:gpt-4o-mini:org::id');
  });
});

describe('a server that is not strict', () => {
  it('serves any model', () => {
    expect(read({ model: 'llama-9' }).card).toMatchObject({ id: 'llama-9', snapshot: 'llama-9' });
    expect(read({ model: 'davinci-002' }).card.kind).toBe('completion');
  });

  it('holds a model that nobody knows to its context only', () => {
    expect(read({ model: 'llama-9', max_tokens: 64_000 }).maxTokens).toBe(64_000);
    expect(read({ model: 'llama-9', max_tokens: 1e9 }).maxTokens).toBe(128_000);
  });

  it('ignores keys that it does not know', () => {
    const members = JSON.parse(
      '{"top_k":5,"__proto__":{"n":7},"constructor":1,"stream":true,"stream_options":{"x":1}}',
    ) as Members;
    const body = Object.defineProperty({ model: 'm', messages: [user], ...members }, '__proto__', {
      value: { n: 7 },
      enumerable: true,
    });
    expect(readChatRequest(body, { models, strict: false }).n).toBe(1);
  });
});

describe('a request', () => {
  it('has defaults for what is left out', () => {
    expect(read()).toEqual({
      model: 'gpt-4o-mini',
      card: models.find('gpt-4o-mini'),
      messages: [user],
      stream: false,
      includeUsage: false,
      includeObfuscation: true,
      n: 1,
      stop: [],
      seed: null,
      temperature: null,
      serviceTier: 'default',
    });
  });

  it('says how tokens are chosen, with what other servers take besides', () => {
    const members = { top_p: 0.5, presence_penalty: 1, frequency_penalty: -1 };
    expect(read({ ...members, top_k: 40, min_p: 0.1, repetition_penalty: 1.2 }).sampling).toEqual({
      topK: 40,
      topP: 0.5,
      minP: 0.1,
      repetitionPenalty: 1.2,
      presencePenalty: 1,
      frequencyPenalty: -1,
    });
    expect(read(members, true).sampling).toEqual({ topP: 0.5, presencePenalty: 1, frequencyPenalty: -1 });
    expect(read({ top_p: 1, presence_penalty: 0, top_k: -1, min_p: 0, repetition_penalty: 1 })).toEqual(
      read(),
    );
  });

  it('takes null for absence wherever a member is optional', () => {
    const names = Object.keys(chatBody.shape).filter((name) => name !== 'model' && name !== 'messages');
    const nulls = Object.fromEntries(names.map((name) => [name, null]));
    expect(read(nulls)).toEqual(read());
    const { top_k: _k, min_p: _p, repetition_penalty: _penalty, ...known } = nulls;
    expect(read(known, true)).toEqual(read());
    expect(
      read({ stream: true, stream_options: { include_usage: null, include_obfuscation: null } }),
    ).toMatchObject({
      includeUsage: false,
      includeObfuscation: true,
    });
    read({
      tools: [{ type: 'function', function: { name: 'a', strict: null, description: null } }],
      tool_choice: 'none',
    });
  });

  it('carries what the answer needs', () => {
    const members = {
      stream: true,
      stream_options: { include_usage: true, include_obfuscation: false },
      n: 3,
      max_tokens: 7,
      max_completion_tokens: 5,
      stop: ['a', 'b'],
      seed: 42,
      temperature: 0,
      logprobs: true,
      top_logprobs: 2,
      service_tier: 'flex',
    };
    expect(read(members, true)).toMatchObject({
      stream: true,
      includeUsage: true,
      includeObfuscation: false,
      n: 3,
      maxTokens: 5,
      stop: ['a', 'b'],
      seed: 42,
      temperature: 0,
      topLogprobs: 2,
      serviceTier: 'flex',
    });
  });

  it('takes one stop text for a list of one, and the older name of the token limit', () => {
    expect(read({ stop: 'a', max_tokens: 7 })).toMatchObject({ stop: ['a'], maxTokens: 7 });
  });

  it('may ask for as many tokens as the model writes', () => {
    expect(read({ max_completion_tokens: 16_384 }).maxTokens).toBe(16_384);
  });

  it.each([
    [undefined, 'default'],
    ['auto', 'default'],
    ['default', 'default'],
    ['scale', 'default'],
    ['flex', 'flex'],
    ['fast', 'priority'],
    ['priority', 'priority'],
  ])('is served for tier %s by tier %s', (tier, resolved) => {
    expect(read(tier === undefined ? {} : { service_tier: tier }).serviceTier).toBe(resolved);
  });

  it('counts a whole number as an integer however it was written', () => {
    expect(
      readChatRequest(
        JSON.parse('{"model":"m","n":2.0,"seed":1e2,"messages":[{"role":"user","content":""}]}'),
        { models, strict: false },
      ),
    ).toMatchObject({ n: 2, seed: 100 });
    expect(read({ seed: 2 ** 63 }).seed).toBe(2 ** 63);
  });

  it('counts characters, not UTF-16 units', () => {
    read({ safety_identifier: '😀'.repeat(64), metadata: { k: '😀'.repeat(512) } });
    expect(refuse({ safety_identifier: '😀'.repeat(65) })).toEqual(longString('safety_identifier', 64, 65));
  });

  it('joins the texts of a message and counts its images', () => {
    const content = [
      { type: 'text', text: 'What is ' },
      { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==', detail: 'low' } },
      { type: 'text', text: 'this?' },
      { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
      { type: 'file', file: { file_id: 'file-1' } },
    ];
    expect(read({ messages: [{ role: 'user', content, name: 'ann' }] }).messages).toEqual([
      { role: 'user', content: 'What is this?', name: 'ann', images: 2 },
    ]);
  });

  it('tells a whole conversation in plain text', () => {
    const messages = [
      { role: 'developer', content: 'Be brief.' },
      { role: 'system', content: [{ type: 'text', text: 'Be kind.' }] },
      user,
      { ...calling, annotations: [], refusal: null, audio: null, function_call: null },
      answering,
      { role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] },
      { role: 'assistant', content: null, refusal: 'Never.' },
      { role: 'assistant', function_call: { name: 'f', arguments: '{}' } },
      { role: 'function', name: 'f', content: '7' },
      { role: 'assistant', audio: { id: 'audio_1' } },
      { role: 'user', content: '' },
      { role: 'user', content: [] },
    ];
    expect(read({ messages }, true).messages).toEqual([
      { role: 'developer', content: 'Be brief.' },
      { role: 'system', content: 'Be kind.' },
      user,
      { role: 'assistant', content: '', toolCalls: [asked] },
      { role: 'tool', content: '42', toolCallId: 'call_x' },
      { role: 'assistant', content: 'No.' },
      { role: 'assistant', content: 'Never.' },
      { role: 'assistant', content: '', toolCalls: [{ id: '', name: 'f', arguments: '{}' }] },
      { role: 'function', name: 'f', content: '7' },
      { role: 'assistant', content: '' },
      { role: 'user', content: '' },
      { role: 'user', content: '' },
    ]);
  });

  it('tells the effort of a reasoning model only', () => {
    expect(read({ model: 'o3', reasoning_effort: 'low' }).reasoningEffort).toBe('low');
    expect(read({ reasoning_effort: 'low' })).not.toHaveProperty('reasoningEffort');
  });

  it('never changes the body', () => {
    const body = {
      model: 'gpt-4o',
      messages: [{ ...user, name: null }],
      stop: null,
      n: 2,
      metadata: { __proto__x: 'y' },
    };
    const before = structuredClone(body);
    readChatRequest(body, { models, strict: false });
    expect(body).toEqual(before);
  });
});

describe('a hostile body', () => {
  it('stops at the first fault of a million', () => {
    const faults = Array(1_000_000).fill(5) as unknown[];
    expect(refuse({ messages: [{ role: 'user', content: faults }] })).toEqual(
      type('messages[0].content[0]', 'an object', 'an integer'),
    );
    expect(refuse({ stop: faults })).toEqual(longArray('stop', 4, 1_000_000));
    expect(
      refuse({
        tools: [tool],
        tool_choice: { type: 'allowed_tools', allowed_tools: { mode: 'auto', tools: faults } },
      }),
    ).toEqual(type('tool_choice.allowed_tools.tools[0]', 'an object', 'an integer'));
  });

  it('is not told back at length', () => {
    const long = 'x'.repeat(1_000_000);
    const bodies: Members[] = [
      { [long]: 1 },
      { model: long },
      { service_tier: long },
      { messages: [{ role: long }] },
      { logit_bias: { [long]: 1 } },
      { logit_bias: { ['1'.repeat(1_000_000)]: 'x' } },
      { metadata: { [long]: 'x' } },
      { functions: [{ name: 'a' }], function_call: { name: long } },
      {
        messages: [
          {
            ...calling,
            tool_calls: Array.from({ length: 128 }, (_, index) => ({ ...call, id: `call_${index}` })),
          },
        ],
      },
    ];
    for (const members of bodies) {
      const found = refuse(members, true);
      expect(found?.status).toBeGreaterThanOrEqual(400);
      expect(JSON.stringify(found).length).toBeLessThan(2000);
    }
  });

  it('has harmless keys in its metadata', () => {
    const body = JSON.parse(
      '{"model":"m","messages":[{"role":"user","content":"x"}],"metadata":{"__proto__":"a","constructor":"b"}}',
    );
    readChatRequest(body, { models, strict: false });
    expect(({} as Members).a).toBeUndefined();
  });
});

describe('the schema', () => {
  it('has a JSON Schema for the OpenAPI document, with a sentence for each member', () => {
    const schema = z.toJSONSchema(chatBody);
    expect(schema.required).toEqual(['model', 'messages']);
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      expect([name, typeof member === 'object' && member.description]).toEqual([
        name,
        expect.stringMatching(/\.$/),
      ]);
    }
  });
});
