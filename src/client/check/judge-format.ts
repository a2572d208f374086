import { type Judgement, fail, pass, quote } from './finding.ts';
import { readText } from './exchange-record.ts';
import type { StreamRecord } from './read-stream.ts';

const field = /^(?:(?:data|event|id|retry)(?::|$)|:|$)/;

/** Judges whether a body is a stream of events, each with what the dialect puts there. */
export function judgeFormat({ exchange, events, malformed, failures, isDone }: StreamRecord): Judgement {
  const [failure] = failures;
  if (failure !== undefined) return fail(`an error in the stream: ${quote(failure)}`);
  const text = readText(exchange);
  const odd = text.split(/\r\n|\r|\n/).find((line) => !field.test(line.replace(/^\uFEFF/, '')));
  if (odd !== undefined) return fail(`a line that is no field: ${quote(odd)}`);
  if (malformed[0] !== undefined) return fail(`${malformed.length} events without: ${quote(malformed[0])}`);
  if (events === 0) return fail('no events');
  const isCut = exchange.ending === 'whole' && !isDone && !/(?:\r\n|\r|\n){2}$/.test(text);
  return isCut ? fail('the last event has no blank line after it') : pass(`${events} events`);
}
