import { type OpenServer, openServer } from '../../app.ts';
import { ask } from '../../client/chat/ask.ts';
import type { Question } from '../../client/chat/question.ts';
import type { Clock } from '../../core/clock.ts';
import { readSettings } from '../../settings.ts';

/** What is asked in the demonstration. */
export const prompt = 'Tell me a joke!';

const joke =
  "Why don't scientists trust atoms? Because they make up everything! This joke is being streamed token by token from your mock OpenAI server.";

/** How many tokens the joke has: its words. */
export const jokeLength = joke.split(' ').length;

// A model with the same tokens, which answers at once.
const understudy = 'gpt-3.5-turbo-1106';

/** How long the empty stage is shown before anything is asked, in milliseconds. */
export const overture = 1000;

/** A server that tells the joke, and the question for it. */
export interface Stage {
  readonly question: Question;
  close: OpenServer['close'];
}

/** Opens a server on a free port of this machine that tells the joke at this pace. */
export async function openStage(tokensPerSecond: number, clock: Clock): Promise<Stage> {
  const settings = readSettings({
    port: 0,
    data: ':memory:',
    shutdownGrace: 0,
    message: joke,
    wordsPerSecond: tokensPerSecond,
    models: { [understudy]: { engine: 'words', instant: true } },
  });
  const { listeners, close } = await openServer(settings);
  const messages = [{ role: 'user', content: prompt }] as const;
  const question = { baseUrl: new URL(`${listeners[0].url}/v1`), model: 'gpt-3.5-turbo', messages };
  // The first answer of a server also loads its tokens: that is no part of the show.
  const rehearsal = ask({ ...question, model: understudy }, { clock, signal: new AbortController().signal });
  while ((await rehearsal.next()).done !== true);
  return { question, close };
}
