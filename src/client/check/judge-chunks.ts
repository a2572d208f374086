import { readText } from './exchange-record.ts';
import { type Judgement, describeEnding, fail, pass, passOver, quote } from './finding.ts';
import type { StreamRecord } from './read-stream.ts';

/** Judges what follows the signal of completion. */
export function judgeEnd({ isDone, afterDone, exchange }: StreamRecord): Judgement {
  if (!isDone) return passOver('the signal did not come');
  if (afterDone > 0) return fail(`${afterDone} more event${afterDone === 1 ? '' : 's'}`);
  if (exchange.ending === 'late') return fail('the body was still open 1 s later');
  return exchange.ending === 'whole' ? pass('the body ended') : fail(describeEnding(exchange));
}

/** Judges whether the first chunk tells who speaks. */
export function judgeRole({ chunks }: StreamRecord): Judgement {
  const delta = chunks.find(({ choices }) => choices.length > 0)?.choices[0]?.delta;
  if (delta === undefined) return passOver('no chunks came');
  return delta.role === 'assistant'
    ? pass('it is there')
    : fail(`first delta: ${quote(JSON.stringify(delta))}`);
}

/** Judges whether all chunks are of one answer. */
export function judgeIdentity({ chunks }: StreamRecord): Judgement {
  if (chunks.length === 0) return passOver('no chunks came');
  for (const key of ['id', 'object', 'created', 'model'] as const) {
    const values = new Set(chunks.map((chunk) => chunk[key]));
    if (values.has(undefined)) return fail(`a chunk without ${key}`);
    if (values.size > 1) return fail(`${values.size} values of ${key}`);
  }
  const { object, id } = chunks[0] ?? {};
  if (object !== 'chat.completion.chunk') return fail(`object: ${quote(JSON.stringify(object))}`);
  return pass(quote(String(id)));
}

/** Judges where the reason for the end is told. */
export function judgeFinish({ chunks, isDone, exchange }: StreamRecord): Judgement {
  const reasons = chunks.flatMap(({ choices }) => choices[0]?.finish_reason ?? []);
  const [reason] = reasons;
  if (reason === undefined) {
    // What breaks off is told by another check.
    return isDone || exchange.ending === 'whole' ? fail('none') : passOver('the stream broke off');
  }
  if (reasons.length > 1) return fail(`${reasons.length} of them`);
  const last = chunks.findLast(({ choices }) => choices.length > 0)?.choices[0];
  return last?.finish_reason == null ? fail(`${quote(reason)}, and more text after it`) : pass(quote(reason));
}

/** Judges whether characters of several bytes came whole. */
export function judgeWide({ exchange, pieces }: StreamRecord): Judgement {
  const text = pieces.map((piece) => piece.text).join('');
  if (readText(exchange).includes('\uFFFD') || text.includes('\uFFFD'))
    return fail('bytes that are no UTF-8');
  if (pieces.some((piece) => !piece.text.isWellFormed())) return fail('half a character in a piece');
  const count = Array.from(text).filter((character) => character > '\u{7F}').length;
  return count === 0 ? passOver('no such characters came') : pass(`${count} such characters`);
}
