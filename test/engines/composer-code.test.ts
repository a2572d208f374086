import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exercises } from '../../src/engines/composer/programs/exercises.ts';
import { findKnownProgram, programsOf } from '../../src/engines/composer/programs/known-programs.ts';
import { answer } from './composer-answers.ts';

const run = promisify(execFile);
const languages = ['python', 'typescript', 'javascript', 'go', 'rust', 'java', 'c', 'bash', 'sql'];

// What each prompt's program prints when it runs.
const printed: readonly (readonly [task: string, output: RegExp])[] = [
  ['reverse a linked list', /^\[?3,? 2,? 1\]?$/],
  ['check whether a number is prime', /^\[?2,? 3,? 5,? 7,? 11/],
  ['find the gcd of two numbers', /^6$/],
  ['sort a list with quicksort', /^\[?1,? 2,? 4,? 4,? 5\]?$/],
  ['solve two-sum', /^\(?0,? 1\)?$/],
  ['flatten a nested list', /^\[?1,? 2,? 3,? 4,? 5\]?$/],
  ['do a binary search', /^3$/],
  ['implement an LRU cache', /^1 (?:None|true)$/],
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'composer-code-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function execute(command: string, name: string, text: string): Promise<string> {
  const code = text.replace(/^```\w+\n|\n```$/g, '');
  const path = join(folder, name);
  await writeFile(path, code);
  return (await run(command, [path])).stdout.trim();
}

const hasPython = await run('python3', ['--version']).then(
  () => true,
  () => false,
);

describe('a program that the composer hands out', () => {
  for (const [index, [task, output]] of printed.entries()) {
    it(`does what was asked in JavaScript: ${task}`, async () => {
      const text = answer(`Write a JavaScript function to ${task}, code only`);
      expect(await execute(process.execPath, `${index}.mjs`, text)).toMatch(output);
    });

    it(`does what was asked in TypeScript: ${task}`, async () => {
      const text = answer(`Write a TypeScript function to ${task}, code only`);
      expect(await execute(process.execPath, `${index}.mts`, text)).toMatch(output);
    });

    it.runIf(hasPython)(`does what was asked in Python: ${task}`, async () => {
      const text = answer(`Write a Python function to ${task}, code only`);
      expect(await execute('python3', `${index}.py`, text)).toMatch(output);
    });
  }

  it('belongs to an exercise that a prompt can name', () => {
    const named = new Set(exercises.map(({ name }) => name));
    for (const language of languages) {
      const programs = programsOf(language);
      expect(programs.size).toBeGreaterThan(7);
      for (const name of programs.keys()) expect(named).toContain(name);
    }
  });

  it('is found by the way people put it', () => {
    const asked: readonly (readonly [string, string, RegExp])[] = [
      ['python', 'Write a simple HTTP server in Python', /ThreadingHTTPServer/],
      ['python', 'How do I read a file in Python?', /read_text/],
      ['typescript', 'write an SSE client in TypeScript', /text\/event-stream/],
      ['javascript', 'SSE server in JavaScript', /setInterval/],
      ['javascript', 'write a debounce function', /clearTimeout/],
      ['python', 'stream a chat completion with the OpenAI API', /stream=True/],
      ['sql', 'SQL query that joins customers and orders', /LEFT JOIN/],
      ['bash', 'bash for loop', /for number in/],
    ];
    for (const [language, prompt, part] of asked)
      expect(findKnownProgram(language, prompt)?.code).toMatch(part);
  });

  it('has no marks left in it', () => {
    for (const language of languages)
      for (const code of programsOf(language).values()) expect(code).not.toMatch(/[‹›]/);
  });

  it('is a sketch with fitting names where the exercise is unknown', () => {
    const text = answer('Write a Python function that schedules garden work');
    expect(text).toContain('def schedule_garden_work');
    expect(text).toMatch(/sketch|frame|placeholder/);
  });
});
