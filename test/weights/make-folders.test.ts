import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolders } from '../../src/weights/make-folders.ts';

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'understudy-folders-'));
});
afterEach(() => rmSync(scratch, { recursive: true }));

describe('folders', () => {
  it('are made with those above them, also when several want them at once', async () => {
    const folder = join(scratch, 'a', 'b', 'c');
    await Promise.all([makeFolders(folder), makeFolders(folder), makeFolders(join(folder, 'd'))]);
    await makeFolders(folder);
    expect(statSync(join(folder, 'd')).isDirectory()).toBe(true);
  });

  it('are not made where a file is', async () => {
    writeFileSync(join(scratch, 'file'), '');
    await expect(makeFolders(join(scratch, 'file'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(makeFolders(join(scratch, 'file', 'x'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it.runIf(process.platform === 'linux')('are refused where nothing can be made', async () => {
    await expect(makeFolders('/proc/x')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(makeFolders('/proc/x/y/z')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
