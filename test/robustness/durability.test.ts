import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { createClock } from '../../src/core/clock.ts';
import { storeBounds } from '../../src/stores/bounds.ts';
import { stores } from '../../src/stores/index.ts';
import { type Written, findFaults } from '../support/acknowledged.ts';

const script = join(import.meta.dirname, '../support/durable-writers.ts');
const writers = 20;
const parts = 3;

const folder = mkdtempSync(join(tmpdir(), 'understudy-durability-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the writers were told is kept, before they were killed at so many acknowledgements. */
async function writeUntilKilled(most: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, folder, String(writers), String(parts)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === most) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return lines;
}

async function readKept(): Promise<readonly Written[]> {
  const store = stores.sqlite({ clock: createClock(), data: folder, bounds: storeBounds.parse({}) });
  const messages = await store.threads.messages('shared');
  await store.close();
  return messages.map(({ content }): Written => JSON.parse(content ?? ''));
}

describe('what a store has acknowledged', () => {
  it('is there after ten kills, once, whole and in order', { timeout: 60_000 }, async () => {
    const acknowledged: string[] = [];
    const rounds = [[1], [7, 40, 3, 120], [25, 300], [2, 64, 15]];
    for (const kills of rounds) {
      for (const most of kills) {
        const told = await writeUntilKilled(most);
        expect(told.length).toBeGreaterThanOrEqual(most);
        acknowledged.push(...told);
      }
      // Not after each kill: reading would bring the file in order for the writers, who must find it as it was left.
      expect(findFaults(acknowledged, await readKept(), parts)).toEqual([]);
    }
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
  });
});

describe('the search for faults', () => {
  const [a0, a1, b0] = ['a 0', 'a 1', 'b 0'].map((name): readonly Written[] => {
    const [writer = '', number] = name.split(' ');
    return [0, 1].map((part) => ({ writer, number: Number(number), part }));
  });
  if (a0 === undefined || a1 === undefined || b0 === undefined) throw new Error('Three batches are due.');

  it.each([
    ['nothing, where all is well', [...a0, ...b0, ...a1], false],
    ['a batch that is gone', [...a0, ...b0], true],
    ['a batch that is there twice', [...a0, ...a1, ...b0, ...b0], true],
    ['batches of one writer in the wrong order', [...a1, ...a0, ...b0], true],
    ['half a batch at the end', [...a0, ...a1, ...b0.slice(0, 1)], true],
    ['half a batch in the middle', [...a0.slice(0, 1), ...b0, ...a1], true],
    ['a batch within another', [...a0.slice(0, 1), ...b0, ...a0.slice(1), ...a1], true],
  ])('finds %s', (_, kept, isFaulty) => {
    const faults = findFaults(['a 0', 'a 1', 'b 0'], kept, 2);
    expect(faults.length > 0).toBe(isFaulty);
  });
});
