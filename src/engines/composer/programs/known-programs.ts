import type { Exercise } from './exercise.ts';
import { exercises } from './exercises.ts';
import { go } from './go.ts';
import { c, java } from './java-and-c.ts';
import type { Programs } from './program.ts';
import { pythonBasics } from './python-basics.ts';
import { pythonStructures } from './python-structures.ts';
import { pythonWorld } from './python-world.ts';
import { rust } from './rust.ts';
import { bash, sql } from './shell-and-sql.ts';
import { typescriptBasics } from './typescript-basics.ts';
import { typescriptStructures } from './typescript-structures.ts';
import { typescriptWorld } from './typescript-world.ts';

/** A program that solves a known exercise, and what is worth knowing about it. */
export interface KnownProgram {
  readonly code: string;
  readonly notes: readonly string[];
}

/** The solution of the exercise that the prompt names, where the language has it. */
export function findKnownProgram(language: string, prompt: string): KnownProgram | undefined {
  const programs = byLanguage.get(language);
  if (programs === undefined) return undefined;
  const exercise = exercises.find(({ name, clue }) => programs[name] !== undefined && clue.test(prompt));
  return exercise === undefined ? undefined : solve(language, programs, exercise);
}

/** All exercises that a language has, by name. */
export function programsOf(language: string): ReadonlyMap<string, string> {
  const programs = byLanguage.get(language) ?? {};
  return new Map(Object.entries(programs).map(([name, code]) => [name, inLanguage(language, code)]));
}

function solve(language: string, programs: Programs, { name, notes }: Exercise): KnownProgram {
  return { code: inLanguage(language, programs[name] ?? ''), notes };
}

// JavaScript is TypeScript without what stands between the marks, so that the two cannot drift apart.
function inLanguage(language: string, code: string): string {
  if (language === 'typescript') return code.replace(/[‹›]/g, '');
  return language === 'javascript' || language === 'jsx' ? code.replace(/‹[^›]*›/g, '') : code;
}

const typescript: Programs = { ...typescriptBasics, ...typescriptStructures, ...typescriptWorld };

const byLanguage = new Map<string, Programs>([
  ['python', { ...pythonBasics, ...pythonStructures, ...pythonWorld }],
  ['typescript', typescript],
  ['javascript', typescript],
  ['jsx', typescript],
  ['go', go],
  ['rust', rust],
  ['java', java],
  ['c', c],
  ['bash', bash],
  ['sql', sql],
]);
