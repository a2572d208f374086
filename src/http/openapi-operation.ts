import { ApiError } from '../core/api-error.ts';
import type { Dialect } from '../core/dialect.ts';
import { type Parameter, describeParameters } from './openapi-parameters.ts';
import type { JsonSchema, Schemas } from './openapi-schemas.ts';
import { type Candidate, type Candidates, dialectHeader } from './routes.ts';

/** How a body looks. */
export interface MediaType {
  readonly schema: JsonSchema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** A body by its media types. */
export type Content = Readonly<Record<string, MediaType>>;

/** An answer of an operation. */
export interface ApiResponse {
  readonly description: string;
  readonly content?: Content;
}

/** One method of one path. */
export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, ApiResponse>>;
}

/** What the candidates of one method and path answer to, as one operation. */
export function describeOperation(operationId: string, candidates: Candidates, schemas: Schemas): Operation {
  const [{ endpoint }] = candidates;
  const parameters = describeParameters(candidates);
  const bodies = refer('body', operationId, candidates, schemas);
  return {
    operationId,
    tags: [...new Set(candidates.map((candidate) => candidate.endpoint.description.tag))],
    summary: endpoint.description.summary,
    ...(candidates.length === 1 ? {} : { description: tellDialects(candidates) }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(bodies.length === 0 ? {} : { requestBody: describeBody(bodies, candidates) }),
    responses: {
      [endpoint.description.status ?? 200]: describeSuccess(operationId, candidates, schemas),
      default: describeErrors(candidates),
    },
  };
}

/** The answer to a call that went well. */
export function findSuccess({ responses }: Operation): ApiResponse | undefined {
  return Object.entries(responses).find(([status]) => status !== 'default')?.[1];
}

function tellDialects(candidates: Candidates): string {
  const [first] = candidates;
  const choice = `The header ${dialectHeader}, or the query parameter dialect, names one; else the shape of the body tells,`;
  const lines = candidates.map(
    ({ mount, endpoint }) => `- ${mount.dialect.name}: ${endpoint.description.summary}`,
  );
  return [
    `This path speaks several dialects. ${choice} and ${first.mount.dialect.name} takes what no other dialect claims.`,
    '',
    ...lines,
  ].join('\n');
}

// Each dialect's schema of this part of the description, where it has one.
function refer(
  part: 'body' | 'result' | 'event',
  operationId: string,
  candidates: readonly Candidate[],
  schemas: Schemas,
): readonly JsonSchema[] {
  return candidates.flatMap(({ mount, endpoint }) => {
    const schema = endpoint.description[part];
    if (schema === undefined) return [];
    const name = `${mount.dialect.name}.${operationId}.${part}`;
    return [schemas.refer(schema, name, part === 'body' ? 'input' : 'output')];
  });
}

function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const [first, ...others] = schemas;
  return first === undefined || others.length > 0 ? { anyOf: schemas } : first;
}

function describeBody(bodies: readonly JsonSchema[], candidates: Candidates) {
  const [{ endpoint }] = candidates;
  const type = endpoint.description.bodyType ?? 'application/json';
  // A dialect without a schema takes any body, or none.
  const required = bodies.length === candidates.length;
  return { required, content: { [type]: { schema: anyOf(bodies) } } };
}

function describeSuccess(operationId: string, candidates: Candidates, schemas: Schemas): ApiResponse {
  const results = refer('result', operationId, candidates, schemas);
  const events = refer('event', operationId, candidates, schemas);
  const content: Content = {
    ...(results.length === 0 ? {} : { 'application/json': { schema: anyOf(results) } }),
    ...(events.length === 0 ? {} : { 'text/event-stream': { schema: anyOf(events) } }),
  };
  const description =
    events.length === 0 ? 'The answer.' : 'The answer; in a stream, the data of each event.';
  return Object.keys(content).length === 0 ? { description } : { description, content };
}

function describeErrors(candidates: Candidates): ApiResponse {
  const content: Record<string, MediaType> = {};
  for (const dialect of new Set(candidates.map(({ mount }) => mount.dialect))) {
    const { type, value } = sampleError(dialect);
    const schema = type === 'application/json' ? { type: 'object' } : { type: 'string' };
    content[type] = { schema, examples: { ...content[type]?.examples, [dialect.name]: { value } } };
  }
  return { description: "An error, in the dialect's own shape.", content };
}

function sampleError(dialect: Dialect): { readonly type: string; readonly value: unknown } {
  const error = new ApiError(400, 'invalid_request', 'The request is not valid.');
  const { headers, body } = dialect.error(error, { id: `req_${'0'.repeat(32)}` });
  const type = headers['content-type']?.split(';', 1)[0] ?? 'application/json';
  return { type, value: type === 'application/json' ? JSON.parse(body) : body };
}
