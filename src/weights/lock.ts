import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { HubAccess } from './hub-access.ts';
import { makeFolders } from './make-folders.ts';
import { WeightsError, readCode } from './weights-error.ts';

/** What a lock needs: the time, and whom to tell that somebody else has it. */
export type LockParts = Pick<HubAccess, 'clock' | 'signal' | 'tell'>;

const poll = 500;
const refresh = 10_000;

// In seconds: a holder that lives renews its lock six times in it.
const longestSilence = 60;

/** Does something that one process at a time may do; a lock whose holder has died, or has been silent for a minute, is taken over. */
export async function withLock<T>(path: string, parts: LockParts, action: () => Promise<T>): Promise<T> {
  const mark = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() });
  await acquire(path, mark, parts);
  const { clock } = parts;
  const alarm = clock.alarm(() => {
    // A lock that is gone was taken over, and a disk that fails tells the action.
    touch(path, clock.timestamp()).catch(() => undefined);
    alarm.set(clock.now() + refresh);
  });
  alarm.set(clock.now() + refresh);
  try {
    return await action();
  } finally {
    alarm.clear();
    if ((await readMark(path)) === mark) await rm(path, { force: true });
  }
}

async function acquire(path: string, mark: string, { clock, signal, tell }: LockParts): Promise<void> {
  for (let attempts = 0; ; attempts += 1) {
    signal.throwIfAborted();
    if (await create(path, mark, clock.timestamp())) return;
    const seen = await readMark(path);
    if (seen === undefined) continue;
    if (await isStale(path, seen, clock.timestamp())) await takeOver(path, seen);
    else {
      if (attempts === 0) tell({ kind: 'wait' });
      await clock.sleepUntil(clock.now() + poll, signal);
    }
  }
}

async function create(path: string, mark: string, timestamp: number): Promise<boolean> {
  try {
    await makeFolders(dirname(path));
    await writeFile(path, mark, { flag: 'wx' });
  } catch (error) {
    const code = readCode(error);
    if (code === 'EEXIST') return false;
    throw new WeightsError(
      `The cache cannot be written at ${dirname(path)} (${code}); UNDERSTUDY_CACHE names another folder.`,
      { cause: error },
    );
  }
  await touch(path, timestamp);
  return true;
}

async function touch(path: string, timestamp: number): Promise<void> {
  await utimes(path, timestamp, timestamp);
}

async function readMark(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

const markSchema = z.object({ pid: z.int().min(1), host: z.string() });

async function isStale(path: string, seen: string, timestamp: number): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) return false;
  if (timestamp - stats.mtimeMs / 1000 > longestSilence) return true;
  const holder = markSchema.safeParse(parseMark(seen)).data;
  return holder !== undefined && holder.host === hostname() && !isAlive(holder.pid);
}

function parseMark(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Its holder is about to write it, or died before: its age tells.
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return readCode(error) === 'EPERM';
  }
}

// Moved away first: of two that take over, one finds that what it moved is the other's new lock, and puts it back.
async function takeOver(path: string, seen: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await readMark(aside)) !== seen) await link(aside, path);
  } catch {
    // Somebody else was first: the next attempt shows who has it.
  } finally {
    await rm(aside, { force: true });
  }
}
