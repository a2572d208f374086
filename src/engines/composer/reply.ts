import type { Random } from '../../core/chance.ts';
import type { CalledTool } from '../../core/engine.ts';
import type { GenerationRequest } from '../../core/generation.ts';
import { analyse } from './analyse.ts';
import { composeAnswer, createTask, writeObject } from './compose.ts';
import type { Task } from './draft.ts';
import { quotePassages } from './passages.ts';
import { callTools, isResult } from './tools/call-tools.ts';
import { fillSchema } from './tools/fill-schema.ts';
import { createFinder, factName } from './tools/finder.ts';
import { readSaid } from './tools/said.ts';
import { asJson, isRecord, type Json } from './tools/schema.ts';
import { resultValues, tellResults } from './tools/tell-results.ts';

/** The answer to a request: calls of tools, or a text in the form that is asked for. */
export function composeReply(request: GenerationRequest, random: Random): readonly (string | CalledTool)[] {
  const { messages, tools, format } = request;
  const hasResults = isResult(messages.at(-1));
  if (tools === undefined && format === undefined && !hasResults) return [answer(request, random)];
  const task = createTask(analyse(messages), random);
  const calls = callTools(request, task);
  if (calls.length > 0) return calls;
  if (format?.kind === 'json-schema') return [writeBySchema(request, format.schema, task)];
  if (format?.kind === 'json')
    return [hasResults ? writeResults(request) : writeObject(task, request.minCharacters ?? 0)];
  return [hasResults ? tellResults(messages, task) : answer(request, random)];
}

// What was looked up for the question is a better answer than any rule knows.
function answer(request: GenerationRequest, random: Random): string {
  const { passages = [], messages } = request;
  const question = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  return quotePassages(passages, question) ?? composeAnswer(request, random);
}

function writeBySchema(
  { messages }: GenerationRequest,
  schema: Readonly<Record<string, unknown>>,
  task: Task,
): string {
  const { last, earlier } = task.analysis.conversation;
  const sources = [last, ...earlier.toReversed().slice(0, 4)].map(readSaid);
  const finder = createFinder(sources, { facts: readFacts(resultValues(messages)) });
  return JSON.stringify(fillSchema(schema, 'answer', { finder, task, all: true }));
}

function writeResults({ messages }: GenerationRequest): string {
  const values = resultValues(messages);
  const [only] = values;
  return JSON.stringify(values.length === 1 && isRecord(only) ? only : { results: values }, null, 2);
}

const mostFacts = 200;

// What tools have found out goes where the schema has a member of the same name.
function readFacts(values: readonly unknown[]): ReadonlyMap<string, Json> {
  const facts = new Map<string, Json>();
  for (const value of values.filter(isRecord)) {
    for (const [name, each] of Object.entries(value)) {
      if (facts.size >= mostFacts) return facts;
      if (!facts.has(factName(name))) facts.set(factName(name), asJson(each));
    }
  }
  return facts;
}
