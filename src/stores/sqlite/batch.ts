import type { Input, OperationName, Output, Tables } from '../operations.ts';
import type { OpenDatabase } from './database.ts';
import { describeFailure } from './failures.ts';
import { type Answer, type Request, flatten } from './requests.ts';

const reading: ReadonlySet<OperationName> = new Set([
  'open',
  'readThread',
  'readMessages',
  'listThreads',
  'readRecord',
  'listRecords',
]);

/**
 * Does all requests in one transaction, so that they wait for the disk once. One that is refused is undone alone; where the
 * transaction itself is lost, nothing of it is kept and everything that was to be written is answered with the failure.
 */
export function answerAll(database: OpenDatabase, requests: readonly Request[]): readonly Answer[] {
  const isReading = requests.every(({ name }) => reading.has(name));
  try {
    return commit(database, requests, isReading ? 'BEGIN' : 'BEGIN IMMEDIATE');
  } catch (error) {
    if (database.sqlite.isTransaction) database.sqlite.exec('ROLLBACK');
    const failure = flatten(describeFailure(error, database.folder));
    const lost = requests.filter(({ name }) => isReading || !reading.has(name));
    const answers = lost.map(({ id }) => ({ id, error: failure }));
    // What was only read may have been read of what is lost: it is read again.
    return [...answers, ...(isReading ? [] : answerReads(database, requests))];
  }
}

function answerReads(database: OpenDatabase, requests: readonly Request[]): readonly Answer[] {
  const reads = requests.filter(({ name }) => reading.has(name));
  return reads.length === 0 ? [] : answerAll(database, reads);
}

function commit(database: OpenDatabase, requests: readonly Request[], begin: string): readonly Answer[] {
  database.sqlite.exec(begin);
  const answers = requests.map((request) => answerOne(database, request));
  database.sqlite.exec('COMMIT');
  return answers;
}

function answerOne({ sqlite, folder, tables, savepoint }: OpenDatabase, request: Request): Answer {
  const { id } = request;
  savepoint.set.run();
  try {
    const value = perform(tables, request);
    savepoint.release.run();
    return { id, value };
  } catch (error) {
    if (!sqlite.isTransaction) throw error;
    savepoint.undo.run();
    savepoint.release.run();
    return { id, error: flatten(describeFailure(error, folder)) };
  }
}

function perform<Name extends OperationName>(
  tables: Tables,
  { name, input }: { readonly name: Name; readonly input: Input<Name> },
): Output<Name> {
  return tables[name](input);
}
