import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type StartedServer, startServer } from '../../src/index.ts';
import { send } from './langbase-calls.ts';

const content = z.record(z.string(), z.unknown()).optional();
const documentShape = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
        requestBody: z.object({ content }).optional(),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
});

describe("the OpenAPI document of Langbase's paths", () => {
  let server: StartedServer;
  let paths: z.output<typeof documentShape>['paths'];
  beforeAll(async () => {
    server = await startServer();
    ({ paths } = documentShape.parse((await send(server, 'GET /openapi.json')).body));
  });
  afterAll(() => server.close());

  it.each([
    ['/v1/threads', {}, '201'],
    ['/v1/memory', { name: 'handbook' }, '201'],
    ['/v1/pipes', { name: 'helper', upsert: true }, '2XX'],
    ['/v1/embed', { chunks: ['text'] }, '200'],
  ] as const)('tells the status with which POST %s answers', async (path, body, told) => {
    expect(Object.keys(paths[path]?.['post']?.responses ?? {})).toEqual([told, 'default']);
    const { status } = await send(server, `POST ${path}`, body);
    expect(String(status)).toMatch(new RegExp(`^${told.replace('XX', String.raw`\d\d`)}$`));
  });

  it('tells what goes into queries, and the bodies that are no JSON', () => {
    const nameQuery = (path: string, method: string) =>
      paths[path]?.[method]?.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
    const typesOf = (path: string, method: string) =>
      Object.keys(paths[path]?.[method]?.requestBody?.content ?? {});
    expect(nameQuery('/v1/threads', 'get')).toEqual(['limit', 'before']);
    expect(nameQuery('/v1/memory/documents/upload', 'put')).toEqual(['ticket']);
    expect(typesOf('/v1/memory/documents/upload', 'put')).toEqual(['application/octet-stream']);
    expect(typesOf('/v1/parser', 'post')).toEqual(['multipart/form-data']);
  });
});
