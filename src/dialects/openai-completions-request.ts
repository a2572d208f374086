import { ApiError } from '../core/api-error.ts';
import type { GenerationRequest, SamplingOptions } from '../core/generation.ts';
import type { ModelCard, Models } from '../core/model.ts';
import { type CompletionBody, completionBody } from './openai-completions-body.ts';
import { checkCompletionModel, checkCompletionRelations } from './openai-completions-rules.ts';
import { createFields, type Fields } from './openai-fields.ts';
import { clip, tooLong, toApiError, within, wrongType } from './openai-issues.ts';
import { readSampling, samplingExtras } from './openai-sampling.ts';
import { isRecord } from './openai-schemas.ts';

type Prompts = GenerationRequest['prompts'] & {};

/** What a text completion asks for, validated. */
export interface CompletionRequest {
  /** The model as the client named it. */
  readonly model: string;
  readonly card: ModelCard;
  readonly prompts: Prompts;
  readonly stream: boolean;
  readonly includeUsage: boolean;
  readonly echo: boolean;
  /** How many choices each prompt is told. */
  readonly n: number;
  /** How many choices are generated for each prompt. */
  readonly bestOf: number;
  readonly maxTokens: number;
  readonly stop: readonly string[];
  readonly seed: number | null;
  readonly temperature: number | null;
  /** How many alternatives each token comes with; absent: no log probabilities. */
  readonly logprobs?: number;
  readonly sampling?: SamplingOptions;
}

/** How a body is judged. */
export interface CompletionRequestOptions {
  readonly models: Models;
  /** Whether unknown models and members are refused, as OpenAI does. */
  readonly strict: boolean;
}

const fields: Fields<CompletionBody> = createFields(completionBody);

/** Understands the body of a text completion, or throws an ApiError for its first fault. */
export function readCompletionRequest(
  body: unknown,
  { models, strict }: CompletionRequestOptions,
): CompletionRequest {
  const model = readModel(body);
  checkCompletionModel(model, models, strict);
  if (strict) checkNames(body);
  fields.assert(body, strict);
  const prompts = readPrompts(body.prompt ?? '<|endoftext|>');
  checkCompletionRelations(body, prompts.length);
  return createRequest(body, models.resolve(model), prompts);
}

function readModel(body: unknown): string {
  if (!isRecord(body)) throw toApiError(wrongType('an object', body));
  const { model } = body;
  if (model === undefined || model === null || model === '') {
    throw new ApiError(400, null, 'you must provide a model parameter');
  }
  if (typeof model !== 'string') throw toApiError(within('model', wrongType('a string', model)));
  return model;
}

// This endpoint is older than the words that others have for it.
function checkNames(body: unknown): void {
  const names = isRecord(body) ? Object.keys(body).filter((name) => !isOpenais(name)) : [];
  if (names.length === 0) return;
  const noun = names.length === 1 ? 'argument' : 'arguments';
  throw new ApiError(400, null, `Unrecognized request ${noun} supplied: ${clip(names.join(', '))}`);
}

function isOpenais(name: string): boolean {
  return Object.hasOwn(completionBody.shape, name) && !Object.hasOwn(samplingExtras, name);
}

// As many as OpenAI's other batches hold.
const mostPrompts = 2048;

function readPrompts(prompt: CompletionBody['prompt'] & {}): Prompts {
  if (typeof prompt === 'string') return [prompt];
  const [first] = prompt;
  if (typeof first === 'number')
    return [prompt.map((id, index) => expect(id, index, isNumber, 'an integer'))];
  if (prompt.length > mostPrompts)
    throw toApiError(within('prompt', tooLong('array', mostPrompts, prompt.length)));
  if (typeof first === 'string') return prompt.map((text, index) => expect(text, index, isText, 'a string'));
  return prompt.map((ids, index) => expect(ids, index, isList, 'an array'));
}

type Element = string | number | readonly number[];

function expect<T extends Element>(
  element: Element,
  index: number,
  is: (element: Element) => element is T,
  expected: string,
): T {
  if (is(element)) return element;
  throw toApiError(within(`prompt[${index}]`, wrongType(expected, element)));
}

const isNumber = (element: Element): element is number => typeof element === 'number';
const isText = (element: Element): element is string => typeof element === 'string';
const isList = (element: Element): element is readonly number[] => typeof element === 'object';

const usualTokens = 16;

function createRequest(body: CompletionBody, card: ModelCard, prompts: Prompts): CompletionRequest {
  const n = body.n ?? 1;
  return {
    model: body.model,
    card,
    prompts,
    stream: body.stream ?? false,
    includeUsage: body.stream_options?.include_usage ?? false,
    echo: body.echo ?? false,
    n,
    bestOf: body.best_of ?? n,
    maxTokens: body.max_tokens ?? usualTokens,
    stop: typeof body.stop === 'string' ? [body.stop] : (body.stop ?? []),
    seed: body.seed ?? null,
    temperature: body.temperature ?? null,
    ...(typeof body.logprobs === 'number' ? { logprobs: body.logprobs } : undefined),
    ...readSampling(body),
  };
}
