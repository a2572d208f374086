import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTextFile } from '../../src/engines/text-file.ts';

describe('readTextFile', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'understudy-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('reads a file as UTF-8', async () => {
    const path = join(folder, 'message.txt');
    await writeFile(path, 'Grüße 🙂\n');
    expect(await readTextFile(path, 'other')).toEqual({ text: 'Grüße 🙂\n' });
  });

  it.each(['missing.txt', '.'])('falls back with a warning where %s cannot be read', async (name) => {
    const path = join(folder, name);
    const { text, warning } = await readTextFile(path, 'the message');
    expect(text).toBe('the message');
    expect(warning).toContain(`--text-file ${path}`);
  });
});
