import type { GenerationEvent, GenerationResult, ResultChoice, TokenLogprob } from '../core/generation.ts';

interface Draft {
  text: string;
  reason: ResultChoice['reason'];
  logprobs?: TokenLogprob[];
}

/** Puts a whole answer together from its events. */
export interface Collector {
  add(event: GenerationEvent): void;
  result(): GenerationResult;
}

/** A collector that has heard nothing yet. */
export function createCollector(): Collector {
  const drafts: Draft[] = [];
  let usage = { promptTokens: 0, completionTokens: 0, reasoningTokens: 0 };

  function draft(choice: number): Draft {
    return (drafts[choice] ??= { text: '', reason: 'stop' });
  }

  return {
    add(event) {
      switch (event.type) {
        case 'start':
          for (let choice = 0; choice < event.choices; choice += 1) draft(choice);
          break;
        case 'text-delta': {
          const target = draft(event.choice);
          target.text += event.text;
          if (event.logprobs !== undefined) (target.logprobs ??= []).push(...event.logprobs);
          break;
        }
        case 'finish':
          draft(event.choice).reason = event.reason;
          break;
        case 'end':
          usage = event.usage;
          break;
      }
    },
    result: () => ({ choices: drafts, usage }),
  };
}
