import type { Said } from '../core/engine.ts';
import type { GenerationEvent } from '../core/generation.ts';
import type { Choice, ChoiceEvent } from './choice.ts';
import { tellAsTheyCome } from './tell-as-they-come.ts';
import { type Telling, findEarliest } from './teller.ts';

type Batches = Iterable<GenerationEvent[]> | AsyncIterable<GenerationEvent[]>;

/** What a choice says of texts that are there at once. */
interface Source {
  next(): ChoiceEvent | undefined;
  leave(): void;
}

/**
 * Batches of what the choices say, after the first events. Texts that are there at once go out in the order of their moments,
 * choices of the same moment in their own order; texts that take time go out as soon as they come.
 */
export function tell(telling: Telling): Batches {
  const sources: Source[] = [];
  for (const { choice, texts } of telling.tellers) {
    if (!(Symbol.iterator in texts)) return tellAsTheyCome(telling);
    sources.push(createSource(choice, texts));
  }
  return tellAtOnce(telling, sources);
}

function* tellAtOnce({ first, size }: Telling, sources: readonly Source[]): Generator<GenerationEvent[]> {
  const [only] = sources;
  const next = sources.length === 1 && only !== undefined ? only.next : interleave(sources);
  let batch: GenerationEvent[] = [...first];
  try {
    for (let event = next(); event !== undefined; event = next()) {
      batch.push(event);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } finally {
    for (const source of sources) source.leave();
  }
}

// A function instead of a generator: a layer of generators costs about as much as making the event.
function createSource(choice: Choice, texts: Iterable<Said>): Source {
  const iterator = texts[Symbol.iterator]();
  return {
    next() {
      for (;;) {
        const event = choice.next();
        if (event !== undefined || choice.ended()) return event;
        const next = iterator.next();
        if (next.done === true) choice.end();
        else choice.feed(next.value);
      }
    },
    leave: () => void iterator.return?.(),
  };
}

function interleave(sources: readonly Source[]): () => ChoiceEvent | undefined {
  const heads = sources.map((source) => source.next());
  return () => {
    const index = findEarliest(heads);
    const event = heads[index];
    heads[index] = sources[index]?.next();
    return event;
  };
}
