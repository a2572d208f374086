import type { z } from 'zod';
import type { Endpoint } from '../core/dialect.ts';
import { paceSchema } from '../core/pace.ts';
import { idempotencyHeader, idempotencyKey } from './idempotency.ts';
import { onDisconnect, onDisconnectHeader } from './on-disconnect.ts';
import { type JsonSchema, toPlainSchema } from './openapi-schemas.ts';
import { paceHeaderOptions } from './pace-headers.ts';
import { priority, priorityHeader } from './priority.ts';
import { type Candidate, type Candidates, dialectHeader } from './routes.ts';

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

/** The parameters of an operation: those of its path, the choice of a dialect, the pace. */
export function describeParameters(candidates: Candidates): readonly Parameter[] {
  const [{ endpoint }] = candidates;
  const inPath = toTemplate(endpoint.path).matchAll(/\{(?<name>\w+)\}/g);
  const parameters: Parameter[] = Array.from(inPath, ({ groups }) => ({
    name: groups?.['name'] ?? '',
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  for (const candidate of candidates) parameters.push(...describeQuery(candidate));
  if (candidates.length > 1) parameters.push(...describeChoice(candidates));
  parameters.push(...describeHeaders(endpoint));
  return parameters;
}

function describeQuery({ endpoint }: Candidate): readonly Parameter[] {
  return Object.entries(endpoint.description.query ?? {}).map(([name, parameter]) => {
    const { $schema: _dialect, description, ...schema } = toPlainSchema(parameter, 'input');
    return { name, in: 'query', required: false, description: String(description), schema };
  });
}

function describeChoice(candidates: Candidates): readonly Parameter[] {
  const schema = { type: 'string', enum: candidates.map(({ mount }) => mount.dialect.name) };
  const description = 'The dialect of body and answer.';
  return [
    { name: dialectHeader, in: 'header', required: false, description, schema },
    { name: 'dialect', in: 'query', required: false, description, schema },
  ];
}

function describeHeaders({ kind, description: { headers } }: Endpoint): readonly Parameter[] {
  if (headers === undefined) return kind === 'generation' ? describePace() : [];
  return Object.entries(headers).map(([name, header]) => describeHeader(name, header));
}

function describeHeader(name: string, header: z.ZodType): Parameter {
  const { $schema: _dialect, description, ...schema } = toPlainSchema(header, 'input');
  return { name, in: 'header', required: false, description: String(description), schema };
}

function describePace(): readonly Parameter[] {
  const pace = Object.entries(paceHeaderOptions).map(([name, option]) => {
    const { $schema: _dialect, description, ...schema } = toPlainSchema(paceSchema.shape[option], 'output');
    return {
      name,
      in: 'header',
      required: false,
      description: `Pace: ${String(description)}.`,
      schema,
    } as const;
  });
  return [
    ...pace,
    describeHeader(onDisconnectHeader, onDisconnect),
    describeHeader(idempotencyHeader, idempotencyKey),
    describeHeader(priorityHeader, priority),
  ];
}

/** A route's pattern with its `:name` and `*` in OpenAPI's words. */
export function toTemplate(path: string): string {
  return path.replace(/:(?<name>\w+)/g, '{$<name>}').replace('*', '{rest}');
}
