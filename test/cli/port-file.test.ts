import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writePortFile } from '../../src/cli/port-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-port-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

it('holds one port a line, and nothing else is left in the folder', () => {
  writePortFile(join(folder, 'port'), [8000, 8080]);
  expect(readFileSync(join(folder, 'port'), 'utf8')).toBe('8000\n8080\n');
  expect(readdirSync(folder)).toEqual(['port']);
});

it('replaces an older file and goes away at the end', () => {
  const path = join(folder, 'port');
  writeFileSync(path, 'old');
  const remove = writePortFile(path, [1234]);
  expect(readFileSync(path, 'utf8')).toBe('1234\n');
  remove();
  expect(existsSync(path)).toBe(false);
  expect(remove).not.toThrow();
});

it('stays when another server has written it since', () => {
  const path = join(folder, 'port');
  const remove = writePortFile(path, [1]);
  writePortFile(path, [2]);
  remove();
  expect(readFileSync(path, 'utf8')).toBe('2\n');
});

it('is refused in a folder that does not exist', () => {
  const path = join(folder, 'none', 'port');
  expect(() => writePortFile(path, [1])).toThrow(
    `The file ${path} given with --port-file cannot be written (ENOENT).`,
  );
});
