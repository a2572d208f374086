import type { AnswerFormat, GenerationRequest } from '../../core/generation.ts';
import type { Message, Tool, ToolChoice } from '../../core/message.ts';
import type { Models } from '../../core/model.ts';
import { readSampling } from '../openai-sampling.ts';
import type { GenerationSettings } from './settings.ts';

/** What is asked of the model, the later settings first: a run's before its pipe's. */
export interface Asked {
  readonly model: string;
  readonly messages: readonly Message[];
  readonly settings: GenerationSettings;
  readonly json: boolean;
}

/** The request in no API's words. */
export function toRequest({ model, messages, settings, json }: Asked, models: Models): GenerationRequest {
  const tools = settings.tools?.map(toTool) ?? [];
  const format = formatOf(settings, json);
  const maxTokens = Math.min(settings.max_tokens ?? usualMaxTokens, models.resolve(model).contextLength);
  return {
    model,
    messages,
    choices: 1,
    stop: typeof settings.stop === 'string' ? [settings.stop] : (settings.stop ?? []),
    seed: null,
    temperature: settings.temperature ?? null,
    maxTokens,
    ...readSampling(settings),
    ...(tools.length === 0 ? {} : { tools, toolChoice: toChoice(settings.tool_choice) }),
    ...(settings.parallel_tool_calls === false ? { parallelToolCalls: false } : {}),
    ...(format === undefined ? {} : { format }),
  };
}

// What Langbase gives pipes and agents that say nothing else.
const usualMaxTokens = 1000;

/** A model's name without its provider: `openai:gpt-4o-mini` is `gpt-4o-mini`. */
export function withoutProvider(model: string): string {
  return model.slice(model.indexOf(':') + 1) || model;
}

/** The settings, where each that is not given comes from the one before. */
export function mergeSettings<T extends object>(base: T | undefined, given: T): T {
  const set = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return { ...given, ...base, ...Object.fromEntries(set) };
}

type SentTool = NonNullable<GenerationSettings['tools']>[number];

function toTool({ function: { name, description, parameters } }: SentTool): Tool {
  return {
    name,
    ...(typeof description === 'string' ? { description } : {}),
    ...(parameters ? { parameters } : {}),
  };
}

function toChoice(choice: GenerationSettings['tool_choice']): ToolChoice {
  return typeof choice === 'object' && choice !== null ? { name: choice.function.name } : (choice ?? 'auto');
}

function formatOf({ response_format: format }: GenerationSettings, json: boolean): AnswerFormat | undefined {
  if (format?.type === 'json_schema') {
    const schema = format.json_schema.schema;
    return schema ? { kind: 'json-schema', schema } : { kind: 'json' };
  }
  return json || format?.type === 'json_object' ? { kind: 'json' } : undefined;
}
