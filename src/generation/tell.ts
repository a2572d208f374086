import type { GenerationEvent } from '../core/generation.ts';
import type { Choice, ChoiceEvent } from './choice.ts';

/** A choice and the texts that it says. */
export interface Teller {
  readonly choice: Choice;
  readonly texts: Iterable<string> | AsyncIterable<string>;
}

type Batches = Iterable<GenerationEvent[]> | AsyncIterable<GenerationEvent[]>;

/**
 * Batches of what the choices say, after the first event. Texts that are there at once go out in the order of their moments,
 * choices of the same moment in their own order; texts that take time go out as soon as they come.
 */
export function tell(first: GenerationEvent, tellers: readonly Teller[], size: number): Batches {
  const sources: (() => ChoiceEvent | undefined)[] = [];
  for (const { choice, texts } of tellers) {
    if (!(Symbol.iterator in texts)) return tellAsTheyCome(first, tellers);
    sources.push(createSource(choice, texts));
  }
  const [only] = sources;
  return tellAtOnce(first, sources.length === 1 && only !== undefined ? only : interleave(sources), size);
}

function* tellAtOnce(
  first: GenerationEvent,
  source: () => ChoiceEvent | undefined,
  size: number,
): Generator<GenerationEvent[]> {
  let batch: GenerationEvent[] = [first];
  for (let event = source(); event !== undefined; event = source()) {
    batch.push(event);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

// A function instead of a generator: a layer of generators costs about as much as making the event.
function createSource(choice: Choice, texts: Iterable<string>): () => ChoiceEvent | undefined {
  const iterator = texts[Symbol.iterator]();
  return () => {
    for (;;) {
      const event = choice.next();
      if (event !== undefined || choice.ended) return event;
      const next = iterator.next();
      if (next.done === true) choice.end();
      else choice.feed(next.value);
    }
  };
}

function interleave(sources: readonly (() => ChoiceEvent | undefined)[]): () => ChoiceEvent | undefined {
  const heads = sources.map((source) => source());
  return () => {
    let earliest = -1;
    let moment = Infinity;
    heads.forEach((head, index) => {
      if (head === undefined || head.due >= moment) return;
      earliest = index;
      moment = head.due;
    });
    const event = heads[earliest];
    heads[earliest] = sources[earliest]?.();
    return event;
  };
}

async function* tellAsTheyCome(
  first: GenerationEvent,
  tellers: readonly Teller[],
): AsyncGenerator<GenerationEvent[]> {
  yield [first];
  const batches = tellers.map(({ choice, texts }) => followTexts(choice, texts));
  const pending = new Map(batches.map((each, index) => [index, take(each, index)]));
  try {
    while (pending.size > 0) {
      const { index, next } = await Promise.race(pending.values());
      pending.delete(index);
      const source = batches[index];
      if (next.done === true || source === undefined) continue;
      pending.set(index, take(source, index));
      yield next.value;
    }
  } finally {
    // Not awaited: an engine that never yields again must not hold the stream's end; its signal tells it to stop.
    for (const each of batches) void each.return(undefined).catch(() => undefined);
  }
}

async function take(source: AsyncGenerator<ChoiceEvent[]>, index: number) {
  return { index, next: await source.next() };
}

async function* followTexts(
  choice: Choice,
  texts: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<ChoiceEvent[]> {
  for await (const text of texts) {
    choice.feed(text);
    const events = drain(choice);
    if (events.length > 0) yield events;
    if (choice.ended) return;
  }
  choice.end();
  yield drain(choice);
}

function drain(choice: Choice): ChoiceEvent[] {
  const events: ChoiceEvent[] = [];
  for (let event = choice.next(); event !== undefined; event = choice.next()) events.push(event);
  return events;
}
