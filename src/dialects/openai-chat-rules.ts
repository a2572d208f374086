import { ApiError, unsupported } from '../core/api-error.ts';
import type { ChatBody } from './openai-chat-body.ts';
import { mentionsJson } from './openai-chat-conversation.ts';
import { clip } from './openai-issues.ts';
import { isSet } from './openai-schemas.ts';

/** Checks what one member says against what another says; throws a 400. */
export function checkRelations(body: ChatBody): void {
  checkFunctionCall(body);
  checkToolChoice(body);
  if (isSet(body.top_logprobs) && body.logprobs !== true) {
    throw refuse('top_logprobs', `The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled.`);
  }
  if (body.response_format?.type === 'json_object' && !mentionsJson(body.messages)) {
    const sentence = `'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.`;
    throw refuse('messages', sentence);
  }
  if (isSet(body.stream_options) && body.stream !== true) {
    throw refuse(
      'stream_options',
      `The 'stream_options' parameter is only allowed when 'stream' is enabled.`,
    );
  }
}

/** Refuses what is well asked for and not done yet, rather than answer something else. */
export function refuseUnsupported(body: ChatBody): void {
  if (body.tool_choice !== 'none' && body.tools?.some(({ type }) => type === 'custom') === true) {
    const advice = "leave them out, or set 'tool_choice' to 'none' for an answer in text";
    throw unsupported('tools', `Understudy does not call custom tools: ${advice}.`);
  }
  if (body.store === true) throw unsupported('store', 'Understudy does not store chat completions yet.');
  if (body.modalities?.includes('audio') === true) {
    throw unsupported('modalities', 'Understudy does not answer with audio yet.');
  }
  if (isSet(body.web_search_options)) {
    throw unsupported('web_search_options', 'Understudy does not search the web.');
  }
}

function checkFunctionCall({ functions, function_call: choice }: ChatBody): void {
  if (!isSet(choice)) return;
  if (!isSet(functions)) throw onlyWith('function_call', 'functions');
  if (typeof choice === 'object' && !functions.some(({ name }) => name === choice.name)) {
    throw noFunction(choice.name);
  }
}

function checkToolChoice({ tools, tool_choice: choice, parallel_tool_calls: parallel }: ChatBody): void {
  if (!isSet(tools)) {
    if (isSet(choice)) throw onlyWith('tool_choice', 'tools');
    if (isSet(parallel)) throw onlyWith('parallel_tool_calls', 'tools');
    return;
  }
  if (!isSet(choice) || typeof choice === 'string' || choice.type === 'allowed_tools') return;
  const name = choice.type === 'function' ? choice.function.name : choice.custom.name;
  const isNamed = tools.some((tool) =>
    tool.type === 'function'
      ? choice.type === 'function' && tool.function.name === name
      : choice.type === 'custom' && tool.custom.name === name,
  );
  if (!isNamed) throw noFunction(name);
}

function onlyWith(param: string, other: string): ApiError {
  const sentence = `Invalid value for '${param}': '${param}' is only allowed when '${other}' are specified.`;
  return refuse(param, sentence);
}

function noFunction(name: string): ApiError {
  const sentence = `Invalid value for 'function_call': no function named '${clip(name)}' was specified in the 'functions' parameter.`;
  return refuse('function_call', sentence);
}

function refuse(param: string, message: string): ApiError {
  return new ApiError(400, null, message, { param });
}
