import type { DatabaseSync } from 'node:sqlite';
import { FileProblem } from './failures.ts';
import { readRow } from './rows.ts';

// Each one is what the version before it needs to become the next one: append to this list, and change nothing in it.
const ownMigrations: readonly string[] = [
  `
  CREATE TABLE threads (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    metadata TEXT NOT NULL,
    messages INTEGER NOT NULL,
    bytes INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE messages (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    thread INTEGER NOT NULL REFERENCES threads (sequence) ON DELETE CASCADE,
    text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX messages_of_thread ON messages (thread);
  CREATE TABLE records (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    bytes BLOB,
    UNIQUE (kind, name)
  ) STRICT;
  CREATE INDEX records_of_kind ON records (kind);
  CREATE TABLE totals (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    threads INTEGER NOT NULL,
    records INTEGER NOT NULL
  ) STRICT;
  INSERT INTO totals (only, threads, records) VALUES (1, 0, 0);
  CREATE TRIGGER thread_added AFTER INSERT ON threads BEGIN UPDATE totals SET threads = threads + 1; END;
  CREATE TRIGGER thread_deleted AFTER DELETE ON threads BEGIN UPDATE totals SET threads = threads - 1; END;
  CREATE TRIGGER record_added AFTER INSERT ON records BEGIN UPDATE totals SET records = records + 1; END;
  CREATE TRIGGER record_deleted AFTER DELETE ON records BEGIN UPDATE totals SET records = records - 1; END;
  `,
];

// 'Ustd': tells a file of ours from any other program's.
const applicationId = 0x55737464;

/** Brings a database to this version, all steps or none; throws a FileProblem for one that is newer or another program's. */
export function migrate(sqlite: DatabaseSync, migrations: readonly string[] = ownMigrations): void {
  checkFile(sqlite, migrations.length);
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    // Read again: another process may have done it while this one waited for the lock.
    checkFile(sqlite, migrations.length);
    for (const step of migrations.slice(readVersion(sqlite))) sqlite.exec(step);
    sqlite.exec(
      `PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`,
    );
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
    throw error;
  }
}

/** Throws a FileProblem for a database that is newer than this version or another program's. */
export function checkFile(sqlite: DatabaseSync, newest: number = ownMigrations.length): void {
  const version = readVersion(sqlite);
  const owner = readRow(sqlite.prepare('PRAGMA application_id').get()).number('application_id');
  const { number } = readRow(sqlite.prepare('SELECT count(*) AS tables FROM sqlite_schema').get());
  if (owner !== applicationId && (owner !== 0 || number('tables') > 0))
    throw new FileProblem('its file understudy.db belongs to another program. Move the file away.');
  if (version > newest)
    throw new FileProblem(
      `its file understudy.db was written by a newer version of Understudy (its tables have version ${version}, and this one knows ${newest}). Use that version, or move the file away.`,
    );
}

function readVersion(sqlite: DatabaseSync): number {
  return readRow(sqlite.prepare('PRAGMA user_version').get()).number('user_version');
}
