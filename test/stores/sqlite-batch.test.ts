import { afterEach, describe, expect, it } from 'vitest';
import { threadNotFound } from '../../src/core/refusals.ts';
import { storeBounds } from '../../src/stores/bounds.ts';
import { answerAll } from '../../src/stores/sqlite/batch.ts';
import { type OpenDatabase, closeDatabase, openDatabase } from '../../src/stores/sqlite/database.ts';
import type { Answer, Request } from '../../src/stores/sqlite/requests.ts';
import { makeFolder } from './folders.ts';

const opened: OpenDatabase[] = [];
const bounds = storeBounds.parse({});

function open(folder = makeFolder()): OpenDatabase {
  const database = openDatabase({ folder, bounds });
  opened.push(database);
  return database;
}

afterEach(() => {
  for (const database of opened.splice(0)) closeDatabase(database);
});

function appending(id: number, text = 'x'): Request {
  const input = { id: 'a', created: 0, messages: [JSON.stringify(text)], create: true };
  return { id, name: 'appendMessages', input };
}

function readingAll(id: number): Request {
  return { id, name: 'readMessages', input: { id: 'a' } };
}

function outcomes(answers: readonly Answer[]): Readonly<Record<number, unknown>> {
  return Object.fromEntries(
    answers.map((answer) => [answer.id, 'error' in answer ? answer.error.code : answer.value]),
  );
}

describe('a batch', () => {
  it('is kept as a whole, and its readers see what went before', () => {
    const answers = answerAll(open(), [appending(1, 'a'), readingAll(2), appending(3, 'b'), readingAll(4)]);
    expect(outcomes(answers)).toEqual({ 1: undefined, 2: '["a"]', 3: undefined, 4: '["a","b"]' });
  });

  it('fails as a whole where the transaction is lost, but for what only reads', () => {
    const database = open();
    answerAll(database, [appending(1, 'a')]);
    const losing: OpenDatabase = {
      ...database,
      tables: {
        ...database.tables,
        deleteThread: () => {
          database.sqlite.exec('ROLLBACK');
          throw new Error('The disk went away.');
        },
      },
    };
    const deleting: Request = { id: 4, name: 'deleteThread', input: 'a' };
    const requests = [appending(2, 'b'), readingAll(3), deleting, appending(5, 'c')];
    expect(outcomes(answerAll(losing, requests))).toEqual({
      2: 'storage_failed',
      3: '["a"]',
      4: 'storage_failed',
      5: 'storage_failed',
    });
    expect(outcomes(answerAll(losing, [appending(6, 'd'), readingAll(7)]))).toEqual({
      6: undefined,
      7: '["a","d"]',
    });
  });

  it('fails as a whole where it cannot be committed', () => {
    const database = open();
    const violating: OpenDatabase = {
      ...database,
      tables: {
        ...database.tables,
        deleteThread: () =>
          database.sqlite.exec(
            "PRAGMA defer_foreign_keys = ON; INSERT INTO messages (thread, text) VALUES (99, '')",
          ),
      },
    };
    const deleting: Request = { id: 2, name: 'deleteThread', input: 'a' };
    const answers = answerAll(violating, [appending(1), deleting, readingAll(3)]);
    expect(outcomes(answers)).toEqual({ 1: 'storage_failed', 2: 'storage_failed', 3: 'thread_not_found' });
    expect(outcomes(answerAll(database, [appending(4), readingAll(5)]))).toEqual({
      4: undefined,
      5: '["x"]',
    });
  });

  it('says that the disk is full, keeps no half of anything, and goes on when there is room', () => {
    const database = open();
    answerAll(database, [appending(1, 'a')]);
    const { page_count: pages } = database.sqlite.prepare('PRAGMA page_count').get() ?? {};
    database.sqlite.exec(`PRAGMA max_page_count = ${Number(pages) + 2}`);
    const answers = answerAll(database, [appending(2, 'x'.repeat(100_000)), readingAll(3)]);
    expect(outcomes(answers)).toEqual({ 2: 'storage_failed', 3: '["a"]' });
    expect(answers.find(({ id }) => id === 2)).toMatchObject({
      error: { status: 500, message: expect.stringMatching(/no space left.*Make room.*--data DIR/) },
    });
    database.sqlite.exec('PRAGMA max_page_count = 10000');
    expect(outcomes(answerAll(database, [appending(4, 'b'), readingAll(5)]))).toEqual({
      4: undefined,
      5: '["a","b"]',
    });
  });

  it('undoes what a refused request had written, and that alone', () => {
    const database = open();
    const refusing: OpenDatabase = {
      ...database,
      tables: {
        ...database.tables,
        deleteThread: (id) => {
          database.tables.appendMessages({ id, created: 0, messages: ['"half"'], create: true });
          throw threadNotFound(id);
        },
      },
    };
    const requests: readonly Request[] = [
      appending(1, 'a'),
      { id: 2, name: 'deleteThread', input: 'a' },
      { id: 3, name: 'deleteThread', input: 'b' },
      readingAll(4),
      { id: 5, name: 'readThread', input: 'b' },
    ];
    expect(outcomes(answerAll(refusing, requests))).toEqual({
      1: undefined,
      2: 'thread_not_found',
      3: 'thread_not_found',
      4: '["a"]',
      5: 'thread_not_found',
    });
    expect(outcomes(answerAll(database, [readingAll(6)]))).toEqual({ 6: '["a"]' });
  });

  it('that writes lets nobody else write from its first reading on', () => {
    const folder = makeFolder();
    const other = open(folder);
    other.sqlite.exec('PRAGMA busy_timeout = 0');
    const database = open(folder);
    const between: unknown[] = [];
    const interrupted: OpenDatabase = {
      ...database,
      tables: {
        ...database.tables,
        listThreads: () => {
          between.push(outcomes(answerAll(other, [appending(9, 'other')])));
          return [];
        },
      },
    };
    const listing: Request = { id: 2, name: 'listThreads', input: { limit: 1 } };
    const answers = answerAll(interrupted, [readingAll(1), listing, appending(3, 'own')]);
    expect(outcomes(answers)).toEqual({ 1: 'thread_not_found', 2: [], 3: undefined });
    expect(between).toEqual([{ 9: 'storage_failed' }]);
    expect(outcomes(answerAll(database, [readingAll(4)]))).toEqual({ 4: '["own"]' });
  });

  it('takes no lock to read, and says so where it cannot have one to write', () => {
    const folder = makeFolder();
    const writer = open(folder);
    const database = open(folder);
    answerAll(database, [appending(1, 'a')]);
    database.sqlite.exec('PRAGMA busy_timeout = 0');
    writer.sqlite.exec('BEGIN IMMEDIATE');
    expect(outcomes(answerAll(database, [readingAll(2)]))).toEqual({ 2: '["a"]' });
    const answers = answerAll(database, [appending(3), readingAll(4)]);
    expect(outcomes(answers)).toEqual({ 3: 'storage_failed', 4: '["a"]' });
    expect(answers[0]).toMatchObject({ error: { message: expect.stringMatching(/another process.*lock/) } });
    writer.sqlite.exec('ROLLBACK');
    expect(outcomes(answerAll(database, [appending(5, 'b')]))).toEqual({ 5: undefined });
  });

  it('keeps totals and sizes that agree with what is there', () => {
    const database = open();
    for (let id = 0; id < 30; id += 1) {
      const thread = String(id % 7);
      answerAll(database, [
        { id, name: 'appendMessages', input: { id: thread, created: 0, messages: ['"€"'], create: true } },
        { id, name: 'updateThread', input: { id: thread, metadata: JSON.stringify({ [id]: 'ü' }) } },
        { id, name: 'putRecord', input: { kind: thread, name: String(id % 4), value: '1' } },
        ...(id % 5 === 0 ? [{ id, name: 'deleteThread', input: thread } as const] : []),
        ...(id % 11 === 0 ? [{ id, name: 'clearRecords', input: thread } as const] : []),
      ]);
    }
    const counted = `SELECT (SELECT count(*) FROM threads) AS threads, (SELECT count(*) FROM records) AS records`;
    const kept = 'SELECT threads, records FROM totals';
    expect(database.sqlite.prepare(kept).get()).toEqual(database.sqlite.prepare(counted).get());
    const wrong = `SELECT id FROM threads AS t WHERE
      messages <> (SELECT count(*) FROM messages WHERE thread = t.sequence) OR
      bytes <> octet_length(metadata) + (SELECT total(octet_length(text)) FROM messages WHERE thread = t.sequence)`;
    expect(database.sqlite.prepare(wrong).all()).toEqual([]);
    expect(database.sqlite.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    expect(database.sqlite.prepare('SELECT count(*) AS n FROM threads').get()).not.toEqual({ n: 0 });
  });

  it('waits for the disk to the end of each commit, in a log', () => {
    const { sqlite } = open();
    expect(sqlite.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    expect(sqlite.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 });
    expect(sqlite.prepare('PRAGMA busy_timeout').get()).toMatchObject({ timeout: 5000 });
    expect(sqlite.prepare('PRAGMA foreign_keys').get()).toMatchObject({ foreign_keys: 1 });
  });
});
