import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { storeBounds } from '../../src/stores/bounds.ts';
import { stores } from '../../src/stores/index.ts';
import type { OpenableStore } from '../../src/stores/options.ts';
import { closeDatabase, openDatabase } from '../../src/stores/sqlite/database.ts';
import { draftOf } from '../contracts/thread-store.ts';
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

/** What a folder that cannot be used is answered with. */
function refusalOf(data: string, reason: RegExp): object {
  const message = expect.stringMatching(reason);
  const advice = expect.stringMatching(/--data DIR, or .*--data :memory:/);
  const place = expect.stringContaining(data);
  return { status: 500, code: 'storage_failed', message: expect.toSatisfy(every(message, advice, place)) };
}

function every(...matchers: readonly { asymmetricMatch(value: unknown): boolean }[]) {
  return (value: unknown) => matchers.every((matcher) => matcher.asymmetricMatch(value));
}

describe('the file of a sqlite store', () => {
  it('is made at the first use, not before', async () => {
    const folder = join(makeFolder(), 'data');
    await open(folder).close();
    expect(existsSync(folder)).toBe(false);
    await open(folder).open();
    expect(readdirSync(folder)).toContain('understudy.db');
  });

  it.skipIf(process.platform === 'win32')('can be read by its owner alone', async () => {
    const folder = join(makeFolder(), 'data');
    await open(folder).threads.create({ id: 'a', metadata: {}, messages: [] });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toContain('understudy.db-wal');
  });

  it('keeps everything for the next store', async () => {
    const folder = makeFolder();
    const first = open(folder);
    const messages = ['1', '2', '3'].map((id) => draftOf(id, `\uD800 ${id}`));
    await first.threads.create({ id: 'b', metadata: { x: 'y' }, messages });
    await first.threads.append('a', [draftOf('4')], 'create');
    await first.records.put({ kind: 'k', name: 'n', value: { v: 1 }, bytes: Uint8Array.of(1, 0, 255) });
    const kept = await readAll(first);
    await first.close();
    expect(readdirSync(folder)).toEqual(['understudy.db']);
    const second = open(folder);
    expect(await readAll(second)).toEqual(kept);
    await second.threads.append('b', [draftOf('5')]);
    expect((await second.threads.messages('b')).map(({ id }) => id)).toEqual(['1', '2', '3', '5']);
  });

  it('holds what a process wrote that did not close it', async () => {
    const folder = makeFolder();
    await open(folder).threads.create({ id: 'a', metadata: {}, messages: [draftOf('1')] });
    expect((await open(folder).threads.messages('a')).map(({ id }) => id)).toEqual(['1']);
  });

  it.skipIf(process.platform === 'win32')(
    'is made anew where somebody deletes the folder, and kept again',
    async () => {
      const folder = join(makeFolder(), 'data');
      const store = open(folder);
      await store.threads.create({ id: 'a', metadata: {}, messages: [] });
      rmSync(folder, { recursive: true });
      await expect(store.threads.get('a')).rejects.toMatchObject({ code: 'thread_not_found' });
      rmSync(folder, { recursive: true });
      await store.threads.create({ id: 'b', metadata: {}, messages: [] });
      expect((await open(folder).threads.list({ limit: 10 })).map(({ id }) => id)).toEqual(['b']);
    },
  );

  it.skipIf(process.platform === 'win32')('is left for one that comes in its place', async () => {
    const folder = join(makeFolder(), 'data');
    const other = join(makeFolder(), 'data');
    await open(other).threads.create({ id: 'other', metadata: {}, messages: [] });
    const store = open(folder);
    await store.threads.create({ id: 'a', metadata: {}, messages: [] });
    renameSync(folder, `${folder}.old`);
    await opened.find((each) => each !== store)?.close();
    renameSync(other, folder);
    expect((await store.threads.list({ limit: 10 })).map(({ id }) => id)).toEqual(['other']);
    await store.threads.append('other', [draftOf('1')]);
    expect((await open(folder).threads.messages('other')).map(({ id }) => id)).toEqual(['1']);
    expect((await open(`${folder}.old`).threads.list({ limit: 10 })).map(({ id }) => id)).toEqual(['a']);
  });

  async function readAll(store: OpenableStore): Promise<unknown> {
    const threads = await store.threads.list({ limit: 10 });
    const messages = await Promise.all(threads.map(({ id }) => store.threads.messages(id)));
    return { threads, messages, record: await store.records.get('k', 'n') };
  }
});

describe('a database of another version', () => {
  const first = 'CREATE TABLE one (x INTEGER) STRICT; INSERT INTO one VALUES (1);';
  const second = 'ALTER TABLE one ADD COLUMN y INTEGER; UPDATE one SET y = x + 1;';
  // The tables of ours, so that statements can be prepared.
  const ours = readOwnSchema();

  function readOwnSchema(): string {
    const database = openDatabase({ folder: makeFolder(), bounds });
    const rows = database.sqlite
      .prepare("SELECT sql FROM sqlite_schema WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%'")
      .all();
    closeDatabase(database);
    return `${rows.map(({ sql }) => String(sql)).join(';')}; INSERT INTO totals VALUES (1, 0, 0)`;
  }

  it('is brought to this one, and keeps what it holds', () => {
    const folder = makeFolder();
    closeDatabase(openDatabase({ folder, bounds, migrations: [ours, first] }));
    const database = openDatabase({ folder, bounds, migrations: [ours, first, second] });
    expect(database.sqlite.prepare('SELECT * FROM one').all()).toMatchObject([{ x: 1, y: 2 }]);
    expect(database.sqlite.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 3 });
    closeDatabase(database);
    closeDatabase(openDatabase({ folder, bounds, migrations: [ours, first, second] }));
  });

  it('stays as it is where one of several steps fails', () => {
    const folder = makeFolder();
    closeDatabase(openDatabase({ folder, bounds, migrations: [ours] }));
    const steps = [ours, first, 'UPDATE absent SET x = 1'];
    expect(() => openDatabase({ folder, bounds, migrations: steps })).toThrow(/no such table: absent/);
    const database = openDatabase({ folder, bounds, migrations: [ours] });
    const tables = database.sqlite.prepare("SELECT name FROM sqlite_schema WHERE name = 'one'").all();
    expect(tables).toEqual([]);
    closeDatabase(database);
  });

  it('is refused and left alone where it is newer', async () => {
    const folder = makeFolder();
    closeDatabase(openDatabase({ folder, bounds, migrations: [ours, first, second] }));
    const file = join(folder, 'understudy.db');
    const before = readFileSync(file);
    const store = open(folder);
    const reason = /understudy\.db.*newer version of Understudy.*version 3.*knows 1.*move the file away/;
    await expect(store.open()).rejects.toMatchObject(refusalOf(folder, reason));
    await expect(store.threads.append('a', [draftOf('1')], 'create')).rejects.toMatchObject({
      code: 'storage_failed',
    });
    await store.close();
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['understudy.db']);
  });
});

describe('a file that is no database of ours', () => {
  it.each([
    ['a text', Buffer.from('Dear diary, nobody shall overwrite this.\n'.repeat(100))],
    ['a short text', Buffer.from('x')],
    ['a text of a page', Buffer.alloc(512, 'x')],
    ['a text of more than that', Buffer.alloc(600, 'x')],
    ['a damaged head', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 0xff)])],
  ])('is refused and left alone: %s', async (_, content) => {
    const folder = makeFolder();
    const file = join(folder, 'understudy.db');
    writeFileSync(file, content);
    const store = open(folder);
    await expect(store.open()).rejects.toMatchObject(
      refusalOf(folder, /its file understudy\.db is no database.*Move the file away/),
    );
    await store.close();
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  it("is refused and left alone: another program's database", async () => {
    const folder = makeFolder();
    const file = join(folder, 'understudy.db');
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE threads (x)');
    other.close();
    const before = readFileSync(file);
    const store = open(folder);
    await expect(store.open()).rejects.toMatchObject(refusalOf(folder, /belongs to another program/));
    await store.close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is no longer in the way when it has been moved', async () => {
    const folder = makeFolder();
    const file = join(folder, 'understudy.db');
    writeFileSync(file, 'no database');
    const store = open(folder);
    await expect(store.threads.list({ limit: 1 })).rejects.toMatchObject({ code: 'storage_failed' });
    renameSync(file, `${file}.old`);
    expect(await store.threads.list({ limit: 1 })).toEqual([]);
  });
});

describe('a folder that cannot be used', () => {
  it('is refused where it is a file', async () => {
    const folder = join(makeFolder(), 'file');
    writeFileSync(folder, '');
    await expect(open(folder).open()).rejects.toMatchObject(refusalOf(folder, /it is no folder/));
    const below = join(folder, 'below');
    await expect(open(below).open()).rejects.toMatchObject(refusalOf(below, /no folder/));
  });

  it('is refused where the file is a folder', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'understudy.db'));
    await expect(open(folder).open()).rejects.toMatchObject(refusalOf(folder, /cannot be opened/));
  });

  it.skipIf(!existsSync('/proc/self'))('is refused where it cannot be made', async () => {
    const folder = '/proc/understudy';
    for (const below of [folder, `${folder}/a/b`])
      await expect(open(below).open()).rejects.toMatchObject(refusalOf(folder, /cannot be made/));
  });

  it('is refused where its name is too long', async () => {
    const folder = join(makeFolder(), 'x'.repeat(5000));
    await expect(open(folder).open()).rejects.toMatchObject(refusalOf(folder, /too long/));
  });
});
