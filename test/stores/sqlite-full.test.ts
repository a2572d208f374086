import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { storeBounds } from '../../src/stores/bounds.ts';
import { stores } from '../../src/stores/index.ts';
import type { OpenableStore } from '../../src/stores/options.ts';
import { draftOf } from '../contracts/thread-store.ts';
import { makeFolder } from './folders.ts';

// A disk of its own, so small that it is full at once.
const disk = makeFolder();
const unmountable = mount('size=1m', 'mode=0700');
if (unmountable !== undefined) process.stderr.write(`No disk can be mounted here: ${unmountable}\n`);

function mount(...options: readonly string[]): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options.join(','), 'tmpfs', disk], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error);
  }
}

function remount(mode: 'ro' | 'rw'): void {
  execFileSync('mount', ['-o', `remount,${mode}`, disk], { stdio: 'pipe' });
}

const opened: OpenableStore[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});
afterAll(() => {
  if (unmountable === undefined) execFileSync('umount', [disk]);
});

function open(folder: string): OpenableStore {
  const data = join(disk, folder);
  const store = stores.sqlite({ clock: createManualClock(), data, bounds: storeBounds.parse({}) });
  opened.push(store);
  return store;
}

describe.skipIf(unmountable !== undefined)('a sqlite store on a small disk', () => {
  const large = 'x'.repeat(40_000);

  it('says that the disk is full, keeps nothing half, and goes on when there is room', async () => {
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(300_000));
    const { threads } = open('full');
    await threads.create({ id: 'a', metadata: {}, messages: [] });
    const kept: string[] = [];
    const failures: unknown[] = [];
    for (let index = 0; index < 40; index += 1) {
      const id = String(index);
      const asked = threads.append('a', [draftOf(`${id}.0`, large), draftOf(`${id}.1`)]);
      await asked.then(
        () => kept.push(`${id}.0`, `${id}.1`),
        (error: unknown) => failures.push(error),
      );
    }
    expect(kept.length).toBeGreaterThan(2);
    expect(failures.length).toBeGreaterThan(2);
    const message = expect.stringMatching(/no space left/);
    for (const failure of failures) expect(failure).toMatchObject({ code: 'storage_failed', message });
    expect((await threads.messages('a')).map(({ id }) => id)).toEqual(kept);
    rmSync(ballast);
    await threads.append('a', [draftOf('after')]);
    expect((await threads.messages('a')).map(({ id }) => id)).toEqual([...kept, 'after']);
  });

  it('finds again what was kept before the disk was full', async () => {
    const messages = await open('full').threads.messages('a');
    expect(messages.at(-1)?.id).toBe('after');
  });

  it('is refused where the disk was full from the beginning', async () => {
    rmSync(join(disk, 'full'), { recursive: true });
    const ballast = join(disk, 'ballast');
    expect(() => writeFileSync(ballast, Buffer.alloc(4_000_000))).toThrow(/ENOSPC/);
    const store = open('late');
    const failure = { code: 'storage_failed', message: expect.stringMatching(/no space left/) };
    await expect(store.open()).rejects.toMatchObject(failure);
    rmSync(ballast);
    await store.threads.append('a', [draftOf('1')], 'create');
  });

  it('is refused where the disk can only be read', async () => {
    const reason = /lies on a disk that can only be read|cannot be opened.*Allow this user to write/;
    const failure = { code: 'storage_failed', message: expect.stringMatching(reason) };
    remount('ro');
    try {
      await expect(open('new').open()).rejects.toMatchObject(failure);
      await expect(open('late').open()).rejects.toMatchObject(failure);
    } finally {
      remount('rw');
    }
    expect(readdirSync(disk)).not.toContain('new');
    expect(await open('late').threads.messages('a')).toHaveLength(1);
  });
});
