import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../../src/index.ts';
import { type Heard, chat, openApi, startWorker } from '../../test/support/distributed.ts';
import { type Row, compareTimes } from './figures.ts';

/** The load of all streams that are measured. */
export const streams = 50;

/** Tokens in a second, of each stream. */
export const tokensPerSecond = 50;

/** What is asked: some 300 tokens answer it. */
export const question = 'How do tides work?';

/** The words with which workers make these streams. */
export const worked = [
  '--serves',
  'text',
  '--ttft',
  '0',
  '--tokens-per-second',
  String(tokensPerSecond),
  '--concurrency',
  '100',
] as const;

interface Asked {
  readonly heard: Heard;
  /** How long the first piece took. */
  readonly first: number;
  /** How long after its last piece the stream ended. */
  readonly tail: number;
}

/** Streams of clients: when they begin, how late their tokens are, and how soon they end. */
export async function measureStreams(url: string, isQuick: boolean): Promise<readonly Row[]> {
  await using alone = await startServer({ ttft: 0, tokensPerSecond });
  const api = await openApi(url, { ttft: 0, tokensPerSecond });
  const worker = await startWorker(url, ...worked);
  const here: Asked[] = [];
  const there: Asked[] = [];
  const [alonePlace, apiPlace] = [alone.url, api.listeners[0].url];
  // The first round pays for what is loaded at its first use.
  await Promise.all([askAll(alonePlace), askAll(apiPlace)]);
  // In turn, so that what else the machine does hits both alike.
  for (let round = 0; round < (isQuick ? 1 : 3); round += 1) {
    here.push(...(await askAll(alonePlace)));
    there.push(...(await askAll(apiPlace)));
  }
  worker.kill('SIGTERM');
  await worker.ended();
  await api.close();
  const late = (asked: readonly Asked[]) => asked.flatMap(({ heard }) => lateness(heard));
  return [
    compareTimes('late by, 50 streams x 50/s', late(here), late(there), '+1 / +5 ms'),
    compareTimes(
      'first token',
      here.map(({ first }) => first),
      there.map(({ first }) => first),
    ),
    compareTimes(
      'from the last token to the end of the stream',
      here.map(({ tail }) => tail),
      there.map(({ tail }) => tail),
      '<= 20 ms',
    ),
  ];
}

// Spread over a token's time, as requests of people are.
function askAll(base: string): Promise<readonly Asked[]> {
  return Promise.all(
    Array.from({ length: streams }, async (_, index) => {
      await sleep((index * 1000) / tokensPerSecond / streams);
      const asked = performance.now();
      const heard = await chat(base, question);
      const tail = performance.now() - (heard.pieces.at(-1)?.at ?? 0);
      return { heard, first: (heard.pieces[0]?.at ?? 0) - asked, tail };
    }),
  );
}

// Against the earliest piece of the stream: what all are late by alike does not show.
function lateness({ pieces }: Heard): readonly number[] {
  const gap = 1000 / tokensPerSecond;
  const offsets = pieces.map(({ at }, index) => at - index * gap);
  const earliest = Math.min(...offsets);
  return offsets.map((offset) => offset - earliest);
}
