import type { Evidence } from './evidence.ts';
import { type Judgement, describeEnding, fail, formatSpan, pass, passOver, warn } from './finding.ts';
import type { CheckPlan } from './plan.ts';
import { type Piece, type StreamRecord, readAnswer } from './read-stream.ts';

const fewestTokens = 5;
// What comes within so many milliseconds cannot be told apart.
const blur = 5;
const tooQuick = 100;

/** Judges when the first text came; it only warns where the first call was slow and the same call made again was not. */
export function judgeFirst({ stream, again }: Evidence, { limits }: CheckPlan): Judgement {
  if (stream === undefined) return passOver('not tried');
  if (stream.exchange.status !== 200) return passOver('no stream came');
  const at = stream.pieces[0]?.at;
  if (at === undefined) return fail(`no text; ${describeEnding(stream.exchange)}`);
  const came = `after ${formatSpan(at)}`;
  if (at < limits.firstToken) return pass(came);
  const next = again?.pieces[0]?.at ?? Infinity;
  return next < limits.firstToken ? warn(`${came}, then ${formatSpan(next)}`) : fail(came);
}

/** Judges how fast text came after its first piece; about four characters are a token where pieces hold several. */
export function judgeRate(stream: StreamRecord, { limits }: CheckPlan): Judgement {
  const { pieces } = stream;
  const [first, last] = [pieces[0], pieces.at(-1)];
  const tokens = countTokens(stream);
  if (first === undefined || last === undefined || tokens < fewestTokens) {
    return passOver('too little text to tell');
  }
  const span = last.at - first.at;
  // What comes all at once has taken the time since the request.
  const isOnce = span < blur;
  const part = isOnce ? tokens : tokens * (1 - first.text.length / readAnswer(stream).length);
  const rate = (part * 1000) / Math.max(isOnce ? last.at : span, 0.001);
  const came = `about ${rate < 100 ? rate.toFixed(1) : Math.round(rate)} tokens/s`;
  return limits.rate === undefined || rate > limits.rate ? pass(came) : fail(came);
}

function countTokens(stream: StreamRecord): number {
  return Math.max(stream.pieces.length, Math.round(readAnswer(stream).length / 4));
}

/** Judges whether pieces were sent as they came into being, not held back to the end or for bursts. */
export function judgeFlush({ pieces }: StreamRecord): Judgement {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined || pieces.length < 2)
    return passOver('fewer than two pieces');
  if (last.at < tooQuick) return passOver(`all within ${formatSpan(last.at)}: too quick to tell`);
  const spread = last.at - first.at;
  const { count, longest } = countBursts(pieces);
  // A model that must be loaded first, and then is quick, still sends piece by piece.
  if (spread < last.at / 20 && count <= Math.max(2, pieces.length / 10)) {
    return fail(`all at the end, within ${formatSpan(spread)}`);
  }
  const came = `${Math.round(first.at)} to ${Math.round(last.at)} ms, ${count} arrivals`;
  const isBunched = count <= pieces.length / 4 && longest > 250;
  return isBunched ? warn(`${pieces.length} pieces in bursts: ${came}`) : pass(came);
}

/** Judges the flushing of the main stream: it only warns where another stream of the run came piece by piece. */
export function judgeFlushes({ stream, usage, wide, concurrency = [] }: Evidence): Judgement {
  if (stream === undefined) return passOver('not tried');
  if (stream.exchange.status !== 200) return passOver('no stream came');
  const judgement = judgeFlush(stream);
  if (judgement.outcome !== 'fail') return judgement;
  const others = [usage, wide, ...concurrency].filter((each) => each !== undefined);
  const isSpread = others.some((other) => judgeFlush(other).outcome === 'pass' && isWide(other));
  return isSpread ? warn(`${judgement.came}; another was spread`) : judgement;
}

// On a busy machine even what was written at once takes a moment to arrive.
function isWide({ pieces }: StreamRecord): boolean {
  const [first, last] = [pieces[0]?.at ?? 0, pieces.at(-1)?.at ?? 0];
  return last - first > last / 4;
}

function countBursts(pieces: readonly Piece[]): { readonly count: number; readonly longest: number } {
  let count = 1;
  let longest = 0;
  pieces.forEach(({ at }, index) => {
    const gap = at - (pieces[index - 1]?.at ?? at);
    if (gap > 1) count += 1;
    longest = Math.max(longest, gap);
  });
  return { count, longest };
}

/** Judges whether streams that were asked for at once came at once, by whether the times of their texts overlap. */
export function judgeTogether(streams: readonly StreamRecord[]): Judgement {
  const refused = streams.find(({ exchange }) => exchange.status !== 200);
  if (refused !== undefined) return fail(`one got ${refused.exchange.status ?? 'no answer'}`);
  const spans = streams
    .map(({ pieces }) => ({ from: pieces[0]?.at ?? Infinity, to: pieces.at(-1)?.at ?? Infinity }))
    .toSorted((a, b) => a.from - b.from);
  const first = spans[0]?.from ?? 0;
  const last = spans.at(-1)?.from ?? 0;
  if (first === Infinity) return passOver('no text came');
  if (last === Infinity) return fail('one had no text');
  const came = `first texts within ${formatSpan(last - first)}`;
  if (last - first < tooQuick) return pass(came);
  if (spans.every(({ from, to }) => to - from < blur)) return passOver('streams that come whole do not tell');
  const isQueue = spans.every((span, index) => index === 0 || follows(span, spans[index - 1] ?? span));
  return isQueue ? fail(`one after the other: ${came}`) : pass(came);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

// The end of one and the beginning of the next may be read in one turn, in any order.
function follows(span: Span, before: Span): boolean {
  return before.to - span.from < Math.min(span.to - span.from, before.to - before.from) / 4;
}
