import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Operation } from '../../src/http/openapi-operation.ts';
import { type OpenApiDocument, describeApi } from '../../src/http/openapi.ts';
import { createChatDialects, createPlain, mount } from './mount-dialects.ts';

const chat = describeApi(mount(...createChatDialects()), { version: '1.2.3' });

function operationOf(document: OpenApiDocument, path: string, method: string): Operation {
  const operation = document.paths[path]?.[method];
  if (operation === undefined) throw new Error(`no ${method} ${path}`);
  return operation;
}

const chatPost = operationOf(chat, '/v1/chat/completions', 'post');

function compile(document: OpenApiDocument, name: string) {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ $id: 'https://understudy.test/openapi.json', components: document.components });
  return ajv.compile({ $ref: `https://understudy.test/openapi.json#/components/schemas/${name}` });
}

function findAll(value: unknown, key: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts: unknown[] = Object.values(value);
  const found = Object.hasOwn(value, key) ? [Reflect.get(value, key) as unknown] : [];
  return found.concat(parts.flatMap((part) => findAll(part, key)));
}

function follow(document: OpenApiDocument, reference: string): unknown {
  let target: unknown = document;
  for (const part of reference.slice(2).split('/')) target = (target as Record<string, unknown>)[part];
  return target;
}

// The parts of OpenAPI 3.1 that the document uses, with the keys that each may have.
const reference = z.strictObject({ $ref: z.string().startsWith('#/components/schemas/') });
const schema = z.union([reference, z.record(z.string(), z.unknown())]);
const content = z.record(
  z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  z.strictObject({
    schema,
    examples: z.record(z.string(), z.strictObject({ value: z.unknown() })).optional(),
  }),
);
const operationShape = z.strictObject({
  operationId: z.string().regex(/^\w+$/),
  tags: z.array(z.string()).min(1),
  summary: z.string().min(1),
  description: z.string().optional(),
  parameters: z
    .array(
      z
        .strictObject({
          name: z.string().min(1),
          in: z.enum(['path', 'query', 'header']),
          required: z.boolean(),
          description: z.string().optional(),
          schema,
        })
        .refine((parameter) => parameter.in !== 'path' || parameter.required),
    )
    .optional(),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(
    z.string().regex(/^(?:[1-5]\d\d|[1-5]XX|default)$/),
    z.strictObject({ description: z.string(), content: content.optional() }),
  ),
});
const documentShape = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.url() })).optional(),
  tags: z.array(z.strictObject({ name: z.string() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'put', 'delete']), operationShape),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), schema),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.literal('http'), scheme: z.string() })),
  }),
});

describe('describeApi', () => {
  it('makes an OpenAPI 3.1 document', () => {
    const document: unknown = JSON.parse(JSON.stringify(chat));
    expect(documentShape.safeParse(document).error).toBeUndefined();
    expect(chat.info).toMatchObject({ title: 'Understudy', version: '1.2.3' });
  });

  it('refers only to schemas that are there', () => {
    const references = findAll(chat, '$ref');
    expect(references.length).toBeGreaterThan(5);
    expect(references.filter((each) => typeof follow(chat, String(each)) !== 'object')).toEqual([]);
  });

  it('names each operation once, and each tag', () => {
    const operations = Object.values(chat.paths).flatMap((item) => Object.values(item));
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    const tags = new Set(operations.flatMap((operation) => operation.tags));
    expect([...tags].toSorted()).toEqual(chat.tags.map(({ name }) => name).toSorted());
  });

  it('describes the body by the schema that checks it', () => {
    const validate = compile(chat, 'openai.postV1ChatCompletions.body');
    const messages = [{ role: 'user', content: 'Hello' }];
    expect(validate({ model: 'gpt-4o', messages, temperature: 2, stop: ['a', 'b'], unknown: 1 })).toBe(true);
    expect(validate({ model: 'gpt-4o', messages, temperature: 2.1 })).toBe(false);
    expect(validate({ model: 'gpt-4o' })).toBe(false);
  });

  it('gives every body an example that suits it', () => {
    const bodies = Object.entries(chat.components.schemas).filter(([name]) => name.endsWith('.body'));
    expect(bodies).toHaveLength(3);
    for (const [name, body] of bodies) {
      const validate = compile(chat, name);
      expect(Array.isArray(body['examples']) && body['examples'].map((each) => validate(each))).toEqual([
        true,
      ]);
    }
  });

  it('makes one operation of the dialects on one path, and tells how one is chosen', () => {
    expect(chatPost.requestBody).toEqual({
      // The third dialect takes any body.
      required: false,
      content: {
        'application/json': {
          schema: {
            anyOf: [
              { $ref: '#/components/schemas/openai.postV1ChatCompletions.body' },
              { $ref: '#/components/schemas/prompt.postV1ChatCompletions.body' },
            ],
          },
        },
      },
    });
    expect(chatPost.description).toMatch(/x-dialect.*shape of the body.*openai takes/s);
    expect(chatPost.parameters).toContainEqual({
      name: 'x-dialect',
      in: 'header',
      required: false,
      description: expect.any(String),
      schema: { type: 'string', enum: ['openai', 'prompt', 'wordstream'] },
    });
  });

  it('leaves the choice out where one dialect has the path to itself', () => {
    const [openai] = createChatDialects();
    const operation = operationOf(
      describeApi(mount(openai), { version: '1' }),
      '/v1/chat/completions',
      'post',
    );
    expect(operation.description).toBeUndefined();
    expect(operation.parameters?.map(({ name }) => name)).not.toContain('x-dialect');
    expect(operation.requestBody?.required).toBe(true);
  });

  it('lists the headers of what generates, those of the pace with their bounds, and of nothing else', () => {
    const pace = chatPost.parameters?.filter(({ name }) => name.startsWith('x-understudy-'));
    expect(pace?.map(({ name, schema: { minimum, maximum } }) => [name, minimum, maximum])).toEqual([
      ['x-understudy-ttft', 0, 600_000],
      ['x-understudy-tokens-per-second', 0.01, 1_000_000],
      ['x-understudy-jitter', 0, 5],
      ['x-understudy-jitter-shape', undefined, undefined],
      ['x-understudy-instant', undefined, undefined],
      ['x-understudy-on-disconnect', undefined, undefined],
      ['x-understudy-priority', -1000, 1000],
    ]);
    expect(operationOf(chat, '/v1/models', 'get').parameters).toBeUndefined();
  });

  it('tells answers, streams and the errors of each dialect', () => {
    expect(Object.keys(chatPost.responses['200']?.content ?? {})).toEqual([
      'application/json',
      'text/event-stream',
    ]);
    const errors = chatPost.responses['default']?.content;
    expect(errors?.['application/json']?.examples).toMatchObject({
      openai: { value: { error: { code: 'invalid_request', param: null } } },
      wordstream: { value: { error: 'The request is not valid.' } },
    });
    expect(errors?.['text/event-stream']?.examples).toEqual({
      prompt: { value: 'data: {"error": "The request is not valid.", "code": 400}\n\n' },
    });
  });

  it("names the parts of a path in OpenAPI's way", () => {
    const document = describeApi(mount(createPlain('DELETE', '/v1/threads/:thread/files/*', {})), {
      version: '1',
    });
    const operation = operationOf(document, '/v1/threads/{thread}/files/{rest}', 'delete');
    expect(operation.parameters).toEqual([
      { name: 'thread', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'rest', in: 'path', required: true, schema: { type: 'string' } },
    ]);
    expect(operation.responses['200']).toEqual({ description: 'The answer.' });
  });

  it('tells the status of an answer and the type of a body where they are not the usual ones', () => {
    const description = { status: 201, bodyType: 'text/markdown', body: z.unknown() } as const;
    const document = describeApi(mount(createPlain('PUT', '/x', description)), { version: '1' });
    const { requestBody, responses } = operationOf(document, '/x', 'put');
    expect(Object.keys(requestBody?.content ?? {})).toEqual(['text/markdown']);
    expect(Object.keys(responses)).toEqual(['201', 'default']);
  });

  it('keeps a schema that contains itself valid', () => {
    const tree = z.object({
      name: z.string(),
      get children() {
        return z.array(tree).optional();
      },
    });
    const document = describeApi(mount(createPlain('POST', '/trees', { body: tree })), { version: '1' });
    const validate = compile(document, 'plain.postTrees.body');
    expect(validate({ name: 'a', children: [{ name: 'b' }] })).toBe(true);
    expect(validate({ name: 'a', children: [{}] })).toBe(false);
  });

  it('tells neither hints to our own checks nor the bounds of every whole number', () => {
    const body = z.object({ count: z.int().meta({ 'x-expected': 'a count' }) });
    const document = describeApi(mount(createPlain('POST', '/counts', { body })), { version: '1' });
    expect(document.components.schemas['plain.postCounts.body']?.['properties']).toEqual({
      count: { type: 'integer' },
    });
  });

  it('tells the address where it is known', () => {
    expect(chat.servers).toBeUndefined();
    expect(describeApi([], { version: '1', url: 'http://127.0.0.1:1' }).servers).toEqual([
      { url: 'http://127.0.0.1:1' },
    ]);
  });
});
