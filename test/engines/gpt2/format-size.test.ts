import { describe, expect, it } from 'vitest';
import type { AnswerFormat } from '../../../src/core/generation.ts';
import { FormatError } from '../../../src/engines/gpt2/backend.ts';
import { checkFormatSize } from '../../../src/engines/gpt2/format-size.ts';

function nest(depth: number): Readonly<Record<string, unknown>> {
  return depth === 0 ? {} : { items: nest(depth - 1) };
}

const brackets = '('.repeat(201);
const grammar = (text: string): AnswerFormat => ({ kind: 'grammar', grammar: text });

describe('the size of a format', () => {
  it.each<[string, AnswerFormat]>([
    ['JSON of any shape', { kind: 'json' }],
    ['a schema of usual depth', { kind: 'json-schema', schema: nest(100) }],
    ['a grammar with brackets', grammar(`root ::= ${'('.repeat(200)}"a"${')'.repeat(200)}`)],
    ['brackets in strings', grammar(`root ::= "${brackets}\\"${brackets}"`)],
    ['brackets in sets and comments', grammar(`root ::= [${brackets}\\]${brackets}] # ${brackets}`)],
    ['brackets in names', { kind: 'json-schema', schema: { enum: ['{'.repeat(300)] } }],
  ])('is fine for %s', (_, format) => {
    expect(() => checkFormatSize(format)).not.toThrow();
  });

  it.each<[string, AnswerFormat]>([
    ['a schema of many characters', { kind: 'json-schema', schema: { enum: ['x'.repeat(40_000)] } }],
    ['a schema of great depth', { kind: 'json-schema', schema: nest(300) }],
    ['a grammar of many characters', grammar(`root ::= "${'x'.repeat(70_000)}"`)],
    ['a grammar of great depth', grammar(`root ::= ${brackets}"a"`)],
    ['brackets between quotes that are quoted', grammar(`root ::= ["] ${brackets} "a"`)],
    ['brackets after a comment with a quote', grammar(`# "\nroot ::= ${brackets} "a"`)],
  ])('is refused for %s', (_, format) => {
    expect(() => checkFormatSize(format)).toThrow(FormatError);
  });
});
