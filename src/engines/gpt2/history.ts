import type { Sampling } from './sampling.ts';

/** What a sequence has said, for the penalties on saying it again. */
export interface History {
  /** Whether penalties may raise tokens from far below. */
  readonly raises: boolean;
  /** How many different tokens bear a penalty. */
  penalised(): number;
  /** A token's logit after its penalties. */
  penalise(token: number, logit: number): number;
  add(token: number): void;
}

/** The penalty on repetition counts the prompt, as Hugging Face's does; those on presence and frequency do not, as OpenAI's. */
export function createHistory(sampling: Sampling, prompt: readonly number[]): History {
  const { repetitionPenalty, presencePenalty, frequencyPenalty } = sampling;
  const repeats = repetitionPenalty !== 1;
  const counts = presencePenalty !== 0 || frequencyPenalty !== 0;
  const seen = new Set<number>(repeats ? prompt : []);
  const said = new Map<number, number>();

  return {
    raises: repetitionPenalty < 1 || presencePenalty < 0 || frequencyPenalty < 0,
    penalised: () => Math.max(seen.size, said.size),
    penalise(token, logit) {
      const times = said.get(token) ?? 0;
      const repeated = seen.has(token) ? divide(logit, repetitionPenalty) : logit;
      return repeated - frequencyPenalty * times - (times > 0 ? presencePenalty : 0);
    },
    add(token) {
      if (repeats) seen.add(token);
      if (counts) said.set(token, (said.get(token) ?? 0) + 1);
    },
  };
}

function divide(logit: number, penalty: number): number {
  return logit > 0 ? logit / penalty : logit * penalty;
}
