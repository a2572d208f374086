import type { AnswerFormat, GenerationRequest } from '../core/generation.ts';
import type { Tool, ToolChoice } from '../core/message.ts';
import type { ChatBody } from './openai-chat-body.ts';
import type { CallStyle } from './openai-chat-calls.ts';
import { isRecord } from './openai-schemas.ts';

/** What a body offers besides the conversation: tools, and a form for the answer. */
export interface Offer extends Pick<
  GenerationRequest,
  'tools' | 'toolChoice' | 'parallelToolCalls' | 'format'
> {
  /** How calls are told; absent where there can be none. */
  readonly calls?: CallStyle;
}

/** Reads the offer of a body that suits its schema. */
export function readOffer(body: ChatBody): Offer {
  const format = readFormat(body.response_format);
  return {
    ...(body.tools ? readTools(body, body.tools) : body.functions ? readFunctions(body, body.functions) : {}),
    ...(format === undefined ? {} : { format }),
  };
}

type Tools = NonNullable<ChatBody['tools']>;
type Functions = NonNullable<ChatBody['functions']>;

function readTools({ tool_choice: choice, parallel_tool_calls: parallel }: ChatBody, tools: Tools): Offer {
  const known = tools.flatMap((tool) => (tool.type === 'function' ? toTool(tool.function) : []));
  const toolChoice = readToolChoice(choice);
  const named = typeof toolChoice === 'object';
  return {
    tools: keepAllowed(known, choice),
    ...(toolChoice === undefined ? {} : { toolChoice }),
    ...(parallel === false ? { parallelToolCalls: false } : {}),
    ...(toolChoice === 'none' ? {} : { calls: { legacy: false, named } }),
  };
}

// Functions of the older way are called one at a time.
function readFunctions({ function_call: choice }: ChatBody, functions: Functions): Offer {
  const named = typeof choice === 'object' && choice !== null;
  return {
    tools: functions.map(toTool),
    parallelToolCalls: false,
    ...(choice ? { toolChoice: named ? { name: choice.name } : choice } : {}),
    ...(choice === 'none' ? {} : { calls: { legacy: true, named } }),
  };
}

function toTool({ name, description, parameters }: Functions[number]): Tool {
  return { name, ...(description ? { description } : {}), ...(parameters ? { parameters } : {}) };
}

function readToolChoice(choice: ChatBody['tool_choice']): ToolChoice | undefined {
  if (!choice) return undefined;
  if (typeof choice === 'string') return choice;
  if (choice.type === 'allowed_tools') return choice.allowed_tools.mode;
  return { name: choice.type === 'function' ? choice.function.name : choice.custom.name };
}

function keepAllowed(tools: readonly Tool[], choice: ChatBody['tool_choice']): readonly Tool[] {
  if (!choice || typeof choice === 'string' || choice.type !== 'allowed_tools') return tools;
  const allowed = new Set(choice.allowed_tools.tools.map(nameOf));
  return tools.filter(({ name }) => allowed.has(name));
}

function nameOf(tool: Readonly<Record<string, unknown>>): unknown {
  return isRecord(tool['function']) ? tool['function']['name'] : tool['name'];
}

function readFormat(format: ChatBody['response_format']): AnswerFormat | undefined {
  switch (format?.type) {
    case 'json_object':
      return { kind: 'json' };
    case 'json_schema': {
      const { schema } = format.json_schema;
      return schema ? { kind: 'json-schema', schema } : { kind: 'json' };
    }
    case 'text':
    case undefined:
      return undefined;
  }
}
