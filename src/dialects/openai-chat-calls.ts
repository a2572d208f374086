import type { Encoder } from '../core/dialect.ts';
import type { FinishReason, GenerationEvent, ToolArgumentsEvent, ToolCallEvent } from '../core/generation.ts';
import type { ToolCall } from '../core/message.ts';
import type { Quote } from './quote.ts';

/** How calls are told: as tools or in the older way as one function, and whether the client named what is called. */
export interface CallStyle {
  readonly legacy: boolean;
  readonly named: boolean;
}

/** The reason for an end in OpenAI's words: a call that the client named itself ends as text does. */
export function describeFinish(reason: FinishReason, style: CallStyle | undefined): string {
  if (reason !== 'tool-calls') return reason;
  if (style?.named === true) return 'stop';
  return style?.legacy === true ? 'function_call' : 'tool_calls';
}

/** The members that tell a message's calls; none where there are none. */
export function describeCalls(calls: readonly ToolCall[] | undefined, style: CallStyle | undefined) {
  const [first] = calls ?? [];
  if (calls === undefined || first === undefined) return {};
  if (style?.legacy === true) return { function_call: { name: first.name, arguments: first.arguments } };
  return {
    tool_calls: calls.map(({ id, name, arguments: given }) => ({
      id,
      type: 'function',
      function: { name, arguments: given },
    })),
  };
}

/** What chunks that tell of calls are made with. */
export interface CallEncoderOptions {
  readonly style: CallStyle;
  readonly quote: Quote;
  /** The chunk that opens a choice of text. */
  openText(choice: number): string;
  /** The chunk of a choice's delta, which is JSON. */
  writeDelta(choice: number, delta: string): string;
}

/**
 * An encoder that can tell calls too. A choice is opened with its first words or its first call, as only then it is known which:
 * live captures open a choice that calls one tool with the call itself.
 */
export function withCalls(encoder: Encoder, options: CallEncoderOptions): Encoder {
  const { style, quote, writeDelta } = options;
  const opened: boolean[] = [];

  function open(choice: number): string {
    if (opened[choice] === true) return '';
    opened[choice] = true;
    return options.openText(choice);
  }

  function encodeCall({ choice, index, id, name }: ToolCallEvent): string {
    const called = `{"name":${quote(name)},"arguments":""}`;
    const delta = style.legacy
      ? `"function_call":${called}`
      : `"tool_calls":[{"index":${index},"id":"${id}","type":"function","function":${called}}]`;
    if (opened[choice] === true) return writeDelta(choice, `{${delta}}`);
    opened[choice] = true;
    return writeDelta(choice, `{"role":"assistant","content":null,${delta},"refusal":null}`);
  }

  function encodeArguments({ choice, index, text }: ToolArgumentsEvent): string {
    const given = `{"arguments":${quote(text)}}`;
    const delta = style.legacy
      ? `{"function_call":${given}}`
      : `{"tool_calls":[{"index":${index},"function":${given}}]}`;
    return writeDelta(choice, delta);
  }

  function encode(event: GenerationEvent): string {
    switch (event.type) {
      case 'start':
        return '';
      case 'text-delta':
      case 'finish':
        return open(event.choice) + encoder.encode(event);
      case 'tool-call':
        return encodeCall(event);
      case 'tool-arguments':
        return encodeArguments(event);
      case 'end':
        return encoder.encode(event);
    }
  }

  return { ...encoder, encode };
}
