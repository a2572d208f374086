import type { Tool } from '../../../core/message.ts';
import { findListed } from './found.ts';
import type { Said } from './said.ts';
import { asSchema, asTexts, type Schema, typeOf } from './schema.ts';
import { sortOf } from './sorts.ts';

/** What was said, once for each of several things that the tool takes one of: "Paris and London". */
export function findTargets({ parameters }: Tool, said: Said): readonly Said[] {
  const target = targetOf(parameters ?? {});
  if (target === undefined) return [];
  switch (target) {
    case 'number':
      return findListed(said.numbers, said.text).map((each) => narrow(said, { numbers: [each] }));
    case 'place':
      return findListed(said.places, said.text).map((each) =>
        narrow(said, { places: [each], names: [each] }),
      );
    case 'person':
      return findListed(said.names, said.text).map((each) => narrow(said, { places: [each], names: [each] }));
    case 'symbol':
      return said.symbols.length < 2 ? [] : said.symbols.map((each) => narrow(said, { symbols: [each] }));
    case 'text':
      return findListed(said.quotes, said.text).map((each) => narrow(said, { quotes: [each] }));
  }
}

function narrow(said: Said, to: Partial<Said>): Said {
  return { ...said, ...to };
}

type Target = 'number' | 'place' | 'person' | 'symbol' | 'text';

// The one member that takes such a thing; where two do, or a list does, one call takes them all.
function targetOf(parameters: Schema): Target | undefined {
  const properties = Object.entries(asSchema(parameters['properties'])).slice(0, 50);
  const required = new Set(asTexts(parameters['required']));
  const kinds = properties.map(([name, part]) => kindOf(name, asSchema(part)));
  const wanted = properties.findIndex(([name]) => required.size === 0 || required.has(name));
  const kind = kinds[wanted];
  if (kind === undefined || properties.some(([, part]) => typeOf(asSchema(part)) === 'array'))
    return undefined;
  return kinds.filter((other) => other === kind).length === 1 ? kind : undefined;
}

function kindOf(name: string, schema: Schema): Target | undefined {
  const type = typeOf(schema);
  if (type === 'number' || type === 'integer') return 'number';
  if (type !== 'string' || schema['enum'] !== undefined) return undefined;
  const sort = sortOf(name, schema);
  if (sort === 'place' || sort === 'person' || sort === 'symbol') return sort;
  return sort === 'message' || sort === 'title' || sort === undefined ? 'text' : undefined;
}
