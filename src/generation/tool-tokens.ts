import type { GenerationRequest } from '../core/generation.ts';
import type { Tool } from '../core/message.ts';
import type { Encoding } from './encodings.ts';

// What frames the tools: exact on both live samples tried, where the text below has no titles and no defaults.
const perTools = 8;

// As a guess: a schema is counted as it is written in JSON.
const perFormat = 20;

/**
 * Counts about what OpenAI bills for the tools and for the schema of the answer, giving up beyond `limit`.
 * Models read tools as a namespace of TypeScript; nobody has published how, so the count may be off by a few tokens a tool.
 */
export function countOfferTokens(
  { tools, format }: Pick<GenerationRequest, 'tools' | 'format'>,
  encoding: Encoding,
  limit: number,
): number {
  let total = 0;
  if (tools !== undefined && tools.length > 0) total += perTools + encoding.count(writeTools(tools), limit);
  if (format?.kind === 'json-schema') {
    total += perFormat + encoding.count(JSON.stringify(format.schema), limit - total);
  }
  return total;
}

function writeTools(tools: readonly Tool[]): string {
  const types = tools.map(({ name, description, parameters }) => {
    const members = writeMembers(parameters ?? {}, 0);
    const taken = members === '' ? '()' : `(_: {\n${members}\n})`;
    return `${writeComment(description)}type ${name} = ${taken} => any;\n`;
  });
  return ['namespace functions {', '', ...types, '} // namespace functions'].join('\n');
}

function writeComment(text: unknown): string {
  return typeof text === 'string' && text !== '' ? `// ${text}\n` : '';
}

function writeMembers(schema: Schema, depth: number): string {
  const indent = '  '.repeat(depth);
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  return Object.entries(asSchema(schema['properties']))
    .map(([name, part]) => {
      const member = asSchema(part);
      const line = `${indent}${name}${required.has(name) ? '' : '?'}: ${writeType(member, depth)},`;
      // Deeper members are shown without their descriptions.
      return depth === 0 ? writeComment(member['description']) + line : line;
    })
    .join('\n');
}

// Bodies may be nested deeper than anybody reads.
const deepest = 16;

function writeType(schema: Schema, depth: number): string {
  const { type } = schema;
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' | ');
  if (type === 'string' || type === 'boolean' || type === 'null') return type;
  if (type === 'number' || type === 'integer') return 'number';
  if (depth >= deepest) return 'any';
  if (type === 'array') return `${writeType(asSchema(schema['items']), depth + 1)}[]`;
  if (type === 'object') return `{\n${writeMembers(schema, depth + 1)}\n${'  '.repeat(depth)}}`;
  return 'any';
}

type Schema = Readonly<Record<string, unknown>>;

function asSchema(part: unknown): Schema {
  return isRecord(part) ? part : {};
}

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
