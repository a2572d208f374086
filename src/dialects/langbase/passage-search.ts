import type { Clock } from '../../core/clock.ts';
import type {
  LoadDocumentTools,
  FoundPassage,
  Passage,
  PassageIndex as PassageShard,
} from '../../core/document-tools.ts';
import type { Memory } from './memories.ts';
import type { MemoryDocument, MemoryDocuments } from './memory-documents.ts';
import { giveTurn } from '../../core/turns.ts';

/** What indexes of passages are made with. */
export interface PassageIndexOptions {
  readonly kept: MemoryDocuments;
  readonly documents: LoadDocumentTools;
  readonly clock: Clock;
}

/** The passages of a memory: in one index, or in several where there are very many. */
type Shards = readonly PassageShard[];

interface Entry {
  /** The versions of the documents that it was made of. */
  readonly stamp: string;
  readonly characters: number;
  readonly shards: Promise<Shards>;
}

// Of all indexes together: those that were not asked for longest go first.
const mostIndexes = 64;
const mostCharacters = 40_000_000;

// An index is made in one go, which takes half a second for so many characters.
const mostShardCharacters = 1_000_000;

/** Searches the passages of a memory as `PassageIndex.search` does. */
export type SearchPassages = (
  memory: Memory,
  ...asked: Parameters<PassageShard['search']>
) => Promise<readonly FoundPassage[]>;

/** Searches in indexes that are made when they are first asked for, and again when documents have changed, whoever changed them. */
export function createPassageSearch({ kept, documents, clock }: PassageIndexOptions): SearchPassages {
  // In the order in which they were asked for.
  const entries = new Map<string, Entry>();

  async function build(memory: Memory, listed: readonly MemoryDocument[]): Promise<Shards> {
    const passages: (readonly Passage[])[] = [];
    for (const { name, characters } of listed) {
      const document = characters === 0 ? undefined : await kept.read(memory, name);
      if (document !== undefined) passages.push(toPassages(document));
    }
    const { index } = await documents();
    return split(passages.flat()).map((each) => index(each));
  }

  async function find(memory: Memory): Promise<Shards> {
    const listed = await kept.list(memory);
    const stamp = listed.map(({ version }) => version).join(' ');
    const known = entries.get(memory.id);
    entries.delete(memory.id);
    const entry =
      known?.stamp === stamp ? known : { stamp, characters: sum(listed), shards: build(memory, listed) };
    entries.set(memory.id, entry);
    trim(entries);
    try {
      return await entry.shards;
    } catch (error) {
      if (entries.get(memory.id) === entry) entries.delete(memory.id);
      throw error;
    }
  }

  return async (memory, ...asked) => {
    const found: FoundPassage[] = [];
    for (const [place, shard] of (await find(memory)).entries()) {
      if (place > 0) await giveTurn(clock);
      found.push(...shard.search(...asked));
    }
    const [, limit] = asked;
    return found.sort((left, right) => right.similarity - left.similarity).slice(0, limit);
  };
}

function toPassages({
  name,
  meta,
  chunks,
}: MemoryDocument & { readonly chunks: readonly string[] }): readonly Passage[] {
  const known = { ...meta, documentName: name };
  return chunks.map((text) => ({ text, meta: known }));
}

function split(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const parts: Passage[][] = [];
  let room = 0;
  for (const passage of passages) {
    const last = parts.at(-1);
    if (last !== undefined && passage.text.length <= room) last.push(passage);
    else {
      parts.push([passage]);
      room = mostShardCharacters;
    }
    room -= passage.text.length;
  }
  return parts;
}

function trim(entries: Map<string, Entry>): void {
  let characters = sum([...entries.values()]);
  for (const [id, entry] of entries) {
    if (entries.size <= mostIndexes && characters <= mostCharacters) return;
    characters -= entry.characters;
    entries.delete(id);
  }
}

function sum(items: readonly { readonly characters: number }[]): number {
  return items.reduce((total, each) => total + each.characters, 0);
}
