import { Ajv } from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import { type ChatBody, chatBody } from '../../src/dialects/openai-chat-body.ts';
import { readChatRequest } from '../../src/dialects/openai-chat-request.ts';
import { createFields, type Fields } from '../../src/dialects/openai-fields.ts';
import { createModels } from '../../src/models/catalogue.ts';
import { openaiCards } from '../../src/models/openai.ts';
import { arbitraryOf, type JsonSchema } from './json-schema-arbitrary.ts';

type Members = Record<string, unknown>;

const path = new URL('../schemas/openai.schemas.json', import.meta.url);
const { definitions } = JSON.parse(readFileSync(path, 'utf8')) as { definitions: Record<string, JsonSchema> };
const schema: JsonSchema = { $ref: '#/definitions/CreateChatCompletionRequest' };
const isPublished = new Ajv({ strict: false }).compile({ ...schema, definitions });

const models = createModels(openaiCards);
const fields: Fields<ChatBody> = createFields(chatBody);
const published = arbitraryOf(schema, definitions) as fc.Arbitrary<Members>;
const parameters = { numRuns: 500, seed: 20260821 };

function read(body: unknown, strict: boolean): ApiError | undefined {
  try {
    readChatRequest(body, { models, strict });
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

describe('a body', () => {
  it('that is any JSON value is understood or refused with an ApiError', () => {
    const members = fc.record(
      Object.fromEntries(Object.keys(chatBody.shape).map((name) => [name, fc.jsonValue({ maxDepth: 3 })])),
      { requiredKeys: [] },
    );
    const bodies = fc.oneof(fc.jsonValue({ maxDepth: 4 }), members);
    fc.assert(
      fc.property(bodies, fc.boolean(), (body, strict) => {
        const error = read(body, strict);
        expect([undefined, 400, 404]).toContain(error?.status);
      }),
      parameters,
    );
  });

  it('that OpenAI describes is understood, or refused only for what is not done yet', () => {
    const bodies = published.map(makeSense);
    fc.assert(
      fc.property(bodies, fc.boolean(), fc.boolean(), (body, strict, isPlain) => {
        if (isPlain) askForWhatIsDone(body);
        expect([isPublished(body), isPublished.errors]).toEqual([true, null]);
        const error = read(body, strict);
        const isAllowed =
          error === undefined || (!isPlain && error.message.startsWith('Understudy does not '));
        expect([isAllowed, error?.message]).toEqual([true, error?.message]);
      }),
      parameters,
    );
  });

  it('with one member wrong is refused exactly when zod refuses it', () => {
    const seen = { right: 0, wrong: 0 };
    const wrong = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }).filter(isSafe),
      fc.constantFrom('', [], {}, [{}], -1, 1.5, 1e6, [''], 'x y'),
    );
    fc.assert(
      fc.property(
        published.map(makeSense),
        wrong,
        fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
        (body, value, route) => {
          const changed = replace(body, value, route);
          const { success } = chatBody.safeParse(changed);
          seen[success ? 'right' : 'wrong'] += 1;
          expect(suits(changed)).toBe(success);
        },
      ),
      parameters,
    );
    expect(Math.min(seen.right, seen.wrong)).toBeGreaterThan(50);
  });
});

// Zod refuses integers that a double does not hold exactly; a seed may be one.
function isSafe(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return typeof value !== 'object' || value === null || Object.values(value).every(isSafe);
}

function suits(body: unknown): boolean {
  try {
    fields.assert(body, false);
    return true;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}

// The value in place of a member that the route finds, turn by turn, in the body.
function replace(at: unknown, value: unknown, [turn = 0, ...route]: readonly number[]): unknown {
  if (typeof at !== 'object' || at === null) return value;
  const keys = Object.keys(at);
  const key = keys[turn % keys.length];
  if (key === undefined) return value;
  const member = (at as Members)[key];
  const changed = route.length === 0 ? value : replace(member, value, route);
  return Array.isArray(at) ? at.with(Number(key), changed) : { ...at, [key]: changed };
}

// What the schema cannot say: members that need each other, and messages that answer each other.
function makeSense(drawn: Members): Members {
  const body: Members = { ...drawn, model: 'gpt-4o-mini' };
  body.messages = [
    ...(drawn.messages as Members[]).flatMap(answerCalls),
    { role: 'user', content: 'As JSON.' },
  ];
  if (typeof body.top_logprobs === 'number') body.logprobs = true;
  else delete body.top_logprobs;
  if (body.stream_options) body.stream = true;
  if (!body.tools) {
    delete body.tool_choice;
    delete body.parallel_tool_calls;
  }
  if (!body.functions) delete body.function_call;
  const choice = body.tool_choice as Members | undefined;
  if (choice?.type === 'function' || choice?.type === 'custom') body.tool_choice = 'required';
  if (typeof body.function_call === 'object') body.function_call = 'auto';
  return body;
}

function askForWhatIsDone(body: Members): void {
  for (const name of ['store', 'modalities', 'web_search_options']) delete body[name];
  const tools = (body.tools ?? []) as readonly Members[];
  if (tools.some(({ type }) => type === 'custom')) body.tool_choice = 'none';
}

function answerCalls(message: Members): Members[] {
  if (message.role === 'tool') return [];
  if (message.role !== 'assistant') return [{ ...message, content: message.content ?? 'x' }];
  const calls = (message.tool_calls ?? []) as readonly { readonly id: string }[];
  const answers = calls.map(({ id }) => ({ role: 'tool', tool_call_id: id, content: 'x' }));
  return [{ ...message, content: message.content ?? 'x' }, ...answers];
}
