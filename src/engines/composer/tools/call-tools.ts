import type { CalledTool } from '../../../core/engine.ts';
import type { GenerationRequest } from '../../../core/generation.ts';
import type { Message, Tool } from '../../../core/message.ts';
import { cleanInput } from '../clean.ts';
import type { Task } from '../draft.ts';
import { type Errand, chooseTools, nearestTool } from './choose-tools.ts';
import { fillSchema } from './fill-schema.ts';
import { createFinder } from './finder.ts';
import { readSaid, type Said } from './said.ts';
import { findTargets } from './targets.ts';

const mostCalls = 8;

/** The tools that an answer calls, with their arguments; none where it is given in words. */
export function callTools(request: GenerationRequest, task: Task): readonly CalledTool[] {
  const { tools = [], toolChoice = 'auto', messages, parallelToolCalls = true } = request;
  if (tools.length === 0 || toolChoice === 'none') return [];
  const said = messages.filter(({ role }) => role === 'user').map(({ content }) => cleanInput(content));
  const last = said.at(-1) ?? '';
  const errands = chooseErrands(request, last, task);
  if (errands.length === 0) return [];
  const whole = readSaid(last);
  const earlier = said.slice(0, -1).toReversed().slice(0, 4).map(readSaid);
  const calls = errands.flatMap((errand) => {
    const part = errand.text === last ? [] : [readSaid(errand.text)];
    return fillCalls(errand.tool, [...part, whole, ...earlier], task);
  });
  return withoutDoubles(calls).slice(0, parallelToolCalls ? mostCalls : 1);
}

function chooseErrands(
  { tools = [], toolChoice, messages }: GenerationRequest,
  last: string,
  task: Task,
): readonly Errand[] {
  if (typeof toolChoice === 'object') {
    const named = tools.find(({ name }) => name === toolChoice.name);
    return named === undefined ? [] : [{ tool: named, text: last }];
  }
  if (toolChoice === 'required') {
    const asked = chooseTools(last, tools);
    const nearest = nearestTool(last, tools);
    return asked.length > 0 || nearest === undefined ? asked : [{ tool: nearest, text: last }];
  }
  // Results have come: what they say is told, or a conversation would go round for ever.
  if (isResult(messages.at(-1)) || idleIntents.has(task.analysis.intent.kind)) return [];
  return chooseTools(last, tools);
}

/** Whether a message tells what a tool found out. */
export function isResult(message: Message | undefined): boolean {
  return message?.role === 'tool' || message?.role === 'function';
}

const idleIntents: ReadonlySet<string> = new Set(
  'greeting thanks farewell identity joke recall empty ping echo story poem haiku limerick'.split(' '),
);

function fillCalls(tool: Tool, sources: readonly Said[], task: Task): CalledTool[] {
  const [said, ...others] = sources;
  if (said === undefined) return [];
  const targets = findTargets(tool, said);
  const variants = targets.length > 0 ? targets : [said];
  return variants.map((variant) => ({
    name: tool.name,
    arguments: writeArguments(tool, [variant, ...others], task),
  }));
}

function writeArguments({ name, parameters }: Tool, sources: readonly Said[], task: Task): string {
  if (parameters === undefined) return '{}';
  const finder = createFinder(sources, { echoes: true });
  const value = fillSchema(parameters, name, { finder, task, all: false });
  // Arguments are an object, whatever the schema says.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(value) : '{}';
}

function withoutDoubles(calls: readonly CalledTool[]): readonly CalledTool[] {
  const seen = new Set<string>();
  return calls.filter((call) => {
    const key = `${call.name} ${call.arguments}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
