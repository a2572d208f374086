import { ApiError } from '../core/api-error.ts';
import type { ModelCard } from '../core/model.ts';
import type { ChatBody } from './openai-chat-body.ts';
import { outOfBounds, outOfRange, quote, toApiError, within } from './openai-issues.ts';
import { isSet } from './openai-schemas.ts';

/** Checks what a model cannot do, or not so much of; throws a 400. */
export function checkCapabilities(body: ChatBody, card: ModelCard): void {
  if (card.reasoning) {
    checkEffort(body, card);
    checkReasoning(body);
    checkSampling(body);
  }
  if (card.snapshot.startsWith('gpt-5.6')) checkNarrowBounds(body);
}

/** Checks that a model of this card can write so many tokens; throws a 400. */
export function checkMaxTokens(body: ChatBody, card: ModelCard): void {
  const param = isSet(body.max_completion_tokens) ? 'max_completion_tokens' : 'max_tokens';
  const asked = body[param] ?? 0;
  if (asked <= card.maxOutput) return;
  const sentence = `This model supports at most ${card.maxOutput} completion tokens, whereas you provided ${asked}.`;
  throw new ApiError(400, 'invalid_value', `${param} is too large: ${asked}. ${sentence}`, { param });
}

function checkReasoning(body: ChatBody): void {
  if (isSet(body.max_tokens))
    throw unsupportedParameter('max_tokens', " Use 'max_completion_tokens' instead.");
  for (const name of ['logit_bias', 'stop', 'prediction'] as const) {
    if (isSet(body[name])) throw unsupportedParameter(name);
  }
}

// A model that was told not to think samples like any other.
function checkSampling(body: ChatBody): void {
  if (body.reasoning_effort === 'none') return;
  if ((body.temperature ?? 1) !== 1) {
    const sentence = `Unsupported value: 'temperature' does not support ${body.temperature} with this model. Only the default (1) value is supported.`;
    throw new ApiError(400, 'unsupported_value', sentence, { param: 'temperature' });
  }
  if ((body.top_p ?? 1) !== 1) throw unsupportedParameter('top_p');
  for (const name of ['presence_penalty', 'frequency_penalty'] as const) {
    if ((body[name] ?? 0) !== 0) throw unsupportedParameter(name);
  }
  if (body.logprobs === true) throw unsupportedParameter('logprobs');
}

function checkEffort({ reasoning_effort: effort }: ChatBody, card: ModelCard): void {
  const supported = effortsOf(card);
  if (!isSet(effort) || supported.includes(effort)) return;
  const sentence = `Unsupported value: 'reasoning_effort' does not support '${effort}' with this model. Supported values are: ${quote(supported, 'and')}.`;
  throw new ApiError(400, 'unsupported_value', sentence, { param: 'reasoning_effort' });
}

function effortsOf({ snapshot }: ModelCard): readonly string[] {
  if (snapshot.startsWith('o')) return ['low', 'medium', 'high'];
  if (/^gpt-5(?:\.\d+)?-pro/.test(snapshot)) return ['medium', 'high', 'xhigh'];
  if (/^gpt-5(?:-|$)/.test(snapshot)) return ['minimal', 'low', 'medium', 'high'];
  if (snapshot.startsWith('gpt-5.1')) return ['none', 'low', 'medium', 'high'];
  return ['none', 'low', 'medium', 'high', 'xhigh'];
}

// Measured on gpt-5.6-terra; every other model takes what the schema allows.
function checkNarrowBounds({ n, top_logprobs: alternatives }: ChatBody): void {
  if (isSet(n) && n > 8) throw toApiError(within('n', outOfBounds('integer', 'max', 8, n)));
  if (isSet(alternatives) && alternatives > 5) throw toApiError(within('top_logprobs', outOfRange('max', 5)));
}

function unsupportedParameter(param: string, advice = ''): ApiError {
  const sentence = `Unsupported parameter: '${param}' is not supported with this model.${advice}`;
  return new ApiError(400, 'unsupported_parameter', sentence, { param });
}
