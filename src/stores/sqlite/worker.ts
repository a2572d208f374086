import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { answerAll } from './batch.ts';
import { type DatabaseSetup, type OpenDatabase, closeDatabase, isInPlace, openDatabase } from './database.ts';
import { describeFailure } from './failures.ts';
import { type Answer, type Request, flatten } from './requests.ts';

// So many requests, or so many characters of them, are done and answered together; null asks for the end.
const mostRequests = 256;
const mostCharacters = 4 * 1024 * 1024;

const setup: DatabaseSetup = workerData;
let database: OpenDatabase | undefined;

parentPort?.on('message', (first: Request | null) => {
  const received = [first, ...receiveMore(first)];
  const requests = received.filter((request) => request !== null);
  if (requests.length > 0) parentPort?.postMessage(answer(requests), []);
  if (received.at(-1) !== null) return;
  if (database !== undefined) closeDatabase(database);
  parentPort?.close();
});

function receiveMore(first: Request | null): readonly (Request | null)[] {
  const received: (Request | null)[] = [];
  let last = first;
  let characters = 0;
  while (last !== null && received.length + 1 < mostRequests) {
    characters += countCharacters(last);
    const found = characters > mostCharacters ? undefined : receiveOne();
    if (found === undefined) break;
    last = found.message;
    received.push(last);
  }
  return received;
}

function receiveOne(): { readonly message: Request | null } | undefined {
  return parentPort === null ? undefined : receiveMessageOnPort(parentPort);
}

function countCharacters({ input }: Request): number {
  if (input === null || typeof input === 'string') return 0;
  if ('messages' in input) return input.messages.reduce((sum, text) => sum + text.length, 0);
  return 'value' in input ? input.value.length + (input.bytes?.length ?? 0) : 0;
}

function answer(requests: readonly Request[]): readonly Answer[] {
  try {
    if (database !== undefined && !isInPlace(database)) forget(database);
    database ??= openDatabase(setup);
  } catch (error) {
    const failure = flatten(describeFailure(error, setup.folder));
    return requests.map(({ id }) => ({ id, error: failure }));
  }
  return answerAll(database, requests);
}

function forget(moved: OpenDatabase): void {
  database = undefined;
  closeDatabase(moved);
}
