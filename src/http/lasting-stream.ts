import type { Answer, Call, Encoder } from '../core/dialect.ts';
import { type Told, nothingTold, numberEvents, skipTold } from './event-ids.ts';

/** The header that names a stream which can be gone on with. */
export const streamIdHeader = 'x-understudy-stream-id';

/** A stream that outlives its client. */
export interface LastingStream {
  readonly id: string;
  /** As its first client gets it. */
  readonly answer: Answer;
  /** As a client gets it that has been told so much already. */
  after(told: Told): Answer;
}

/** Makes the answer of a call one that outlives its client, under the call's name. */
export function makeLasting(call: Call, answer: Answer): LastingStream {
  const { id, received: began } = call;
  const lasting: Answer = {
    ...answer,
    request: { ...answer.request, resumable: { id } },
    headers: (elapsed) => ({ ...answer.headers(elapsed), [streamIdHeader]: id }),
    encoder: () => tellRest(answer, nothingTold),
  };
  return {
    id,
    answer: lasting,
    // It is encoded from its beginning each time, since encoders have a memory; what has been told is left out.
    after: (told) => ({ ...lasting, began, encoder: () => tellRest(answer, told) }),
  };
}

function tellRest(answer: Answer, told: Told): Encoder {
  const encoder = answer.encoder();
  const hasEvents = answer.headers(0)['content-type']?.startsWith('text/event-stream') === true;
  return hasEvents ? numberEvents(encoder, told) : skipTold(encoder, told);
}
