import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { StoreBounds } from '../bounds.ts';
import type { Tables } from '../operations.ts';
import { identifyFile, openFile } from './data-folder.ts';
import { checkFile, migrate } from './migrations.ts';
import { createPages } from './pages.ts';
import { createRecordTables } from './record-tables.ts';
import { createThreadTables } from './thread-tables.ts';

/** Which database is meant, and how much it may hold. */
export interface DatabaseSetup {
  readonly folder: string;
  readonly bounds: StoreBounds;
  /** The steps to its newest version; absent: those of this version of Understudy. */
  readonly migrations?: readonly string[];
}

/** A database that can be used. */
export interface OpenDatabase {
  readonly folder: string;
  /** Tells its file from one that comes in its place. */
  readonly file: bigint | undefined;
  readonly sqlite: DatabaseSync;
  readonly tables: Tables;
  readonly savepoint: Readonly<Record<'set' | 'release' | 'undo', StatementSync>>;
}

const defaultMaxBytes = 4 * 1024 ** 3;

/** Opens the database in its folder, makes what is not there, and brings it to this version. */
export function openDatabase({ folder, bounds, migrations }: DatabaseSetup): OpenDatabase {
  const sqlite = openFile(folder);
  try {
    sqlite.exec('PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF');
    // Before anything that would write to the file.
    checkFile(sqlite, migrations?.length);
    useWriteAheadLog(sqlite);
    sqlite.exec('PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864');
    migrate(sqlite, migrations);
    const file = identifyFile(folder);
    return {
      folder,
      file,
      sqlite,
      tables: createTables(sqlite, bounds),
      savepoint: prepareSavepoint(sqlite),
    };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Whether the file is where it was: what is written to one that has been deleted is lost. */
export function isInPlace({ folder, file }: OpenDatabase): boolean {
  return identifyFile(folder) === file;
}

/** Closes the database; what is in its log goes to the file. */
export function closeDatabase({ sqlite }: OpenDatabase): void {
  try {
    sqlite.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } catch {
    // Nothing is lost: what stays in the log is read from there.
  }
  sqlite.close();
}

// Two processes that open a new file at once find it locked here, and SQLite waits for no lock in this statement.
function useWriteAheadLog(sqlite: DatabaseSync, attempts = 250): void {
  try {
    sqlite.exec('PRAGMA journal_mode = WAL');
  } catch (error) {
    if (attempts === 0 || !(error instanceof Error && error.message.includes('locked'))) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    useWriteAheadLog(sqlite, attempts - 1);
  }
}

function createTables(sqlite: DatabaseSync, bounds: StoreBounds): Tables {
  const pages = createPages(sqlite, bounds.maxBytes ?? defaultMaxBytes);
  return {
    open: () => undefined,
    ...createThreadTables(sqlite, bounds, pages),
    ...createRecordTables(sqlite, bounds, pages),
  };
}

function prepareSavepoint(sqlite: DatabaseSync): OpenDatabase['savepoint'] {
  return {
    set: sqlite.prepare('SAVEPOINT operation'),
    release: sqlite.prepare('RELEASE operation'),
    undo: sqlite.prepare('ROLLBACK TO operation'),
  };
}
