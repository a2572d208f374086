import { WeightsError } from './weights-error.ts';

/** What a user names as a model, understood; folders and files of this machine are none of these. */
export type ModelName =
  /** The small model that comes with Understudy. */
  | { readonly kind: 'story' }
  /** A repository of the hub, with weights as Hugging Face keeps them. */
  | { readonly kind: 'repository'; readonly repository: string; readonly revision: string }
  /** A GGUF file of a repository: by name, by its quantisation, or the most suitable one. */
  | {
      readonly kind: 'hub-file';
      readonly repository: string;
      readonly revision: string;
      readonly file?: string;
      readonly quantisation?: string;
    }
  /** A GGUF file somewhere else. */
  | { readonly kind: 'url'; readonly url: URL };

// Names under which everybody knows models of the hub.
const aliases: ReadonlyMap<string, string> = new Map([
  ['gpt2', 'openai-community/gpt2'],
  ['gpt2-medium', 'openai-community/gpt2-medium'],
  ['gpt2-large', 'openai-community/gpt2-large'],
  ['gpt2-xl', 'openai-community/gpt2-xl'],
  ['distilgpt2', 'distilbert/distilgpt2'],
]);

const part = String.raw`[A-Za-z0-9][\w.-]{0,95}`;
const repositoryPattern = new RegExp(`^(?<repository>${part}/${part})(?:@(?<revision>${part}))?$`);
const uriPattern = new RegExp(
  `^hf:(?<repository>${part}/${part})(?:@(?<revision>${part}))?(?:/(?<file>[^:?#]+)|:(?<quantisation>\\w{1,20}))?$`,
);

/** Understands the name of a model: `story`, `user/name`, `user/name@revision`, `hf:user/name/file.gguf`, `hf:user/name:Q8_0` or a URL; throws a WeightsError. */
export function parseModelName(named: string): ModelName {
  if (named === 'story') return { kind: 'story' };
  if (/^https?:/i.test(named)) return parseUrl(named);
  if (named.startsWith('hf:')) return parseUri(named);
  const groups = repositoryPattern.exec(aliases.get(named) ?? named)?.groups;
  const { repository, revision } = readRepository(groups, named);
  return { kind: 'repository', repository, revision };
}

function parseUrl(named: string): ModelName {
  if (!URL.canParse(named)) throw new WeightsError(`'${clip(named)}' is no address.`);
  const url = new URL(named);
  if (!url.pathname.toLowerCase().endsWith('.gguf')) {
    throw new WeightsError(`'${clip(named)}' is the address of no GGUF file: it does not end with .gguf.`);
  }
  return { kind: 'url', url };
}

function parseUri(named: string): ModelName {
  const groups = uriPattern.exec(named)?.groups;
  const base = { kind: 'hub-file', ...readRepository(groups, named) } as const;
  const { file, quantisation } = { file: undefined, quantisation: undefined, ...groups };
  if (quantisation !== undefined) return { ...base, quantisation };
  if (file === undefined) return base;
  if (!isGgufName(file)) throw new WeightsError(`'${clip(file)}' is no name of a GGUF file.`);
  return { ...base, file };
}

/** Whether this can be the path of a GGUF file within a repository, and within a folder here. */
export function isGgufName(file: string): boolean {
  const parts = file.split('/');
  const isSafe = parts.every((each) => /^[\w+()., -]+$/.test(each) && !/^\.+$/.test(each));
  return isSafe && file.length <= 200 && file.toLowerCase().endsWith('.gguf');
}

function readRepository(groups: Readonly<Record<string, string>> | undefined, named: string) {
  const repository = groups?.['repository'] ?? '';
  // The hub has no such names either, and the cache writes a slash as two dashes.
  if (repository === '' || /--|\.\./.test(repository)) throw refuseName(named);
  return { repository, revision: groups?.['revision'] ?? 'main' };
}

function refuseName(named: string): WeightsError {
  return new WeightsError(
    `'${clip(named)}' is no model: give 'story', an id of the hub as in openai-community/gpt2, an hf: URI, or the path of a folder or of a GGUF file.`,
  );
}

function clip(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}
