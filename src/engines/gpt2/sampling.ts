import { ApiError } from '../../core/api-error.ts';
import type { GenerationRequest } from '../../core/generation.ts';

/** How the next token is chosen, every step spelled out; a step at its neutral value changes nothing. */
export interface Sampling {
  /** 0 takes the most probable token. */
  readonly temperature: number;
  /** 0 is neutral. */
  readonly topK: number;
  /** 1 is neutral. */
  readonly topP: number;
  /** 0 is neutral. */
  readonly minP: number;
  /** 1 is neutral. */
  readonly repetitionPenalty: number;
  readonly presencePenalty: number;
  readonly frequencyPenalty: number;
}

interface Rule {
  readonly param: string;
  readonly fallback: number;
  readonly range: string;
  fits(value: number): boolean;
}

const rules = {
  temperature: { param: 'temperature', fallback: 1, range: 'at least 0', fits: (value) => value >= 0 },
  topK: {
    param: 'top_k',
    fallback: 0,
    range: 'a whole number of at least 0',
    fits: (value) => Number.isInteger(value) && value >= 0,
  },
  topP: { param: 'top_p', fallback: 1, range: 'between 0 and 1', fits: (value) => value >= 0 && value <= 1 },
  minP: { param: 'min_p', fallback: 0, range: 'between 0 and 1', fits: (value) => value >= 0 && value <= 1 },
  repetitionPenalty: {
    param: 'repetition_penalty',
    fallback: 1,
    range: 'greater than 0',
    fits: (value) => value > 0,
  },
  presencePenalty: { param: 'presence_penalty', fallback: 0, range: 'between -2 and 2', fits: isPenalty },
  frequencyPenalty: { param: 'frequency_penalty', fallback: 0, range: 'between -2 and 2', fits: isPenalty },
} satisfies Record<keyof Sampling, Rule>;

/** How a request wants its tokens chosen, at a temperature of 1 where it does not say; throws an ApiError that names a parameter out of its range. */
export function readSampling({ temperature, sampling }: GenerationRequest): Sampling {
  return {
    temperature: read(rules.temperature, temperature ?? undefined),
    topK: read(rules.topK, sampling?.topK),
    topP: read(rules.topP, sampling?.topP),
    minP: read(rules.minP, sampling?.minP),
    repetitionPenalty: read(rules.repetitionPenalty, sampling?.repetitionPenalty),
    presencePenalty: read(rules.presencePenalty, sampling?.presencePenalty),
    frequencyPenalty: read(rules.frequencyPenalty, sampling?.frequencyPenalty),
  };
}

function read({ param, fallback, range, fits }: Rule, value: number | undefined): number {
  if (value === undefined) return fallback;
  if (Number.isFinite(value) && fits(value)) return value;
  throw new ApiError(400, 'invalid_value', `Invalid '${param}': must be ${range}, but is ${value}.`, {
    param,
  });
}

function isPenalty(value: number): boolean {
  return value >= -2 && value <= 2;
}
