import type { GenerationEvent } from '../core/generation.ts';
import type { Choice, ChoiceEvent } from './choice.ts';
import { type Teller, type Telling, findEarliest } from './teller.ts';

/** What a choice has said of texts that take time, and has not been told yet. */
interface Voice {
  /** Asks for more when nothing is left to tell. */
  listen(): void;
  /** What was asked for and has not come. */
  readonly pending: Promise<void> | undefined;
  readonly head: ChoiceEvent | undefined;
  readonly over: boolean;
  take(): void;
  /** Not awaited: an engine that never yields again must not hold the stream's end; its signal tells it to stop. */
  leave(): void;
}

/** Batches of what the choices say as their texts come, the earliest moment first among what is there. */
export async function* tellAsTheyCome({
  first,
  tellers,
  size,
  signal,
}: Telling): AsyncGenerator<GenerationEvent[]> {
  yield [...first];
  const voices = tellers.map(createVoice);
  let moment = first.at(-1)?.due ?? 0;
  try {
    for (;;) {
      const batch = merge(voices, size, moment);
      if (signal.aborted) return;
      // Asked before the batch goes out, so that engines work while it is played.
      for (const voice of voices) voice.listen();
      const pending = voices.flatMap((voice) => voice.pending ?? []);
      moment = batch.at(-1)?.due ?? moment;
      if (batch.length > 0) yield batch;
      else if (pending.length > 0) await Promise.race(pending);
      else return;
    }
  } finally {
    for (const voice of voices) voice.leave();
  }
}

// One event while somebody's next one may still come, more when all are there; none due before what has been told.
function merge(voices: readonly Voice[], size: number, moment: number): ChoiceEvent[] {
  const batch: ChoiceEvent[] = [];
  do {
    const earliest = voices[findEarliest(voices.map(({ head }) => head))];
    if (earliest?.head === undefined) break;
    batch.push(earliest.head.due < moment ? { ...earliest.head, due: moment } : earliest.head);
    earliest.take();
  } while (batch.length < size && voices.every(({ head, over }) => over || head !== undefined));
  return batch;
}

function createVoice({ choice, texts }: Teller): Voice {
  const batches = followTexts(choice, texts);
  let said: readonly ChoiceEvent[] = [];
  let position = 0;
  let pending: Promise<void> | undefined;
  let over = false;

  async function hear(): Promise<void> {
    const next = await batches.next();
    pending = undefined;
    position = 0;
    over = next.done === true;
    said = next.done === true ? [] : next.value;
  }

  return {
    listen() {
      if (over || pending !== undefined || position < said.length) return;
      pending = hear();
      // A failure is told when this choice is waited for: until then it must not count as unheard.
      pending.catch(() => undefined);
    },
    get pending() {
      return pending;
    },
    get head() {
      return said[position];
    },
    get over() {
      return over && position >= said.length;
    },
    take: () => void (position += 1),
    leave: () => void batches.return(undefined).catch(() => undefined),
  };
}

async function* followTexts(choice: Choice, texts: Teller['texts']): AsyncGenerator<ChoiceEvent[]> {
  for await (const text of texts) {
    choice.feed(text);
    const events = drain(choice);
    if (events.length > 0) yield events;
    if (choice.ended()) return;
  }
  choice.end();
  yield drain(choice);
}

function drain(choice: Choice): ChoiceEvent[] {
  const events: ChoiceEvent[] = [];
  for (let event = choice.next(); event !== undefined; event = choice.next()) events.push(event);
  return events;
}
