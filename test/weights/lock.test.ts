import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { withLock } from '../../src/weights/lock.ts';
import { createFolders } from './folders.ts';

const makeFolder = createFolders();

function setUp() {
  const clock = createManualClock();
  const stopping = new AbortController();
  let waits = 0;
  const parts = { clock, signal: stopping.signal, tell: () => void (waits += 1) };
  return { clock, parts, stopping, waits: () => waits, path: join(makeFolder(), 'deep', '.lock') };
}

/** A lock as somebody else has left it, so many seconds ago by the clock. */
function leaveLock(path: string, timestamp: number, mark: unknown): void {
  writeFileSync(path, typeof mark === 'string' ? mark : JSON.stringify(mark));
  utimesSync(path, timestamp, timestamp);
}

// Larger than any that Linux gives.
const deadPid = 2 ** 30;

describe('a lock', () => {
  it('is there while something is done, and gone after it, also where that fails', async () => {
    const { parts, path } = setUp();
    expect(await withLock(path, parts, async () => existsSync(path))).toBe(true);
    expect(existsSync(path)).toBe(false);
    await expect(withLock(path, parts, () => Promise.reject(new Error('No.')))).rejects.toThrow('No.');
    expect(existsSync(path)).toBe(false);
  });

  it('lets one in at a time', async () => {
    const { clock, parts, path, waits } = setUp();
    let inside = 0;
    let most = 0;
    const finish: (() => void)[] = [];
    const visit = () =>
      withLock(path, parts, async () => {
        most = Math.max(most, (inside += 1));
        await new Promise<void>((resolve) => finish.push(resolve));
        inside -= 1;
      });
    const visits = [visit(), visit(), visit()];
    for (let visited = 1; visited <= 3; visited += 1) {
      await expect.poll(() => (void clock.advance(500), finish.length)).toBe(visited);
      finish.at(-1)?.();
    }
    await Promise.all(visits);
    expect(most).toBe(1);
    expect(waits()).toBe(2);
  });

  it('is taken over at once from a process of this machine that has died', async () => {
    const { clock, parts, path, waits } = setUp();
    await withLock(path, parts, async () => undefined);
    leaveLock(path, clock.timestamp(), { pid: deadPid, host: hostname(), id: 'x' });
    expect(await withLock(path, parts, async () => readFileSync(path, 'utf8'))).toContain(
      `"pid":${process.pid}`,
    );
    expect(waits()).toBe(0);
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['another machine', { pid: 1, host: 'elsewhere', id: 'x' }],
    ['this machine', { pid: process.pid, host: hostname(), id: 'x' }],
    ['nobody knows who', 'half a ma'],
  ])('is taken over from %s after a minute of silence, and not before', async (_, mark) => {
    const { clock, parts, path } = setUp();
    await withLock(path, parts, async () => undefined);
    leaveLock(path, clock.timestamp() - 30, mark);
    let isIn = false;
    const visit = withLock(path, parts, async () => void (isIn = true));
    await clock.advance(29_000);
    expect(isIn).toBe(false);
    await expect.poll(() => (void clock.advance(500), isIn)).toBe(true);
    await visit;
    expect(clock.now()).toBeGreaterThan(30_000);
    expect(existsSync(path)).toBe(false);
  });

  it('is renewed while something takes long', async () => {
    const { clock, parts, path } = setUp();
    const start = clock.timestamp();
    let finish = (): void => undefined;
    const visit = withLock(path, parts, () => new Promise<void>((resolve) => (finish = resolve)));
    await expect.poll(() => existsSync(path)).toBe(true);
    await clock.advance(300_000);
    await expect.poll(() => statSync(path).mtimeMs / 1000 - start).toBeGreaterThanOrEqual(290);
    finish();
    await visit;
  });

  it('is waited for no longer than it is wanted', async () => {
    const { clock, parts, path, stopping } = setUp();
    await withLock(path, parts, async () => undefined);
    leaveLock(path, clock.timestamp(), { pid: process.pid, host: hostname(), id: 'x' });
    const visit = withLock(path, parts, async () => undefined);
    const ended = visit.catch((error: unknown) => String(error));
    await clock.advance(1000);
    stopping.abort(new Error('Enough.'));
    expect(await ended).toBe('Error: Enough.');
    expect(existsSync(path)).toBe(true);
  });
});
