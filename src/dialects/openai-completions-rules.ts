import { ApiError } from '../core/api-error.ts';
import type { Models } from '../core/model.ts';
import type { CompletionBody } from './openai-completions-body.ts';
import { clip } from './openai-issues.ts';
import { isSet } from './openai-schemas.ts';

/** Checks that a model goes on with texts; others that write something are taken too unless strict. */
export function checkCompletionModel(model: string, models: Models, strict: boolean): void {
  const card = models.find(model);
  if (card === undefined) {
    if (!strict) return;
    const sentence = `The model \`${clip(model)}\` does not exist or you do not have access to it.`;
    throw new ApiError(404, 'model_not_found', sentence);
  }
  switch (card.kind) {
    case 'completion':
    case 'local':
      return;
    case 'chat':
      if (strict) throw new ApiError(404, null, onlyChat, { param: 'model' });
      return;
    case 'response':
      if (strict) throw new ApiError(404, null, onlyResponses, { param: 'model' });
      return;
    case 'embedding':
    case 'moderation':
      throw new ApiError(403, null, 'You are not allowed to sample from this model');
  }
}

const onlyChat =
  'This is a chat model and not supported in the v1/completions endpoint. Did you mean to use v1/chat/completions?';
const onlyResponses = 'This model is only supported in v1/responses and not in v1/completions.';

/** Checks what one member says against what another says; throws a 400. */
export function checkCompletionRelations(body: CompletionBody, prompts: number): void {
  const n = body.n ?? 1;
  const bestOf = body.best_of ?? n;
  if (n > bestOf) {
    const hint = `HINT: you must set 'n' (currently ${n}) to be at most 'best_of' (currently ${bestOf}), or omit either parameter if you don't specifically want to use them.`;
    throw refuse(null, `You requested that the server return more choices than it will generate (${hint})`);
  }
  if (body.stream === true && (body.best_of ?? 1) > 1) {
    throw refuse(
      'best_of',
      "Invalid value for 'best_of': results cannot be streamed when it is more than 1.",
    );
  }
  if (prompts * bestOf > mostChoices) {
    const sentence = `at most ${mostChoices} choices can be generated, but ${prompts} prompts ask for ${prompts * bestOf}.`;
    throw refuse('prompt', `Invalid value for 'prompt': ${sentence}`);
  }
  if (body.echo === true && isSet(body.logprobs)) {
    throw refuse(null, "Setting 'echo' and 'logprobs' at the same time is not supported for this model.");
  }
  // What the models that cannot insert say of it.
  if (isSet(body.suffix) && body.suffix !== '' && !body.model.startsWith('gpt-3.5-turbo-instruct')) {
    throw refuse(null, 'Unrecognized request argument supplied: suffix');
  }
  if (isSet(body.stream_options) && body.stream !== true) {
    throw refuse(
      'stream_options',
      "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
    );
  }
}

// What one request may keep going at a time; no bound of OpenAI's is known.
const mostChoices = 2048;

function refuse(param: string | null, message: string): ApiError {
  return new ApiError(400, null, message, { param });
}
