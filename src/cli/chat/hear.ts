import { ask } from '../../client/chat/ask.ts';
import { ChatError } from '../../client/chat/chat-error.ts';
import type { Question } from '../../client/chat/question.ts';
import type { ChatFinish } from '../../client/chat/read-answer.ts';
import type { Clock } from '../../core/clock.ts';
import { Failure } from '../failure.ts';
import { explainTrouble } from './explain.ts';
import { createMeter } from './statistics.ts';
import type { Heard, View } from './view.ts';

/** What hearing an answer needs. */
export interface HearOptions {
  readonly clock: Clock;
  /** Stops the answer. */
  readonly signal: AbortSignal;
}

/** Asks, shows the answer and gives it; rejects with a Failure where none comes or it breaks off. */
export async function hear(question: Question, view: View, options: HearOptions): Promise<Heard> {
  const { clock } = options;
  const began = clock.now();
  const meter = createMeter();
  let text = '';
  let finish: ChatFinish | undefined;
  try {
    for await (const event of ask(question, options)) {
      meter.hear(event);
      if (event.type === 'finish') finish = event;
      else {
        text += event.text;
        view.delta(event);
      }
    }
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    const message = explainTrouble(error.trouble, question);
    view.fail(message);
    throw new Failure(message, 1);
  }
  const statistics = meter.read(clock.now() - began);
  const heard: Heard = { text, isStopped: finish === undefined, statistics, finish };
  view.end(heard);
  return heard;
}
