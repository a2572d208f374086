import type { Dialect } from '../core/dialect.ts';
import { type OpenaiOptions, createChatEndpoint } from './openai-chat.ts';
import { openaiError } from './openai-error.ts';
import { createModelEndpoints } from './openai-models.ts';

/** OpenAI's API: chat completions and models. */
export function createOpenai(options: OpenaiOptions): Dialect {
  return {
    name: 'openai',
    endpoints: [createChatEndpoint(options), ...createModelEndpoints(options.models)],
    error: openaiError,
  };
}
