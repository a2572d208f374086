import { type Operation, findSuccess } from './openapi-operation.ts';
import type { JsonSchema } from './openapi-schemas.ts';
import { type Components, listAlternatives, readSchema, readStrings } from './schema-reading.ts';

/** A command that calls the operation, with the body's own example or one made of its schema. */
export function writeCurl(
  { method, path, base }: { readonly method: string; readonly path: string; readonly base: string },
  operation: Operation,
  body: JsonSchema | undefined,
  components: Components,
): string {
  const streams = findSuccess(operation)?.content?.['text/event-stream'] !== undefined;
  // A body makes it a POST.
  const isPlain = method === 'GET' || (method === 'POST' && body !== undefined);
  // Braces mean something to curl.
  const url = `${base}${path.replace(/\{(?<name>\w+)\}/g, (_all, name: string) => name.toUpperCase())}`;
  const parts = [`curl ${streams ? '-N ' : ''}${isPlain ? '' : `-X ${method} `}${url}`];
  const [type = 'application/json'] = Object.keys(operation.requestBody?.content ?? {});
  if (body !== undefined) parts.push(...writeBody(type, sample(body, components, 0)));
  return parts.join(' \\\n  ');
}

function writeBody(type: string, body: unknown): readonly string[] {
  switch (type) {
    case 'application/json':
      return [`-H 'content-type: ${type}'`, `-d ${quote(JSON.stringify(body))}`];
    case 'multipart/form-data':
      return Object.entries(Object(body)).map(([name, value]) => `-F ${quote(`${name}=${String(value)}`)}`);
    default:
      return ['--data-binary @FILE'];
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

// A schema that contains itself ends here.
const deepest = 6;

function sample(schema: JsonSchema, components: Components, depth: number): unknown {
  const alternatives = listAlternatives(schema, components);
  const example = [schema, ...alternatives].find((each) => Array.isArray(each['examples']))?.['examples'];
  if (Array.isArray(example)) return example[0] as unknown;
  const first = alternatives.find(({ type }) => type !== 'null') ?? {};
  if ('contentMediaType' in first) return '@FILE';
  if ('default' in first) return first['default'];
  if ('const' in first) return first['const'];
  if (Array.isArray(first['enum'])) return first['enum'][0] as unknown;
  if (depth >= deepest) return null;
  switch (first['type']) {
    case 'object':
      return sampleObject(first, components, depth);
    case 'array':
      return [sample(readSchema(first['items']), components, depth + 1)];
    case 'number':
    case 'integer':
      return first['minimum'] ?? 1;
    case 'boolean':
      return true;
    default:
      return 'text';
  }
}

function sampleObject(schema: JsonSchema, components: Components, depth: number) {
  const properties = readSchema(schema['properties']);
  const members = readStrings(schema['required']).map((name): [string, unknown] => [
    name,
    sample(readSchema(properties[name]), components, depth + 1),
  ]);
  return Object.fromEntries(members);
}
