import type { Dialect, ErrorAnswer } from '../core/dialect.ts';
import { type OpenaiOptions, createChatEndpoint } from './openai-chat.ts';
import { createCompletionEndpoints } from './openai-completions.ts';
import { openaiError } from './openai-error.ts';
import { openaiHeaders } from './openai-headers.ts';
import { createModelEndpoints } from './openai-models.ts';
import { type RateLimit, type RateLimiter, createRateLimiter } from './openai-rate-limits.ts';

/** OpenAI's API: chat completions, text completions and models. */
export function createOpenai(
  given: Omit<OpenaiOptions, 'limiter'> & { readonly rateLimit: RateLimit },
): Dialect {
  const options: OpenaiOptions = { ...given, limiter: createRateLimiter(given.clock, given.rateLimit) };
  return {
    name: 'openai',
    endpoints: [
      createChatEndpoint(options),
      ...createCompletionEndpoints(options),
      ...createModelEndpoints(options.models),
    ],
    error: (error, call) => tellLimits(openaiError(error, call), options.limiter),
  };
}

// A refused body is charged like an empty one and says so, as live answers of status 400 do.
function tellLimits(answer: ErrorAnswer, limiter: RateLimiter): ErrorAnswer {
  if (answer.status !== 400) return answer;
  return { ...answer, headers: { ...openaiHeaders(1), ...limiter('refused', 1), ...answer.headers } };
}
