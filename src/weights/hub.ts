import { basename, dirname, join } from 'node:path';
import { placeRepository, placeUrl } from './cache-layout.ts';
import { modelFiles } from './convert.ts';
import { download } from './download.ts';
import { readGgufFacts } from './gguf-facts.ts';
import type { HubAccess } from './hub-access.ts';
import { chooseFile, fileUrl, offlineReason } from './hub-files.ts';
import { withLock } from './lock.ts';
import type { ModelName } from './model-name.ts';
import { measureFile } from './part-file.ts';
import type { DownloadRequest } from './receive-file.ts';
import { Unreachable, WeightsError } from './weights-error.ts';

/** Where fetched weights are kept, and how they are fetched. */
export interface Hub extends HubAccess {
  /** The folder of the cache. */
  readonly cache: string;
}

type Repository = Extract<ModelName, { readonly kind: 'repository' }>;
type HubFile = Extract<ModelName, { readonly kind: 'hub-file' }>;

// Text files are read whole; weights are bounded by the disk alone.
const largestText = 2 ** 26;

/** The folder with the files of a repository, fetched where they are not all there; rejects with a WeightsError. */
export async function pullRepository({ repository, revision }: Repository, hub: Hub): Promise<string> {
  const folder = placeRepository(hub.cache, repository, revision);
  await fetchOnce(
    modelFiles.map((file) => join(folder, file)),
    repository,
    hub,
    async () => {
      let pinned = revision;
      for (const file of modelFiles) {
        const request = hubRequest({ repository, revision: pinned, file, target: join(folder, file) }, hub);
        const limit = file.endsWith('.safetensors') ? Infinity : largestText;
        const { commit } = await download({ ...request, limit }, hub);
        // A branch may move between two files: all come from the commit that the first one was of.
        pinned = commit ?? pinned;
      }
    },
  );
  return folder;
}

/** The GGUF file of a repository that was named or suits best, fetched where it is not there; rejects with a WeightsError. */
export async function pullHubFile(name: HubFile, hub: Hub): Promise<string> {
  const { repository, revision } = name;
  const folder = placeRepository(hub.cache, repository, revision);
  const hint = `By hand: put it into ${folder}.`;
  const file = name.file ?? (await withHint(hint, () => chooseFile(name, folder, hub)));
  const target = join(folder, file);
  await fetchOnce([target], repository, hub, async () => {
    await download({ ...hubRequest({ repository, revision, file, target }, hub), check: checkGguf }, hub);
  });
  return target;
}

/** The GGUF file that an address leads to, fetched where it is not there, without any token; rejects with a WeightsError. */
export async function pullUrl(url: URL, hub: Hub): Promise<string> {
  const target = placeUrl(hub.cache, url);
  const shown = url.origin + url.pathname;
  const refuse = (status: number): string => `${shown} answered with ${status}.`;
  const { token: _, ...access } = hub;
  await fetchOnce([target], shown, hub, async () => {
    await download({ url, target, refuse, limit: Infinity, isHashed: false, check: checkGguf }, access);
  });
  return target;
}

/** Whether all of these files are there. */
export async function areThere(paths: readonly string[]): Promise<boolean> {
  const sizes = await Promise.all(paths.map((path) => measureFile(path)));
  return sizes.every((size) => size > 0);
}

async function fetchOnce(
  targets: readonly string[],
  id: string,
  hub: Hub,
  action: () => Promise<void>,
): Promise<void> {
  if (await areThere(targets)) return;
  const folder = dirname(targets[0] ?? '');
  const files = targets.map((path) => basename(path));
  const names = files.length === 1 ? files.join('') : `${files.slice(0, -1).join(', ')} and ${files.at(-1)}`;
  const byHand = `By hand: put ${names} into ${folder}.`;
  if (hub.offline) throw new WeightsError(`${id} is not in the cache, and ${offlineReason}. ${byHand}`);
  await withLock(join(folder, '.lock'), hub, async () => {
    if (!(await areThere(targets))) await withHint(byHand, action);
  });
}

async function withHint<T>(hint: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    throw new Unreachable(`${error.message} ${hint} HF_ENDPOINT names a mirror.`, { cause: error });
  }
}

interface HubRequest {
  readonly repository: string;
  readonly revision: string;
  readonly file: string;
  readonly target: string;
}

function hubRequest(
  { repository, revision, file, target }: HubRequest,
  { endpoint, token }: Hub,
): DownloadRequest {
  return {
    url: fileUrl(endpoint, repository, revision, file),
    target,
    limit: Infinity,
    isHashed: true,
    refuse: (status, code) =>
      explainRefusal({ repository, revision, file, status, code, hasToken: token !== undefined }),
  };
}

interface HubRefusal {
  readonly repository: string;
  readonly revision: string;
  readonly file: string;
  readonly status: number;
  readonly code: string;
  readonly hasToken: boolean;
}

function explainRefusal({ repository, revision, file, status, code, hasToken }: HubRefusal): string {
  if (code === 'RevisionNotFound') return `${repository} has no revision '${revision}'.`;
  if (status === 404 && (code === '' || code === 'EntryNotFound')) {
    const hint = file === 'model.safetensors' ? ': only weights in safetensors and GGUF are read' : '';
    return `${repository} has no ${file} at '${revision}', or there is no such repository${hint}.`;
  }
  if (status === 404) return `There is no repository ${repository}.`;
  if (status === 401 && !hasToken) {
    return `The hub does not give ${repository} to everyone, or has no such repository (401): check the id, or set HF_TOKEN to a token that may read it.`;
  }
  if (status === 401 || status === 403) {
    return `The hub does not give ${repository} to the token in HF_TOKEN (${status}): check the id, whether the token may read it, and whether its licence has been accepted on the hub.`;
  }
  return `The hub answered ${status} for ${file} of ${repository}.`;
}

async function checkGguf(path: string): Promise<void> {
  await readGgufFacts(path);
}
