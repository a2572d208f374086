import { rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { HubAccess } from './hub-access.ts';
import { Interruption, explainFetch } from './interruption.ts';
import { type FileFacts, type OpenedDownload, openDownload } from './open-download.ts';
import { makeFolders } from './make-folders.ts';
import { hashFile, measureFile, nameParts, removeParts } from './part-file.ts';
import { type Course, type DownloadRequest, receive } from './receive-file.ts';
import { type StallWatch, watchStall } from './stall-watch.ts';
import { Unreachable, WeightsError, readCode } from './weights-error.ts';

const mostRetries = 5;

// After so much of a file the next failure counts as the first one.
const progressThatCounts = 2 ** 20;

/** Fetches a file whole or not at all, taking up what is there already; rejects with a WeightsError that says what to do. */
export async function download(request: DownloadRequest, access: HubAccess): Promise<FileFacts> {
  const course: Course = { request, access, isAnswered: false, received: 0 };
  for (let failures = 0; ;) {
    course.received = 0;
    try {
      return await attempt(course);
    } catch (error) {
      access.signal.throwIfAborted();
      const interruption = findInterruption(error, course);
      failures = course.received > progressThatCounts ? 1 : failures + 1;
      if (failures > mostRetries) throw giveUp(course, interruption);
      await pause(course, interruption, failures);
    }
  }
}

function findInterruption(error: unknown, { request, isAnswered }: Course): Interruption {
  const explained = explainFetch(error, request.url.host);
  if (explained instanceof Interruption) return explained;
  // Who has answered before is there, and will be again.
  if (explained instanceof Unreachable && isAnswered)
    return new Interruption(explained.message.replace(/\.$/, ''));
  if (explained instanceof WeightsError) throw explained;
  const code = readCode(explained);
  // What has no code of the system's is a bug of ours.
  if (!/^E[A-Z]+$/.test(code)) throw explained;
  throw new WeightsError(`${request.target} cannot be written (${code}).`, { cause: explained });
}

function giveUp({ request }: Course, { message }: Interruption): WeightsError {
  const file = basename(request.target);
  return new WeightsError(
    `${file} could not be fetched from ${request.url.host}: ${message}, ${mostRetries} times over; what came is kept, and asking again goes on from there.`,
  );
}

async function pause(
  { request, access }: Course,
  interruption: Interruption,
  failures: number,
): Promise<void> {
  const { clock, signal, tell } = access;
  const wait = Math.max(interruption.retryAfter, 1000 * 2 ** (failures - 1));
  tell({ kind: 'retry', file: basename(request.target), reason: interruption.message, wait });
  await clock.sleepUntil(clock.now() + wait, signal);
}

async function attempt(course: Course): Promise<FileFacts> {
  const { access } = course;
  const watch = watchStall(access.clock, access.signal);
  try {
    return await fetchFile(course, watch);
  } finally {
    watch.end();
  }
}

async function fetchFile(course: Course, watch: StallWatch): Promise<FileFacts> {
  const { request, access } = course;
  const { target } = request;
  await makeFolders(dirname(target));
  const opened = await openDownload(request, { ...access, signal: watch.signal });
  course.isAnswered = true;
  watch.rest();
  const { facts } = opened;
  const part = nameParts(target, facts);
  if (await isThere(request, facts, access.signal)) {
    await opened.cancel();
    await removeParts(target);
    return facts;
  }
  const before = part.isResumable ? await measureFile(part.path) : 0;
  const isWhole = before > 0 && before === facts.size;
  if (isWhole) await opened.cancel();
  else await receive({ ...(await goOn(course, opened, before, watch)), course, path: part.path, watch });
  await verify(course, facts, part.path, before > 0);
  await rename(part.path, target);
  await removeParts(target);
  return facts;
}

// What somebody has put there by hand, or an earlier pull: taken where it is surely the same.
async function isThere(
  { target, isHashed }: DownloadRequest,
  facts: FileFacts,
  signal: AbortSignal,
): Promise<boolean> {
  if (!isHashed || facts.sha256 === undefined || (await measureFile(target)) !== facts.size) return false;
  return (await hashFile(target, signal)) === facts.sha256;
}

async function goOn({ request, access }: Course, opened: OpenedDownload, before: number, watch: StallWatch) {
  if (before === 0) return { opened, offset: 0 };
  const validator = opened.response.headers.get('etag') ?? undefined;
  const from = { offset: before, validator: validator?.startsWith('W/') === true ? undefined : validator };
  await opened.cancel();
  watch.beat();
  const rest = await openDownload({ ...request, from }, { ...access, signal: watch.signal });
  const start = /^bytes (?<start>\d+)-/.exec(rest.response.headers.get('content-range') ?? '')?.groups?.[
    'start'
  ];
  if (rest.status === 200) return { opened: rest, offset: 0 };
  if (rest.status === 206 && Number(start) === before) return { opened: rest, offset: before };
  await rest.cancel();
  await removeParts(request.target);
  throw new Interruption('the server would not go on where the download had stopped');
}

async function verify(
  { request, access }: Course,
  facts: FileFacts,
  path: string,
  isResumed: boolean,
): Promise<void> {
  const size = await measureFile(path);
  if (facts.size !== undefined && size < facts.size) throw new Interruption('the connection was cut');
  const hash =
    request.isHashed && facts.sha256 !== undefined ? await hashFile(path, access.signal) : facts.sha256;
  if (hash !== facts.sha256) {
    await rm(path, { force: true });
    if (isResumed) throw new Interruption('what was put together from parts has another SHA-256');
    throw new WeightsError(
      `${basename(request.target)} has the SHA-256 ${hash}, and ${request.url.host} says ${facts.sha256}: it is not kept.`,
    );
  }
  try {
    await request.check?.(path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
