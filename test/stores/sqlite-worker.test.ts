import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { storeBounds } from '../../src/stores/bounds.ts';
import { stores } from '../../src/stores/index.ts';
import type { OpenableStore } from '../../src/stores/options.ts';
import { createConnection } from '../../src/stores/sqlite/connection.ts';
import { draftOf } from '../contracts/thread-store.ts';
import { countCommits } from './commits.ts';
import { makeFolder } from './folders.ts';

const opened: OpenableStore[] = [];
const bounds = storeBounds.parse({});

function open(data: string): OpenableStore {
  const store = stores.sqlite({ clock: createManualClock(), data, bounds });
  opened.push(store);
  return store;
}

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

describe('the thread of a sqlite store', () => {
  it('commits once for each request that comes alone', async () => {
    const folder = makeFolder();
    const { threads } = open(folder);
    await threads.create({ id: 'a', metadata: {}, messages: [] });
    const before = countCommits(join(folder, 'understudy.db-wal'));
    for (let index = 0; index < 20; index += 1) await threads.append('a', [draftOf(String(index))]);
    expect(countCommits(join(folder, 'understudy.db-wal')) - before).toBe(20);
  });

  it('commits once for all that waits, in batches of 256', async () => {
    const folder = makeFolder();
    const { threads } = open(folder);
    await threads.create({ id: 'a', metadata: {}, messages: [] });
    const log = join(folder, 'understudy.db-wal');
    const before = countCommits(log);
    // Holds the first one up until all are there.
    const holder = new DatabaseSync(join(folder, 'understudy.db'));
    holder.exec('BEGIN IMMEDIATE');
    const asked = Array.from({ length: 500 }, (_, index) => threads.append('a', [draftOf(String(index))]));
    holder.exec('ROLLBACK');
    holder.close();
    await Promise.all(asked);
    const commits = countCommits(log) - before;
    expect(commits).toBeGreaterThanOrEqual(2);
    expect(commits).toBeLessThanOrEqual(3);
    expect(await threads.messages('a')).toHaveLength(500);
  });

  it('shares a file with another one', async () => {
    const folder = makeFolder();
    const writers = [open(folder), open(folder)];
    const asked = writers.flatMap(({ threads }, writer) =>
      Array.from({ length: 100 }, (_, index) =>
        threads.append('a', [draftOf(`${writer}.${index}.0`), draftOf(`${writer}.${index}.1`)], 'create'),
      ),
    );
    await Promise.all(asked);
    const ids = (await writers[0]?.threads.messages('a'))?.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(400);
    for (const writer of [0, 1]) {
      const own = ids.filter((id) => id.startsWith(`${writer}.`));
      expect(own).toEqual(
        Array.from({ length: 200 }, (_, index) => `${writer}.${Math.floor(index / 2)}.${index % 2}`),
      );
    }
    expect(ids.every((id, index) => index % 2 === 0 || ids[index - 1] === id.replace(/1$/, '0'))).toBe(true);
  });

  it('opens a new file together with seven others', async () => {
    const folder = makeFolder();
    const sharers = Array.from({ length: 8 }, () => open(folder));
    const asked = sharers.map(({ threads }, index) =>
      threads.create({ id: 'a', metadata: { index: String(index) }, messages: [] }),
    );
    const settled = await Promise.allSettled(asked);
    const refused = settled.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(7);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'thread_exists' });
    const seen = await Promise.all(sharers.map(({ threads }) => threads.list({ limit: 10 })));
    expect(new Set(seen.map((list) => JSON.stringify(list))).size).toBe(1);
  });

  it('counts what another store has made', async () => {
    const folder = makeFolder();
    const few = { ...bounds, maxThreads: 1 };
    await open(folder).threads.create({ id: 'a', metadata: {}, messages: [] });
    const store = stores.sqlite({ clock: createManualClock(), data: folder, bounds: few });
    opened.push(store);
    await expect(store.threads.create({ id: 'b', metadata: {}, messages: [] })).rejects.toMatchObject({
      code: 'storage_limit',
    });
  });

  it('is begun anew after it has died, and rejects what it did not answer', async () => {
    const script = join(makeFolder(), 'worker.mjs');
    writeFileSync(
      script,
      `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', (request) => {
        if (request === null) process.exit(0);
        if (request.name === 'clearRecords') throw new Error('It dies.');
        if (request.name === 'open') parentPort.postMessage([{ id: request.id }]);
      });`,
    );
    const { ask, close } = createConnection({ folder: '', bounds }, pathToFileURL(script));
    await ask('open', null);
    const waiting = ask('readThread', 'a');
    const deadly = ask('clearRecords', 'k');
    const failure = { code: 'storage_failed', message: expect.stringMatching(/ended before it answered/) };
    await expect(waiting).rejects.toMatchObject(failure);
    await expect(deadly).rejects.toMatchObject({
      ...failure,
      details: { cause: new Error('It dies.') },
    });
    await ask('open', null);
    await close();
    await close();
  });

  it('keeps a process from ending while something waits, and no longer', async () => {
    const folder = makeFolder();
    const script = join(import.meta.dirname, 'append-and-leave.ts');
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, folder]);
    expect(stdout).toBe('kept\n');
    expect(stderr).toBe('');
    expect(await open(folder).threads.messages('a')).toHaveLength(1);
  });
});
