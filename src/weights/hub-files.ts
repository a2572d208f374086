import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import type { HubAccess } from './hub-access.ts';
import { Interruption } from './interruption.ts';
import { type ModelName, isGgufName } from './model-name.ts';
import { openDownload } from './open-download.ts';
import { watchStall } from './stall-watch.ts';
import { WeightsError } from './weights-error.ts';

/** Why nothing is fetched where that is forbidden. */
export const offlineReason = 'nothing may be fetched (--offline or HF_HUB_OFFLINE)';

type HubFile = Extract<ModelName, { readonly kind: 'hub-file' }>;

/** The address of a file of a repository. */
export function fileUrl(endpoint: string, repository: string, revision: string, file: string): URL {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return new URL(`${endpoint.replace(/\/+$/, '')}/${repository}/resolve/${revision}/${path}`);
}

// The best that is small comes first, then what is smaller, then what is larger.
const preferences = ['q8_0', 'q6_k', 'q5_k_m', 'q4_k_m', 'q4_0', 'f16', 'bf16', 'f32'];

/** The GGUF file of a repository that has the quantisation asked for, or suits best: of those in the folder, else of those the hub lists. */
export async function chooseFile(name: HubFile, folder: string, access: HubAccess): Promise<string> {
  const { repository, quantisation } = name;
  const kept = pickFile(await listFolder(folder), quantisation);
  if (kept !== undefined) return kept;
  if (access.offline) {
    throw new WeightsError(
      `No GGUF file of ${repository} is in the cache, and ${offlineReason}. By hand: put it into ${folder}.`,
    );
  }
  const files = await listHub(name, access);
  const chosen = pickFile(files, quantisation);
  if (chosen !== undefined) return chosen;
  const wish = quantisation === undefined ? '' : ` in ${quantisation}`;
  const offer = files.length === 0 ? '' : ` It has ${files.slice(0, 8).join(', ')}.`;
  throw new WeightsError(`${repository} has no GGUF file of one piece${wish}.${offer}`);
}

function pickFile(files: readonly string[], quantisation: string | undefined): string | undefined {
  const whole = files.filter((file) => !/-\d{5}-of-\d{5}\.gguf$/i.test(file)).toSorted();
  const wishes = quantisation === undefined ? preferences : [quantisation];
  for (const wish of wishes) {
    const pattern = new RegExp(`(?:^|[^a-z0-9])${wish}(?:[^a-z0-9]|$)`, 'i');
    const found = whole.find((file) => pattern.test(file));
    if (found !== undefined) return found;
  }
  return quantisation === undefined ? whole[0] : undefined;
}

async function listFolder(folder: string): Promise<readonly string[]> {
  // A folder that is not there holds nothing yet.
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => isGgufName(name));
}

const listing = z.object({ siblings: z.array(z.object({ rfilename: z.string() })).max(100_000) });
const largestListing = 2 ** 24;

async function listHub({ repository, revision }: HubFile, access: HubAccess): Promise<readonly string[]> {
  const path = `api/models/${repository}/revision/${revision}`;
  const url = new URL(`${access.endpoint.replace(/\/+$/, '')}/${path}`);
  const refuse = (status: number): string => {
    const hint = status === 401 ? ', and set HF_TOKEN where it is not for everyone' : '';
    return `The hub does not list the files of ${repository} (${status}): check the id${hint}.`;
  };
  const watch = watchStall(access.clock, access.signal);
  try {
    const { response } = await openDownload({ url, refuse }, { ...access, signal: watch.signal });
    const { siblings } = listing.parse(JSON.parse(await readBody(response)));
    return siblings.map(({ rfilename }) => rfilename).filter((name) => isGgufName(name));
  } catch (error) {
    access.signal.throwIfAborted();
    if (error instanceof WeightsError) throw error;
    const reason = error instanceof Interruption ? error.message : 'its answer is no list';
    throw new WeightsError(`The hub does not list the files of ${repository}: ${reason}.`, { cause: error });
  } finally {
    watch.end();
  }
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > largestListing) throw new WeightsError(`${response.url} answers with more than is read.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
