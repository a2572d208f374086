import type {
  FinishReason,
  GenerationEvent,
  GenerationResult,
  ResultChoice,
  TokenLogprob,
  ToolArgumentsEvent,
  Usage,
} from '../core/generation.ts';
import type { ToolCall } from '../core/message.ts';

interface Draft {
  text: string;
  reason: ResultChoice['reason'];
  toolCalls?: ToolCall[];
  logprobs?: TokenLogprob[];
}

/** A whole answer with its figures. */
export interface Collected {
  readonly result: GenerationResult;
  readonly usage: Usage;
  readonly tokens: number;
  readonly finish: FinishReason;
}

/** Puts a whole answer together from its events. */
export interface Collector {
  add(event: GenerationEvent): void;
  collected(): Collected;
}

/** A collector that has heard nothing yet. */
export function createCollector(): Collector {
  const drafts: Draft[] = [];
  let usage: Usage = { promptTokens: 0, completionTokens: 0, reasoningTokens: 0 };
  let tokens = 0;
  let prompts: readonly string[] | undefined;

  function draft(choice: number): Draft {
    return (drafts[choice] ??= { text: '', reason: 'stop' });
  }

  function add(event: GenerationEvent): void {
    switch (event.type) {
      case 'start':
        ({ prompts } = event);
        for (let choice = 0; choice < event.choices; choice += 1) draft(choice);
        break;
      case 'text-delta': {
        const target = draft(event.choice);
        target.text += event.text;
        tokens += event.tokens;
        if (event.logprobs !== undefined) (target.logprobs ??= []).push(...event.logprobs);
        break;
      }
      case 'tool-call':
        (draft(event.choice).toolCalls ??= [])[event.index] = {
          id: event.id,
          name: event.name,
          arguments: '',
        };
        break;
      case 'tool-arguments':
        addArguments(draft(event.choice), event);
        tokens += event.tokens;
        break;
      case 'finish':
        draft(event.choice).reason = event.reason;
        break;
      case 'end':
        usage = event.usage;
        break;
    }
  }

  return {
    add,
    collected: () => ({
      result: { choices: drafts, usage, ...(prompts === undefined ? {} : { prompts }) },
      usage,
      tokens,
      finish: drafts[0]?.reason ?? 'stop',
    }),
  };
}

function addArguments({ toolCalls = [] }: Draft, { index, text }: ToolArgumentsEvent): void {
  const call = toolCalls[index];
  if (call !== undefined) toolCalls[index] = { ...call, arguments: call.arguments + text };
}
